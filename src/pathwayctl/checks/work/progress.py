"""Contradictions in the progress of tasks, and other items that are past due."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Judged, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.open_items import OpenItem, open_items
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.wording import count, listed, long_day

NO_ACTUAL_DAY: Final = Rule("PW421", Judged.ENTRY)
DONE_BEFORE_BEGUN: Final = Rule("PW422")
IN_THE_FUTURE: Final = Rule("PW423")
CONTRADICTION: Final = Rule("PW424", Judged.ENTRY)
NO_STATUS_DATE: Final = Rule("PW425", Judged.ENTRY)
_progress_of: Final = attrgetter("status", "started", "finished", "complete", "remaining")
_NO_PROGRESS: Final = (Status.PLANNED, None, None, None, None)
_AS_DONE: Final = "Write status: done and add finished: with the date."
_AS_STARTED: Final = "Write status: in-progress"


@check(NO_ACTUAL_DAY, DONE_BEFORE_BEGUN, IN_THE_FUTURE, CONTRADICTION, NO_STATUS_DATE)
def progress(index: PlanIndex) -> Iterator[Problem]:
    """Report contradictions in the progress of tasks; progress on a summary has its own rule."""
    reporting = [row for row in index.leaves if _progress_of(row.task) != _NO_PROGRESS and _reports(row.task)]
    for row in reporting:
        yield from _missing_day(row)
        yield from _days(index, row)
        wrong = _contradictions(row.task)
        if wrong:
            message = f"{quoted(row.task.title)} {listed([words for words, _ in wrong])}."
            hint = " ".join(dict.fromkeys(hint for _, hint in wrong))
            # A default status has no line to point at.
            path = (*row.path, "status") if "status" in row.task.model_fields_set else row.path
            yield CONTRADICTION.at(path, message, hint)
    if reporting and index.plan.project.status_date is None:
        verb = "reports" if len(reporting) == 1 else "report"
        message = f"{count(len(reporting), 'task')} {verb} progress, but the project has no status date."
        yield NO_STATUS_DATE.at(("project",), message)


def _reports(task: Task) -> bool:
    return (
        task.status is Status.IN_PROGRESS
        or task.status is Status.DONE
        or task.started is not None
        or task.finished is not None
        or bool(task.complete)
        or task.remaining is not None
    )


def _missing_day(row: Row) -> Iterator[Problem]:
    task, path = row.task, (*row.path, "status")
    if task.status is Status.IN_PROGRESS and task.started is None:
        message = f"{quoted(task.title)} is in progress, but has no start date."
        yield NO_ACTUAL_DAY.at(path, message, "Add started: with the date on which it started.")
    elif task.status is Status.DONE and task.finished is None:
        message = f"{quoted(task.title)} is done, but has no finish date."
        yield NO_ACTUAL_DAY.at(path, message, "Add finished: with the date on which it was finished.")


def _days(index: PlanIndex, row: Row) -> Iterator[Problem]:
    task, today = row.task, index.plan.project.status_date
    if task.started is not None and task.finished is not None and task.finished < task.started:
        days = f"finished on {long_day(task.finished)}, but started on {long_day(task.started)}"
        yield DONE_BEFORE_BEGUN.at((*row.path, "finished"), f"{quoted(task.title)} {days}.")
    for field, day, verb in (("started", task.started, "started"), ("finished", task.finished, "finished")):
        if today is not None and day is not None and day > today:
            message = (
                f"{quoted(task.title)} {verb} on {long_day(day)}, after the status date, {long_day(today)}."
            )
            yield IN_THE_FUTURE.at((*row.path, field), message)


def _contradictions(task: Task) -> list[tuple[str, str]]:
    """The contradictions, as predicates of a sentence about the task, each with what to do."""
    done, planned = task.status is Status.DONE, task.status is Status.PLANNED
    complete = task.complete or 0
    left = f"remaining: {task.remaining.amount}{task.remaining.unit}" if task.remaining else ""
    cases = (
        (
            bool(left) and task.complete is not None,
            "has both complete and remaining",
            f"Delete complete: {complete}.",
        ),
        (complete == 100 and not done, "is 100 percent complete but not done", _AS_DONE),
        (task.finished is not None and not done, "has a finish date but is not done", "Write status: done"),
        (task.started is not None and planned, "has a start date but is still planned", _AS_STARTED),
        (planned and 0 < complete < 100, "is partly complete but still planned", _AS_STARTED),
        (
            done and task.complete is not None and complete < 100,
            "is done but not 100 percent complete",
            f"Delete complete: {complete}.",
        ),
        (done and _is_left(task), "is done but has work remaining", f"Delete {left}."),
    )
    return [(words, hint) for wrong, words, hint in cases if wrong]


def _is_left(task: Task) -> bool:
    return task.remaining is not None and task.remaining.amount > 0


OVERDUE: Final = Rule("PW601")


@check(OVERDUE)
def overdue(index: PlanIndex) -> Iterator[Problem]:
    """Report everything with a due date of its own, except tasks, that is late as of the status date."""
    if index.today is None:
        return
    for item in index.ask(open_items):
        if item.due is not None and item.due < index.today:
            name, done = _name_and_cure(item)
            message = f"{name} was due on {long_day(item.due)}, and is not done."
            yield OVERDUE.at(
                (*item.path, "due"), message, f"Write {done} if it is, or set due: to a later date."
            )


def _name_and_cure(item: OpenItem) -> tuple[str, str]:
    """What an item is called, and what to type once it is done."""
    match item.path[0]:
        case "meetings":
            return f"The action item {quoted(item.title)}", "done: true"
        case "work_plan":
            return f"The deliverable {quoted(item.title)}", "state: done"
        case _:
            return f"The quick action {quoted(item.title)}", "status: done"
