"""Edits that report the progress of tasks: started, done, blocked, or dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from pathwayctl.editing.edits import Refused, SetField, Typed
from pathwayctl.loading.naming import Speller
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.wording import count, listed, long_day

ACTIONS: Final = {
    "start": Status.IN_PROGRESS,
    "done": Status.DONE,
    "block": Status.BLOCKED,
    "drop": Status.DROPPED,
}
"""What can be reported of a task, and the status that it then has."""
_OVER: Final = (Status.DONE, Status.DROPPED)
_FROM_FINISH: Final = (LinkType.FS, LinkType.FF)
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class TaskReport:
    """What is reported of tasks; ``remaining`` is a duration as it is typed, such as ``3d``.

    ``day`` is the day on which they started or were finished.
    """

    action: str
    ids: tuple[str, ...]
    day: date
    complete: int | None = None
    remaining: str | None = None


@dataclass(frozen=True, slots=True)
class ProgressEdits:
    """The edits that a report asks for, what they do in sentences, and what to look at."""

    edits: tuple[SetField, ...]
    did: tuple[str, ...]
    warnings: tuple[str, ...]


def progress_edits(
    breakdown: Breakdown, status_date: date | None, report: TaskReport
) -> ProgressEdits | Refused:
    """The edits for a report. Refused for what is no task, for a summary, and for what is over already."""
    edits: list[SetField] = []
    did: list[str] = []
    warnings: list[str] = []
    for id_ in dict.fromkeys(report.ids):
        row = breakdown.rows[breakdown.by_id[id_]] if id_ in breakdown.by_id else None
        if row is None:
            return Refused(f"There is no task “{id_}”.", Speller(breakdown.by_id).hint(id_))
        refused = _refusal(breakdown, row, report.action)
        if refused is not None:
            return refused
        edits += [SetField(id_, name, value) for name, value in _fields(row, report).items()]
        did.append(_sentence(row, report))
        warnings += _finished_before(row, report)
        warnings += _open_predecessors(breakdown, row, report)
    warnings += _about_the_day(status_date, report)
    return ProgressEdits(tuple(edits), tuple(did), tuple(warnings))


def _refusal(breakdown: Breakdown, row: Row, action: str) -> Refused | None:
    task = row.task
    if task.tasks:
        under = [one.task.id for one in breakdown.rows[row.index : row.end] if not one.task.tasks]
        more = [f"{len(under) - _MOST_NAMED:,} more"] if len(under) > _MOST_NAMED else []
        return Refused(
            f"“{task.id}” is a summary: its progress comes from the tasks under it.",
            f"Report on those: {listed([*under[:_MOST_NAMED], *more])}.",
        )
    if task.status is Status.DONE and action in ("block", "drop"):
        return Refused(f"“{task.id}” is done.", f"To reopen it: pathwayctl task start {task.id}")
    return None


def _fields(row: Row, report: TaskReport) -> dict[str, Any]:
    """The fields to set, and with ``None`` those to take out, so that they agree with each other."""
    task = row.task
    found: dict[str, Any] = {"status": ACTIONS[report.action].value}
    if report.action == "start":
        if task.started is None or task.status not in (Status.IN_PROGRESS, Status.BLOCKED):
            found["started"] = task.started or report.day
        found |= _left_out(row, "finished")
    if report.action == "done":
        found["finished"] = report.day
        found |= _left_out(row, "complete", "remaining")
    if report.complete is not None:
        found |= {"complete": report.complete, **_left_out(row, "remaining")}
    elif report.remaining is not None:
        found |= {"remaining": Typed(report.remaining), **_left_out(row, "complete")}
    elif report.action == "start" and task.status is Status.DONE:
        found |= _left_out(row, "complete", "remaining")
    return found


def _left_out(row: Row, *names: str) -> dict[str, None]:
    return {name: None for name in names if getattr(row.task, name) is not None}


def _sentence(row: Row, report: TaskReport) -> str:
    on = f" on {long_day(report.day)}" if report.action == "done" else ""
    said = {"start": "in progress", "done": "done", "block": "blocked", "drop": "dropped"}[report.action]
    return f"{' '.join(row.task.title.split())}: {said}{on}."


def _finished_before(row: Row, report: TaskReport) -> Iterator[str]:
    """A warning if a task was done already, on another day."""
    before = row.task.finished
    if report.action == "done" and row.task.status is Status.DONE and before not in (None, report.day):
        back = f"pathwayctl task done {row.task.id} --on {before}"
        yield f"“{row.task.id}” was done already, on {long_day(before)}. To keep that day: {back}"


def _open_predecessors(breakdown: Breakdown, row: Row, report: TaskReport) -> Iterator[str]:
    """A warning if a task is done, or starts, before what it or a summary above it waits for is finished."""
    if report.action not in ("start", "done"):
        return
    kinds = _FROM_FINISH if report.action == "done" else (LinkType.FS,)
    open_ = dict.fromkeys(_open_before(breakdown, row, kinds, report))
    if open_:
        names = list(open_)
        more = [f"{len(names) - _MOST_NAMED:,} more"] if len(names) > _MOST_NAMED else []
        verb = "is" if len(names) == 1 else "are"
        what = count(len(names), "predecessor")
        yield f"{what} of “{row.task.id}” {verb} still open: {listed([*names[:_MOST_NAMED], *more])}."


def _open_before(
    breakdown: Breakdown, row: Row, kinds: Sequence[LinkType], report: TaskReport
) -> Iterator[str]:
    done_now = report.ids if report.action == "done" else ()
    carrier: Row | None = row
    while carrier is not None:
        for link in carrier.task.depends_on:
            at = breakdown.by_id.get(link.predecessor)
            if at is None or link.type not in kinds:
                continue
            other = breakdown.rows[at]
            tasks = [one.task for one in breakdown.rows[at : other.end] if not one.task.tasks]
            if any(task.status not in _OVER and task.id not in done_now for task in tasks):
                yield link.predecessor
        carrier = breakdown.rows[carrier.parent] if carrier.parent >= 0 else None


def _about_the_day(status_date: date | None, report: TaskReport) -> Iterator[str]:
    """A warning if the day is after the status date, or if there is no status date."""
    if report.action not in ("start", "done") or (status_date is not None and report.day <= status_date):
        return
    move = f"To set it: pathwayctl set project.status_date {report.day}"
    if status_date is None:
        yield f"The project has no status date, so its schedule does not count progress yet. {move}"
    else:
        yield f"{long_day(report.day)} is after the status date, {long_day(status_date)}. {move}"
