"""The seven components: what each role holds and has met in them, and what they leave in the files.

A responsibility counts as held when somebody is named for it, and as met when its holders say so. That
alone shows no result: so each component also has looks at what it leaves in the files.

Source: Texas Regional Pathways Network, Key Stakeholders (undated); see ``catalog/components.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.duties import duty_grid
from pathwayctl.guidance.assembly import item, look_at
from pathwayctl.guidance.looks import duties, governance, pathways
from pathwayctl.guidance.state import GuideReport, Item
from pathwayctl.model.governance_words import AgreementKind, TeamKind
from pathwayctl.model.vocabulary import Component, Guide

if TYPE_CHECKING:
    from pathwayctl.evidence.governance.duties import DutyGrid
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.state import Proof

RESULT: Final = "What it leaves in the files"

RESULTS: Final[Mapping[Component, tuple[Proof, ...]]] = {
    Component.PARTNERSHIPS: (
        governance.signed("memorandum of understanding", "mou", AgreementKind.MOU),
        governance.team("leadership team", "leadership-team", TeamKind.LEADERSHIP, TeamKind.FACILITATOR),
        governance.sustainability,
    ),
    Component.LABOR_MARKET: (pathways.demand,),
    Component.LINKS: (governance.signed("transfer agreement", "transfer", AgreementKind.TRANSFER),),
    Component.CREDENTIALS: (pathways.credentials, pathways.stacked),
    Component.INTEGRATION: (pathways.pathway(pathways.ADVANCED),),
    Component.ADVISING: (pathways.pathway(pathways.PLANS), pathways.plans_early),
    Component.WORK_BASED: (pathways.pathway(pathways.WORK_BASED),),
}
"""What shows that each component is more than a list of duties. A new look is a word here."""


def report(records: Records) -> GuideReport:
    """Each component: its result, then each role that has responsibilities in it."""
    grid = duty_grid(records.plan)
    items = tuple(part for component in Component for part in _component(component, grid, records))
    return GuideReport(Guide.COMPONENTS, "part", items)


def _component(component: Component, grid: DutyGrid, records: Records) -> Iterator[Item]:
    look = look_at(records, RESULTS[component])
    tasks = records.tasks("component", component)
    yield item(Guide.COMPONENTS, component.value, (component.label, RESULT), look, tasks, records)
    for cell in grid.of(component):
        key = f"{component.value}/{cell.role.value}"
        look = look_at(records, (duties.held_and_met(cell),))
        yield item(Guide.COMPONENTS, key, (component.label, cell.role.label), look, (), records)
