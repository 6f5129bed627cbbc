"""Tasks that need more of a person or a crew than their capacity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex

if TYPE_CHECKING:
    from pathwayctl.model.partners import Organization, Person
    from pathwayctl.scheduling.breakdown import Row

ABOVE_CAPACITY: Final = Rule("PW426")


@check(ABOVE_CAPACITY)
def assignments(index: PlanIndex) -> Iterator[Problem]:
    """Report assignments above the capacity of the party assigned, in units a day."""
    parties = index.parties
    for row in index.leaves:
        for place, assignment in enumerate(row.task.assigned):
            party = parties.get(assignment.resource)
            if party is not None and assignment.units > party.capacity:
                yield above_capacity(row, place, party)


def above_capacity(row: Row, place: int, party: Organization | Person) -> Problem:
    """Make the problem of one assignment of a task, at ``place``, that exceeds the capacity of a party."""
    units = row.task.assigned[place].units
    message = (
        f"{quoted(row.task.title)} needs {units:g} a day of {quoted(party.name)}, "
        f"whose capacity is {party.capacity:g}."
    )
    hint = f"Write assigned: {{{party.id}: {party.capacity:g}}}, or raise capacity: of that entry."
    return ABOVE_CAPACITY.at((*row.path, "assigned", place), message, hint)
