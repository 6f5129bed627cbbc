"""What stakeholders bring: expertise, interest, promised support, time, and the staff they name.

Source: Designing a Career Pathways System, chapter 1, on securing resources, and table 3 on champions who
name staff (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import bulleted, some
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partners import Person

COLUMNS: Final[Columns[Person]] = (
    Column("Stakeholder", lambda person, _: person.name),
    Column("Knowledge and expertise", lambda person, _: person.expertise or ""),
    Column("Interest in the work", lambda person, _: person.interest or ""),
    Column("Support promised", lambda person, _: person.commits or ""),
    Column("Time", lambda person, _: _time(person), "narrow"),
    Column(
        "Staff named to act for them", lambda person, context: bulleted(map(context.name, person.delegates))
    ),
)


def contributions(people: Sequence[Person], context: Context) -> HandoutTable:
    """Return a row for each person whose entry says what they bring; no rows where none does."""
    return table_of(COLUMNS, [person for person in people if _brings(person)], context)


def unknown_expertise(people: Sequence[Person]) -> str:
    """Return a notice of the people whose expertise is not noted, once that of others is."""
    unknown = [person.name for person in people if person.expertise is None]
    if not unknown or len(unknown) == len(people):
        return ""
    return f"No expertise noted yet: {some(unknown)}."


def _brings(person: Person) -> bool:
    return bool(person.expertise or person.interest or person.commits or person.delegates)


def _time(person: Person) -> str:
    return f"{person.capacity:.0%} of each working day"
