"""Looks at the pathways that students follow, and at the ladder of credentials.

Source: the Grades 9-14 work plan of the Pathways to Prosperity Network (undated), Integrated Program of
Study, and Texas Regional Pathways Network, Key Stakeholders (undated).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.credential_ladder import ladder
from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import Want, added, entries, few, new, quoted, want, want_day
from pathwayctl.guidance.state import Look, Proof
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields

PLAN_BY_GRADE: Final = 8
"""By the end of this grade every student has a plan of their own (Effective Advising)."""
SEVERAL: Final = 2
"""The fewest measures that are several."""
_COURSE: Final = {"title": "The course’s title", "grade": 9}


def pathway(*wants: Want) -> Proof:
    """There is a pathway, and each has what is wanted of it."""
    return entries(
        "pathways",
        "pathway",
        "No pathway is written down yet.",
        lambda _: {"id": "first-pathway", "title": "The pathway’s name"},
        wants,
    )


COURSES: Final = want("courses", "courses", [_COURSE])
ADVANCED: Final = want("advanced_academics", "advanced academics", ["Dual credit"])
WORK_BASED: Final = want("work_based", "learning at work", ["Job shadow day in grade 10"])
STUDENTS: Final = want("students", "number of students", 24)
PLANS: Final = want(
    "individual_plans_by_grade", "grade by which students have plans of their own", PLAN_BY_GRADE
)


def plans_early(records: Records) -> Look:
    """Every student has a plan of their own by 8th grade."""
    late = [
        (place, one)
        for place, one in enumerate(records.plan.pathways)
        if (one.individual_plans_by_grade or 0) > PLAN_BY_GRADE
    ]
    return Look(
        lacks=tuple(
            added(
                f"{quoted(one.title)} has plans for students only by grade {one.individual_plans_by_grade}.",
                "pathways",
                place,
                one,
                {"individual_plans_by_grade": PLAN_BY_GRADE},
            )
            for place, one in late
        )
    )


def program_of_study(records: Records) -> Look:
    """Enough college credits, all of which transfer, and several measures of who may earn them."""
    from pathwayctl.catalog.reading import grades_9_14

    least = grades_9_14().least_college_credits
    enough = {"college_credits": least}
    several = {"eligibility": ["Grades", "A teacher’s recommendation"]}
    return Look(
        lacks=tuple(
            added(f"{quoted(one.title)} has {words}.", "pathways", place, one, fields)
            for place, one in enumerate(records.plan.pathways)
            for short, words, fields in (
                ((one.college_credits or 0) < least, f"fewer than {least} college credits", enough),
                (not one.transfers, "college credits that are not said to transfer", {"transfers": True}),
                (len(one.eligibility) < SEVERAL, "fewer than two measures for dual enrollment", several),
            )
            if short
        )
    )


credentials: Final = entries(
    "credentials",
    "credential",
    "No credential is in the files.",
    lambda _: {"id": "first-credential", "title": "The credential’s title", "kind": "industry-certification"},
    (
        Want("employer that says it counts", ("recognized_by",), lambda records: [samples.employer(records)]),
        want_day("reviewed", "day on which employers reviewed it"),
        want("portable", "word on whether it counts elsewhere", True),
    ),
)


def stacked(records: Records) -> Look:
    """Credentials build on each other, and none of them in a ring."""
    plan = records.plan
    found = ladder(plan)
    if not plan.credentials:
        return Look()
    lacks = []
    for ring in found.rings:
        place = next(n for n, one in enumerate(plan.credentials) if one.id == ring[0])
        one = plan.credentials[place]
        text = f"These build on each other in a ring: {few(ring)}."
        lacks.append(added(text, "credentials", place, one, {"stacks_on": []}))
    longest = max((len(chain.credentials) for chain in found.chains), default=0)
    if longest > 1:
        return Look((f"a ladder of {count(longest, 'credential')}",), tuple(lacks))
    if not lacks:
        first = plan.credentials[0]
        fields: Fields = {
            "id": f"after-{first.id}",
            "title": "The credential’s title",
            "kind": "level-1-certificate",
            "stacks_on": [first.id],
            "portable": True,
            "recognized_by": [samples.employer(records)],
            "reviewed": samples.day(records),
        }
        lacks.append(new("No credential builds on another one.", "credentials", fields))
    return Look(lacks=tuple(lacks))


demand: Final = entries(
    "occupations",
    "occupation",
    "There are no occupations that pathways lead to.",
    lambda _: {"id": "machinist", "title": "Machinists"},
    (
        want("annual_openings", "openings", 74),
        want("source", "source of its figures", "Where the figures come from, and of which year"),
        want("employers_account", "account of employers", "What employers say about it"),
    ),
)
