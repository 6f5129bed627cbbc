"""Looks at responsibilities: who holds those of one role in one component, and which have been met.

Source: Texas Regional Pathways Network, Key Stakeholders (undated).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pathwayctl.guidance import samples, snippets
from pathwayctl.guidance.state import Lack, Look, Proof
from pathwayctl.model.governance_words import Progress, StakeholderRole
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.governance.duties import DutyCell
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields


def held_and_met(cell: DutyCell) -> Proof:
    """Somebody holds each responsibility of a cell, and has met it."""

    def look(records: Records) -> Look:
        held = len(cell.duties) - len(cell.unheld)
        evidence = [f"{held} of {len(cell.duties)} held"] if held else []
        evidence += [f"{len(cell.done)} met"] if cell.done else []
        return Look(tuple(evidence), tuple(_lacks(cell, records)))

    return look


def _lacks(cell: DutyCell, records: Records) -> Iterator[Lack]:
    """What nobody holds in one sentence, and what its holders have still to do in another."""
    if cell.unheld:
        first = cell.unheld[0]
        number = f"{len(cell.unheld)} of {count(len(cell.duties), 'responsibility', 'responsibilities')}"
        verb = "is" if len(cell.unheld) == 1 else "are"
        holder = samples.employer if cell.role is StakeholderRole.EMPLOYERS else samples.school
        more: Fields = {"holders": [holder(records)], "state": Progress.UNDER_WAY.value}
        yield _lack(f"{number} {verb} held by nobody. The first: {_words(first)}", first, cell, records, more)
    unmet = [duty for duty in cell.duties if duty.holders and duty.state is not Progress.DONE]
    if unmet:
        held = unmet[0]
        number = f"{len(unmet)} of {count(len(cell.duties), 'responsibility', 'responsibilities')}"
        verb = "is" if len(unmet) == 1 else "are"
        names = listed([records.names.get(one, one) for one in held.holders])
        first = f"The first, with {names}: {_words(held.responsibility)} Once it is met, say so."
        text = f"{number} {verb} held but not met. {first}"
        yield _lack(text, held.responsibility, cell, records, {"state": Progress.DONE.value})


def _words(responsibility: str) -> str:
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import components

    return find(components().responsibilities, responsibility).text


def _lack(text: str, responsibility: str, cell: DutyCell, records: Records, more: Fields) -> Lack:
    """The lines for one responsibility: of the project's first open entry about it, or a new entry."""
    keys = {"responsibility": responsibility, "role": cell.role.value}
    places = (
        place
        for place, one in enumerate(records.plan.duties)
        if one.responsibility == responsibility
        and one.role is cell.role
        and not (one.holders and one.state is Progress.DONE)
    )
    place = next(places, None)
    path = ("duties",) if place is None else ("duties", place)
    return Lack(text, path, snippets.entry("duties", {**keys, **more}))
