"""The guides that are followed, each with the function that says where a project stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.guidance.records import Records
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pathwayctl.guidance.state import GuideReport
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import NoSchedule, Schedule


def guide_report(plan: Plan, schedule: Schedule | NoSchedule | None, guide: Guide) -> GuideReport:
    """Where a plan stands in one guide; without a schedule, its open tasks have no days."""
    from pathwayctl.scheduling.schedule import Schedule

    dates = schedule if isinstance(schedule, Schedule) else None
    return reports()[guide](Records(plan, dates))


def reports() -> Mapping[Guide, Callable[[Records], GuideReport]]:
    """What each guide's module is asked. A new guide is a module and a line here."""
    from pathwayctl.guidance import ccrs, components, grades_9_14, sector

    return {
        Guide.CCRS: ccrs.report,
        Guide.COMPONENTS: components.report,
        Guide.GRADES_9_14: grades_9_14.report,
        Guide.SECTOR: sector.report,
    }
