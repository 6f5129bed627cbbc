"""What shows the frameworks, the requirements, and the tasks that serve them, and what is missing.

Source: Designing a Career Pathways System, chapter 4, handouts 3D, 4A, and 4B (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.frameworks.requirements import PART_LABELS, requirement_coverage, requirement_gaps
from pathwayctl.evidence.gap import Gap, Judgment, entries, want
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.tags import tag_values
from pathwayctl.model.vocabulary import ItemState
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.wording import count

frameworks: Final = entries(
    "frameworks",
    "framework",
    *(want(label.lower(), part) for part, label in PART_LABELS.items()),
)


def requirements(index: PlanIndex) -> Judgment:
    """Each need of the frameworks has a requirement (handout 4A part 1)."""
    plan = index.plan
    unserved = tuple(
        (entry, cover.open_frameworks)
        for entry, cover in index.ask(requirement_coverage).items()
        if entry.state is ItemState.NEEDED and cover.open_frameworks
    )
    shown = (count(len(plan.requirements), "requirement"),) if plan.requirements else ()
    noun = "need of the frameworks|needs of the frameworks"
    gap = Gap("unserved-needs", ("requirements",), ("requirement",), noun, len(unserved), items=unserved)
    return Judgment(shown, (gap,) if unserved else ())


def broken_down(index: PlanIndex) -> Judgment:
    """Each requirement that is needed has tasks (handout 4A part 2)."""
    needed = [one for one in index.plan.requirements if one.state is ItemState.NEEDED]
    without = tuple(index.plan.requirements[place] for place in index.ask(requirement_gaps).unserved)
    ready = len(needed) - len(without)
    shown = (f"{count(ready, 'requirement')} broken down into tasks",) if ready else ()
    gap = Gap("no-requirement-tasks", ("tasks",), ("tasks",), "requirement", len(without), items=without)
    return Judgment(shown, (gap,) if without else ())


def system_tasks(index: PlanIndex) -> tuple[Row, ...]:
    """The tasks that serve a requirement, or belong to no step, phase, focus area, or component."""
    rows = index.breakdown.rows
    requirement = tag_values(rows, "requirement")
    others = [tag_values(rows, tag) for tag in ("step", "phase", "focus_area", "component")]
    return tuple(
        row
        for row in index.leaves
        if requirement[row.index] is not None or all(values[row.index] is None for values in others)
    )
