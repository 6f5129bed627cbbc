"""People and crews that one task asks too much of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Problem, Rule, Severity

if TYPE_CHECKING:
    from pathwayctl.model.partners import Organization, Person
    from pathwayctl.scheduling.breakdown import Row

ABOVE_CAPACITY: Final = Rule(
    "PW426",
    Severity.WARNING,
    "A task that asks more of someone than they can give",
    "A person who gives half days cannot spend whole days on a task, whatever its dates.",
    "Lower the share, raise the person's capacity if it is higher, or assign someone else as well.",
    OURS,
    bad="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12, capacity: 0.5}
tasks:
  - {id: draft, title: Draft the agreement, assigned: {lee-park: 1}}
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12, capacity: 0.5}
tasks:
  - {id: draft, title: Draft the agreement, assigned: {lee-park: 0.5}}
""",
)


def assignments(facts: Facts) -> Iterator[Problem]:
    """Assignments above the capacity of the one assigned, in units a day."""
    parties = facts.parties
    for row in facts.leaves:
        for place, assignment in enumerate(row.task.assigned):
            party = parties.get(assignment.resource)
            if party is not None and assignment.units > party.capacity:
                yield above_capacity(row, place, party)


def above_capacity(row: Row, place: int, party: Organization | Person) -> Problem:
    """That one assignment of a task, the one at ``place``, asks for more than the capacity of a party."""
    units = row.task.assigned[place].units
    message = (
        f"{quoted(row.task.title)} needs {units:g} a day of {quoted(party.name)}, "
        f"whose capacity is {party.capacity:g}."
    )
    hint = f"Write assigned: {{{party.id}: {party.capacity:g}}}, or raise capacity: of that entry."
    return ABOVE_CAPACITY.at((*row.path, "assigned", place), message, hint)
