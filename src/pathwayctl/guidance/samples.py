"""Example values for snippets: people, organizations, and dates of the project where it has any.

So a snippet can be typed as it is. Where the project has none yet, the snippet has one for the reader to
replace.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.partners.gaps import employers

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Fields


STAND_INS: Final = {
    "dana-ruiz": "people",
    "harrow-ridge": "organizations",
    "your-college": "organizations",
    "machinist": "occupations",
    "read-prints": "ksas",
}
"""The ids that snippets name where the project has none yet, each with the section it belongs in."""


def someone(index: PlanIndex) -> str:
    """A person: the facilitator, else the first person."""
    return index.plan.project.facilitator or next((one.id for one in index.plan.people), "dana-ruiz")


def employer(index: PlanIndex) -> str:
    """An employer."""
    houses = (one.id for one in index.plan.organizations if one.id in index.ask(employers))
    return next(houses, "harrow-ridge")


def school(index: PlanIndex) -> str:
    """An organization that is not an employer, and so may be a school."""
    houses = (one.id for one in index.plan.organizations if one.id not in index.ask(employers))
    return next(houses, "your-college")


def occupation(index: PlanIndex) -> str:
    """A critical occupation."""
    return next((one.id for one in index.plan.occupations), "machinist")


def ksa(index: PlanIndex) -> str:
    """A KSA (knowledge, skill, or ability)."""
    return next((one.id for one in index.plan.ksas), "read-prints")


def day(index: PlanIndex) -> date:
    """A date: the status date, else the first day of the project."""
    return index.today or index.plan.project.start


def action(index: PlanIndex) -> dict[str, object]:
    """An action item of a meeting."""
    return {"title": "What to do", "owner": someone(index), "due": day(index)}


NEW_KSA: Final[Mapping[str, object]] = {
    "id": "read-prints",
    "title": "Read prints",
    "kind": "skill",
    "occupations": lambda index: [{"occupation": occupation(index), "level": "working"}],
}
"""A KSA that an occupation of the project requires."""


_ITEM: Final = [{"title": "What exists or is needed", "state": "needed"}]

_FIELDS: Final[Mapping[str, Mapping[str, object]]] = {
    "beliefs": {"who": someone},
    "communications": {
        "messages": ["What it brings them"],
        "modes": ["Flyers"],
        "cadence": "monthly",
    },
    "credentials": {
        "recognized_by": lambda index: [employer(index)],
        "reviewed": day,
        "portable": True,
    },
    "data_sources": {"provider": school, "cadence": "each-semester"},
    "frameworks": {
        "career_options": _ITEM,
        "course_sequence": _ITEM,
        "work_based": _ITEM,
        "postsecondary": _ITEM,
        "partnerships": _ITEM,
    },
    "goals": {"owner": someone},
    "invitations": {
        "rationale": "Why the system is being built",
        "role": "What you ask them to do",
        "importance": "What it does for their own work",
        "supports": "What they receive for taking part",
        "dates": lambda index: [day(index)],
        "sent": day,
    },
    "marketing": {"message": "What they should remember", "materials": ["Flyer"], "owner": someone},
    "measures": {
        "baseline": 60,
        "target": 100,
        "source": "Where the data comes from",
        "cadence": "quarterly",
        "owner": someone,
    },
    "occupations": {
        "onet": "51-4041.00",
        "annual_openings": 74,
        "median_wage": 58700,
        "growth": 1.8,
        "difficulty": "high",
        "entry_education": "high-school",
        "source": "Where the figures come from, and for which year",
        "employers_account": "What employers say about it, in their own words",
        "gap": "What is missing, and what you will do about it",
    },
    "pathways": {
        "courses": [{"title": "The course’s title", "grade": 9}],
        "advanced_academics": ["Dual credit"],
        "work_based": ["Job shadow day in grade 10"],
        "students": 24,
        "individual_plans_by_grade": 8,
    },
    "programs": {
        "cip": "48.0501",
        "length": "Two semesters",
        "cost": 3200,
        "transfers": True,
        "teaches": lambda index: [{"ksa": ksa(index), "level": "working"}],
        "refined": day,
    },
    "risks": {
        "tolerance": "A month of delay",
        "response": "What you do about it",
        "measure": "How you will know that it works",
    },
    "shortage_actions": {"owner": someone, "due": day},
    "tasks": {
        "duration": "10d",
        "cost": 0,
        "detail": "What the owner needs to know to start",
        "owner": someone,
        "outcome": "What exists when it is done",
    },
    "teams": {
        "lead": someone,
        "members": lambda index: [someone(index)],
        "cadence": "monthly",
    },
    "work_plan": {"owner": someone, "due": day},
}
"""For the fields that guides ask for, by section, an example value or a function that returns one."""

_NEW: Final[Mapping[str, Mapping[str, object]]] = {
    "beliefs": {"id": "first-belief", "text": "Why it matters to them, in their own words"},
    "communications": {"id": "students-and-parents", "audience": "Students and parents"},
    "credentials": {
        "id": "first-credential",
        "title": "The credential’s title",
        "kind": "industry-certification",
    },
    "data_sources": {"id": "enrollment-file", "title": "Enrollment file"},
    "frameworks": {"id": "machining", "industry": "Precision machining"},
    "goals": {"id": "first-goal", "title": "What the group wants to achieve"},
    "marketing": {"id": "students", "audience": "Students"},
    "measures": {"id": "first-measure", "title": "What is counted", "category": "workforce"},
    "occupations": {"id": "machinist", "title": "Machinists"},
    "pathways": {"id": "first-pathway", "title": "The pathway’s name"},
    "priorities": {"id": "first-priority", "title": "What matters most", "votes": [{"group": "Table 1"}]},
    "programs": {
        "id": "machining-certificate",
        "title": "The program’s title",
        "provider": school,
        "occupations": lambda index: [occupation(index)],
    },
    "risks": {
        "id": "first-risk",
        "title": "What may happen",
        "kind": "internal",
        "category": "Technology",
    },
    "shortage_actions": {
        "id": "first-action-on-shortage",
        "title": "What you do at once",
        "occupation": occupation,
    },
}
"""What a first entry of a section begins with."""


def examples(section: str, *names: str) -> Fields:
    """Examples for some fields of an entry: values, and functions that return one for a plan."""
    return {name: _FIELDS[section][name] for name in names}


def filled(index: PlanIndex, fields: Fields) -> Fields:
    """The fields with a value in place of each function."""
    return {name: one(index) if callable(one) else one for name, one in fields.items()}


def fields_of(index: PlanIndex, section: str, *names: str) -> Fields:
    """Example values for some fields of an entry."""
    return filled(index, examples(section, *names))


def first_entry(index: PlanIndex, section: str, *names: str) -> Fields:
    """An example of a first entry of a section, with some fields filled."""
    return filled(index, {**_NEW[section], **examples(section, *names)})
