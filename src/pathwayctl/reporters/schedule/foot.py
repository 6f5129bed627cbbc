"""What stands below the schedule: what the plan comes to, what comes too late, and what the bars mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.model.project import NO_HOLIDAYS
from pathwayctl.model.vocabulary import Status
from pathwayctl.reporters.lines import Line, folded, line
from pathwayctl.reporters.schedule.loads import overload_lines
from pathwayctl.reporters.schedule.paths import near_critical, several_paths
from pathwayctl.reporters.schedule.view import ScheduleReport, shown_in_words, shown_status
from pathwayctl.scheduling.public_holidays import place_of
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import count, listed, long_day, short_day

_NAMED: Final = 10
"""More late tasks than these are only counted."""
_ENDED: Final = frozenset((Status.DONE, Status.DROPPED))
_LEGEND: Final = "Bars: █ critical, ━ with float, ◆ critical milestone, ◇ milestone, ┅ group"
STATUS_LINE: Final = "┊"
"""Marks the day as of which progress is judged, in the rows that have no bar there."""


def foot(report: ScheduleReport, width: int, *, bars: bool) -> list[Line]:
    """Some sentences, each beginning a line; ``bars`` says whether there are any to explain."""
    lines = [line(part) for text in _sentences(report) for part in folded(text, width)]
    lines += [line((part, "bold red")) for text in _late(report) for part in folded(text, width)]
    lines += overload_lines(report, width)
    status = f", {STATUS_LINE} status date" if shown_status(report) else ""
    legend = folded(f"{_LEGEND}{status}.", width) if bars else []
    return [*lines, *(line((part, "dim")) for part in legend)]


def _sentences(report: ScheduleReport) -> Iterator[str]:
    schedule, project = report.schedule, report.plan.project
    yield from shown_in_words(report)
    tasks = sum(task.kind != "summary" for task in schedule.tasks)
    span = f"{count(tasks, 'task')} from {long_day(schedule.start)} to {long_day(schedule.finish)}."
    yield f"{span} {_critical(report)} Durations and float are in working days. {_holidays(report)}".rstrip()
    yield from near_critical(report)
    yield from several_paths(report)
    if project.status_date:
        yield f"Progress as of {long_day(project.status_date)}."
    if report.levelled is not None:
        from pathwayctl.reporters.schedule.levelled import levelled_in_words

        yield from levelled_in_words(report.levelled, report.owners())
    yield from compared(report)


def compared(report: ScheduleReport) -> Iterator[str]:
    """How the schedule differs from its baseline, if it is shown with one, and what of that is earned."""
    if report.compared is None:
        return
    from pathwayctl.reporters.schedule.baseline_sentences import drift, earned_in_words

    yield from drift(report.compared, report.plan)
    if report.earned is not None:
        yield from earned_in_words(report.earned, report.plan.project.currency)
    elif report.plan.project.status_date is None:
        yield "To compare progress with the baseline, set status_date: under project: in pathway.yaml."


def _holidays(report: ScheduleReport) -> str:
    """Whose public holidays are days off, if any are."""
    code = report.plan.calendar.holidays
    return "" if code == NO_HOLIDAYS else f"Public holidays of {place_of(code)} are days off."


def _critical(report: ScheduleReport) -> str:
    number, slack = len(report.schedule.critical_path), report.plan.project.critical_float
    if not number:
        return "No task is critical."
    critical = count(number, "task is critical", "tasks are critical")
    if slack:
        return f"{critical}: they have a float of {count(slack, 'day')} or less."
    return f"{critical}: each day they slip moves the finish by a day."


def _late(report: ScheduleReport) -> Iterator[str]:
    """What the plan does not keep: the end of the project, and deadlines."""
    due, finish = report.plan.project.finish_by, report.schedule.finish
    if due and finish > due:
        yield f"The plan finishes after {long_day(due)}, the day by which the project should be finished."
    late = [task for task in report.schedule.tasks if _is_late(task)]
    if late:
        named = [_named(task) for task in late[:_NAMED]]
        named += [f"{len(late) - _NAMED:,} more"] if len(late) > _NAMED else []
        number = count(len(late), "task misses its deadline", "tasks miss their deadlines")
        yield f"{number}: {listed(named)}."


def _is_late(task: ScheduledTask) -> bool:
    due = task.task.deadline
    return due is not None and task.finish > due and task.status not in _ENDED


def _named(task: ScheduledTask) -> str:
    due = task.task.deadline
    until = f" (due {short_day(due)}, finishes {short_day(task.finish)})" if due else ""
    return f"{task.wbs} {' '.join(task.title.split())}{until}"
