"""Tasks that wait for each other in a circle, and plans that run past the last possible date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.schedule import NoSchedule
from pathwayctl.wording import listed

CYCLE: Final = Rule("PW401")
TOO_FAR: Final = Rule("PW427")


@check(CYCLE, TOO_FAR)
def cycles(index: PlanIndex) -> Iterator[Problem]:
    """Report what keeps the plan from having dates."""
    if not isinstance(index.schedule, NoSchedule):
        return
    for cycle in index.schedule.cycles:
        ring = [index.breakdown.rows[index.breakdown.by_id[task]] for task in cycle]
        pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
        # A link between a task and a summary it is in makes a circle too, and has its own rule.
        if not any(_is_family(row, other) and _link(row, other) is not None for row, other in pairs):
            yield CYCLE.at(_place(pairs), _story(pairs))
    if index.schedule.too_far is not None:
        row = _row(index.breakdown, index.schedule.too_far)
        yield TOO_FAR.at(row.path, f"{quoted(row.task.title)} takes the plan past the year 9999.")


def _row(breakdown: Breakdown, task: str) -> Row:
    return breakdown.rows[breakdown.by_id[task]]


def _link(row: Row, other: Row) -> int | None:
    """Which of a task's links is on another one."""
    links = row.task.depends_on
    return next((place for place, link in enumerate(links) if link.predecessor == other.task.id), None)


def _contains(summary: Row, row: Row) -> bool:
    return summary.index < row.index < summary.end


def _is_family(row: Row, other: Row) -> bool:
    return _contains(row, other) or _contains(other, row)


def _place(pairs: list[tuple[Row, Row]]) -> Path:
    """The path of the first link in the circle: some steps only lead into or out of a summary."""
    for row, other in pairs:
        place = _link(row, other)
        if place is not None:
            return (*row.path, "depends_on", place)
    return pairs[0][0].path


def _story(pairs: list[tuple[Row, Row]]) -> str:
    """``“a” waits for “b”, “b” waits for “c”, and “c” waits for “a”``, by ids, as links name them."""
    steps = []
    for row, other in pairs:
        if _contains(row, other):
            verb = "contains"
        elif _contains(other, row):
            verb = "is part of"
        else:
            verb = "waits for"
        steps.append(f"{quoted(row.task.id)} {verb} {quoted(other.task.id)}")
    return f"These tasks wait for each other in a circle: {listed(steps)}."
