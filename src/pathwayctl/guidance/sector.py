"""The 17 steps of a sector partnership: the progress of each, and what it still needs.

Source: Creating Career Pathways in Colorado (2014); see ``catalog/sector.yaml``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.work.steps import steps
from pathwayctl.guidance.assembly import judged_item
from pathwayctl.guidance.phrases import quoted
from pathwayctl.guidance.report import GuideReport, Item
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.catalog.sector import GuideStep, SectorGuide
    from pathwayctl.evidence.index import PlanIndex

ALREADY_DONE: Final = (
    "If you have already finished a step that was a meeting or an activity, record what it led to under "
    "evidence:, with the step’s number under step:."
)
"""What to do about a step that was finished before the project was recorded."""


def report(index: PlanIndex) -> GuideReport:
    """All 17 steps; while none is done, with what the guide says on where to begin."""
    from pathwayctl.catalog.reading import sector

    guide = sector()
    return GuideReport(
        Guide.SECTOR,
        "step",
        tuple(_step(step, guide, index) for step in guide.steps),
        (*(line.text for line in guide.beginning), ALREADY_DONE),
    )


def _step(step: GuideStep, guide: SectorGuide, index: PlanIndex) -> Item:
    part = next(part for part in guide.parts if part.number == step.part)
    judged, tasks = index.ask(steps)[step.number], index.tagged("step", step.number)
    said = {entry.text for entry in index.plan.evidence if entry.step == step.number}
    judged = replace(judged, shown=tuple(quoted(one) if one in said else one for one in judged.shown))
    titles = f"Part {part.numeral}: {part.title}", step.title
    found = judged_item(index, Guide.SECTOR, step.id, titles, judged, tasks)
    return replace(found, number=step.number, sign=step.behind_you)
