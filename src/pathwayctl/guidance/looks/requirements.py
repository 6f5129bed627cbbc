"""Looks at frameworks and requirements, and at the work that they are broken down into.

Source: Designing a Career Pathways System, chapter 4, handouts 3D, 4A and 4B (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.frameworks.consolidation import consolidate, coverage
from pathwayctl.guidance import samples, snippets
from pathwayctl.guidance.looks.work import to_do
from pathwayctl.guidance.proofs import entries, few, loose_tasks, new, quoted, set_once, want
from pathwayctl.guidance.state import Lack, Look
from pathwayctl.model.vocabulary import ItemState, Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields

_ITEM: Final = [{"title": "What exists or is needed", "state": "needed"}]

frameworks: Final = entries(
    "frameworks",
    "framework",
    "There is no framework of an industry to plan from.",
    lambda _: {"id": "machining", "industry": "Precision machining"},
    (
        want("career_options", "career options", _ITEM),
        want("course_sequence", "course sequence", _ITEM),
        want("work_based", "work-based opportunities", _ITEM),
        want("postsecondary", "postsecondary opportunities", _ITEM),
        want("partnerships", "partnerships", _ITEM),
    ),
)


def requirements(records: Records) -> Look:
    """Each need of the frameworks has a requirement (handout 4A part 1)."""
    plan = records.plan
    covers = coverage(consolidate(plan.frameworks), plan.requirements)
    unserved = [
        entry for entry, cover in covers.items() if entry.state is ItemState.NEEDED and cover.open_frameworks
    ]
    evidence = (count(len(plan.requirements), "requirement"),) if plan.requirements else ()
    if not unserved:
        return Look(evidence)
    number = count(len(unserved), "need of the frameworks has", "needs of the frameworks have")
    text = f"{number} no requirement: {few([entry.title for entry in unserved])}."
    first = unserved[0]
    fields: Fields = {
        "id": f"requirement-{len(plan.requirements) + 1}",
        "title": first.title,
        "area": first.area.value,
        "frameworks": list(covers[first].open_frameworks),
    }
    return Look(evidence, (new(text, "requirements", fields),))


def broken_down(records: Records) -> Look:
    """Each requirement that is needed has tasks (handout 4A part 2)."""
    needed = [one for one in records.plan.requirements if one.state is ItemState.NEEDED]
    without = [one for one in needed if not records.tasks("requirement", one.id)]
    with_tasks = len(needed) - len(without)
    evidence = (f"{count(with_tasks, 'requirement')} broken down into tasks",) if with_tasks else ()
    if not without:
        return Look(evidence)
    number = count(len(without), "requirement has", "requirements have")
    text = f"{number} no tasks yet: {few([one.title for one in without])}."
    fields: Fields = {
        "id": f"first-task-of-{without[0].id}",
        "title": "What to do",
        "outcome": "What is there when it is done",
        "detail": "Enough to go ahead",
        "duration": "10d",
        "cost": 0,
        "owner": samples.someone(records),
        "requirement": without[0].id,
    }
    return Look(evidence, (new(text, "tasks", fields),))


def sufficient(records: Records) -> Look:
    """The work is broken down far enough: time and cost, detail, and an outcome to answer for."""
    leaves = [leaf for leaf in records.leaves if to_do(leaf.task)]
    lacks: list[Lack] = []
    for field, words, sample in (
        ("duration", "no length", "10d"),
        ("cost", "no cost", 0),
        ("detail", "no detail to go ahead with", "Enough to go ahead"),
        ("owner", "no owner", samples.someone(records)),
        ("outcome", "no outcome", "What is there when it is done"),
    ):
        loose = [leaf for leaf in leaves if getattr(leaf.task, field) is None]
        lacks += loose_tasks(loose, words, {field: sample})
    return Look(lacks=tuple(lacks))


def watched(records: Records) -> Look:
    """Work has begun, and its progress is kept up to a day."""
    begun = [leaf for leaf in records.leaves if leaf.task.status in (Status.IN_PROGRESS, Status.DONE)]
    lacks: list[Lack] = []
    if records.leaves and not begun:
        first = records.leaves[0]
        text = f"No task has begun. The first is {quoted(first.task.title)}."
        fields: Fields = {"id": first.task.id, "status": "in-progress", "started": samples.day(records)}
        lacks.append(Lack(text, first.path, snippets.bare_entry(fields)))
    if begun and not records.today:
        text = "No status date says as of which day progress is judged."
        lacks.append(set_once(text, "project", {"status_date": samples.day(records)}))
    return Look((f"{count(len(begun), 'task')} begun or done",) if begun else (), tuple(lacks))
