"""Tasks with so much float that something they should come before is likely to be missing.

The float is looked at where it arises: at the task after which the plan waits (its free float), not at
all those before it that inherit it. What waits for the calendar and not for other work, such as a
launch in August, is no sign of a missing link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.health_lengths import LONGEST
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.sources import DCMA, GAO
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.scheduling.progress import HELD, PLANNED
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

MUCH_FLOAT: Final = Rule(
    "PW622",
    Severity.NOTE,
    "Tasks that could end two months later without anybody noticing",
    "So much room mostly means that something should wait for the task and does not say so; and what can "
    "wait for months is forgotten.",
    "Let what needs it wait for it. If there is such room, add deadline: with the day by which you want it.",
    f"{GAO}, best practice 7: ensuring reasonable total float; 44 working days, and 5 percent of the tasks, "
    f"are the figures of the {DCMA} (that it is looked at where it arises is our reading)",
    bad="""\
tasks:
  - {id: survey, title: Ask the employers, duration: 2d}
  - {id: leaflet, title: Print the leaflet, duration: 3d, depends_on: [survey]}
  - {id: lessons, title: Write the lessons, duration: 40d, depends_on: [survey]}
  - {id: training, title: Train the teachers, duration: 20d, depends_on: [lessons]}
  - {id: launch, title: Launch the pathway, duration: 1d, depends_on: [training, leaflet]}
""",
    good="""\
tasks:
  - {id: survey, title: Ask the employers, duration: 2d}
  - {id: leaflet, title: Print the leaflet, duration: 3d, depends_on: [survey], deadline: 2027-02-26}
  - {id: lessons, title: Write the lessons, duration: 40d, depends_on: [survey]}
  - {id: training, title: Train the teachers, duration: 20d, depends_on: [lessons]}
  - {id: launch, title: Launch the pathway, duration: 1d, depends_on: [training, leaflet]}
""",
)

_ONE_OF: Final = 20
"""More than one task in twenty is more than 5 percent."""


def floats(facts: Facts) -> Iterator[Problem]:
    """The tasks whose float is long, in one finding; a few of many are no reason for one."""
    schedule = facts.schedule
    if not isinstance(schedule, Schedule):
        return
    free, form = schedule.workings.solution.free_float, schedule.workings.work.form
    loose = [
        row
        for row in facts.still_open
        if free[row.index] > LONGEST and form[row.index] != HELD and row.task.deadline is None
    ]
    loose = [row for row in loose if facts.ties.awaited[row.index]]
    if len(loose) * _ONE_OF <= len(facts.still_open):
        return
    today = schedule.calendar.index(facts.today) if facts.today else 0
    if any(schedule.workings.work.late) or max(schedule.workings.work.release) > today:
        waiting = _waiting(schedule, today)
        loose = [row for row in loose if _waits_for_work(schedule, row, waiting)]
    if len(loose) * _ONE_OF > len(facts.still_open):
        yield MUCH_FLOAT.at(loose[0].path, _told(loose, free))


def _told(loose: list[Row], free: list[int]) -> str:
    if len(loose) == 1:
        title, days = quoted(loose[0].task.title), count(free[loose[0].index], "working day")
        return f"{title} could end {days} later without moving anything that waits for it."
    loose = sorted(loose, key=lambda row: -free[row.index])
    names = named([row.task.title for row in loose])
    return (
        f"{len(loose):,} tasks could end more than {LONGEST} working days later without moving anything that "
        f"waits for them, the first of these {free[loose[0].index]} days: {names}."
    )


def _waits_for_work(schedule: Schedule, row: Row, waiting: dict[int, tuple[int, bool]]) -> bool:
    """Whether what waits for a task first, or for a summary it is in, waits for other work and no date."""
    parent, size = schedule.workings.network.parent, schedule.workings.network.size
    first: tuple[int, bool] | None = None
    index = row.index
    while index < size - 1:
        here = waiting.get(size + index)
        if here is not None and (first is None or here < first):
            first = here
        index = parent[index]
    return first is not None and not first[1]


def _waiting(schedule: Schedule, today: int) -> dict[int, tuple[int, bool]]:
    """For each value that is waited for: when the first that waits begins, and whether by the calendar."""
    workings = schedule.workings
    network, work, at = workings.network, workings.work, workings.solution.early.at
    calendar = _by_the_calendar(schedule, today)
    found: dict[int, tuple[int, bool]] = {}
    for row in range(network.size - 1):
        if work.live[row]:
            here = at[row], calendar[row]
            for sources in (network.to_start[row], network.to_finish[row], *network.elapsed.get(row, ())):
                for source, _ in sources:
                    if source not in found or here < found[source]:
                        found[source] = here
    return found


def _by_the_calendar(schedule: Schedule, today: int) -> list[bool]:
    """For each start and finish of the network, whether a date decides it, itself or further back.

    ``today`` is the boundary of the status date: that nothing can be planned before it is no such date.
    """
    workings = schedule.workings
    network, work, early = workings.network, workings.work, workings.solution.early
    size, at = network.size, early.at
    found = [False] * (2 * size)
    for row in network.order:
        if row >= size or not network.is_leaf[row] or not work.live[row]:
            continue
        begins = at[size + row] - work.remaining[row]
        if begins > early.asked[row]:
            decides = work.form[row] == HELD or (work.form[row] == PLANNED and begins > today)
        else:
            decides = any(found[source] for source in _drivers(schedule, row, begins))
        if decides:
            _note(found, schedule, row)
    return found


def _note(found: list[bool], schedule: Schedule, row: int) -> None:
    """Note that a date decides a task, and the summaries that begin or end with it."""
    network, at = schedule.workings.network, schedule.workings.solution.early.at
    size, index = network.size, row
    while index < size - 1:
        found[index] = found[index] or at[index] == at[row]
        found[size + index] = found[size + index] or at[size + index] == at[size + row]
        index = network.parent[index]


def _drivers(schedule: Schedule, row: int, begins: int) -> Iterator[int]:
    """The starts and finishes that ask a task to begin when it does."""
    workings = schedule.workings
    network, at, left = workings.network, workings.solution.early.at, workings.work.remaining[row]
    index = row
    while index < network.size - 1:
        yield from (source for source, lag in network.to_start[index] if at[source] + lag == begins)
        yield from (source for source, lag in network.to_finish[index] if at[source] + lag - left == begins)
        for sources in network.elapsed.get(index, ()):
            yield from (source for source, _ in sources)
        index = network.parent[index]
