"""The start, the status date, and the working days of a file, against those of the project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from pathwayctl.editing.edits import AddEntry, Edit, SetField
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.exchange.msproject.file_calendar_days import (
    closures,
    openings,
    worked_in_file_only,
    working_days,
)
from pathwayctl.exchange.msproject.file_plan import FilePlan
from pathwayctl.loading.project import Loaded
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.wording import count, listed

_CALENDAR: Final = ("calendar",)
_DAY: Final = timedelta(days=1)
_MOST_NAMED: Final = 6


class CalendarMerge:
    """What a file changes in the dates and the calendar of a project.

    A project without tasks takes those of the file, and so does one that the file was made from
    (``is_ours``). In another one they are in conflict. ``start`` is the first day of the project after that.
    """

    def __init__(self, plan: FilePlan, loaded: Loaded, days: WorkCalendar, *, is_ours: bool) -> None:
        self._plan, self._loaded, self._days = plan, loaded, days
        self._header = loaded.plan.project
        self._is_ours, self._is_free = is_ours, is_ours or not loaded.plan.tasks
        self.start: date = self._header.start
        self.steps = (*self._dates(), *self._week(), *self._days_off(), *self._remarks())

    def _dates(self) -> Iterator[ImportStep]:
        start = self._plan.start if self._is_ours else self._plan.first_day
        ours = self._header.start
        is_first = start == self._days.day(0) or start == ours
        if start is not None and not is_first and (self._is_free or start < ours):
            self.start = start if self._is_free else ours
            yield self._field("start", ours.isoformat(), start.isoformat(), start)
        status, known = self._plan.status_date, self._header.status_date
        if status is not None and status != known:
            before = known.isoformat() if known else ""
            yield self._field("status_date", before, status.isoformat(), status)

    def _field(self, name: str, before: str, after: str, value: date) -> ImportStep:
        kind = StepKind.CHANGED if self._is_free or not before else StepKind.CONFLICT
        edits = (SetField(("project",), name, value),)
        return ImportStep(kind, "Project", field=name, before=before, after=after, edits=edits)

    def _week(self) -> Iterator[ImportStep]:
        theirs = working_days(self._plan.calendar)
        ours = [day.value for day in self._loaded.plan.calendar.working_days]
        if set(theirs) != set(ours):
            kind = StepKind.CHANGED if self._is_free else StepKind.CONFLICT
            edits = (SetField(_CALENDAR, "working_days", theirs),)
            said = listed(ours), listed(theirs)
            yield ImportStep(kind, self._place, "", "working_days", *said, edits=edits)

    @property
    def _place(self) -> str:
        return f"Calendar “{self._plan.calendar.name}”" if self._plan.calendar.name else "Calendar"

    def _days_off(self) -> Iterator[ImportStep]:
        """Days off and extra working days of the file that the project lacks."""
        off = [one for one in closures(self._plan.calendar.exceptions) if self._is_new(one, worked=False)]
        on = [one for one in openings(self._plan.calendar) if self._is_new(one, worked=True)]
        for name, entries in (("closures", off), ("openings", on)):
            written = self._loaded.written(("calendar", name))
            for number, entry in enumerate(entries):
                edits: tuple[Edit, ...] = (AddEntry(("calendar", name), entry),)
                if not written:
                    edits = () if number else (SetField(_CALENDAR, name, list(entries)),)
                said = str(entry.get("date") or f"{entry['from']} to {entry['to']}")
                entry_name = entry.get("name", "")
                yield ImportStep(StepKind.ADDED, self._place, entry_name, name, after=said, edits=edits)

    def _is_new(self, entry: dict[str, Any], *, worked: bool) -> bool:
        """Whether one of the days is not as the file has it; of a long stretch, one of the first hundred."""
        first: date = entry.get("date") or entry["from"]
        last: date = min(entry.get("date") or entry["to"], first + 100 * _DAY)
        count = (last - first).days + 1
        return any(self._days.is_working(first + number * _DAY) != worked for number in range(count))

    def _remarks(self) -> Iterator[ImportStep]:
        calendar, usual = self._plan.calendar, self._plan.time.day
        left = [f"The exception “{name}”, since it recurs." for name in calendar.recurring]
        if calendar.has_work_weeks:
            left.append("Its work weeks for parts of the year.")
        hours = sorted({minutes for minutes in calendar.week.values() if minutes and minutes != usual})
        other = [one for one in calendar.exceptions if one.minutes and one.minutes != usual]
        if hours or other:
            left.append(
                f"Its days that are longer or shorter than {usual / 60:g} hours; here all days are alike."
            )
        if not self._plan.from_start:
            left.append("That the plan is scheduled from its finish; here it is scheduled from its start.")
        if worked := worked_in_file_only(self._plan, self._days):
            left.append(
                f"That it works on {count(len(worked), 'day')} that your calendar has off: "
                f"{_first_of([f'{name} ({day})' for day, name in worked.items()])}. "
                "To work on such a day here too, write it under openings."
            )
        if self._plan.custom:
            left.append(f"The fields of your own: {_first_of([f'“{one}”' for one in self._plan.custom])}.")
        for note in left:
            yield ImportStep(StepKind.IGNORED, self._place, note=note)


def _first_of(names: list[str]) -> str:
    """The first of many names, and how many there are beyond them."""
    more = len(names) - _MOST_NAMED
    return listed([*names[:_MOST_NAMED], f"{more} more"] if more > 0 else names)
