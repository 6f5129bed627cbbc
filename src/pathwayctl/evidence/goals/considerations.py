"""The four considerations about the list of stakeholders, and which of them are met.

Source: Designing a Career Pathways System, chapter 1, “Identify Stakeholders” and handout 1A (CCRS
Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathwayctl.evidence.index import PlanIndex

CONSIDERATIONS: Final = ("all-programs", "major-employers", "experience-and-influence", "collaboration")
"""Their ids in the guide's order."""


@dataclass(frozen=True, slots=True)
class Considerations:
    """Which considerations are met, by their ids.

    ``first_open`` is the position of the first entry about one that is not met. ``notes`` say how each
    is met.
    """

    met: frozenset[str]
    unmet: tuple[str, ...]
    first_open: int | None
    notes: Mapping[str, str]


def considerations(index: PlanIndex) -> Considerations:
    """Return what the entries under ``considerations:`` say."""
    entries = index.plan.considerations
    met = frozenset(entry.consideration for entry in entries if entry.met)
    unmet = tuple(name for name in CONSIDERATIONS if name not in met)
    return Considerations(
        met,
        unmet,
        next((place for place, entry in enumerate(entries) if entry.consideration in unmet), None),
        {entry.consideration: entry.note or "" for entry in entries},
    )
