"""Quick actions on shortages: what each open one lacks, and which shortages have none.

Source: Creating Career Pathways in Colorado (2014), step 8, known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.model.vocabulary import RiskLevel, Status

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex


@dataclass(frozen=True, slots=True)
class ShortageActions:
    """The quick actions of a plan.

    ``by_occupation``: the titles of those not dropped, by the id of the occupation. ``incomplete``:
    positions of open ones with the fields they lack, ``owner`` or ``due``. ``unaddressed``: positions of
    occupations that are hard to fill and have no action.
    """

    by_occupation: Mapping[str, tuple[str, ...]]
    incomplete: tuple[tuple[int, tuple[str, ...]], ...]
    unaddressed: tuple[int, ...]


def shortage_actions(index: PlanIndex) -> ShortageActions:
    """What is being done about shortages."""
    actions: dict[str, list[str]] = {}
    incomplete = []
    for place, one in enumerate(index.plan.shortage_actions):
        if one.status is not Status.DROPPED:
            actions.setdefault(one.occupation, []).append(one.title)
        missing = tuple(field for field in ("owner", "due") if getattr(one, field) is None)
        if missing and one.status not in (Status.DONE, Status.DROPPED):
            incomplete.append((place, missing))
    return ShortageActions(
        {occupation: tuple(titles) for occupation, titles in actions.items()},
        tuple(incomplete),
        tuple(
            place
            for place, one in enumerate(index.plan.occupations)
            if one.difficulty is RiskLevel.HIGH and one.id not in actions
        ),
    )
