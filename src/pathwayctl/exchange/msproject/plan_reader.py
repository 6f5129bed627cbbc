"""Read Microsoft Project XML: each part of a file as a record. Anything may be missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.exchange.msproject.calendar_reader import read_calendars, standard_calendar
from pathwayctl.exchange.msproject.element_fields import ElementFields
from pathwayctl.exchange.msproject.file_plan import (
    FileAssignment,
    FileBaseline,
    FileCalendar,
    FileLink,
    FilePlan,
    FileResource,
    FileTask,
)
from pathwayctl.exchange.msproject.terms import (
    ID_NAME,
    LINK_TYPES,
    RESOURCE_ID_FIELD,
    TASK_ID_FIELD,
    ConstraintType,
    LengthUnit,
    ResourceType,
    WorkingTime,
    unit_of,
)
from pathwayctl.model.vocabulary import LinkType

if TYPE_CHECKING:
    from datetime import date
    from xml.etree.ElementTree import Element

_CONSTRAINTS: Final = {one.value: one for one in ConstraintType}
_RESOURCES: Final = {one.value: one for one in ResourceType}


def read_plan(root: Element) -> FilePlan:
    """The plan below the root of a file."""
    top = ElementFields(root)
    calendars = read_calendars(top)
    calendar = calendars.get(top.number("CalendarUID") or 0) or next(
        iter(calendars.values()), standard_calendar()
    )
    fields = {
        one.text("FieldID"): one.text("Alias") or one.text("FieldName")
        for one in top.each("ExtendedAttributes", "ExtendedAttribute")
    }
    ours = {field for field, name in fields.items() if name.casefold() == ID_NAME}
    used = {one.text("FieldID") for one in top.each("Tasks", "Task", "ExtendedAttribute")}
    tasks = tuple(_task(one, ours) for one in top.each("Tasks", "Task") if not one.flag("IsNull"))
    resources = top.each("Resources", "Resource")
    assignments = (_assignment(one) for one in top.each("Assignments", "Assignment"))
    return FilePlan(
        start=_day(top, "StartDate"),
        status_date=_day(top, "StatusDate"),
        from_start=top.flag("ScheduleFromStart", default=True),
        time=_working_time(top, calendar),
        calendar=calendar,
        calendars=calendars,
        tasks=tuple(one for one in tasks if one.level and one.uid),
        resources=tuple(_resource(one, ours) for one in resources if not one.flag("IsNull")),
        assignments=tuple(one for one in assignments if one is not None),
        custom=tuple(name or field for field, name in fields.items() if field in used - ours),
    )


def _day(fields: ElementFields, name: str) -> date | None:
    moment = fields.moment(name)
    return moment.date() if moment else None


def _working_time(top: ElementFields, calendar: FileCalendar) -> WorkingTime:
    """The work of a day: that of the calendar if all days are alike, else as the project states it."""
    worked = {minutes for minutes in calendar.week.values() if minutes}
    day = worked.pop() if len(worked) == 1 else top.number("MinutesPerDay") or WorkingTime().day
    week = day * sum(minutes > 0 for minutes in calendar.week.values())
    return WorkingTime(max(day, 1), max(week, day, 1))


def _our_id(fields: ElementFields, ours: set[str], default: str) -> str:
    """Read our id from the text field that holds it."""
    known = {one.text("FieldID"): one.text("Value") for one in fields.each("ExtendedAttribute")}
    return known.get(default, "") if default in ours else ""


def _task(fields: ElementFields, ours: set[str]) -> FileTask:
    uid = fields.number("UID") or 0
    level = fields.number("OutlineLevel")
    outline = fields.text("OutlineNumber")
    if level is None:
        level = outline.count(".") + 1 if outline != "0" else 0
    kind = fields.number("ConstraintType") or 0
    return FileTask(
        uid=uid,
        number=fields.number("ID") or uid,
        name=fields.text("Name"),
        level=level,
        our_id=_our_id(fields, ours, TASK_ID_FIELD),
        start=fields.moment("Start") or fields.moment("ManualStart"),
        finish=fields.moment("Finish") or fields.moment("ManualFinish"),
        minutes=_minutes(fields),
        unit=unit_of(fields.number("DurationFormat") or LengthUnit.DAYS),
        constraint=_CONSTRAINTS.get(kind, ConstraintType.AS_SOON_AS_POSSIBLE),
        constraint_day=_day(fields, "ConstraintDate"),
        deadline=_day(fields, "Deadline"),
        percent=min(max(fields.number("PercentComplete") or 0, 0), 100),
        own_percent=_own_percent(fields, ours),
        remaining=fields.minutes("RemainingDuration"),
        actual_start=_day(fields, "ActualStart"),
        actual_finish=_day(fields, "ActualFinish"),
        priority=fields.number("Priority"),
        notes=fields.lines("Notes"),
        cost=_money(fields, "FixedCost"),
        calendar=fields.number("CalendarUID"),
        is_milestone=fields.flag("Milestone"),
        is_manual=fields.flag("Manual"),
        is_active=fields.flag("Active", default=True),
        is_outside=fields.flag("ExternalTask") or fields.flag("IsSubproject"),
        links=tuple(_link(one) for one in fields.each("PredecessorLink")),
        baselines=_baselines(fields),
    )


def _own_percent(fields: ElementFields, ours: set[str]) -> int | None:
    """Percent complete as our plan states it; the file's own is computed from durations."""
    own = fields.number("PhysicalPercentComplete")
    return own if own and _our_id(fields, ours, TASK_ID_FIELD) else None


