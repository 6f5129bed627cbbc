"""The seven components: what each role holds and has met in them, and their results in the files.

A responsibility counts as held when someone is named for it, and as met when its holders say so. That
alone shows no result, so each component also has questions about its results in the files.

Source: Texas Regional Pathways Network, Key Stakeholders (undated); see ``catalog/components.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence import funding
from pathwayctl.evidence.assessment import ratings
from pathwayctl.evidence.evaluation import gaps as evaluation
from pathwayctl.evidence.governance import gaps as governance
from pathwayctl.evidence.pathways import gaps as pathways
from pathwayctl.evidence.talent import gaps as talent
from pathwayctl.guidance.assembly import item, judged_item
from pathwayctl.guidance.report import GuideReport, Item
from pathwayctl.model.governance import AgreementKind, TeamKind
from pathwayctl.model.vocabulary import Component, Guide

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Question
    from pathwayctl.evidence.index import PlanIndex

RESULT: Final = "Results in the files"

RESULTS: Final[Mapping[Component, tuple[Question, ...]]] = {
    Component.PARTNERSHIPS: (
        governance.signed("memorandum of understanding", "mou", AgreementKind.MOU),
        governance.team("leadership team", "leadership-team", TeamKind.LEADERSHIP, TeamKind.FACILITATOR),
        governance.sustainability,
        evaluation.data_sources,
        ratings.low_ratings,
        funding.funded,
    ),
    Component.LABOR_MARKET: (talent.demand,),
    Component.LINKS: (governance.signed("transfer agreement", "transfer", AgreementKind.TRANSFER),),
    Component.CREDENTIALS: (talent.credentials, pathways.stacked),
    Component.INTEGRATION: (pathways.pathway("advanced_academics"),),
    Component.ADVISING: (pathways.pathway("individual_plans_by_grade"), pathways.plans_early),
    Component.WORK_BASED: (pathways.pathway("work_based"),),
}
"""What shows that each component is more than a list of duties."""


def report(index: PlanIndex) -> GuideReport:
    """Each component: its result, then each role that has responsibilities in it."""
    items = tuple(part for component in Component for part in _component(component, index))
    return GuideReport(Guide.COMPONENTS, "part", items)


def _component(component: Component, index: PlanIndex) -> Iterator[Item]:
    titles, tasks = (component.label, RESULT), index.tagged("component", component)
    yield item(index, Guide.COMPONENTS, component.value, titles, RESULTS[component], tasks)
    for cell in index.ask(governance.duties).of(component):
        key, titles = f"{component.value}/{cell.role.value}", (component.label, cell.role.label)
        yield judged_item(index, Guide.COMPONENTS, key, titles, governance.held_and_met(index, cell))
