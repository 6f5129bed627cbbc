"""What shows that risks are managed, and what is missing.

Source: Designing a Career Pathways System, chapter 4, exhibit 1 and handout 4C (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import Gap, Judgment, entries, want
from pathwayctl.model.vocabulary import RiskKind

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex

risks: Final = entries(
    "risks",
    "risk",
    want("tolerance"),
    want("response"),
    want("measure of the response", "measure"),
)


def both_kinds(index: PlanIndex) -> Judgment:
    """There are risks from inside the project, and from outside."""
    there = {one.kind for one in index.plan.risks}
    missing = [kind for kind in RiskKind if there and kind not in there]
    return Judgment(
        gaps=tuple(
            Gap("no-risk-of-kind", ("risks",), (f"{kind.label.lower()} risk",), items=(kind,))
            for kind in missing
        )
    )
