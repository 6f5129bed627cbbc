"""What snippets name: people, organizations and days of the project itself, where it has any.

So that what a snippet shows can be typed as it stands. Where the project has none yet, the snippet
names one that the reader will want to replace.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records


STAND_INS: Final = {
    "dana-ruiz": "people",
    "harrow-ridge": "organizations",
    "your-college": "organizations",
    "machinist": "occupations",
    "read-prints": "ksas",
}
"""The ids that snippets name where the project has none yet, each with the section it belongs in."""


def someone(records: Records) -> str:
    """A person: the facilitator, else whoever stands first."""
    return records.plan.project.facilitator or next((one.id for one in records.plan.people), "dana-ruiz")


def employer(records: Records) -> str:
    """An employer."""
    houses = (one.id for one in records.plan.organizations if one.id in records.employers)
    return next(houses, "harrow-ridge")


def school(records: Records) -> str:
    """An organization that is no employer, and may teach."""
    houses = (one.id for one in records.plan.organizations if one.id not in records.employers)
    return next(houses, "your-college")


def occupation(records: Records) -> str:
    """A critical occupation."""
    return next((one.id for one in records.plan.occupations), "machinist")


def ksa(records: Records) -> str:
    """Something that jobs ask for."""
    return next((one.id for one in records.plan.ksas), "read-prints")


def day(records: Records) -> date:
    """A day: the status date, else the first day of the project."""
    return records.today or records.plan.project.start


def action(records: Records) -> dict[str, object]:
    """Something that a meeting asked somebody to do."""
    return {"title": "What to do", "owner": someone(records), "due": day(records)}
