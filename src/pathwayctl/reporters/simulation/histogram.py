"""The chance to be finished by a day: a bar for each, with important days marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import Line, fitted, line
from pathwayctl.simulation.odds import Odds
from pathwayctl.wording import chance, short_day

_MOST: Final = 16
"""The most bars."""
_TAIL: Final = 100
"""One run in so many: rarer early or late finishes share the first or the last bar."""
_GAP: Final = "  "
_DATE: Final = len("Sep 30, 2027")
_SHARE: Final = len(">99%")
_SHORTEST, _LONGEST = 6, 60


@dataclass(frozen=True, slots=True)
class _Bar:
    """The runs that finish by a day and after that of the bar before."""

    until: date
    runs: int


def histogram(odds: Odds, width: int) -> list[Line]:
    """A heading, then a line per bar: its last day, and the share done by then as a number and a bar."""
    bars = list(_bars(odds))
    marks = _marks(odds, bars)
    before = _DATE + _SHARE + 2 * len(_GAP)
    marked = max(map(len, marks))
    room = max(_SHORTEST, min(_LONGEST, width - before - marked - len(_GAP)))
    lines = [line((f"{'Done by':{_DATE}}{_GAP}{'Sure':>{_SHARE}}", "bold"))]
    done = 0
    for bar, mark in zip(bars, marks, strict=True):
        done += bar.runs
        length = round(done * room / odds.runs) or 1
        said = fitted(mark, max(0, width - before - room - len(_GAP))).rstrip() if mark else ""
        blank = " " * (room - length) + _GAP if said else ""
        head = f"{short_day(bar.until):{_DATE}}{_GAP}{chance(done / odds.runs):>{_SHARE}}{_GAP}"
        lines.append(line(head, ("█" * length, "cyan"), blank, (said, "bold")))
    return lines


def _bars(odds: Odds) -> Iterator[_Bar]:
    """The bars, from the first to the last day: equally many days on each, but for the rare ones."""
    days = list(odds.days)
    rare, early, late = odds.runs // _TAIL, 0, len(days)
    runs = days[0][1]
    while runs <= rare:
        early, runs = early + 1, runs + days[early + 1][1]
    runs = days[-1][1]
    while runs <= rare:
        late, runs = late - 1, runs + days[late - 2][1]
    step = -(-(late - early) // _MOST)
    ends = [*range(early + step, late, step), len(days)]
    begin = 0
    for end in ends:
        yield _Bar(days[end - 1][0], sum(runs for _, runs in days[begin:end]))
        begin = end


def _marks(odds: Odds, bars: list[_Bar]) -> list[str]:
    """The labels of each bar: the important days that fall on it, in order."""
    known = [(odds.planned_finish, "the plan"), (odds.finish.p50, "50% sure"), (odds.finish.p80, "80% sure")]
    if odds.finish_by:
        known.append((odds.finish_by.day, "finish by"))
    found: list[list[str]] = [[] for _ in bars]
    for day, said in sorted(known, key=lambda one: one[0]):
        place = next((n for n, bar in enumerate(bars) if day <= bar.until), len(bars) - 1)
        found[place].append(said if day <= bars[-1].until else f"{said}: later")
    return [", ".join(marks) for marks in found]