def _money(fields: ElementFields, name: str) -> float | None:
    """An amount of money, which the format writes in hundredths."""
    found = fields.amount(name)
    return None if found is None else found / 100


def _minutes(fields: ElementFields) -> int | None:
    found = fields.minutes("Duration")
    return fields.minutes("ManualDuration") if found is None else max(found, 0)


def _link(fields: ElementFields) -> FileLink:
    kind = fields.number("Type")
    return FileLink(
        fields.number("PredecessorUID") or 0,
        LINK_TYPES.get(1 if kind is None else kind, LinkType.FS),
        fields.number("LinkLag") or 0,
        unit_of(fields.number("LagFormat") or LengthUnit.DAYS),
        fields.flag("CrossProject"),
    )


def _baselines(fields: ElementFields) -> Mapping[int, FileBaseline]:
    found = {}
    for one in fields.each("Baseline"):
        cost = one.amount("FixedCost")
        found[one.number("Number") or 0] = FileBaseline(
            one.moment("Start"),
            one.moment("Finish"),
            one.minutes("Duration"),
            None if cost is None else cost / 100,
        )
    return found


def _resource(fields: ElementFields, ours: set[str]) -> FileResource:
    kind = fields.number("Type")
    uid = fields.number("UID") or 0
    rates = [fields.amount(name) or 0 for name in ("StandardRate", "OvertimeRate", "CostPerUse")]
    return FileResource(
        uid=uid,
        number=fields.number("ID") or uid,
        name=fields.text("Name"),
        our_id=_our_id(fields, ours, RESOURCE_ID_FIELD),
        kind=ResourceType.COST
        if fields.flag("IsCostResource")
        else _RESOURCES.get(1 if kind is None else kind, ResourceType.WORK),
        email=fields.text("EmailAddress"),
        most_units=fields.amount("MaxUnits"),
        calendar=fields.number("CalendarUID"),
        has_rates=any(rates),
    )


def _assignment(fields: ElementFields) -> FileAssignment | None:
    task, resource, units = fields.number("TaskUID"), fields.number("ResourceUID"), fields.amount("Units")
    if task is None or resource is None or resource < 0:
        return None
    return FileAssignment(task, resource, 1.0 if units is None else units)
