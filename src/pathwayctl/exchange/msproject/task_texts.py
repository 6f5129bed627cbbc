"""The fields of a task of a file, as texts of ours, with a sentence for whatever has another form here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pathwayctl.exchange.cell_text import number_text
from pathwayctl.exchange.msproject.file_calendar_days import days_of_file
from pathwayctl.exchange.msproject.file_plan import FilePlan, FileTask
from pathwayctl.exchange.msproject.terms import NO_UID, ConstraintType, LengthUnit
from pathwayctl.exchange.msproject.whole_days import in_days
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.workdays import LAST_DAY, WorkCalendar
from pathwayctl.wording import long_day

_USUAL_PRIORITY: Final = 500
_MOST_PRIORITY: Final = 1000
_LONGEST_NOTES: Final = 20_000
_BY_FINISH: Final = frozenset({ConstraintType.FINISH_NO_EARLIER_THAN, ConstraintType.MUST_FINISH_ON})


@dataclass(slots=True)
class TaskTexts:
    """A task in our words: the texts of its fields as a cell of a workbook has them, empty if not set.

    ``days`` are its working days. ``adapted`` says what has another form here, and ``left`` what is not here.
    """

    texts: dict[str, str] = field(default_factory=dict)
    days: int = 0
    adapted: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


class TaskConverter:
    """Converts the tasks of one file; nothing is held before the ``start`` of the project."""

    def __init__(self, plan: FilePlan, start: date) -> None:
        self._plan, self._start = plan, start
        self._days: WorkCalendar = days_of_file(plan)

    def convert(self, task: FileTask, *, is_summary: bool) -> TaskTexts:
        """The texts of a task, without those of its links and of who does it."""
        made = TaskTexts()
        made.texts = {"title": task.title, "detail": task.notes[:_LONGEST_NOTES]}
        made.texts["deadline"] = _iso(task.deadline)
        made.texts["cost"] = number_text(task.cost) if task.cost and not is_summary else ""
        if not is_summary:
            self._duration(task, made)
            self._progress(task, made)
            made.texts["priority"] = _priority(task)
        self._constraint(task, made, is_summary=is_summary)
        self._remarks(task, made, is_summary=is_summary)
        return made

    def _duration(self, task: FileTask, made: TaskTexts) -> None:
        if task.minutes is None:
            made.texts["duration"] = "0d" if task.is_milestone else ""
            made.days = 0 if task.is_milestone else 1
            return
        length = in_days(task.minutes, task.unit, self._plan.time)
        made.days, text = length.days, length.text
        if task.unit.elapsed and length.days:
            made.days = self._worked(task) or max(-(-length.days * self._days.week // 7), 1)
            text = f"{made.days}d"
            made.adapted.append(
                f"Its duration of {length.text} counts days off; here it takes {text} of work."
            )
        elif length.is_rounded:
            made.adapted.append(f"Its duration of {length.exact} days was rounded up to {text}.")
        if task.is_milestone and made.days:
            made.adapted.append(f"It is marked as a milestone, but takes {text}, so it is a task here.")
        made.texts["duration"] = text

    def _worked(self, task: FileTask) -> int:
        """The working days from its first to its last day in the file."""
        if task.days is None:
            return 0
        first, last = (day.toordinal() for day in task.days)
        return self._days.on_or_before(last) - self._days.on_or_after(first) + 1

    def _progress(self, task: FileTask, made: TaskTexts) -> None:
        """The status of a task, and the days on which it began and was finished."""
        texts = made.texts
        texts |= dict.fromkeys(("started", "finished", "complete", "remaining"), "")
        texts["status"] = Status.PLANNED.label
        if task.percent == 100 or task.actual_finish:
            texts["status"] = Status.DONE.label
            texts["started"] = _iso(task.actual_start)
            texts["finished"] = _iso(task.actual_finish or (task.days[1] if task.days else None))
        elif task.percent or task.actual_start:
            texts["status"] = Status.IN_PROGRESS.label
            texts["started"] = _iso(task.actual_start or (task.days[0] if task.days else None))
            percent = task.own_percent or task.percent
            left = self._remaining(task, made, percent)
            texts["complete"] = str(percent) if percent and (task.own_percent or not left) else ""
            texts["remaining"] = left
        if not task.is_active:
            texts["status"] = Status.DROPPED.label
            made.adapted.append("It is inactive in the file, so it is dropped here.")

    def _remaining(self, task: FileTask, made: TaskTexts, percent: int) -> str:
        """What is still to be done, where that is not what follows from the percentage."""
        if task.remaining is None or task.unit.elapsed:
            return ""
        left = in_days(task.remaining, LengthUnit.DAYS, self._plan.time).days
        return "" if left == -(-made.days * (100 - percent) // 100) else f"{left}d"

    def _constraint(self, task: FileTask, made: TaskTexts, *, is_summary: bool) -> None:
        texts, kind, day = made.texts, task.constraint, task.constraint_day
        texts |= {"date": "", "not_before": "", "as_late_as_possible": ""}
        if kind is ConstraintType.AS_SOON_AS_POSSIBLE:
            self._by_hand(task, made, is_summary=is_summary)
        elif kind is ConstraintType.AS_LATE_AS_POSSIBLE:
            texts["as_late_as_possible"] = "yes"
        elif day is None:
            made.left.append(f"Its constraint “{kind.words}” has no date.")
        elif kind is ConstraintType.FINISH_NO_LATER_THAN:
            _due(made, day)
        elif kind is ConstraintType.START_NO_LATER_THAN:
            last = self._later(day, made.days)
            _due(made, last)
            made.adapted.append(f"“{kind.words} {day}” became the deadline {last}, by its duration.")
        else:
            self._held(kind, day, made, is_summary=is_summary)

    def _held(self, kind: ConstraintType, day: date, made: TaskTexts, *, is_summary: bool) -> None:
        """The constraints that begin a task on a day, or not before it."""
        first = self._earlier(day, made.days) if kind in _BY_FINISH and not is_summary else day
        must = kind in (ConstraintType.MUST_START_ON, ConstraintType.MUST_FINISH_ON)
        name = "date" if must and not is_summary else "not_before"
        if name == "date" and first < self._start:
            made.left.append(
                f"“{kind.words} {day}” is before the project starts, on {long_day(self._start)}."
            )
            return
        made.texts[name] = first.isoformat()
        if kind in _BY_FINISH or (must and is_summary):
            made.adapted.append(f"“{kind.words} {day}” became {name}: {first}, by its duration.")

    def _by_hand(self, task: FileTask, made: TaskTexts, *, is_summary: bool) -> None:
        if not task.is_manual or is_summary:
            return
        if task.start is not None and not task.actual_start:
            made.texts["not_before"] = task.start.date().isoformat()
        made.adapted.append("It is scheduled by hand; here links may move it to a later day.")

    def _later(self, day: date, days: int) -> date:
        """Last working day of work that begins on a given day."""
        return self._days.day(self._days.on_or_after(day.toordinal()) + max(days - 1, 0))

    def _earlier(self, day: date, days: int) -> date:
        """First working day of work that ends on a given day."""
        if not days:
            return day
        count = self._days.count(self._days.on_or_before(day.toordinal()) - days + 1)
        return date.fromordinal(min(max(count, 1), LAST_DAY))

    def _remarks(self, task: FileTask, made: TaskTexts, *, is_summary: bool) -> None:
        own = self._plan.calendars.get(NO_UID if task.calendar is None else task.calendar)
        has_own = own is not None and own.uid != self._plan.calendar.uid
        if own is not None and has_own:
            made.left.append(f"Its own calendar, “{own.name}”; here it has the calendar of the project.")
        worked = self._worked(task)
        is_plain = not (is_summary or has_own or task.unit.elapsed or task.percent or task.is_manual)
        if is_plain and task.minutes and worked > made.days + 1:
            made.left.append(
                f"Its pauses, or the days off of those who do it: it takes {made.days} days, and lasts "
                f"{worked} working days in the file."
            )
        if len(task.notes) > _LONGEST_NOTES:
            made.left.append(f"Its notes beyond {_LONGEST_NOTES:,} characters.")
        if is_summary and task.cost:
            made.left.append("Its fixed cost; here a summary costs what the tasks in it do.")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _due(made: TaskTexts, day: date) -> None:
    """Set a deadline, unless there is an earlier one."""
    before = made.texts["deadline"]
    made.texts["deadline"] = min(before or "9", day.isoformat())


def _priority(task: FileTask) -> str:
    found = _USUAL_PRIORITY if task.priority is None else min(max(task.priority, 0), _MOST_PRIORITY)
    return "" if found == _USUAL_PRIORITY else str(found)
