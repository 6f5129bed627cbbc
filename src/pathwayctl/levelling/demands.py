"""Collect what tasks need from whom, what people can give, and what held tasks already take.

People and pools are numbered here; those that no task needs are left out. Units are in thousandths a day
and times are boundaries between working days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Final

from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Assignment
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import Assignees
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.givers import Giver, givers, thousandths
from pathwayctl.scheduling.loads import asks_for_people
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.network import FAR
from pathwayctl.scheduling.pauses import Pause, Spans, joined, pauses
from pathwayctl.scheduling.remaining_work import HELD, Work
from pathwayctl.scheduling.schedule import Schedule, workings_of

_YEARS: Final = 200
"""Leave that reaches so far past the end of the plan is for ever."""


@dataclass(frozen=True, slots=True)
class Demands:
    """What tasks need from whom.

    ``needs`` has, for each row with work that someone is assigned to, numbers of givers and the units
    a day they are needed for; ``length`` the working days of that work, with its pauses. ``pauses`` has the
    rows whose work pauses while someone is closed. ``leave`` has the rows that wait while someone
    assigned by name is on leave, with all of it. ``held`` are the rows that stay where they are, and
    ``release`` the boundaries before which nothing starts (where a held task stands). ``end`` is a boundary
    after all working days that there are.
    """

    givers: tuple[Giver, ...]
    needs: Mapping[int, tuple[tuple[int, int], ...]]
    length: Mapping[int, int]
    pauses: Mapping[int, Pause]
    leave: Mapping[int, Spans]
    held: frozenset[int]
    release: Sequence[int]
    end: int


def demands(plan: Plan, schedule: Schedule) -> Demands:
    """What the tasks of a plan need, as far as they are still to be done."""
    workings = workings_of(schedule)
    work = workings.work
    all_givers = givers(plan, schedule.calendar, _horizon(schedule))
    numbers: dict[str, int] = {}
    needs: dict[int, tuple[tuple[int, int], ...]] = {}
    away: dict[int, Spans] = {}
    assignees = Assignees.of(plan)
    for row in schedule.records.breakdown.rows:
        if not asks_for_people(row.task, work, row.index):
            continue
        by_name = assignees.by_name(row.task)
        needed = tuple(
            [
                (numbers.setdefault(one.resource, len(numbers)), thousandths(one.units))
                for one in (*by_name, *_members(assignees, row, schedule, all_givers))
                if one.resource in all_givers
            ]
        )
        if needed:
            needs[row.index] = needed
            leave = [all_givers[one.resource].leave for one in by_name if one.resource in all_givers]
            if any(leave):
                away[row.index] = joined(chain.from_iterable(leave))
    needed_people = tuple(all_givers[name] for name in numbers)
    return Demands(
        givers=needed_people,
        needs=needs,
        length={row: work.remaining[row] for row in needs},
        pauses=pauses(plan, schedule),
        leave=away,
        held=frozenset(row for row in needs if work.form[row] == HELD),
        release=workings.solution.release,
        end=((date.max - plan.project.start).days // 7 + 2) * schedule.calendar.week,
    )


def _members(
    assignees: Assignees, row: Row, schedule: Schedule, people: Mapping[str, Giver]
) -> Iterator[Assignment]:
    """The members of the teams that do a task who are there then or, as it may be put off, later.

    Their leave does not put the task off, since the others of the team go on with it.
    """
    by_team = assignees.by_team(row.task)
    if not by_team:
        return
    finish, first = schedule.span(row.index)[1], schedule.days(row.index)[0]
    for one in by_team:
        _, until = assignees.stay(one.resource)
        leaves = any(end >= FAR and begin < finish for begin, end in people[one.resource].leave)
        if not leaves and (until is None or until >= first):
            yield one


def with_pauses(demands: Demands, work: Work, early: ForwardPass) -> tuple[Demands, Work]:
    """The demands and the work with the pauses that there are where tasks are placed."""
    remaining = list(work.remaining)
    for row, pause in demands.pauses.items():
        finish = early.at[len(early.at) // 2 + row]
        remaining[row] = finish - pause.begin_by(finish)
    work = replace(work, remaining=remaining)
    return replace(demands, length={row: remaining[row] for row in demands.needs}), work


def _horizon(schedule: Schedule) -> date:
    """The day after which leave is as good as endless: no levelling puts work off by so much."""
    return date(min(schedule.finish.year + _YEARS, date.max.year - 1), 12, 31)


def held_loads(demands: Demands) -> list[tuple[int, int, int, int]]:
    """What held tasks take: giver, begin, end, and units, for each stretch with the same load."""
    changes: dict[tuple[int, int], int] = {}
    for row in sorted(demands.held):
        begin = demands.release[row]
        for who, units in demands.needs[row]:
            for boundary, change in ((begin, units), (begin + demands.length[row], -units)):
                changes[who, boundary] = changes.get((who, boundary), 0) + change
    found: list[tuple[int, int, int, int]] = []
    before, load = (-1, 0), 0
    for key in sorted(changes):
        if load and key[0] == before[0]:
            found.append((key[0], before[1], key[1], load))
        load += changes[key]
        before = key
    return found
