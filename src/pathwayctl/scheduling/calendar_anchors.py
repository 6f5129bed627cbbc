"""Tasks that wait for a date and not for other work: a launch in August, and everything after it.

A task waits for a date if its own ``date``, its ``not_before``, or ``as_late_as_possible`` places it, or
if a task that drives it waits for a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.remaining_work import HELD, PLANNED, Work
from pathwayctl.scheduling.schedule import Schedule, workings_of


def wait_for_the_calendar(schedule: Schedule, rows: Iterable[int], today: int) -> set[int]:
    """Those of some tasks whose first successor waits for a date.

    ``today`` is the boundary of the status date, which does not count as such a date.
    """
    network, work, at = _columns(schedule)
    if not any(work.late) and max(work.release) <= today:
        return set()
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


def _columns(schedule: Schedule) -> tuple[Network, Work, list[int]]:
    """The network, the work, and the early boundaries."""
    workings = workings_of(schedule)
    return workings.network, workings.work, workings.solution.early.at


def _up(parent: Sequence[int], row: int) -> Iterator[int]:
    """A row and the summaries around it; the project itself has no parent."""
    while row < len(parent):
        yield row
        row = parent[row]


def _links_from(schedule: Schedule, sources: set[int]) -> Iterator[tuple[int, int]]:
    """The links from some starts and finishes, each with the row of the successor."""
    network, work, _ = _columns(schedule)
    for sides in (network.to_start, network.to_finish):
        for row, links in enumerate(sides):
            for source, _ in links:
                if source in sources and work.live[row]:
                    yield source, row
    for row, both in network.elapsed.items():
        for links in both:
            for source, _ in links:
                if source in sources and work.live[row]:
                    yield source, row


def _decided(schedule: Schedule, today: int) -> list[bool]:
    """For each start and finish of the network, whether a date drives it, directly or indirectly."""
    network, work, at = _columns(schedule)
    size, asked, form = network.size, workings_of(schedule).solution.early.asked, work.form
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
    network, work, at = _columns(schedule)
    left = work.remaining[row]
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
    network, _, at = _columns(schedule)
    size = network.size
    for carrier in _up(network.parent, row):
        found[carrier] = found[carrier] or at[carrier] == at[row]
        found[size + carrier] = found[size + carrier] or at[size + carrier] == at[size + row]
