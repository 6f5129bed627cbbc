"""The odds on a terminal: the date to promise, a bar for each day, then the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import Line, columns, fitted, folded, line
from pathwayctl.reporters.simulation.sentences import (
    HINT,
    certain,
    foot,
    moves_the_finish,
    notes,
    price,
    promises,
    share,
    strength,
)
from pathwayctl.simulation.odds import NEARLY, Odds, TaskOdds
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


_WATCHED: Final = 8
"""The most tasks to watch that are shown."""
_MATTERS: Final = 0.01
"""Criticality times sensitivity below which a task is not worth watching."""
_WIDEST: Final = 110
"""Wider than this a table is hard to read across."""
_ALL_FROM: Final = 62
"""The narrowest screen that shows all columns of the tables."""

Cells = tuple[str, ...]


def write(odds: Odds, width: int) -> list[Line]:
    """The most important sentences, a histogram, and the tables behind them."""
    width = min(width, _WIDEST)
    if not odds.tasks:
        return [line("There are no tasks yet. Write them under tasks: in a file of the project.")]
    if not odds.uncertain:
        return [*_folded([certain(odds)], width), line(), *_folded([HINT], width)]
    lines = _folded([" ".join(promises(odds))], width, "bold")
    lines += [line(), *histogram(odds, width)]
    for rows in _tables(odds):
        lines += [line(), *_table(rows, width)]
    said = _folded(notes(odds), width)
    return [
        *lines,
        *([line(), *said] if said else []),
        line(),
        *_folded([" ".join(foot(odds))], width, "dim"),
    ]


def _folded(texts: Iterable[str], width: int, style: str = "") -> list[Line]:
    return [line((part, style)) for text in texts for part in folded(text, width)]


def _tables(odds: Odds) -> Iterator[list[Cells]]:
    """The tables that have anything in them: a row of headings, and the rows."""
    moving = [task for task in odds.milestones if task.finish.p10 != task.finish.p95 or task.chance < 1]
    if moving:
        yield [("Milestones", "Planned", "Chance", "50% sure", "80% sure"), *map(_milestone, moving)]
    due = [row for task in odds.promised if (row := _deadline(task))]
    if due:
        yield [("Deadlines", "Due", "Chance", "50% sure", "80% sure"), *due]
    watched = [task for task in odds.tasks if task.weight >= _MATTERS]
    if watched:
        watched.sort(key=lambda task: -task.weight)
        head = ("What to watch", "Effect on finish", "Critical", "50% sure", "80% sure")
        yield [head, *map(_watched, watched[:_WATCHED])]
    prices = [
        (risk.title, "", share(risk.happened), price(risk.mean_days), price(risk.p80_days))
        for risk in sorted(odds.risks, key=lambda risk: -abs(risk.mean_days))
        if moves_the_finish(risk)
    ]
    if prices:
        yield [("Risks", "", "Happens", "On average", "At 80%"), *prices]


def _milestone(task: TaskOdds) -> Cells:
    return _titled(task), short_day(task.planned), chance(task.chance), *_sure(task)


def _deadline(task: TaskOdds) -> Cells | None:
    if task.deadline is None or task.deadline.chance >= NEARLY:
        return None
    return _titled(task), short_day(task.deadline.day), chance(task.deadline.chance), *_sure(task)


def _watched(task: TaskOdds) -> Cells:
    return _titled(task), strength(task.sensitivity), share(task.criticality or 0.0), *_sure(task)


def _sure(task: TaskOdds) -> Cells:
    return short_day(task.finish.p50), short_day(task.finish.p80)


def _titled(task: TaskOdds) -> str:
    return f"{task.wbs} {task.title}"


def _table(rows: Sequence[Cells], width: int) -> list[Line]:
    """Rows in columns, without those that are empty; a narrow screen shows the first, third, and last."""
    shown = (0, 2, 4) if width < _ALL_FROM else range(len(rows[0]))
    kept = [place for place in shown if rows[0][place]]
    head, *others = [[row[place] for place in kept] for row in rows]
    return columns(head, others, width, right=range(1, len(kept)))
