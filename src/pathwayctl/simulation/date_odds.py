"""Turn counted working days into dates and chances, as the last step."""

from __future__ import annotations

from datetime import date

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.simulation.odds import Spread
from pathwayctl.simulation.run_counts import RunCounts


@dataclass(frozen=True, slots=True)
class Finishes:
    """The finish dates of something, from counted working days, but none before ``least``."""

    days: RunCounts
    calendar: WorkCalendar
    least: date

    def spread(self) -> Spread:
        """The 10, 50, 80, and 95 percent days."""
        return Spread(*(self._date(self.days.at(percent)) for percent in (10, 50, 80, 95)))

    def chance(self, due: date) -> float:
        """The chance of being finished on a day or before, to a tenth of a percent."""
        if due < self.least:
            return 0.0
        return round(self.days.chance(self.calendar.on_or_before(due.toordinal())), 3)

    def by_day(self) -> tuple[tuple[date, int], ...]:
        """Every finish date in order, with its number of runs."""
        found: dict[date, int] = {}
        for index, runs in self.days.by_day().items():
            day = self._date(index)
            found[day] = found.get(day, 0) + runs
        return tuple(found.items())

    def _date(self, index: int) -> date:
        return max(self.calendar.day(index), self.least)


@dataclass(frozen=True, slots=True)
class Certain:
    """The finish date of something that is finished on one date in all runs."""

    day: date
    runs: int

    def spread(self) -> Spread:
        """That date, four times."""
        return Spread(self.day, self.day, self.day, self.day)

    def chance(self, due: date) -> float:
        """1 or 0."""
        return float(self.day <= due)

    def by_day(self) -> tuple[tuple[date, int], ...]:
        """That date, with all the runs."""
        return ((self.day, self.runs),)


class Dates:
    """The dates of a plan's tasks, from the counted working days.

    No date is before an actual start, or before the day off that something is held on.
    """

    __slots__ = ("_floors", "_last", "_schedule", "runs")

    def __init__(self, schedule: Schedule, runs: int) -> None:
        self._schedule, self.runs = schedule, runs
        work = workings_of(schedule).work
        self._floors = {row: count for row, count in work.actual_start.items() if work.is_open(row)}
        self._floors |= {row: event.until for row, event in work.events.items()}
        real = [*self._floors.items(), *work.actual_finish.items()]
        self._last = max((count for row, count in real if work.live[row]), default=1)

    def of_project(self, days: RunCounts) -> Finishes | Certain:
        """The dates on which the project is finished."""
        rows = self._schedule.records.breakdown.rows
        if not any(not row.is_summary and self._schedule.is_open(row.index) for row in rows):
            return Certain(self._schedule.finish, self.runs)
        return Finishes(days, self._schedule.calendar, date.fromordinal(self._last))

    def of_task(self, row: int, days: RunCounts | None) -> Finishes | Certain:
        """The dates on which a task is finished; the planned one if it is done and so was not counted."""
        if days is None:
            return Certain(self._schedule.at(row).finish, self.runs)
        return Finishes(days, self._schedule.calendar, date.fromordinal(self._floors.get(row, 1)))
