"""The guides that a project can follow, each with the function that reports progress in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pathwayctl.guidance.report import GuideReport
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import NoSchedule, Schedule


def guide_report(plan: Plan, schedule: Schedule | NoSchedule | None, guide: Guide) -> GuideReport:
    """Report the progress of a plan in one guide; without a schedule, its open tasks have no dates."""
    from pathwayctl.scheduling.breakdown import break_down

    return reports()[guide](PlanIndex(plan, break_down(plan.tasks), schedule))


def reports() -> Mapping[Guide, Callable[[PlanIndex], GuideReport]]:
    """The function of each guide. A new guide is a module and a line here."""
    from pathwayctl.guidance import ccrs, components, grades_9_14, sector

    return {
        Guide.CCRS: ccrs.report,
        Guide.COMPONENTS: components.report,
        Guide.GRADES_9_14: grades_9_14.report,
        Guide.SECTOR: sector.report,
    }
