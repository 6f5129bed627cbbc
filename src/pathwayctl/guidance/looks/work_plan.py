"""Looks at the year-one work plan: its phases, its rows, and what its lists of questions have come to.

A row is done when the tasks behind it are, or when every question of its list is answered and the
project says that it is done. A row that only says so, with neither tasks nor answers, is not.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples, snippets
from pathwayctl.guidance.proofs import new, none_of, quoted, sentence
from pathwayctl.guidance.state import Lack, Look, Proof
from pathwayctl.model.governance_words import AgreementKind, Progress, SharedQuestion
from pathwayctl.model.vocabulary import Phase, Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.catalog.entries import Line
    from pathwayctl.catalog.grades_9_14 import WorkPlanRow as GuideRow
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields
    from pathwayctl.model.pathways import WorkPlanRow

_SHOWN: Final = 3
"""How many open questions a snippet shows."""


def row(deliverable: str) -> Proof:
    """One row of the plan has an owner and a time, answers to its questions, and its deliverable."""

    def look(records: Records) -> Look:
        guide = _guide_row(deliverable)
        for place, one in enumerate(records.plan.work_plan):
            if one.deliverable == deliverable:
                lacks = tuple(_row_lacks(guide, place, one, records))
                return Look(_row_evidence(guide, one, records, done=not lacks), lacks)
        text = f"The work plan has no row yet for {_name(guide)}."
        return Look(lacks=(new(text, "work_plan", _new_row(guide, records)),))

    return look


def _guide_row(deliverable: str) -> GuideRow:
    from pathwayctl.catalog.reading import grades_9_14

    return next(one for one in grades_9_14().rows if one.id == deliverable)


def _name(guide: GuideRow) -> str:
    """A short name for a row, whose deliverable is a whole sentence: ``“Barriers removed”``."""
    return quoted(guide.id.replace("-", " ").capitalize())


def _new_row(guide: GuideRow, records: Records) -> dict[str, object]:
    return {
        "focus_area": guide.focus_area.value,
        "deliverable": guide.id,
        "owner": samples.someone(records),
        "due": samples.day(records),
    }


def _row_evidence(guide: GuideRow, row: WorkPlanRow, records: Records, *, done: bool) -> tuple[str, ...]:
    questions = guide.checklist.items if guide.checklist else ()
    answered = len(questions) - len(_open(guide, row, records))
    if done:
        said = "done"
    elif answered:
        said = f"{answered} of {count(len(questions), 'question')} answered"
    elif row.state is not Progress.NOT_BEGUN or any(_is_done(task, records) for task in row.tasks):
        said = "under way"
    else:
        return ()
    return (f"{_name(guide)}: {said}",)


def _row_lacks(guide: GuideRow, place: int, row: WorkPlanRow, records: Records) -> Iterator[Lack]:
    name = _name(guide)
    missing: dict[str, object] = {}
    if not row.owner:
        missing["owner"] = samples.someone(records)
    if not (row.due or row.tasks):
        missing["due"] = samples.day(records)
    if missing:
        words = none_of([{"owner": "owner", "due": "time"}[field] for field in missing])
        yield _row_lack(f"{name} has {words}.", guide, place, missing)
    left = _open(guide, row, records)
    if left:
        shown = {one.id: "What was decided" for one in left[:_SHOWN]}
        text = f"{name} leaves {count(len(left), 'question')} open. The first: {sentence(left[0].text)}"
        yield _row_lack(text, guide, place, {"answers": shown})
    waiting = [task for task in row.tasks if not _is_done(task, records)]
    if waiting:
        text = f"{name} waits for {len(waiting)} of its {count(len(row.tasks), 'task')}."
        yield _waiting(text, waiting[0], guide, place, records)
    elif not row.tasks and not guide.checklist:
        yield _no_tasks(name, guide, place, records)
    elif not row.tasks and row.state is not Progress.DONE:
        yield _row_lack(
            f"{name} is not marked as done. Once it is, say so.", guide, place, {"state": Progress.DONE.value}
        )


def _row_lack(text: str, guide: GuideRow, place: int, fields: Fields) -> Lack:
    keys = {"focus_area": guide.focus_area.value, "deliverable": guide.id}
    return Lack(text, ("work_plan", place), snippets.entry("work_plan", {**keys, **fields}))


def _open(guide: GuideRow, row: WorkPlanRow, records: Records) -> list[Line]:
    """The questions of a row's list without an answer, there or in a shared agreement."""
    questions = guide.checklist.items if guide.checklist else ()
    answered = set(row.answers)
    if guide.id == "shared-agreement":
        # The model's eight words stand in the order of the guide's eight questions.
        settled = {
            word
            for one in records.plan.agreements
            if one.kind is AgreementKind.SHARED
            for word in one.answers
        }
        answered |= {one.id for one, word in zip(questions, SharedQuestion, strict=True) if word in settled}
    return [one for one in questions if one.id not in answered]


def _is_done(task: str, records: Records) -> bool:
    leaves = records.under(task)
    return bool(leaves) and all(leaf.task.status is Status.DONE for leaf in leaves)


def _waiting(text: str, task: str, guide: GuideRow, place: int, records: Records) -> Lack:
    leaf = next((leaf for leaf in records.under(task) if leaf.task.status is not Status.DONE), None)
    if leaf is None:
        text = f"{text} {quoted(task)} is dropped, or not in the plan."
        return _row_lack(text, guide, place, {"tasks": [_task(guide)]})
    text = f"{text} Once {quoted(leaf.task.title)} is done, say so."
    fields = {"id": leaf.task.id, "status": Status.DONE.value, "finished": samples.day(records)}
    return Lack(text, leaf.path, snippets.bare_entry(fields))


def _no_tasks(name: str, guide: GuideRow, place: int, records: Records) -> Lack:
    """What to type where no task stands behind a row: the tasks of its focus area, or a first one."""
    text = f"No task stands behind {name}."
    leaves = records.tasks("focus_area", guide.focus_area)
    if leaves:
        return _row_lack(text, guide, place, {"tasks": [leaf.task.id for leaf in leaves[:_SHOWN]]})
    fields: Fields = {
        "id": _task(guide),
        "title": "What to do",
        "focus_area": guide.focus_area.value,
        "owner": samples.someone(records),
        "duration": "10d",
    }
    return new(text, "tasks", fields)


def _task(guide: GuideRow) -> str:
    return f"first-task-of-{guide.id}"


def dates_of(phase: Phase) -> Proof:
    """A phase has a first and a last day."""

    def look(records: Records) -> Look:
        if any(one.phase is phase for one in records.plan.phases):
            return Look()
        days: Fields = {"phase": phase.value, "from": samples.day(records), "to": samples.day(records)}
        return Look(lacks=(new("The phase has no first and last day.", "phases", days),))

    return look


def whole_plan(records: Records) -> Look:
    """Every row of the plan has an owner and a time."""
    from pathwayctl.catalog.reading import grades_9_14

    ready = {one.deliverable for one in records.plan.work_plan if one.owner and (one.due or one.tasks)}
    left = [one for one in grades_9_14().rows if one.id not in ready]
    if not left:
        return Look((f"{count(len(ready), 'row')} with an owner and a time",))
    number = count(len(left), "row")
    text = f"{number} of the work plan without an owner or a time. The first: {_name(left[0])}."
    place = next((n for n, one in enumerate(records.plan.work_plan) if one.deliverable == left[0].id), None)
    fields = _new_row(left[0], records)
    if place is None:
        return Look(lacks=(new(text, "work_plan", fields),))
    return Look(lacks=(_row_lack(text, left[0], place, fields),))
