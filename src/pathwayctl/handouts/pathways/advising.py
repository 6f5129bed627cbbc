"""Advising milestones: what students should have done by which grade, and who helps them.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Effective Advising: a continuum of
activities from school into college, with the steps that students take.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts.cells import bulleted
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import STAKEHOLDERS, WORK_PLAN, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.pathways import AdvisingMilestone
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass

MILESTONES: Final[Columns[AdvisingMilestone]] = (
    Column("By the end of", lambda one, _: phrase("Grade {grade}", grade=one.grade), "narrow"),
    Column("Milestone", lambda one, _: one.title, "wide"),
    Column("Who helps", lambda one, _: one.helper or ""),
    Column("What shows it", lambda one, _: one.shown_by or ""),
    Column("Pathways", lambda one, context: pathway_titles(one, context)),
)


@dataclass(frozen=True, slots=True)
class Advising:
    """The page: the milestones in the order of their grades."""

    milestones: HandoutTable


def view(context: Context) -> Advising:
    """Return all milestones, or a form to fill in."""
    ordered = sorted(context.plan.advising, key=lambda one: one.grade)
    return Advising(table_of(MILESTONES, ordered, context, blank=14))


def pathway_titles(one: AdvisingMilestone, context: Context) -> str:
    """Return the pathways that a milestone is for."""
    titles = {pathway.id: pathway.title for pathway in context.plan.pathways}
    return bulleted(titles.get(key, key) for key in one.pathways) or phrase("All")


HANDOUT: Final = one_page(
    "advising",
    "Advising milestones",
    STAKEHOLDERS.format("Effective Advising"),
    "What students should have done by which grade, and who helps them.",
    view,
    guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
    sections=("advising",),
    source_elsewhere=WORK_PLAN.format("Student Support"),
)
