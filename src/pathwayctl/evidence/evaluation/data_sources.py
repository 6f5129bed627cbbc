"""The data infrastructure: which data comes from whom, how often, for which measures, under which agreement.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships: a regional
data infrastructure tracks the metrics of pathways, and partners share data under formal agreements.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.cadence import calendar_days_late
from pathwayctl.evidence.entries import Incomplete, incomplete
from pathwayctl.evidence.governance.agreements import AgreementState, agreement_reviews

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.evaluation import DataSource, Measure

_LAPSED: Final = (AgreementState.UNSIGNED, AgreementState.EXPIRED)


@dataclass(frozen=True)
class DataSources:
    """The data sources in the order of the plan, judged as of a day if there is one."""

    entries: tuple[DataSource, ...]
    measures: tuple[Measure, ...]
    today: date | None
    lapsed: frozenset[str] = frozenset()
    """The agreements that are not signed yet or have expired."""

    def feeding(self, measure: str) -> tuple[DataSource, ...]:
        """The data sources that feed a measure."""
        return tuple(one for one in self.entries if measure in one.measures)

    @cached_property
    def incomplete(self) -> tuple[Incomplete[DataSource], ...]:
        """The data sources without a provider, a cadence, or, once there are measures, a measure."""
        fields = ("provider", "cadence", *(("measures",) if self.measures else ()))
        return incomplete(enumerate(self.entries), *fields)

    @cached_property
    def unprotected(self) -> tuple[tuple[int, DataSource], ...]:
        """Positions of personal records without an agreement, or that came under one not in force."""
        return tuple(
            (place, one)
            for place, one in enumerate(self.entries)
            if one.personal and (not one.agreement or (one.received and one.agreement in self.lapsed))
        )

    @cached_property
    def late(self) -> tuple[tuple[int, DataSource, int], ...]:
        """The data that should have come again: position, data source, and days late."""
        every = enumerate(self.entries)
        found = (
            (place, one, calendar_days_late(one.cadence, one.received, self.today)) for place, one in every
        )
        return tuple(one for one in found if one[2])

    @cached_property
    def unfed(self) -> tuple[Measure, ...]:
        """The measures that no data source feeds; none while there are no data sources."""
        return tuple(one for one in self.measures if self.entries and not self.feeding(one.id))


def data_sources(index: PlanIndex) -> DataSources:
    """The data sources of a plan as of the status date."""
    reviews = index.ask(agreement_reviews)
    lapsed = frozenset(one.agreement.id for one in reviews if one.state in _LAPSED)
    return DataSources(index.plan.data_sources, index.plan.measures, index.today, lapsed)
