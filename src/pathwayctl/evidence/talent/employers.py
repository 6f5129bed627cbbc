"""What employers said about each occupation (17 steps, step 7), and the KSAs they confirmed (step 10)."""

from __future__ import annotations

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


def heard_occupations(index: PlanIndex) -> frozenset[str]:
    """Occupations that employers spoke about in an interview with a summary or quote, or in a survey."""
    plan = index.plan
    heard = {key for one in plan.interviews if one.summary or one.quote for key in one.occupations}
    heard |= {it.occupation for one in plan.surveys for it in one.results if it.occupation}
    heard |= {
        one.id for one in plan.occupations if one.employers_account or one.employers_openings is not None
    }
    return frozenset(heard)


def unasked_consent(index: PlanIndex) -> tuple[int, ...]:
    """Positions of interviews with a quote for which no answer on consent is kept."""
    return tuple(
        place for place, one in enumerate(index.plan.interviews) if one.quote and one.consent is None
    )
