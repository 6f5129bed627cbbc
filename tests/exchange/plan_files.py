"""Plans of Microsoft Project XML, written for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from pathwayctl import ImportOrder, Project, Refused, open_project
from pathwayctl.exchange.import_plan import ImportPlan, StepKind

MAIN = "pathwayctl: 1\nproject:\n  name: River Valley pathways\n  start: 2027-01-04\n"
OUR_ID = (
    "<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><Alias>pathwayctl id</Alias>"
    "</ExtendedAttribute><ExtendedAttribute><FieldID>205520904</FieldID><Alias>pathwayctl id</Alias>"
    "</ExtendedAttribute></ExtendedAttributes>"
)


def elements(**fields: Any) -> str:
    """An element for each field; a list stands for several, and a text with a tag in it for itself."""
    made = []
    for name, value in fields.items():
        for one in value if isinstance(value, list) else [value]:
            text = str(one) if "<" in str(one) and "</" in str(one) else escape(str(one))
            made.append(f"<{name}>{text}</{name}>")
    return "".join(made)


def link(uid: int, kind: int = 1, lag: int = 0, unit: int = 7, **more: Any) -> str:
    """The inside of a link: on a task by its number, with 1 for finish to start, and its lag."""
    return elements(PredecessorUID=uid, Type=kind, LinkLag=lag, LagFormat=unit, **more)


def task(uid: int, name: str, days: float | None = 1, level: int = 1, **fields: Any) -> str:
    """A task with a duration in days of eight hours; ``links`` are its links, and ``id`` is ours."""
    links, our_id = fields.pop("links", []), fields.pop("id", "")
    length = {} if days is None else {"Duration": f"PT{int(days * 480) // 60}H{int(days * 480) % 60}M0S"}
    own = {"UID": uid, "ID": uid, "Name": name, "OutlineLevel": level, **length, **fields}
    if links:
        own["PredecessorLink"] = links
    if our_id:
        own["ExtendedAttribute"] = elements(FieldID=188743731, Value=our_id)
    return f"<Task>{elements(**own)}</Task>"


def calendar(
    uid: int, name: str, base: int = -1, days: Mapping[int, int] | None = None, inside: str = ""
) -> str:
    """A calendar with the hours of some weekdays, which are counted from Sunday, 1; and exceptions."""
    week = "".join(weekday(number, hours) for number, hours in (days or {}).items())
    head = elements(UID=uid, Name=name, IsBaseCalendar=int(base < 0), BaseCalendarUID=base)
    return f"<Calendar>{head}<WeekDays>{week}</WeekDays>{inside}</Calendar>"


def weekday(number: int, hours: int) -> str:
    time = f"<WorkingTime>{elements(FromTime='00:00:00', ToTime=f'{hours % 24:02}:00:00')}</WorkingTime>"
    times = f"<WorkingTimes>{time}</WorkingTimes>" if hours else ""
    return f"<WeekDay>{elements(DayType=number, DayWorking=int(hours > 0))}{times}</WeekDay>"


def exception(name: str, first: str, last: str, *, worked: int = 0, **more: Any) -> str:
    """Days that differ from the week; with ``worked`` hours of work."""
    period = f"<TimePeriod>{elements(FromDate=f'{first}T00:00:00', ToDate=f'{last}T23:59:00')}</TimePeriod>"
    times = ""
    if worked:
        time = elements(FromTime="08:00:00", ToTime=f"{8 + worked:02}:00:00")
        times = f"<WorkingTimes><WorkingTime>{time}</WorkingTime></WorkingTimes>"
    tail = elements(Name=name, Type=1, **more) if not more else elements(Name=name, **more)
    return f"<Exception>{period}{tail}<DayWorking>{int(worked > 0)}</DayWorking>{times}</Exception>"


STANDARD_WEEK = {1: 0, 2: 8, 3: 8, 4: 8, 5: 8, 6: 8, 7: 0}


def plan(
    tasks: Iterable[str], *, start: str = "2027-01-04", top: str = "", inside: str = "", **header: Any
) -> bytes:
    """A whole file: ``top`` stands before the tasks, and ``inside`` after them."""
    head = elements(Name="Plan", **({"StartDate": f"{start}T08:00:00"} if start else {}), **header)
    body = f"{head}{top}<Tasks>{''.join(tasks)}</Tasks>{inside}"
    return f'<Project xmlns="http://schemas.microsoft.com/project">{body}</Project>'.encode()


def plan_of(project: Project, change: Mapping[str, Mapping[str, Any]] | None = None, **header: Any) -> bytes:
    """The file of a project, as plain as it can be, with some fields of tasks changed.

    A task whose change is empty is left out.
    """
    changes, rows = change or {}, []
    uids = {one.id: number for number, one in enumerate(project.schedule.tasks, 1)}
    status = {"StatusDate": f"{day}T17:00:00"} if (day := project.plan.project.status_date) else {}
    for number, one in enumerate(project.schedule.tasks, 1):
        fields: dict[str, Any] = {"level": one.depth + 1, "id": one.id, "Notes": one.task.detail or ""}
        fields |= _in_file(one, uids) if one.kind != "summary" else {"days": None}
        fields["links"] = [_link_of(link, uids) for link in one.task.depends_on]
        if one.id in changes and not changes[one.id]:
            continue
        fields |= changes.get(one.id, {})
        rows.append(task(number, fields.pop("Name", one.title), **fields))
    top = f"{OUR_ID}<Calendars>{calendar(1, 'Standard', days=STANDARD_WEEK)}</Calendars>"
    start = str(project.plan.project.start)
    return plan(rows, **{"start": start, "top": top, "CalendarUID": 1, **status, **header})


def _in_file(one: Any, uids: Mapping[str, int]) -> dict[str, Any]:
    """What a file says of a task that is no summary."""
    made, done = one.task, one.status.value == "done"
    days = made.duration.likely.days(5) if made.duration else 1
    fields: dict[str, Any] = {
        "days": days,
        "Start": f"{one.start}T08:00:00",
        "Finish": f"{one.finish}T17:00:00",
        "Priority": made.priority,
        "PercentComplete": one.complete,
    }
    if made.started or done:
        fields["ActualStart"] = f"{made.started or one.start}T08:00:00"
    if done:
        fields["ActualFinish"] = f"{made.finished or one.finish}T17:00:00"
    for kind, day in ((2, made.date), (4, made.not_before)):
        if day:
            fields |= {"ConstraintType": kind, "ConstraintDate": f"{day}T08:00:00"}
    if made.as_late_as_possible:
        fields["ConstraintType"] = 1
    if made.deadline:
        fields["Deadline"] = f"{made.deadline}T17:00:00"
    return fields


def _link_of(one: Any, uids: Mapping[str, int]) -> str:
    kind = {"FF": 0, "FS": 1, "SF": 2, "SS": 3}[one.type.value]
    each = {"d": 480, "w": 2400, "ed": 1440, "ew": 10080}[one.lag.unit]
    unit = {"d": 7, "w": 9, "ed": 8, "ew": 10}[one.lag.unit]
    return link(uids[one.predecessor], kind, 10 * each * one.lag.amount, unit)


@dataclass(frozen=True)
class Board:
    """A project in a folder, and the plans that are imported into it."""

    folder: Path

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return open_project(self.folder)

    def found(self, data: bytes, name: str = "plan.xml", **order: Any) -> ImportPlan | Refused:
        """What a file would change, or why it cannot be read."""
        path = self.folder.parent / name
        path.write_bytes(data)
        return self.project.plan_import(path, ImportOrder(**order))

    def plan(self, data: bytes, **order: Any) -> ImportPlan:
        """What a file would change."""
        found = self.found(data, **order)
        assert isinstance(found, ImportPlan), found
        return found

    def after(self, data: bytes, **order: Any) -> Project:
        """The project as it would be after an import."""
        edited = self.project.edit(*self.plan(data, **order).edits)
        assert not isinstance(edited, Refused), edited
        return edited.project

    def written(self, data: bytes, **order: Any) -> Project:
        """The project after an import."""
        edited = self.project.edit(*self.plan(data, **order).edits)
        assert not isinstance(edited, Refused), edited
        assert edited.transaction.write() is None
        return self.project

    def tasks(self, data: bytes) -> list[Any]:
        """The tasks of the project after an import, as its files have them."""
        written: list[Any] = self.after(data).loaded.written(("tasks",))
        return written


def board(folder: Path, tasks: str = "", more: str = "") -> Board:
    """A project with some tasks."""
    project = folder / "project"
    project.mkdir()
    (project / "pathway.yaml").write_text(MAIN + more, "utf-8")
    if tasks:
        (project / "work.yaml").write_text(tasks, "utf-8")
    found = Board(project)
    assert found.project.errors == ()
    return found


def notes(plan: ImportPlan, *kinds: StepKind) -> list[str]:
    """What is said about each step of some kinds."""
    return [f"{step.entry}: {step.note}".removeprefix(": ") for step in plan.of(*kinds)]
