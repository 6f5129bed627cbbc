"""The odds on a terminal: first the date to promise, then the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pathwayctl.reporters.lines import Line, columns, folded, line
from pathwayctl.reporters.simulation.histogram import histogram
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
    return _titled(task), strength(task.sensitivity), share(task.criticality), *_sure(task)


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
