"""What the guides ask of a pathway, and a pathway lacks, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from pathwayctl.evidence.pathways.offerings import (
    LATEST_PLAN_GRADE,
    PathwayOffering,
    least_credits,
)
from pathwayctl.evidence.pathways.pathway_routes import (
    PathwayRoute,
)
from pathwayctl.handouts.cells import some
from pathwayctl.language import phrase
from pathwayctl.wording import count


def pathway_gaps(offering: PathwayOffering, found: PathwayRoute) -> Iterator[str]:
    """Yield what the guides ask of a pathway and this one lacks."""
    pathway = offering.pathway
    if offering.credits is None:
        yield phrase("The college credits that students can earn before graduation are missing.")
    elif offering.has_few_credits:
        earned = count(offering.in_focus or 0, "college credit")
        area = "" if offering.in_focus == offering.credits else phrase(" in the career area")
        few = phrase(
            "before graduation, fewer than the required {least_credits}.", least_credits=least_credits()
        )
        yield phrase("Students can earn {earned}{area} {few}", earned=earned, area=area, few=few)
    if offering.overstates:
        stated = phrase(
            "{college_credits} college credits are stated", college_credits=pathway.college_credits
        )
        yield phrase(
            "{stated}, but the courses up to grade 12 carry {added}.", stated=stated, added=offering.added
        )
    if offering.not_transferring:
        yield phrase(
            "The credits are said to transfer, but these do not: {not_transferring}.",
            not_transferring=some(offering.not_transferring),
        )
    if not offering.transfers:
        known = (
            phrase("do not transfer") if offering.transfers is False else phrase("are not known to transfer")
        )
        yield phrase("The college credits {known} to four-year public colleges.", known=known)
    if offering.has_few_measures:
        yield phrase("Several measures, not one, should decide who may take college courses.")
    if not offering.plans_in_time:
        yield phrase(
            "Every student should have an individual plan by grade {latest_plan_grade}.",
            latest_plan_grade=LATEST_PLAN_GRADE,
        )
    if not found.rungs:
        yield phrase("The pathway has no credentials.")
    if not pathway.work_based:
        yield phrase("The pathway has no work-based learning.")
