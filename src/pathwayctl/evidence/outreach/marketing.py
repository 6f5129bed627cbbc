"""Marketing of the pathway: audiences that are missing, and what each entry leaves out.

Source: Creating Career Pathways in Colorado (2014), step 14, known to us by its published summary. That a
pathway has at least four audiences (students, parents, job seekers, and employers) is our own reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.incomplete import Incomplete, incomplete

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.talent import Marketing

LEAST_AUDIENCES: Final = 4


@dataclass(frozen=True)
class MarketingEntries:
    """The entries in the order of the plan."""

    entries: tuple[Marketing, ...]

    @property
    def too_few(self) -> bool:
        """Whether marketing has begun, and for fewer audiences than a pathway has."""
        return 0 < len(self.entries) < LEAST_AUDIENCES

    def without(self, *fields: str) -> tuple[Incomplete[Marketing], ...]:
        """The entries that leave out one of these fields or more."""
        return incomplete(enumerate(self.entries), *fields)


def marketing_entries(index: PlanIndex) -> MarketingEntries:
    """The marketing of a plan."""
    return MarketingEntries(index.plan.marketing)
