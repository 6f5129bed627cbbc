"""Looks at what could hurt or help the work.

Source: Designing a Career Pathways System, chapter 4, exhibit 1 and handout 4C (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance.proofs import entries, new, want
from pathwayctl.guidance.state import Look
from pathwayctl.model.vocabulary import RiskKind

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records

risks: Final = entries(
    "risks",
    "risk",
    "No risk is written down.",
    lambda _: {"id": "first-risk", "title": "What may happen", "kind": "internal", "category": "Technology"},
    (
        want("tolerance", "word on how much of it you can bear", "A month of delay"),
        want("response", "response", "What you do about it"),
        want("measure", "sign that the response works", "How you will know that it works"),
    ),
)


def both_kinds(records: Records) -> Look:
    """There are risks from inside the project, and from outside."""
    if not records.plan.risks:
        return Look()
    there = {one.kind for one in records.plan.risks}
    missing = [kind for kind in RiskKind if kind not in there]
    lacks = [
        new(
            f"No {kind.label.lower()} risk is written down.",
            "risks",
            {
                "id": f"first-{kind.value}-risk",
                "title": "What may happen",
                "kind": kind.value,
                "category": "Funding",
                "tolerance": "How much of it you can bear",
                "response": "What you do about it",
                "measure": "How you will know that it works",
            },
        )
        for kind in missing
    ]
    return Look(lacks=tuple(lacks))
