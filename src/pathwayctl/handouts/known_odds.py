"""The odds of a plan, which are simulated again only if a change concerns what the simulation takes in."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.handouts.earlier_run import EarlierRun
from pathwayctl.model.work import Task
from pathwayctl.scheduling.pauses import pauses
from pathwayctl.simulation.quick_odds import quick_odds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule
    from pathwayctl.simulation.odds import Odds

NOT_SIMULATED: Final = frozenset(
    {
        "title", "outcome", "detail", "cost", "actual_cost", "resources", "owner", "deputy", "assigned",
        "consulted", "informed", "requirement", "phase", "focus_area", "component", "step",
        "priority_served", "tags", "tasks",
    }
)  # fmt: skip
"""The fields of a task that its dates and odds do not depend on. Who does it may be closed, which shows in
its pauses, and what is below it are rows of their own."""
_of_task: Final = attrgetter(*(name for name in Task.model_fields if name not in NOT_SIMULATED))
_of_risk: Final = attrgetter("id", "effect", "probability", "delays", "closed")


def known_odds(plan: Plan, schedule: Schedule, earlier: EarlierRun) -> Odds | None:
    """The odds from ``quick_odds``; if those of an earlier run are the same, these with the titles of now."""
    if not earlier.keeps:
        return quick_odds(plan, schedule)
    taken_in = tuple(_taken_in(plan, schedule))
    found = earlier.made("odds", taken_in, lambda: quick_odds(plan, schedule))
    return found and _titled(found, plan, schedule)


def _taken_in(plan: Plan, schedule: Schedule) -> Iterator[object]:
    """All that the schedule and the simulation of a plan follow from."""
    breakdown = schedule.records.breakdown
    yield plan.project
    yield plan.calendar
    yield [_of_risk(risk) for risk in plan.risks]
    yield [(row.wbs, row.parent, _of_task(row.task)) for row in breakdown.rows]
    yield breakdown.worked
    yield pauses(plan, schedule)


def _titled(odds: Odds, plan: Plan, schedule: Schedule) -> Odds:
    """The odds with the titles that tasks and risks have now."""
    titles = {task.task.id: task.task.title for task in schedule.records.breakdown.rows}
    named = {risk.id: risk.title for risk in plan.risks}
    return replace(odds, tasks=_renamed(odds.tasks, titles), risks=_renamed(odds.risks, named))


def _renamed(found: tuple[Any, ...], titles: dict[str, str]) -> tuple[Any, ...]:
    return tuple(one if one.title == titles[one.id] else replace(one, title=titles[one.id]) for one in found)
