"""The sentences below the schedule: totals, critical paths, leveling, late tasks, and what the bars mean.

Who is overbooked is also shown week by week, as bars.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.due_dates import due_milestones
from pathwayctl.evidence.work.overloaded import every_overload
from pathwayctl.model.project import NO_HOLIDAYS
from pathwayctl.model.vocabulary import Status
from pathwayctl.reporters.lines import ELLIPSIS, Line, folded, head, line
from pathwayctl.reporters.schedule.view import ScheduleReport, is_near_critical, shown_in_words, shown_status
from pathwayctl.scheduling.loads import Overload, loads
from pathwayctl.scheduling.public_holidays import place_of
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask
from pathwayctl.wording import count, listed, long_day, short_day

if TYPE_CHECKING:
    from pathwayctl.levelling.level import Levelled
    from pathwayctl.scheduling.schedule import Schedule

_TOLD: Final = 10
"""More weeks than these are only counted."""
_TOLD_SHORT: Final = 3
"""The same without ``--loads``."""
_TASKS: Final = 3
_DRAWN: Final = 3
"""People of whom bars are drawn."""
_WEEKS: Final = 8
"""Weeks of one person that are drawn."""
_LONGEST: Final = 40
_LOADS_LEGEND: Final = "By week below: ━ within capacity, █ over capacity."


def overload_lines(report: ScheduleReport, width: int) -> list[Line]:
    """Some lines on who is overbooked when; none if no one is."""
    found = report.index.ask(every_overload)
    if not found:
        return []
    is_whole = report.whole_loads or report.levelled is not None
    words = [_opening(report, found), *_weeks(report, found, _TOLD if is_whole else _TOLD_SHORT)]
    style = "bold red" if report.levelled else "yellow"
    lines = [line((part, style)) for text in words for part in folded(text, width)]
    if not is_whole:
        return lines
    lines += [line((part, "dim")) for part in folded(_LOADS_LEGEND, width)]
    for resource in list(dict.fromkeys(one.resource for one in found))[:_DRAWN]:
        lines += _bars(report, resource, [one for one in found if one.resource == resource], width)
    return [*lines, line()]


def _opening(report: ScheduleReport, found: Sequence[Overload]) -> str:
    people = {one.resource for one in found}
    who = count(len(people), "person or group is", "people or groups are")
    if report.levelled:
        return f"Tasks with fixed dates still overbook people: {who} overbooked."
    more = "" if report.whole_loads else " To see every week, add --loads."
    return f"{who} overbooked. To find dates within everyone’s capacity, add --level.{more}"


def _weeks(report: ScheduleReport, found: Sequence[Overload], most: int) -> Iterator[str]:
    names = report.owners()
    for one in found[:most]:
        tasks = [_person(report.schedule, row) for row in one.rows[:_TASKS]]
        tasks += [count(len(one.rows) - _TASKS, "more task")] if len(one.rows) > _TASKS else []
        has = f"has {one.given:g}" if one.given else "is on leave"
        yield (
            f"  {names[one.resource]}, week of {short_day(one.week)}: needs {one.needed:g} a day, {has}; "
            f"{listed(tasks)}."
        )
    if len(found) > most:
        yield f"  and {len(found) - most:,} more."


def _person(schedule: Schedule, row: int) -> str:
    one = schedule.records.breakdown.rows[row]
    return f"{one.wbs} {' '.join(one.task.title.split())}"


def _bars(report: ScheduleReport, resource: str, found: Sequence[Overload], width: int) -> Iterator[Line]:
    """A bar for each week from the first one that is too much: what is needed, and what is above."""
    drawn = [one for one in loads(report.plan, report.schedule, resource) if one.week >= found[0].week]
    drawn = drawn[:_WEEKS]
    most = max(max(one.needed, one.given) for one in drawn)
    numbers = [f"{one.needed:g} of {one.given:g}" for one in drawn]
    days = [short_day(one.week) for one in drawn]
    left, right = max(map(len, days)), max(map(len, numbers))
    room = min(width - left - right - 6, _LONGEST)
    yield line()
    yield line((head(f"{report.owners()[resource]}, units a day by week", width), "bold"))
    for one, number, day in zip(drawn, numbers, days, strict=True):
        fits = int(min(one.needed, one.given) * room / most)
        over = max(int(one.needed * room / most), fits + 1) - fits if one.needed > one.given else 0
        spare = room - fits - over
        yield line(
            f"  {day:{left}}  ",
            ("━" * fits, "cyan"),
            ("█" * over, "bold red"),
            " " * spare,
            f"  {number:>{right}}",
        )


_NAMED: Final = 10
"""More late tasks or due dates than these are only counted."""
_ENDED: Final = frozenset((Status.DONE, Status.DROPPED))
_LEGEND: Final = "Bars: █ critical, ━ with float, ◆ critical milestone, ◇ milestone, ┅ group"
STATUS_LINE: Final = "┊"
"""Marks the status date in rows that have no bar there."""
_OWN: Final = 2
"""How many of the tasks in which a path differs from the others are named."""
_TITLE: Final = 24
_ARROW: Final = " → "
_MOVED: Final = 3
"""The most tasks that are named because they finish later."""


def foot(report: ScheduleReport, width: int, *, bars: bool) -> list[Line]:
    """Sentences, each on a new line; ``bars`` says whether there are bars to explain."""
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
        yield (
            f"Progress as of {long_day(project.status_date)}. "
            "To see what is overdue and what is due next, type: pathwayctl status"
        )
    if report.levelled is not None:
        yield from levelled_in_words(report.levelled, report.owners())
    yield from _due(report)
    yield from compared(report)


def _due(report: ScheduleReport) -> Iterator[str]:
    """What grants require that no task produces, the earliest first; what is done is not due any more."""
    open_still = [one for one in report.index.ask(due_milestones) if one.done is None and one.due]
    if open_still:
        yield "Due dates of grants:"
    for one in open_still[:_NAMED]:
        owner = report.index.name_of(one.owner) if one.owner else "no owner"
        day, today = long_day(one.due) if one.due else "", report.plan.project.status_date
        late = ", overdue" if today and one.due and one.due < today else ""
        yield f"  {day}{late}: {one.title} ({one.grant}; {owner})"
    if len(open_still) > _NAMED:
        yield f"  {len(open_still) - _NAMED:,} more"


def compared(report: ScheduleReport) -> Iterator[str]:
    """How the schedule differs from its baseline, if it is shown with one, and its earned value."""
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
        have = "it has" if number == 1 else "they have"
        return f"{critical}: {have} a float of {count(slack, 'day')} or less."
    slips = "it slips" if number == 1 else "they slip"
    return f"{critical}: each day {slips} moves the finish by a day."


def _late(report: ScheduleReport) -> Iterator[str]:
    """The dates that the plan misses: the end of the project, and deadlines."""
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


def near_critical(report: ScheduleReport) -> Iterator[str]:
    """The number of nearly critical tasks, and what that means."""
    tasks = [task for task in report.schedule.tasks if task.kind != "summary"]
    number = sum(is_near_critical(report, task) for task in tasks)
    if number:
        nearly = count(number, "task is nearly critical", "tasks are nearly critical")
        days = count(report.plan.project.near_critical_float, "day")
        yield f"{nearly} (near): {days} of float or less."


def several_paths(report: ScheduleReport) -> Iterator[str]:
    """The critical paths, a line for each, if there are more than one."""
    from pathwayctl.scheduling.critical_paths import critical_paths

    paths = critical_paths(report.schedule, report.plan.project.critical_float)
    if paths.number < 2:
        return
    more = "" if paths.number <= len(paths.longest) else f"; the longest {len(paths.longest)} are"
    yield f"There are {paths.number:,} critical paths{more}:"
    shared = set(paths.longest[0]).intersection(*paths.longest)
    for path in paths.longest:
        alone = " (by itself: no critical task is before or after it)" if len(path) == 1 else ""
        yield f"  {_in_words(report, path, shared)}{alone}"


def _in_words(report: ScheduleReport, path: Sequence[int], shared: Collection[int]) -> str:
    """``1 Invite employers → … → 2.3 Ask the board → … → 5 Report``: its ends, and what the others lack."""
    own = [row for row in path[1:-1] if row not in shared]
    named = {path[0], path[-1], *own[:_OWN]}
    words: list[str] = []
    for row in path:
        if row in named:
            words.append(_titled(report, row))
        elif words[-1] != ELLIPSIS:
            words.append(ELLIPSIS)
    return _ARROW.join(words)


def _titled(report: ScheduleReport, row: int) -> str:
    task = report.schedule.at(row)
    return f"{task.wbs} {head(' '.join(task.title.split()), _TITLE)}"


def levelled_in_words(levelled: Levelled, names: dict[str, str]) -> Iterator[str]:
    """The new finish, and the tasks that finish the most days later, with who they wait for."""
    opening = "Leveled: no one works above capacity or on leave."
    if levelled.held:
        opening = "Leveled: only tasks with fixed dates still need more than people have."
    plain, schedule = levelled.plain, levelled.schedule
    later = schedule.end - plain.end
    if later > 0:
        days = count(later, "working day")
        yield f"{opening} The plan finishes {days} later, on {long_day(schedule.finish)}."
    else:
        yield f"{opening} The plan still finishes on {long_day(schedule.finish)}."
    named = [_moved(schedule, row, days, names) for days, row in _furthest(levelled)]
    if named:
        yield f"Moved most: {listed(named)}."


def _furthest(levelled: Levelled) -> list[tuple[int, int]]:
    """The tasks that finish the most working days later than in the plain schedule."""
    schedule, plain = levelled.schedule, levelled.plain
    moved = [
        (schedule.span(row.index)[1] - plain.span(row.index)[1], row.index)
        for row in schedule.records.breakdown.rows
        if not row.is_summary and row.task.status not in (Status.DONE, Status.DROPPED)
    ]
    moved = [one for one in moved if one[0] > 0]
    return sorted(moved, key=lambda one: (-one[0], one[1]))[:_MOVED]


def _moved(schedule: Schedule, row: int, days: int, names: dict[str, str]) -> str:
    one, wait = schedule.records.breakdown.rows[row], schedule.waits.get(row)
    said = f"{one.wbs} {' '.join(one.task.title.split())} by {count(days, 'day')}"
    return f"{said} (waits for {names.get(wait.resource, wait.resource)})" if wait else said
