"""A schedule in which no one ever works above their capacity or on their leave; tasks are not split.

The order of importance is never given up for a shorter plan (see ``ordering``). Within a class the last
finish counts first, then days late over deadlines, then the sum of finishes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Final

from pathwayctl.levelling.demands import Demands, demands, with_pauses
from pathwayctl.levelling.floats import solution, waits
from pathwayctl.levelling.handover import hand_overs, link
from pathwayctl.levelling.obstacles import Hindrance, Obstacle, obstacles, unplaced
from pathwayctl.levelling.ordering import graph
from pathwayctl.levelling.priority_rules import rules
from pathwayctl.levelling.search import Search, SearchGoal
from pathwayctl.levelling.serial_schedules import Builder
from pathwayctl.model.plan import Plan
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.loads import Overload, overloads
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.schedule import Schedule, dated, workings_of
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.scheduling.workings import ResourceWait, Unlevelled, Workings

EFFORTS: Final[Mapping[str, tuple[int, int]]] = {
    "quick": (400, 60_000),
    "normal": (4_000, 540_000),
    "thorough": (32_000, 4_000_000),
}
"""How many schedules are made at most, and how many tasks are placed in all of them together.

Where each takes longer, because it has to come from the plan's own network, there are half as many.
"""
SEED: Final = 1
_FEWEST: Final = 3
"""With fewer schedules than these there is nothing to choose from."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """A levelled schedule beside the plain one it comes from.

    ``tried`` counts the schedules made. ``held`` is where tasks that are held on a date by themselves
    still ask for too much.
    """

    schedule: Schedule
    plain: Schedule
    tried: int
    held: tuple[Overload, ...]

    @property
    def before(self) -> date:
        """The day on which the plan would finish if no one were overbooked."""
        return self.plain.finish

    @property
    def after(self) -> date:
        """The day on which it ends."""
        return self.schedule.finish


@dataclass(frozen=True, slots=True)
class CannotLevel:
    """Why no schedule keeps to what people can give, task by task in outline order."""

    obstacles: tuple[Obstacle, ...]


def level(plan: Plan, schedule: Schedule, effort: str = "normal", seed: int = SEED) -> Levelled | CannotLevel:
    """The levelled schedule of a plan from its plain one, with an effort of ``EFFORTS``."""
    needed = demands(plan, schedule)
    hopeless = obstacles(needed, schedule)
    if hopeless:
        return CannotLevel(tuple(hopeless))
    early, tried = _best(schedule, needed, EFFORTS[effort], Random(seed))  # noqa: S311 - no secret
    hopeless = unplaced(needed, early)
    if hopeless:
        return CannotLevel(tuple(hopeless))
    before, calendar = workings_of(schedule), schedule.calendar
    needed, work = with_pauses(needed, before.work, early)
    plain = Unlevelled(before.network, before.solution.release)
    workings = levelled_workings(plan, calendar, work, plain, needed, early)
    made = dated(plan, schedule.records.breakdown, calendar, workings)
    if not isinstance(made, Schedule):
        row = schedule.records.breakdown.by_id[made.too_far or ""]
        return CannotLevel((Obstacle(Hindrance.TOO_FAR, row, "", 0, 0),))
    return Levelled(made, schedule, tried, overloads(plan, made))


def _best(
    schedule: Schedule, needed: Demands, effort: tuple[int, int], random: Random
) -> tuple[ForwardPass, int]:
    """The best dates found, class by class, and how many schedules were made to find them."""
    workings, breakdown = workings_of(schedule), schedule.records.breakdown
    network, work = workings.network, workings.work
    order = graph(breakdown, network, work)
    due = {
        row.index: schedule.calendar.index_before(row.task.deadline) + 1
        for row in breakdown.rows
        if row.task.deadline and network.is_leaf[row.index]
    }
    builder = Builder(network, work, schedule.calendar, needed, order, due)
    schedules = min(effort[0], effort[1] // network.size)
    ways = list(rules(network, work, workings.solution, order, due))
    for numbers in order.classes:
        builder.turn_to(numbers)
        share = schedules * sum(number < network.size for number in numbers) // network.size
        if len(builder.moving) < 2 or share < _FEWEST:
            builder.pass_over(ways[0])
            continue
        free, finish = builder.bounds()
        share = share if builder.is_quick else share // 2
        builder.settle(Search(builder, SearchGoal(finish, free[1], share), random).run(ways))
    return builder.settled(), builder.made


def levelled_workings(
    plan: Plan,
    calendar: WorkCalendar,
    work: Work,
    plain: Unlevelled,
    needed: Demands,
    early: ForwardPass,
    known: Mapping[int, ResourceWait] | None = None,
) -> Workings:
    """The leveled dates with their floats, their hand-overs, and who waits for whom.

    ``known`` are the waits of the schedule from which a changed plan is placed.
    """
    network = plain.network
    rows = {**needed.needs, **needed.pauses}
    begins = {row: early.at[network.size + row] - work.remaining[row] for row in rows}
    found = hand_overs(needed, begins)
    linked = link(network, found, begins)
    held_up = waits(needed, found, early, begins, known or {})
    release = list(plain.release)
    for row in held_up:
        if all(early.at[source] + lag < begins[row] for source, lag in linked.network.to_start[row]):
            release[row] = begins[row]  # someone is on leave or closed until then
    solved = solution(linked, work, calendar, plan.project.finish_by, needed, early, release)
    return Workings(linked.network, work, solved, held_up, plain)
