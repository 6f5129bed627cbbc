"""A plan as a file of Microsoft Project XML has it: what it states, in its own units, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from pathwayctl.exchange.msproject.terms import ConstraintType, LengthUnit, ResourceType, WorkingTime
from pathwayctl.model.vocabulary import LinkType, Weekday
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FileException:
    """Days that differ from the week, both ends included; ``minutes`` of work on each, 0 if it is off."""

    name: str
    first: date
    last: date
    minutes: int


@dataclass(frozen=True, slots=True)
class FileCalendar:
    """A calendar with what it takes from its base: minutes of work by weekday, and exceptions.

    ``own`` are the exceptions that are not its base's, and ``own_week`` whether its week differs from that.
    ``recurring`` are the names of exceptions that recur otherwise than daily.
    """

    uid: int
    name: str
    week: Mapping[Weekday, int]
    exceptions: tuple[FileException, ...]
    own: tuple[FileException, ...]
    own_week: bool
    recurring: tuple[str, ...]
    has_work_weeks: bool


@dataclass(frozen=True, slots=True)
class FileLink:
    """A link to a predecessor; ``lag`` in tenths of a minute, or in percent if that is its unit."""

    uid: int
    type: LinkType
    lag: int
    unit: LengthUnit
    is_outside: bool


@dataclass(frozen=True, slots=True)
class FileBaseline:
    """A task as it was planned; ``minutes`` of work, or of the clock if the task's duration is elapsed."""

    start: datetime | None
    finish: datetime | None
    minutes: int | None
    cost: float | None


@dataclass(frozen=True, slots=True)
class FileTask:
    """A task: ``uid`` is how links name it, and ``number`` the row in which people see it.

    ``level`` is its depth from 1. ``minutes`` is its duration, and ``remaining`` what is still to be done of
    it; ``None`` if the file has none. ``baselines`` are by their numbers from 0.
    """

    uid: int
    number: int
    name: str
    level: int
    our_id: str
    start: datetime | None
    finish: datetime | None
    minutes: int | None
    unit: LengthUnit
    constraint: ConstraintType
    constraint_day: date | None
    deadline: date | None
    percent: int
    own_percent: int | None
    remaining: int | None
    actual_start: date | None
    actual_finish: date | None
    priority: int | None
    notes: str
    cost: float | None
    calendar: int | None
    is_milestone: bool
    is_manual: bool
    is_active: bool
    is_outside: bool
    links: tuple[FileLink, ...]
    baselines: Mapping[int, FileBaseline]

    @property
    def title(self) -> str:
        """Its name, or a stand-in for a task without one."""
        return self.name or f"Task {self.number}"

    @property
    def place(self) -> str:
        """Where people find it in their program."""
        return f"Row {self.number}"

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and last day."""
        return shown_days(self.start, self.finish)


def shown_days(start: datetime | None, finish: datetime | None) -> tuple[date, date] | None:
    """The first and last day of a stretch of time, whose end at midnight is the end of the day before."""
    if start is None or finish is None:
        return None
    first, last = start.date(), finish.date()
    if finish.hour == finish.minute == 0 and last > first:
        last = date.fromordinal(last.toordinal() - 1)
    return first, max(first, last)


@dataclass(frozen=True, slots=True)
class FileResource:
    """A resource of the file; ``most_units`` is 1 for one full-time person."""

    uid: int
    number: int
    name: str
    our_id: str
    kind: ResourceType
    email: str
    most_units: float | None
    calendar: int | None
    has_rates: bool

    @property
    def place(self) -> str:
        """Where people find it in their program."""
        return f"Resource {self.number}"


@dataclass(frozen=True, slots=True)
class FileAssignment:
    """Who does a task, and how many units of them."""

    task: int
    resource: int
    units: float


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A whole file. ``calendar`` is that of the project; ``custom`` names fields that people have added."""

    start: date | None
    status_date: date | None
    from_start: bool
    time: WorkingTime
    calendar: FileCalendar
    calendars: Mapping[int, FileCalendar]
    tasks: tuple[FileTask, ...]
    resources: tuple[FileResource, ...]
    assignments: tuple[FileAssignment, ...]
    custom: tuple[str, ...]

    @property
    def first_day(self) -> date | None:
        """The stated start of the project, or the start of a task that is planned for an earlier day."""
        starts = [
            one.start.date() for one in self.tasks if one.start and not (self.start and one.actual_start)
        ]
        return min((*starts, *([self.start] if self.start else ())), default=None)
