"""Words for gaps in self-assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.phrases import quoted

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _low_rating(gap: Gap, index: PlanIndex) -> Words:
    (standing,) = gap.items
    rated = standing.latest
    text = f"{quoted(standing.criterion.name)} is rated {rated.rating}, and has no next step yet."
    fields = {
        "criterion": rated.criterion,
        "rating": rated.rating,
        "next_step": "What you will do",
        "owner": samples.someone(index),
    }
    return text, {"ratings": [fields]}


WORDINGS: Final[Wordings] = {"low-rating": _low_rating}
"""The words for each kind of gap."""
