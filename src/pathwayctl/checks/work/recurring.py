"""Recurring tasks and meetings: no end, occurrences that they do not have, or tasks of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.recurring import has_occurrences
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.wording import count, suggestion

if TYPE_CHECKING:
    from pathwayctl.model.outreach import Meeting

WITHOUT_END: Final = Rule("PW440")
UNKNOWN_OCCURRENCE: Final = Rule("PW441")
DOES_NOT_RECUR: Final = Rule("PW442")

_ONLY_RECURRING: Final = ("until", "times", "occurrences")


@check(WITHOUT_END, UNKNOWN_OCCURRENCE, DOES_NOT_RECUR)
def recurring(index: PlanIndex) -> Iterator[Problem]:
    """Report what is missing or without effect on tasks that recur."""
    for row in index.breakdown.rows:
        task = row.task
        if task.every is None:
            yield from _without_rule(task, row.path, _ONLY_RECURRING)
        elif not has_occurrences(task):
            yield DOES_NOT_RECUR.at((*row.path, "every"), _why_none(row), on_key=True)
        else:
            yield from _unknown(row)
            if task.until is None and task.times is None and index.plan.project.finish_by is None:
                times = count(len(task.tasks), "time")
                message = f"{quoted(task.title)} recurs without an end; it is scheduled {times}, for a year."
                yield WITHOUT_END.at((*row.path, "every"), message)
    for place, meeting in enumerate(index.plan.meetings):
        if meeting.every is None:
            yield from _without_rule(meeting, ("meetings", place), ("times",))


def _without_rule(entry: Task | Meeting, path: Path, fields: Iterable[str]) -> Iterator[Problem]:
    for field in fields:
        if getattr(entry, field):
            message = f"{quoted(entry.title)} has {field}: but no every:, so it does not recur."
            yield DOES_NOT_RECUR.at((*path, field), message, "Add every: with how often it recurs.")
            return


def _why_none(row: Row) -> str:
    title = quoted(row.task.title)
    if row.task.tasks:
        return f"{title} has every: and tasks of its own, so it does not recur."
    return f"{title} never takes place: its rule has no day from its first day to its last."


def _unknown(row: Row) -> Iterator[Problem]:
    known = [one.id for one in row.task.tasks]
    for place, one in enumerate(row.task.occurrences):
        if one.id not in known:
            message = f"{quoted(row.task.title)} has no occurrence {quoted(one.id)}."
            hint = suggestion(one.id, known) or f"Its occurrences run from {known[0]} to {known[-1]}."
            yield UNKNOWN_OCCURRENCE.at((*row.path, "occurrences", place, "id"), message, hint)
