"""Tasks with so much float that a link to a successor is likely missing.

The check looks at free float, at the task where the float arises, not at all the tasks before it that
share it. Work that waits for a date, such as a launch in August, is no sign of a missing link. A task waits
for a date if its own ``date``, its ``not_before``, or ``as_late_as_possible`` places it, or if a task that
drives it waits for a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.schedule.open_tasks import LONGEST
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.scheduling.remaining_work import HELD, PLANNED
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row
    from pathwayctl.scheduling.schedule import Schedule

MUCH_FLOAT: Final = Rule("PW622")

_ONE_OF: Final = 20
"""More than one task in twenty: more than 5 percent."""


@check(MUCH_FLOAT, needs_schedule=True)
def floats(index: PlanIndex) -> Iterator[Problem]:
    """The tasks with a large float, in one finding, unless they are only a few of many."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule):
        return
    free, form = schedule.workings.solution.free_float, schedule.workings.work.form
    loose = [
        row
        for row in index.still_open
        if free[row.index] > LONGEST and form[row.index] != HELD and row.task.deadline is None
    ]
    loose = [row for row in loose if index.ties.awaited[row.index]]
    if len(loose) * _ONE_OF <= len(index.still_open):
        return
    today = schedule.calendar.index(index.today) if index.today else 0
    if any(schedule.workings.work.late) or max(schedule.workings.work.release) > today:
        held = wait_for_the_calendar(schedule, [row.index for row in loose], today)
        loose = [row for row in loose if row.index not in held]
    if len(loose) * _ONE_OF > len(index.still_open):
        yield MUCH_FLOAT.at(loose[0].path, _message(index, loose, free))


def _message(index: PlanIndex, loose: list[Row], free: list[int]) -> str:
    if len(loose) == 1:
        title, days = quoted(loose[0].task.title), count(free[loose[0].index], "working day")
        return f"{title} could finish {days} later without delaying any successor."
    loose = sorted(loose, key=lambda row: -free[row.index])
    names = named(index, [row.task.title for row in loose])
    return (
        f"{len(loose):,} tasks could finish more than {LONGEST} working days later without delaying any "
        f"successor, the first of them {free[loose[0].index]} days later: {names}."
    )


def wait_for_the_calendar(schedule: Schedule, rows: Iterable[int], today: int) -> set[int]:
    """Those of some tasks whose first successor waits for a date.

    ``today`` is the boundary of the status date, which does not count as such a date.
    """
    network, at = schedule.workings.network, schedule.workings.solution.early.at
    carriers = {row: tuple(_up(network.parent, row)) for row in rows}
    waited_for = {network.size + carrier for above in carriers.values() for carrier in above}
    decided = _decided(schedule, today)
    first: dict[int, tuple[int, bool]] = {}
    for source, row in _links_from(schedule, waited_for):
        here = at[row], decided[row]
        first[source] = min(first.get(source, here), here)
    found = set()
    for row, above in carriers.items():
        waiting = [first[network.size + one] for one in above if network.size + one in first]
        if waiting and min(waiting)[1]:
            found.add(row)
    return found


def _up(parent: Sequence[int], row: int) -> Iterator[int]:
    """A row and the summaries around it; the project itself has no parent."""
    while row < len(parent):
        yield row
        row = parent[row]


def _links_from(schedule: Schedule, sources: set[int]) -> Iterator[tuple[int, int]]:
    """The links from some starts and finishes, each with the row of the successor."""
    network, live = schedule.workings.network, schedule.workings.work.live
    for sides in (network.to_start, network.to_finish):
        for row, links in enumerate(sides):
            for source, _ in links:
                if source in sources and live[row]:
                    yield source, row
    for row, both in network.elapsed.items():
        for links in both:
            for source, _ in links:
                if source in sources and live[row]:
                    yield source, row


def _decided(schedule: Schedule, today: int) -> list[bool]:
    """For each start and finish of the network, whether a date drives it, directly or indirectly."""
    workings = schedule.workings
    network, work, early = workings.network, workings.work, workings.solution.early
    size, at, asked, form = network.size, early.at, early.asked, work.form
    found = [False] * (2 * size)
    for row in network.order:
        if row >= size or not network.is_leaf[row] or not work.live[row]:
            continue
        begins = at[size + row] - work.remaining[row]
        if begins > asked[row]:
            decides = form[row] == HELD or (form[row] == PLANNED and begins > today)
        else:
            decides = begins > today and _is_driven_by(found, schedule, row, begins)
        if decides:
            _note(found, schedule, row)
    return found


def _is_driven_by(found: list[bool], schedule: Schedule, row: int, begins: int) -> bool:
    """Whether one of the starts and finishes in ``found`` drives the start of a task."""
    workings = schedule.workings
    network, at, left = workings.network, workings.solution.early.at, workings.work.remaining[row]
    for carrier in _up(network.parent, row):
        for source, lag in network.to_start[carrier]:
            if found[source] and at[source] + lag == begins:
                return True
        for source, lag in network.to_finish[carrier]:
            if found[source] and at[source] + lag - left == begins:
                return True
        for links in network.elapsed.get(carrier, ()):
            if any(found[source] for source, _ in links):
                return True
    return False


def _note(found: list[bool], schedule: Schedule, row: int) -> None:
    """Record that a date drives a task, and the summaries that begin or end with it."""
    network, at = schedule.workings.network, schedule.workings.solution.early.at
    size = network.size
    for carrier in _up(network.parent, row):
        found[carrier] = found[carrier] or at[carrier] == at[row]
        found[size + carrier] = found[size + carrier] or at[size + carrier] == at[size + row]
