"""What employers said about each occupation: their account, interviews, and surveys (17 steps, step 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex


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
