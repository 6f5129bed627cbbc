"""KSAs that employers have confirmed, and those that wait for it (17 steps, step 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.talent import Ksa


def employers_of(one: Ksa) -> int:
    """How many employers confirmed a KSA."""
    return max(len(one.confirmed_by), one.employers_confirming or 0)


def unconfirmed(index: PlanIndex) -> tuple[int, ...]:
    """Positions of KSAs that no employer has confirmed, once some KSA is confirmed."""
    found = index.plan.ksas
    if not any(map(employers_of, found)):
        return ()
    return tuple(place for place, one in enumerate(found) if not employers_of(one))
