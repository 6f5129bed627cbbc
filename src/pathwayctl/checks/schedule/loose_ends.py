"""Tasks with loose ends: no link drives their start, or no task waits for their finish.

Only open tasks are checked, without occurrences of recurring ones, which stand by themselves. A start is
in order if a link, the task's own date, or its successors (``as_late_as_possible``) place it, if the task
has started, or if it is the first of its strand. A finish is in order if a task waits for it, if the task
has a fixed date, or if it is the last of its strand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.shared_gaps import SharedGap, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.recurring import is_occurrence
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.scheduling.strands import Ties, is_one_strand, strands_of

UNLINKED: Final = Rule("PW611")
OPEN_START: Final = Rule("PW612")
OPEN_END: Final = Rule("PW613")


@check(UNLINKED, OPEN_START, OPEN_END, needs_schedule=True)
def loose_ends(index: PlanIndex) -> Iterator[Problem]:
    """The loose ends of all open tasks, each task under one code."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule) or len(index.leaves) < 2:
        return
    ties = index.ties
    once = [row for row in index.still_open if not is_occurrence(index, row)]
    free = [row for row in once if not ties.driven[row.index]]
    starts = {row.index: row for row in free if _starts_openly(schedule, row)}
    last = [row for row in once if not ties.awaited[row.index]]
    ends = {row.index: row for row in last if row.task.date is None}
    if not (starts or ends) or not _are_known(index):
        return
    leaves = [row.index for row in index.leaves]
    _leave_out(schedule, leaves, ties, starts, ends)
    both = [row for position, row in starts.items() if position in ends]
    one = [row for position, row in starts.items() if position not in ends]
    other = [row for position, row in ends.items() if position not in starts]
    yield from gathered(index, UNLINKED, _lacks(both, "no link to the rest of the plan"), "task")
    yield from gathered(index, OPEN_START, _lacks(one, "no predecessor"), "task")
    yield from gathered(index, OPEN_END, _lacks(other, "no successor"), "task")


def _are_known(index: PlanIndex) -> bool:
    """Whether every link names a task. If not, a misspelled id may be the cause of the loose ends."""
    known = index.breakdown.by_id
    return all(link.predecessor in known for row in index.live for link in row.task.depends_on)


def _starts_openly(schedule: Schedule, row: Row) -> bool:
    if not schedule.is_planned(row.index) or schedule.is_put_off(row.index):
        return False
    return row.task.started is None and not _is_bounded(schedule, row)


def _is_bounded(schedule: Schedule, row: Row) -> bool:
    """Whether the row, or a summary around it, has a ``not_before``."""
    rows, position = schedule.records.breakdown.rows, row.index
    while position >= 0:
        if rows[position].task.not_before is not None:
            return True
        position = rows[position].parent
    return False


def _leave_out(
    schedule: Schedule, leaves: list[int], ties: Ties, starts: dict[int, Row], ends: dict[int, Row]
) -> None:
    """Remove the first and the last task of each strand, unless the strand has only one task."""
    if is_one_strand(leaves, ties):
        strands, alone = [0] * len(ties.bound), set()
    else:
        strands = strands_of(schedule)
        alone = _alone(leaves, strands)
    for first in _first(leaves, strands, ties) - alone:
        starts.pop(first, None)
    for last in _last(schedule, leaves, strands, ties) - alone:
        ends.pop(last, None)


def _alone(leaves: list[int], strands: list[int]) -> set[int]:
    """The tasks that form a strand by themselves."""
    sizes: dict[int, int] = {}
    for position in leaves:
        sizes[strands[position]] = sizes.get(strands[position], 0) + 1
    return {position for position in leaves if sizes[strands[position]] == 1}


def _first(leaves: list[int], strands: list[int], ties: Ties) -> set[int]:
    """The first task of each strand that no link drives."""
    found: dict[int, int] = {}
    for position in leaves:
        if not ties.driven[position]:
            found.setdefault(strands[position], position)
    return set(found.values())


def _last(schedule: Schedule, leaves: list[int], strands: list[int], ties: Ties) -> set[int]:
    """The task of each strand that finishes last, of those without a successor."""
    found: dict[int, int] = {}
    for position in leaves:
        if not ties.awaited[position]:
            best = found.setdefault(strands[position], position)
            if schedule.span(position)[1] >= schedule.span(best)[1]:
                found[strands[position]] = position
    return set(found.values())


def _lacks(rows: Iterable[Row], what: str) -> Iterator[SharedGap]:
    for row in rows:
        yield SharedGap(row.path, row.task.title, what)
