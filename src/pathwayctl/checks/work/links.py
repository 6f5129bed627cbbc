"""Links between tasks that are impossible, useless, or contradicted by what has already happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Judged, Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.schedule import NoSchedule
from pathwayctl.wording import listed

WAITS_FOR_ITSELF: Final = Rule("PW402")
WAITS_IN_FAMILY: Final = Rule("PW403")
SAME_LINK: Final = Rule("PW404")
WAITS_FOR_DROPPED: Final = Rule("PW405")
DONE_TOO_EARLY: Final = Rule("PW406", Judged.ENTRY)

_NEEDS_FINISH: Final = frozenset((LinkType.FS, LinkType.FF))
_BEGUN: Final = frozenset((Status.IN_PROGRESS, Status.DONE))
_OVER: Final = frozenset((Status.DONE, Status.DROPPED))


class RowProgress(NamedTuple):
    """For each row, whether any of its work is still to be done, and whether any of it has started."""

    is_open: list[bool]
    has_begun: list[bool]


@check(WAITS_FOR_ITSELF, WAITS_IN_FAMILY, SAME_LINK, WAITS_FOR_DROPPED, DONE_TOO_EARLY)
def links(index: PlanIndex) -> Iterator[Problem]:
    """Report links, with at most one finding for each; unknown tasks have their own rule."""
    statuses = {row.task.status for row in index.breakdown.rows}
    standing = _standing(index) if Status.DONE in statuses else None
    for row in _worth_a_look(index.breakdown):
        yield from _look(index, row, standing)


def _worth_a_look(breakdown: Breakdown) -> Iterator[Row]:
    """The tasks that may have a bad link. In a large plan these are few, which keeps the check fast."""
    rows, known = breakdown.rows, breakdown.by_id
    ends = [row.end for row in rows]
    dropped = {row.index for row in rows if row.task.status is Status.DROPPED}
    for row in rows:
        waits, position, end = row.task.depends_on, row.index, row.end
        others = [known.get(link.predecessor, end) for link in waits]
        # A task elsewhere in the outline is neither this one, nor above it, nor below it.
        apart = [ends[other] <= position for other in others if other < end]
        twice = len(waits) > 1 and len(set(others)) < len(others)
        if not all(apart) or twice or not dropped.isdisjoint(others) or row.task.status is Status.DONE:
            yield row


def _look(index: PlanIndex, row: Row, standing: RowProgress | None) -> Iterator[Problem]:
    """The links of one task."""
    rows, known = index.breakdown.rows, index.breakdown.by_id
    seen = set()
    for place, link in enumerate(row.task.depends_on):
        position = known.get(link.predecessor)
        if position is None:
            continue
        other, again = rows[position], (position, link.type) in seen
        seen.add((position, link.type))
        found = _impossible(row, other)
        if found is None and not _is_dropped(row):
            found = _idle(row, link, other, again) or _too_early(row, link, other, standing)
        if found is not None:
            rule, message = found
            yield rule.at((*row.path, "depends_on", place), message)


def _impossible(row: Row, other: Row) -> tuple[Rule, str] | None:
    """A link that is a circle by itself: it leaves the plan without dates, even if the task is dropped."""
    if other.index == row.index:
        return WAITS_FOR_ITSELF, f"{quoted(row.task.title)} waits for itself."
    if other.index < row.index < other.end:
        return WAITS_IN_FAMILY, f"{_waiting(row, other)}, which contains it."
    if row.index < other.index < row.end:
        return WAITS_IN_FAMILY, f"{_waiting(row, other)}, which is part of it."
    return None


def _idle(row: Row, link: Link, other: Row, again: bool) -> tuple[Rule, str] | None:
    if again:
        return SAME_LINK, f"{_waiting(row, other)} twice, both times {link.type.label}."
    if _is_dropped(other):
        return WAITS_FOR_DROPPED, f"{_waiting(row, other)}, which is dropped."
    return None


def _waiting(row: Row, other: Row) -> str:
    return f"{quoted(row.task.title)} waits for {quoted(other.task.title)}"


def _done(row: Row, other: Row) -> str:
    return f"{quoted(row.task.title)} is done, but it waits for {quoted(other.task.title)}"


def _is_dropped(row: Row) -> bool:
    """Whether a task is dropped; the status of a summary has no effect."""
    return row.task.status is Status.DROPPED and not row.is_summary


def _too_early(row: Row, link: Link, other: Row, standing: RowProgress | None) -> tuple[Rule, str] | None:
    """A task that is done although what its link requires has not happened."""
    if standing is None or row.task.status is not Status.DONE or row.is_summary:
        return None
    if not standing.is_open[other.index]:
        return None
    if link.type in _NEEDS_FINISH:
        return DONE_TOO_EARLY, f"{_done(row, other)}, which is not done."
    if not standing.has_begun[other.index]:
        return DONE_TOO_EARLY, f"{_done(row, other)}, which has not started."
    return None


def _standing(index: PlanIndex) -> RowProgress:
    rows = index.breakdown.rows
    is_open = [not row.is_summary and row.task.status not in _OVER for row in rows]
    has_begun = [not row.is_summary and row.task.status in _BEGUN for row in rows]
    for row in reversed(rows):
        if row.parent >= 0:
            is_open[row.parent] |= is_open[row.index]
            has_begun[row.parent] |= has_begun[row.index]
    return RowProgress(is_open, has_begun)


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
        row = index.breakdown.rows[index.breakdown.by_id[index.schedule.too_far]]
        yield TOO_FAR.at(row.path, f"{quoted(row.task.title)} takes the plan past the year 9999.")


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
