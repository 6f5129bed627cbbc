"""Words for gaps between the frameworks, the requirements, and their tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.phrases import few
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _unserved_needs(gap: Gap, index: PlanIndex) -> Words:
    number = count(len(gap.items), "need of the frameworks has", "needs of the frameworks have")
    text = f"{number} no requirement: {few([entry.title for entry, _ in gap.items])}."
    first, frameworks = gap.items[0]
    fields = {
        "id": f"requirement-{len(index.plan.requirements) + 1}",
        "title": first.title,
        "area": first.area.value,
        "frameworks": list(frameworks),
    }
    return text, fields


def _no_requirement_tasks(gap: Gap, index: PlanIndex) -> Words:
    number = count(len(gap.items), "requirement has", "requirements have")
    text = f"{number} no tasks yet: {few([one.title for one in gap.items])}."
    first = gap.items[0].id
    fields = {
        "id": f"first-task-of-{first}",
        "title": "What to do",
        **samples.fields_of(index, "tasks", "outcome", "detail", "duration", "cost", "owner"),
        "requirement": first,
    }
    return text, fields


WORDINGS: Final[Wordings] = {
    "unserved-needs": _unserved_needs,
    "no-requirement-tasks": _no_requirement_tasks,
}
"""The words for each kind of gap."""
