"""The eight objectives of chapters 1 and 4: which are reached, by what stands in the files.

Source: Designing a Career Pathways System, chapters 1 and 4, table 1 of each (CCRS Center, 2016); see
``catalog/ccrs.yaml``. Chapters 2 and 3 are not among the sources, so their objectives are not followed;
what chapter 4 begins with, the frameworks, is asked for in its first objective.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.guidance.assembly import item, look_at
from pathwayctl.guidance.looks import (
    goals,
    invitations,
    meetings,
    outreach,
    people,
    requirements,
    results,
    risks,
)
from pathwayctl.guidance.state import GuideReport, Item
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.catalog.ccrs import Objective
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.state import Proof

OBJECTIVES: Final[Mapping[str, tuple[Proof, ...]]] = {
    "identify-stakeholders": (people.categories, people.both_kinds, people.considerations),
    "clarify-roles": (
        people.named,
        people.deciders_and_doers,
        people.connectors_and_champions,
        people.stages,
        people.confirmed,
    ),
    "engage-stakeholders": (invitations.reached, invitations.whole, invitations.contacts),
    "build-knowledge": (meetings.kickoff_needs, meetings.kickoff, goals.beliefs, goals.definition),
    "define-goals": (goals.votes, goals.goals, goals.priority_owners),
    "implement-framework": (
        requirements.frameworks,
        requirements.requirements,
        requirements.broken_down,
        requirements.sufficient,
        requirements.watched,
    ),
    "measure-progress": (
        risks.risks,
        risks.both_kinds,
        results.full_measures,
        results.all_headings,
        results.seats,
        meetings.reviews,
    ),
    "reflect": (outreach.communications, outreach.engagement, meetings.reflection),
}
"""What shows that each objective is reached. A new look is a function in ``looks``, and a word here."""

_CARRIES_OUT: Final = "implement-framework"
"""The objective of the work itself: it is reached when no task is open."""
_ENDING: Final = (
    "The work has no defined ending: keep reading the measures, look back at each milestone, and revise the "
    "goals with the group."
)


def report(records: Records) -> GuideReport:
    """The five objectives of chapter 1 and the three of chapter 4."""
    from pathwayctl.catalog.reading import ccrs

    objectives = ccrs().objectives
    items = tuple(_objective(one, records) for one in objectives)
    return GuideReport(Guide.CCRS, "objective", items, ending=_ENDING)


def _objective(objective: Objective, records: Records) -> Item:
    look = look_at(records, OBJECTIVES[objective.id])
    titles = f"Chapter {objective.chapter}", objective.text.rstrip(".")
    tasks = records.of_the_system if objective.id == _CARRIES_OUT else ()
    return item(Guide.CCRS, objective.id, titles, look, tasks, records)
