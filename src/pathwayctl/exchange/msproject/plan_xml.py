"""The project as Microsoft Project XML (MSPDI): a live plan whose dates Project calculates as we do.

All tasks are scheduled automatically. The order of elements is that of the schema mspdi_pj12.xsd, with those
that later versions have added where they write them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pathwayctl.exchange.export_source import Exported
from pathwayctl.exchange.msproject.calendars_xml import put_task_calendar
from pathwayctl.exchange.msproject.carried_links import carried_links
from pathwayctl.exchange.msproject.constraints import constraints_of
from pathwayctl.exchange.msproject.elements import (
    DAY_ENDS,
    DAY_MINUTES,
    DAY_STARTS,
    IN_DAYS,
    at,
    put,
    short_name,
)
from pathwayctl.exchange.msproject.left_out import left_out
from pathwayctl.exchange.msproject.placed_tasks import PlacedTasks, placed_tasks
from pathwayctl.exchange.msproject.resources_xml import carried_resources, put_calendars, put_resources
from pathwayctl.exchange.msproject.task_calendars import PROJECT_CALENDAR_UID, Stretch
from pathwayctl.exchange.msproject.tasks_xml import FIXED_DURATION, TaskWriter
from pathwayctl.exchange.msproject.terms import ID_NAME, NAMESPACE, RESOURCE_ID_FIELD, TASK_ID_FIELD
from pathwayctl.exchange.msproject.uids import Uids
from pathwayctl.exchange.msproject.working_hours import put_assignments, works

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportOrder, ExportSource
    from pathwayctl.handouts.context import Context

_SAVE_VERSION: Final = 14
_IN_HOURS: Final = 2
_MONTH: Final = 20
_SYMBOL_BEFORE: Final = 0


def write(source: ExportSource, order: ExportOrder) -> Exported:  # noqa: ARG001 - all formats are called alike
    """The whole plan as its audience may see it, and what of it Microsoft Project has no place for."""
    placed = placed_tasks(source)
    links = carried_links(placed)
    constraints = constraints_of(links)
    time = _time(placed, source.shown)
    numbers = 1 + sum(1 for _ in placed.calendars)
    resources = carried_resources(source, placed.tasks, time, numbers)
    uids, known = Uids(), [task.dated.id for task in placed.tasks]
    writer = TaskWriter(source.shown, links, tuple(map(uids.of, known)), constraints)
    root = Element("Project", {"xmlns": NAMESPACE})
    _put_header(root, placed, source.shown)
    calendars = SubElement(root, "Calendars")
    for calendar in placed.calendars:
        put_task_calendar(calendars, calendar, time)
    put_calendars(calendars, resources.values())
    tasks, found = SubElement(root, "Tasks"), works(placed, resources)
    _put_project_task(tasks, placed, source.shown)
    for task, work in zip(placed.tasks, found, strict=True):
        writer.put(tasks, task, work)
    put_resources(root, resources.values())
    put_assignments(root, placed, resources, writer.uids, found)
    return Exported(_text(root), left_out(source, links, constraints))


def _time(placed: PlacedTasks, shown: Context) -> Stretch:
    """The days for which calendars are written: to the end of the year after the finish."""
    days = [moment // 2 for task in placed.tasks for moment in (task.start, task.finish)]
    first = date.fromordinal(min(days, default=shown.plan.project.start.toordinal()))
    last = date.fromordinal(max(days, default=first.toordinal()))
    start = min(first, shown.plan.project.start)
    return date(start.year, 1, 1), date(min(last.year + 1, date.max.year), 12, 31)


def _put_header(root: Element, placed: PlacedTasks, shown: Context) -> None:
    project, status = shown.plan.project, shown.plan.project.status_date
    finish = max((task.finish for task in placed.tasks), default=2 * shown.schedule.finish.toordinal() + 1)
    title, week = short_name(project.name), placed.calendars.project.days.week
    put(
        root,
        (
            ("SaveVersion", _SAVE_VERSION),
            ("Name", title),
            ("Title", title),
            ("Subject", short_name(project.summary or "")),
            ("Company", short_name(shown.name(project.convener))),
            ("Manager", short_name(shown.name(project.facilitator))),
            ("ScheduleFromStart", True),
            ("StartDate", at(2 * placed.calendars.project.days.day(0).toordinal())),
            ("FinishDate", at(finish)),
            ("FYStartDate", int(project.fiscal_year_starts[:2])),
            ("CriticalSlackLimit", project.critical_float),
            ("CurrencyDigits", 2),
            ("CurrencySymbol", "$" if project.currency == "USD" else project.currency),
            ("CurrencyCode", project.currency),
            ("CurrencySymbolPosition", _SYMBOL_BEFORE),
            ("CalendarUID", PROJECT_CALENDAR_UID),
            ("DefaultStartTime", DAY_STARTS),
            ("DefaultFinishTime", DAY_ENDS),
            ("MinutesPerDay", DAY_MINUTES),
            ("MinutesPerWeek", DAY_MINUTES * week),
            ("DaysPerMonth", _MONTH),
            ("DefaultTaskType", FIXED_DURATION),
            ("DurationFormat", IN_DAYS),
            ("WorkFormat", _IN_HOURS),
            ("HonorConstraints", True),
            ("NewTasksEffortDriven", False),
            ("NewTasksEstimated", False),
            ("StatusDate", at(2 * status.toordinal()) if status else None),
            ("NewTasksAreManual", False),
        ),
    )
    attributes = SubElement(root, "ExtendedAttributes")
    for number in (TASK_ID_FIELD, RESOURCE_ID_FIELD):
        attribute = SubElement(attributes, "ExtendedAttribute")
        put(attribute, (("FieldID", number), ("FieldName", "Text1"), ("Alias", ID_NAME)))


def _put_project_task(tasks: Element, placed: PlacedTasks, shown: Context) -> None:
    """Add the summary of the whole project, which has the number 0."""
    name = short_name(shown.plan.project.name)
    put(
        SubElement(tasks, "Task"),
        (
            ("UID", 0),
            ("ID", 0),
            ("Name", name),
            ("Active", True),
            ("Manual", False),
            ("Type", FIXED_DURATION),
            ("IsNull", False),
            ("WBS", "0"),
            ("OutlineNumber", "0"),
            ("OutlineLevel", 0),
            ("Start", at(min((task.start for task in placed.tasks), default=0)) if placed.tasks else None),
            ("Finish", at(max(task.finish for task in placed.tasks)) if placed.tasks else None),
            ("EffortDriven", False),
            ("Estimated", False),
            ("Milestone", False),
            ("Summary", True),
            ("ConstraintType", 0),
            ("CalendarUID", -1),
        ),
    )


def _text(root: Element) -> bytes:
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()
