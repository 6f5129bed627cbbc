"""What shows the pathways that students follow, and the ladder of credentials, and what is missing.

Source: the Grades 9-14 work plan of the Pathways to Prosperity Network (undated), Integrated Program of
Study, and Texas Regional Pathways Network, Key Stakeholders (undated).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from pathwayctl.evidence.gap import Gap, Judgment, Question, entries, want
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.pathways.offerings import LATEST_PLAN_GRADE, least_credits, offerings
from pathwayctl.evidence.talent.credential_ladder import ladder
from pathwayctl.wording import count

_WORDS: Final = {
    "courses": "courses",
    "advanced_academics": "advanced academics",
    "work_based": "work-based learning",
    "students": "number of students",
    "individual_plans_by_grade": "grade by which students have individual plans",
}


@cache
def pathway(field: str) -> Question:
    """Ask whether there is a pathway, and whether each has filled a field."""
    return entries("pathways", "pathway", want(_WORDS[field], field))


def plans_early(index: PlanIndex) -> Judgment:
    """Every student has an individual plan by 8th grade."""
    words, noun = ("individual plans by grade 8",), "pathway"
    return Judgment(
        gaps=tuple(
            Gap("late-plans", ("pathways", place), words, noun, entry=one)
            for place, one in enumerate(index.plan.pathways)
            if (one.individual_plans_by_grade or 0) > LATEST_PLAN_GRADE
        )
    )


def program_of_study(index: PlanIndex) -> Judgment:
    """Enough college credits, all of which transfer, and several measures of who may earn them."""
    return Judgment(
        gaps=tuple(
            Gap("thin-program", ("pathways", place), (words,), "pathway", entry=one.pathway, fields=(field,))
            for place, one in enumerate(index.ask(offerings))
            for short, field, words in (
                (one.has_few_credits, "college_credits", f"{least_credits()} college credits"),
                (not one.transfers, "transfers", "transfer of college credits"),
                (one.has_few_measures, "eligibility", "measures of eligibility"),
            )
            if short
        )
    )


def stacked(index: PlanIndex) -> Judgment:
    """Credentials build on each other, and none of them in a ring."""
    credentials = index.plan.credentials
    if not credentials:
        return Judgment()
    found = ladder(index.plan)
    gaps = []
    for ring in found.rings:
        place = next(n for n, one in enumerate(credentials) if one.id == ring[0])
        path, one = ("credentials", place), credentials[place]
        gaps.append(Gap("credential-ring", path, ("order of credentials",), entry=one, items=tuple(ring)))
    longest = max((len(chain.credentials) for chain in found.chains), default=0)
    if longest > 1:
        return Judgment((f"a ladder of {count(longest, 'credential')}",), tuple(gaps))
    if not gaps:
        gaps = [Gap("no-ladder", ("credentials",), ("ladder of credentials",), items=(credentials[0],))]
    return Judgment(gaps=tuple(gaps))
