"""Looks at how people hear of the work: marketing by audience, and the plan for communication.

Source: Creating Career Pathways in Colorado (2014), step 14, and Designing a Career Pathways System,
chapter 4, exhibit 4 and handout 4E (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import entries, grouped, new, want, want_owner
from pathwayctl.guidance.state import Look
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields

AUDIENCES: Final = 4
"""Students, parents, job seekers and employers; that all means these four at least is our reading."""

marketing: Final = entries(
    "marketing",
    "audience",
    "Nothing says yet how the pathway is made known.",
    lambda _: {"id": "students", "audience": "Students"},
    (
        want("message", "message", "What they should remember"),
        want("materials", "materials", ["Flyer"]),
        want_owner(),
    ),
)


def all_audiences(records: Records) -> Look:
    """Step 14: more than a few audiences hear of it."""
    found = len(records.plan.marketing)
    if not 0 < found < AUDIENCES:
        return Look()
    text = f"Only {count(found, 'audience')} so far; think of students, parents, job seekers and employers."
    fields = {
        "id": f"audience-{found + 1}",
        "audience": "Who it is for",
        "message": "What they should remember",
        "materials": ["Flyer"],
        "owner": samples.someone(records),
    }
    return Look(lacks=(new(text, "marketing", fields),))


communications: Final = entries(
    "communications",
    "audience",
    "There is no plan yet for who hears what.",
    lambda _: {"id": "students-and-parents", "audience": "Students and parents"},
    (
        want("messages", "messages", ["What it brings them"]),
        want("modes", "way to reach it", ["Flyers"]),
        want("cadence", "word on how often", "monthly", "frequency"),
    ),
)


def engagement(records: Records) -> Look:
    """It is known how engaged everyone is, and how engaged they should be (exhibit 3)."""
    found = engagements(records.plan)
    people = [(place, one) for place, one in enumerate(records.plan.people) if one.engagement is None]
    words = ("person has no engagement level", "people have no engagement level")
    levels: Fields = {"engagement": {"current": "neutral", "desired": "supportive"}}
    evidence = (f"engagement of {count(len(found.moves), 'person', 'people')}",) if found.moves else ()
    return Look(evidence, grouped(people, words, "people", levels))
