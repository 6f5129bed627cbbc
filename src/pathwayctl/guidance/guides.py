"""The guides that a project can follow, each with the function that reports its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.report import GuideReport


def guide_report(index: PlanIndex, guide: Guide) -> GuideReport:
    """Progress of a plan in one guide, with what to do next; without a schedule, open tasks have no dates."""
    return reports()[guide](index)


def reports() -> Mapping[Guide, Callable[[PlanIndex], GuideReport]]:
    """The function of each guide. A new guide is a module and a line here."""
    from pathwayctl.guidance import ccrs, components, grades_9_14, sector

    return {
        Guide.CCRS: ccrs.report,
        Guide.COMPONENTS: components.report,
        Guide.GRADES_9_14: grades_9_14.report,
        Guide.SECTOR: sector.report,
    }
