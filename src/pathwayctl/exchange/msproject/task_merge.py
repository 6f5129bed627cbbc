"""The tasks of a file against those of the project: what is new, what has changed, and what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.editing.edits import AddEntry
from pathwayctl.exchange.cell_values import UnusableField, values_of
from pathwayctl.exchange.entry_tables import EntryRow, EntryTable, nested
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.exchange.msproject.file_plan import FileTask
from pathwayctl.exchange.msproject.missing_tasks import removed_by
from pathwayctl.exchange.msproject.same_in_effect import KnownTask, assigned_text
from pathwayctl.exchange.msproject.task_links import TaskLinks
from pathwayctl.exchange.msproject.task_matching import TaskMatches
from pathwayctl.exchange.msproject.task_notes import detail_in
from pathwayctl.exchange.msproject.task_outline import DEEPEST, TaskOutline
from pathwayctl.exchange.msproject.task_texts import TaskConverter, TaskTexts
from pathwayctl.exchange.workbook.cell_merge import MergedCell, merged_cell
from pathwayctl.exchange.workbook.moved_rows import MovedRows
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.records import written

if TYPE_CHECKING:
    from pathwayctl.loading.naming import Names
    from pathwayctl.scheduling.schedule import Schedule

_ONE_PERCENT: Final = "1"

FieldTexts = dict[tuple[str, ...], str]
"""The texts of fields by the steps to each."""
Entries = Mapping[int, dict[str, Any] | UnusableField]
"""New tasks by their numbers, without the tasks in them."""


@dataclass(frozen=True)
class TaskMerge:
    """The tasks of one file. ``names`` has what can be referred to, also what is new.

    ``missing`` is what becomes of the tasks that are not in the file any more; ``moved`` are those that are
    under another task in it.
    """

    outline: TaskOutline
    matches: TaskMatches
    links: TaskLinks
    doers: Mapping[int, Mapping[str, float]]
    converter: TaskConverter
    table: EntryTable
    schedule: Schedule
    names: Names
    missing: tuple[ImportStep, ...]
    moved: MovedRows

    def steps(self) -> Iterator[ImportStep]:
        """What each task of the file does, in its order; then what becomes of others."""
        made = {task.uid: self._texts(task) for task in self.outline.tasks}
        entries = {
            task.uid: self._entry(task, made[task.uid])
            for task in self.outline.tasks
            if self._is_new(task)
        }  # fmt: skip
        for task in self.outline.tasks:
            yield from self._step(task, made[task.uid], entries)
        for task in self.outline.outside:
            yield _said(StepKind.IGNORED, task, "It belongs to another project.")
        yield from self.moved.steps(self.names)
        yield from self.missing

    def _is_new(self, task: FileTask) -> bool:
        found = self.matches
        return task.uid in found.ids and task.uid not in found.known and task.uid not in found.occurrences

    @cached_property
    def _in_file(self) -> frozenset[str]:
        """The tasks that the file speaks for: those in it, and those that go, which nothing can wait for."""
        return frozenset(self.matches.ids.values()) | removed_by(self.missing, self.schedule)

    @cached_property
    def _doing(self) -> frozenset[str]:
        """Everyone who does anything in the file."""
        return frozenset(name for units in self.doers.values() for name in units)

    def _texts(self, task: FileTask) -> TaskTexts:
        made = self.converter.convert(task, is_summary=self.outline.is_summary(task))
        if not task.name:
            made.adapted.append("It has no name in the file.")
        if task.level > DEEPEST:
            made.adapted.append(f"It is {task.level} levels deep in the file; here it is {DEEPEST}.")
        if not self.outline.is_summary(task):
            made.texts["assigned"] = assigned_text(self.doers.get(task.uid, {}))
        made.texts["depends_on"] = "; ".join(map(written, self.links.links.get(task.uid, ())))
        made.adapted += self.links.adapted.get(task.uid, ())
        made.left += self.links.left.get(task.uid, ())
        return made

    def _step(self, task: FileTask, made: TaskTexts, entries: Entries) -> Iterator[ImportStep]:
        uid = task.uid
        if uid in self.matches.gone:
            yield _said(StepKind.IGNORED, task, "The task has been removed from the project.")
            return
        if uid in self.matches.occurrences:
            yield from self._occurrence(task, made)
            return
        if uid in self.matches.known:
            yield from self._changed(task, made)
        else:
            yield self._added(task, entries)
        if uid not in self.matches.sure:
            yield from (_said(StepKind.ADAPTED, task, one) for one in made.adapted)
            yield from (_said(StepKind.IGNORED, task, one) for one in made.left)

    def _entry(self, task: FileTask, made: TaskTexts) -> dict[str, Any] | UnusableField:
        """A new task as an entry of a file, without the tasks in it."""
        texts: FieldTexts = {(name,): text for name, text in made.texts.items() if text}
        if texts.get(("status",)) == Status.PLANNED.label:
            del texts["status",]
        self._complete(texts)
        values = values_of(texts, self.table.columns, self.names)
        if isinstance(values, UnusableField):
            return values
        return nested({("id",): self.matches.ids[task.uid], **values})

    def _complete(self, texts: FieldTexts) -> None:
        """Write 1 percent so that it is not taken for a whole."""
        if texts.get(("complete",)) == _ONE_PERCENT:
            texts["complete",] = f"{_ONE_PERCENT}%"

    def _added(self, task: FileTask, entries: Entries) -> ImportStep:
        entry = entries[task.uid]
        if isinstance(entry, UnusableField):
            said = (entry.column.title, "", entry.text, entry.message)
            return ImportStep(StepKind.PROBLEM, task.place, task.title, *said)
        above = self.outline.parent.get(task.uid)
        if isinstance(entries.get(above or 0), dict):  # the edit of the task around it has it
            return ImportStep(StepKind.ADDED, task.place, task.title)
        into = self._home(above)
        whole = self._with_inside(task, entries)
        edits = (AddEntry("tasks" if into is None else (into, "tasks"), whole),)
        return ImportStep(StepKind.ADDED, task.place, task.title, edits=edits)

    def _home(self, above: int | None) -> str | None:
        """The task of the project that a new one goes into, if there is one around it."""
        while above is not None and above not in self.matches.known:
            above = self.outline.parent.get(above)
        return None if above is None else self.matches.ids[above]

    def _with_inside(self, task: FileTask, entries: Entries) -> dict[str, Any]:
        """A new task with the new tasks in it."""
        entry = entries[task.uid]
        if isinstance(entry, UnusableField):
            return {}
        inside = [
            self._with_inside(one, entries) for one in self.outline.inside[task.uid] if one.uid in entries
        ]
        return {**entry, "tasks": [one for one in inside if one]} if any(inside) else entry

    def _known(self, id_: str) -> KnownTask:
        return KnownTask(self.schedule, self.schedule.records.breakdown.by_id[id_])

    def _changed(self, task: FileTask, made: TaskTexts) -> Iterator[ImportStep]:
        """What a file says of a task that the project has."""
        row, is_sure = self.matches.known[task.uid], task.uid in self.matches.sure
        theirs = self._theirs(task, made)
        ours = {column.steps: column.text(row.entry) for column in self.table.columns}
        if (
            theirs.get(("complete",), "") != ours["complete",]
            and ours["remaining",]
            and "complete" in made.texts
        ):
            theirs["remaining",] = ""
        self._complete(theirs)
        found: list[ImportStep] = []
        for column in self.table.columns:
            text = theirs.get(column.steps)
            if text is None or (not text and not is_sure):
                continue
            whole = ours[column.steps]
            cell = MergedCell(column, whole if is_sure else "", whole, text, whole)
            found += merged_cell(cell, row, task.place, self.names)
        yield from found
        self._move(task, row)
        if not found and not is_sure:
            yield _said(StepKind.IGNORED, task, f"The project has it as “{row.key}”.")

    def _theirs(self, task: FileTask, made: TaskTexts) -> FieldTexts:
        """The texts in which the file differs from the project, or may."""
        texts = dict(made.texts)
        known = self._known(self.matches.ids[task.uid])
        same = set(known.unchanged(texts, task))
        if texts["detail"] and task.uid in self.matches.sure:
            texts["detail"] = detail_in(texts["detail"], known.task)
        if known.task.status is Status.BLOCKED and texts.get("status") == Status.IN_PROGRESS.label:
            same.add("status")
        texts["depends_on"] = known.links(self.links.links.get(task.uid, ()), self._in_file)
        if "assigned" in texts and not known.task.tasks:
            texts["assigned"] = known.doers(self.doers.get(task.uid, {}), self._doing)
        return {(name,): text for name, text in texts.items() if name not in same}

    def _move(self, task: FileTask, row: EntryRow) -> None:
        """Note that the file has a task of ours under another one that is here, or under none."""
        above = self.outline.parent.get(task.uid)
        parent = "" if above is None else self.matches.ids.get(above)
        if parent is not None and parent != row.parent and task.uid in self.matches.sure:
            self.moved.add(row, task.place, row.parent, parent, self._parents)

    @cached_property
    def _parents(self) -> dict[str, str]:
        return {row.key: row.parent for row in self.matches.rows}

    def _occurrence(self, task: FileTask, made: TaskTexts) -> Iterator[ImportStep]:
        known = self._known(self.matches.occurrences[task.uid])
        same = {*known.unchanged(made.texts, task), "depends_on", "assigned", "priority"}
        if {name for name in made.texts if name not in same}:
            note = f"It is an occurrence of a recurring task. Change it under occurrences: {known.task.id}"
            yield _said(StepKind.IGNORED, task, note)


def _said(kind: StepKind, task: FileTask, note: str) -> ImportStep:
    return ImportStep(kind, task.place, task.title, note=note)
