"""The eight objectives of chapters 1 and 4: which ones have been reached, as the files show.

Source: Designing a Career Pathways System, chapters 1 and 4, table 1 of each (CCRS Center, 2016); see
``catalog/ccrs.yaml``. Chapters 2 and 3 are not among the sources, so their objectives are not followed;
the frameworks, with which chapter 4 begins, belong to its first objective.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence import funding, goals, risks
from pathwayctl.evidence.assessment import ratings
from pathwayctl.evidence.evaluation import gaps as evaluation
from pathwayctl.evidence.frameworks import gaps as frameworks
from pathwayctl.evidence.outreach import gaps as outreach
from pathwayctl.evidence.partners import gaps as partners
from pathwayctl.evidence.work import gaps as work
from pathwayctl.guidance.assembly import item
from pathwayctl.guidance.report import GuideReport, Item
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.catalog.ccrs import Objective
    from pathwayctl.evidence.gap import Question
    from pathwayctl.evidence.index import PlanIndex

OBJECTIVES: Final[Mapping[str, tuple[Question, ...]]] = {
    "identify-stakeholders": (partners.categories, partners.both_kinds, partners.considerations),
    "clarify-roles": (
        partners.named,
        partners.deciders_and_doers,
        partners.connectors_and_champions,
        partners.stages,
        partners.confirmed,
    ),
    "engage-stakeholders": (partners.reached, partners.whole_invitations, partners.contacts),
    "build-knowledge": (outreach.kickoff_needs, outreach.kickoff, goals.beliefs, goals.definition),
    "define-goals": (goals.votes, goals.goals, goals.priority_owners),
    "implement-framework": (
        frameworks.frameworks,
        frameworks.requirements,
        frameworks.broken_down,
        work.sufficient,
        work.watched,
        funding.funded,
    ),
    "measure-progress": (
        risks.risks,
        risks.both_kinds,
        risks.tolerance,
        evaluation.full_measures,
        evaluation.all_headings,
        evaluation.seats,
        evaluation.still_measured,
        ratings.low_ratings,
        outreach.reviews,
    ),
    "reflect": (
        outreach.communications,
        partners.engagement,
        outreach.reflection,
    ),
}
"""What shows that each objective is reached."""

_CARRIES_OUT: Final = "implement-framework"
"""The objective of the work itself: it is reached when no task is open."""
_ENDING: Final = (
    "The work has no defined ending: keep reading the measures, look back at each milestone, and revise the "
    "goals with the group."
)


def report(index: PlanIndex) -> GuideReport:
    """The five objectives of chapter 1 and the three of chapter 4."""
    from pathwayctl.catalog.reading import ccrs

    items = tuple(_objective(one, index) for one in ccrs().objectives)
    return GuideReport(Guide.CCRS, "objective", items, ending=_ENDING)


def _objective(objective: Objective, index: PlanIndex) -> Item:
    titles = f"Chapter {objective.chapter}", objective.text.rstrip(".")
    tasks = frameworks.system_tasks(index) if objective.id == _CARRIES_OUT else ()
    return item(index, Guide.CCRS, objective.id, titles, OBJECTIVES[objective.id], tasks)
