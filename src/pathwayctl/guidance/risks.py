"""Words for gaps in the risks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _no_risk_of_kind(gap: Gap, index: PlanIndex) -> Words:
    (kind,) = gap.items
    return f"There is no {kind.label.lower()} risk yet.", {
        "id": f"first-{kind.value}-risk",
        "title": "What may happen",
        "kind": kind.value,
        "category": "Funding",
        **samples.fields_of(index, "risks", "tolerance", "response", "measure"),
    }


WORDINGS: Final[Wordings] = {
    "no-risk-of-kind": _no_risk_of_kind,
    "no-tolerance": plain(
        "It is not decided how much risk the project as a whole can bear.",
        {"risk_tolerance": "No delay of the launch"},
    ),
}
"""The words for each kind of gap."""
