"""The baseline of a file as a baseline of the project, if that has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from pathwayctl.baselines.file_text import to_text
from pathwayctl.baselines.frozen import Baseline, Frozen
from pathwayctl.editing.edits import SaveBaseline, SetField
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.exchange.msproject.file_plan import FilePlan, FileTask, shown_days
from pathwayctl.exchange.msproject.task_outline import TaskOutline
from pathwayctl.exchange.msproject.whole_days import in_days
from pathwayctl.loading.naming import slug
from pathwayctl.loading.project import Loaded
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context

_PLACE: Final = "Baseline"


def baseline_steps(
    plan: FilePlan, outline: TaskOutline, ids: Mapping[int, str], context: Context, loaded: Loaded, file: str
) -> Iterator[ImportStep]:
    """Save the baseline of a file under the name of the file, and compare reports with it."""
    yield from _others(outline)
    tasks = tuple(_frozen_tasks(plan, outline, ids))
    days = [(one.start, one.finish) for one in tasks if one.start and one.finish]
    if not days:
        return
    known = loaded.plan.project.baseline
    name = slug(PurePath(file).stem) or "imported"
    if known is not None:
        kept = context.baseline
        others = [one for one in tasks if one.start and kept.get(one.id) != (one.start, one.finish)]
        if others:
            number = count(len(others), "task")
            note = f"It differs in {number} from that of the project, “{known}”, which stays."
            yield ImportStep(StepKind.IGNORED, _PLACE, note=note)
        return
    if name in loaded.baselines:
        name = next(one for number in range(2, 1000) if (one := f"{name}-{number}") not in loaded.baselines)
    first, last = min(start for start, _ in days), max(finish for _, finish in days)
    text = to_text(Baseline(name, first, last, None, tasks))
    edits = (SaveBaseline(name, text), SetField(("project",), "baseline", name))
    said = f"{count(len(days), 'task')}, {first} to {last}"
    yield ImportStep(StepKind.ADDED, _PLACE, name, after=said, edits=edits)


def _others(outline: TaskOutline) -> Iterator[ImportStep]:
    more = sorted({number for task in outline.tasks for number in task.baselines if number})
    if more:
        note = f"Baseline {', '.join(map(str, more))}, since only the first is imported."
        yield ImportStep(StepKind.IGNORED, _PLACE, note=note)


def _frozen_tasks(plan: FilePlan, outline: TaskOutline, ids: Mapping[int, str]) -> Iterator[Frozen]:
    """The tasks that have a baseline, and the summaries around them."""
    there = [task for task in outline.tasks if 0 in task.baselines and task.uid in ids]
    needed = {task.uid for task in there}
    for task in there:
        above = outline.parent.get(task.uid)
        while above is not None and above not in needed:
            needed.add(above)
            above = outline.parent.get(above)
    for task in outline.tasks:
        if task.uid in needed and task.uid in ids:
            yield _frozen(plan, outline, task, ids)


def _frozen(plan: FilePlan, outline: TaskOutline, task: FileTask, ids: Mapping[int, str]) -> Frozen:
    parent = ids.get(outline.parent.get(task.uid, 0))
    kept = None if outline.is_summary(task) else task.baselines.get(0)
    days: tuple[date, date] | None = shown_days(kept.start, kept.finish) if kept else None
    if kept is None or days is None:
        return Frozen(ids[task.uid], task.title, parent)
    length = 1 if kept.minutes is None else in_days(kept.minutes, task.unit, plan.time).days
    return Frozen(ids[task.uid], task.title, parent, *days, length, kept.cost)
