"""Microsoft Project files of random plans and of small projects, and their elements."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

sys.path.append(str(Path(__file__).parents[1] / "scheduling"))

from crews import school_plans, staffed
from plans import make_plan, plans, task

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.exchange.export_source import Exported, ExportOrder, ExportSource
from pathwayctl.exchange.msproject.plan_xml import write
from pathwayctl.handouts.context import Context
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Audience
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import Schedule, make_schedule

__all__ = ["make_plan", "plans", "school_plans", "staffed", "task"]
NAMES = {"": "http://schemas.microsoft.com/project"}


def file_of(plan: Plan, audience: Audience = Audience.INTERNAL) -> tuple[Exported, Schedule] | None:
    """The file of a plan with its schedule, or ``None`` for a plan that has none."""
    plan, breakdown = arranged(plan, break_down(plan.tasks))
    schedule = make_schedule(plan, breakdown)
    if not isinstance(schedule, Schedule):
        return None
    context = Context.of(schedule, PlanIndex(plan, breakdown, schedule), None, None)
    loaded: Any = SimpleNamespace(plan=plan, as_written=None)
    return write(ExportSource(context, loaded, audience), ExportOrder(audience)), schedule


def elements(made: bytes | Exported) -> Element:
    """The whole file."""
    return fromstring(made.content if isinstance(made, Exported) else made)


def tasks_by_id(root: Element) -> dict[str, Element]:
    """The tasks by our ids, which the field Text1 has."""
    found = root.findall("Tasks/Task", NAMES)
    return {text(one, "ExtendedAttribute/Value"): one for one in found if text(one, "UID") != "0"}


def text(parent: Element, path: str) -> str:
    """The text of an element, empty if there is none."""
    return parent.findtext(path, "", NAMES)


def fields(parent: Element) -> dict[str, str]:
    """The texts of the elements right under one."""
    return {one.tag.partition("}")[2]: one.text or "" for one in parent if not len(one)}
