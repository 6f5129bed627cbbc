"""Microsoft Project files, with a test for each trap that other programs fell into.

The traps are what the writer of MPXJ takes care of, and what users reported to Bryntum Gantt, GanttProject,
and IfcOpenShell.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msproject_files import (
    NAMES,
    elements,
    fields,
    file_of,
    make_plan,
    plans,
    staffed,
    task,
    tasks_by_id,
    text,
)

from conftest import MakeProject
from pathwayctl import Audience, ExportOrder, open_project
from pathwayctl.baselines.keeping import keep
from pathwayctl.exchange.msproject.elements import CALENDAR_NAME_LENGTH, MOST_UID, NAME_LENGTH, xml_text
from pathwayctl.exchange.msproject.uids import Uids
from pathwayctl.model.plan import Plan

EXAMPLES = sorted(Path("examples").iterdir())
ORDER: dict[str, list[str]] = {}
for _line in Path(__file__).with_name("mspdi_elements.txt").read_text("utf-8").splitlines():
    if _line.endswith(":"):
        ORDER[_line[:-1]] = []
    elif not _line.startswith("#"):
        list(ORDER.values())[-1].extend(_line.split())
TREE = [
    task("charter", "2d", title="Write the charter", assigned={"ann": 0.5, "bo": 1}),
    task(
        "launch",
        None,
        tasks=[
            task("rooms", "3d", "charter FS+2d", deadline="2027-03-01"),
            task("mail", "1d", "charter SS+3ed", "rooms FF-1d"),
            task("open", "0d", "mail FS-1w", "rooms"),
        ],
    ),
    task("fair", "1d", date="2027-01-16"),
    task("review", "2w", not_before="2027-02-01"),
]
PEOPLE: list[dict[str, Any]] = [
    {
        "id": "ann",
        "name": "Ann [Ode], PhD",
        "category": "k-12",
        "leave": [{"from": "2027-01-05", "to": "2027-01-06"}],
    },
    {
        "id": "bo",
        "name": "Bo",
        "category": "k-12",
        "capacity": 0.5,
        "from": "2027-01-04",
        "until": "2027-06-30",
    },
]
HOLIDAYS = {"holidays": "US-CO", "closures": [{"name": "Break", "from": "2027-03-12", "to": "2027-03-22"}]}
KEPT = """tasks:
  - {id: draft, title: Draft, duration: 3d}
  - {id: end, title: End, duration: 0d, depends_on: [draft]}
"""
PROGRESS = [
    task("done", "3d", status="done", started="2027-01-04", finished="2027-01-06"),
    task("reached", "0d", "done", status="done", finished="2027-01-06"),
    task("half", "4d", status="in-progress", started="2027-01-07", complete=50),
    task("ahead", "2d", "half"),
    task("end", "0d", "ahead"),
]


def root_of(plan: Plan) -> Element:
    made = file_of(plan)
    assert made is not None
    return elements(made[0])


@pytest.fixture(scope="module")
def tree() -> Element:
    return root_of(staffed(TREE, PEOPLE, HOLIDAYS))


@pytest.fixture(scope="module")
def progress() -> Element:
    return root_of(make_plan(PROGRESS, status_date="2027-01-11"))


def find(root: Element, path: str) -> list[Element]:
    return root.findall(path, NAMES)


def assert_in_order(element: Element, path: str) -> None:
    """Each element is known where it is, and after those that the schema has before it."""
    names = [one.tag.partition("}")[2] for one in element]
    if names:
        places = [ORDER[path].index(name) for name in names]
        assert places == sorted(places), path
    for one, name in zip(element, names, strict=True):
        if len(one):
            assert_in_order(one, f"{path}/{name}")


# 1 Namespace, version, and the order of elements.


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_examples_follow_the_schema(example: Path) -> None:
    root = elements(open_project(example).export("msproject", ExportOrder(Audience.INTERNAL)))
    assert root.tag == "{http://schemas.microsoft.com/project}Project"
    assert text(root, "SaveVersion") == "14"
    assert_in_order(root, "Project")


@settings(max_examples=30)
@given(plans())
def test_random_plans_follow_the_schema(plan: Plan) -> None:
    assert_in_order(root_of(plan), "Project")


# 2 All tasks are automatic.


def test_no_task_is_manual(tree: Element) -> None:
    assert {text(one, "Manual") for one in find(tree, "Tasks/Task")} == {"0"}
    assert {text(one, "Active") for one in find(tree, "Tasks/Task")} == {"1"}
    assert text(tree, "NewTasksAreManual") == "0"


# 3 Constraints: none unless stated, with the times at which days begin and end.


def test_constraints(tree: Element) -> None:
    found = {
        name: (text(one, "ConstraintType"), text(one, "ConstraintDate"))
        for name, one in tasks_by_id(tree).items()
    }
    assert found["rooms"] == ("0", "")
    assert found["fair"] == ("2", "2027-01-16T08:00:00")
    assert found["review"] == ("4", "2027-02-01T08:00:00")
    assert text(tasks_by_id(tree)["rooms"], "Deadline") == "2027-03-01T17:00:00"


def test_a_milestone_at_the_end_of_a_day_is_held_there() -> None:
    """Project puts a milestone with a lead at the beginning of the day after."""
    made = file_of(make_plan([task("work", "3d"), task("end", "0d", "work FS-1d")]))
    assert made is not None
    one = tasks_by_id(elements(made[0]))["end"]
    assert (text(one, "ConstraintType"), text(one, "ConstraintDate")) == ("2", "2027-01-05T17:00:00")
    assert made[0].left_out == (
        "1 task would start later in Project, and got “Must Start On” to keep the date: “end”.",
    )


def test_what_is_as_late_as_possible_stays_so_where_project_finds_the_same_day() -> None:
    rows = [
        task("long", "9d"),
        task("room", "2d", as_late_as_possible=True),
        task("end", "0d", "long", "room"),
    ]
    found = tasks_by_id(root_of(make_plan(rows)))
    assert (text(found["room"], "ConstraintType"), text(found["room"], "Start")) == (
        "1",
        "2027-01-13T08:00:00",
    )
    later = file_of(make_plan(rows, finish_by="2027-02-26"))
    assert later is not None
    one = tasks_by_id(elements(later[0]))["room"]
    assert (text(one, "ConstraintType"), text(one, "ConstraintDate")) == ("4", "2027-02-25T08:00:00")
    assert any(said.startswith("As late as possible: in Project, “room”") for said in later[0].left_out)


# 4 Durations in working hours that agree with the hours of the calendar.


def hours(parent: Element) -> float:
    times = [
        datetime.fromisoformat(f"2027-01-04T{text(one, 'ToTime')}")
        - datetime.fromisoformat(f"2027-01-04T{text(one, 'FromTime')}")
        for one in find(parent, "WorkingTimes/WorkingTime")
    ]
    return sum(one.total_seconds() for one in times) / 3600


def test_durations_agree_with_the_calendar(tree: Element) -> None:
    review = tasks_by_id(tree)["review"]
    assert (text(review, "Duration"), text(review, "DurationFormat")) == ("PT80H0M0S", "7")
    calendar = find(tree, "Calendars/Calendar")[0]
    days = {text(one, "DayType"): hours(one) for one in find(calendar, "WeekDays/WeekDay")}
    week = [days[str(number)] for number in range(1, 8)]
    assert week == [0, 8, 8, 8, 8, 8, 0]
    assert int(text(tree, "MinutesPerDay")) == 60 * max(week)
    assert int(text(tree, "MinutesPerWeek")) == 60 * sum(week)
    assert text(tree, "DaysPerMonth") == "20"


# 5 and 6 Links: tenths of a minute, always a format, and the numbers of the four kinds.


def test_links(tree: Element) -> None:
    found = tasks_by_id(tree)
    names = {text(one, "UID"): name for name, one in found.items()}
    links = [
        (
            name,
            names[text(link, "PredecessorUID")],
            text(link, "Type"),
            text(link, "LinkLag"),
            text(link, "LagFormat"),
        )
        for name, one in found.items()
        for link in find(one, "PredecessorLink")
    ]
    assert links == [
        ("rooms", "charter", "1", str(2 * 4800), "7"),
        ("mail", "charter", "3", str(3 * 14400), "8"),
        ("mail", "rooms", "0", "-4800", "7"),
        ("open", "mail", "1", "-24000", "9"),
        ("open", "rooms", "1", "0", "7"),
    ]


def test_start_to_finish_and_weeks_of_any_length() -> None:
    calendar = {"working_days": ["mon", "tue", "wed"]}
    rows = [task("old", "1d"), task("new", "1d", "old SF+2w"), task("next", "1d", "old FS+1ew")]
    root = root_of(make_plan(rows, calendar))
    links = {
        name: find(one, "PredecessorLink")[0] for name, one in tasks_by_id(root).items() if name != "old"
    }
    assert fields(links["new"]) == {
        "PredecessorUID": text(tasks_by_id(root)["old"], "UID"),
        "Type": "2",
        "CrossProject": "0",
        "LinkLag": str(2 * 3 * 4800),
        "LagFormat": "9",
    }
    assert (text(links["next"], "LinkLag"), text(links["next"], "LagFormat")) == (str(7 * 14400), "10")
    assert text(root, "MinutesPerWeek") == str(3 * 480)


def test_two_tasks_have_one_link() -> None:
    rows = [task("first", "5d"), task("second", "2d", "first SS", "first FF+1d")]
    made = file_of(make_plan(rows))
    assert made is not None
    (link,) = find(tasks_by_id(elements(made[0]))["second"], "PredecessorLink")
    assert text(link, "Type") == "0"
    assert made[0].left_out[0] == (
        "1 second link between the same two tasks: Project takes one. Left out: “second” on “first”."
    )


def test_a_summary_waits_with_its_start_alone() -> None:
    """Project knows no link on the finish of a summary: everything in it gets the link."""
    rows = [
        task("first", "5d"),
        task("all", None, "first FF", "first", tasks=[task("one", "1d"), task("two", "2d")]),
    ]
    found = tasks_by_id(root_of(make_plan(rows)))
    assert [text(one, "Type") for one in find(found["all"], "PredecessorLink")] == ["1"]
    assert [text(one, "Type") for one in find(found["one"], "PredecessorLink")] == ["0"]


# 7 Calendars: bases first, names of 51 letters, and none is -1.


def test_calendars_are_in_order(tree: Element) -> None:
    found = find(tree, "Calendars/Calendar")
    bases = [text(one, "IsBaseCalendar") for one in found]
    assert bases == sorted(bases, reverse=True)
    assert bases.count("1") == 2  # the project's, and one in which the fair's Saturday is worked
    known = {text(one, "UID") for one in found}
    parents = [text(one, "BaseCalendarUID") for one in found]
    assert parents == ["-1" if base == "1" else "1" for base in bases]
    assert "1" in known
    assert text(tree, "CalendarUID") == "1"
    names = [text(one, "Name") for one in found]
    assert all(0 < len(name) <= CALENDAR_NAME_LENGTH for name in names)
    assert len(set(names)) == len(names)
    used = [text(one, "CalendarUID") for one in find(tree, "Tasks/Task") + find(tree, "Resources/Resource")]
    assert set(used) <= known | {"-1"}
    assert text(tasks_by_id(tree)["rooms"], "CalendarUID") == "-1"


def test_long_names_are_cut() -> None:
    long = "x" * 600
    people = [{"id": "ann", "name": long, "category": "k-12"}, {"id": "bo", "name": long, "category": "k-12"}]
    made = file_of(staffed([task("one", "1d", title=long, assigned=["ann", "bo"])], people))
    assert made is not None
    root = elements(made[0])
    names = [text(one, "Name") for one in find(root, "Calendars/Calendar")]
    assert max(map(len, names)) <= CALENDAR_NAME_LENGTH
    assert len(set(names)) == 3
    titles = [text(one, "Name") for one in find(root, "Tasks/Task") + find(root, "Resources/Resource")]
    assert max(map(len, titles)) <= NAME_LENGTH + len(" (2)")
    assert "Titles beyond 255 letters are cut." in made[0].left_out


# 8 Exceptions: sorted, in the old form and the new one, and days off are days off.


def test_exceptions_are_sorted_and_in_both_forms(tree: Element) -> None:
    calendar = find(tree, "Calendars/Calendar")[0]
    old = [one for one in find(calendar, "WeekDays/WeekDay") if text(one, "DayType") == "0"]
    new = find(calendar, "Exceptions/Exception")
    spans = [(text(one, "TimePeriod/FromDate"), text(one, "TimePeriod/ToDate")) for one in new]
    assert spans == [(text(one, "TimePeriod/FromDate"), text(one, "TimePeriod/ToDate")) for one in old]
    assert spans == sorted(spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert ("2027-03-12T00:00:00", "2027-03-22T23:59:00") in spans
    assert ("2027-01-18T00:00:00", "2027-01-18T23:59:00") in spans
    for one in new:
        known = (text(one, "Type"), text(one, "Occurrences"), text(one, "EnteredByOccurrences"))
        assert known == ("1", "1", "0")
    assert {text(one, "DayWorking") for one in (*old, *new)} == {"0"}
    names = [text(one, "Name") for one in new]
    assert "Martin Luther King Jr. Day" in names
    assert "Break" in names


def test_days_that_are_worked_besides_have_hours(tree: Element) -> None:
    calendar = next(
        one
        for one in find(tree, "Calendars/Calendar")
        if text(one, "UID") == text(tasks_by_id(tree)["fair"], "CalendarUID")
    )
    (open_day,) = [one for one in find(calendar, "Exceptions/Exception") if text(one, "DayWorking") == "1"]
    assert text(open_day, "TimePeriod/FromDate") == "2027-01-16T00:00:00"
    assert hours(open_day) == 8


# 9 Each resource has one calendar of its own.


def test_resources_and_their_calendars(tree: Element) -> None:
    ann, bo = find(tree, "Resources/Resource")
    assert text(ann, "Name") == "Ann (Ode); PhD"
    assert [text(one, "Type") for one in (ann, bo)] == ["1", "1"]
    assert text(ann, "CalendarUID") != text(bo, "CalendarUID")
    assert (text(ann, "MaxUnits"), text(bo, "MaxUnits")) == ("1", "0.5")
    assert [text(one, "ExtendedAttribute/Value") for one in (ann, bo)] == ["ann", "bo"]
    own = {text(one, "UID"): one for one in find(tree, "Calendars/Calendar")}[text(ann, "CalendarUID")]
    (leave,) = find(own, "Exceptions/Exception")
    assert text(leave, "TimePeriod/FromDate") == "2027-01-05T00:00:00"
    assert text(leave, "TimePeriod/ToDate") == "2027-01-06T23:59:00"
    stay = find(bo, "AvailabilityPeriods/AvailabilityPeriod")[0]
    assert fields(stay) == {
        "AvailableFrom": "2027-01-04T00:00:00",
        "AvailableTo": "2027-06-30T23:59:00",
        "AvailableUnits": "0.5",
    }


def test_dates_do_not_follow_the_leave_of_people(tree: Element) -> None:
    """As here: only levelling moves a task for someone's leave."""
    charter = tasks_by_id(tree)["charter"]
    assert text(charter, "IgnoreResourceCalendar") == "1"
    assert text(charter, "CalendarUID") == "1"  # without a calendar of its own, Project does not ignore them
    assert (text(charter, "Start"), text(charter, "Finish")) == ("2027-01-04T08:00:00", "2027-01-05T17:00:00")


# 10 Numbers: stable, small enough, 0 for the project; our ids in a text field with a definition.


def test_numbers_stay_when_tasks_come_and_go() -> None:
    before = tasks_by_id(root_of(make_plan(TREE[2:])))
    after = tasks_by_id(root_of(make_plan([task("new", "1d"), *TREE[2:]])))
    assert {name: text(one, "UID") for name, one in before.items()} == {
        name: text(after[name], "UID") for name in before
    }
    numbers = [int(text(one, "UID")) for one in after.values()]
    assert all(0 < number <= MOST_UID for number in numbers)


def test_two_ids_never_have_one_number() -> None:
    uids = Uids()
    found = [uids.of(f"task-{number}") for number in range(20_000)]
    assert len(set(found)) == len(found)
    assert max(found) <= MOST_UID
    assert min(found) > 0


def test_project_task_and_definition_of_the_id_field(tree: Element) -> None:
    first = find(tree, "Tasks/Task")[0]
    assert (text(first, "UID"), text(first, "ID"), text(first, "OutlineLevel")) == ("0", "0", "0")
    assert text(first, "Summary") == "1"
    (of_tasks, of_people) = find(tree, "ExtendedAttributes/ExtendedAttribute")
    assert fields(of_tasks) == {"FieldID": "188743731", "FieldName": "Text1", "Alias": "pathwayctl id"}
    assert text(of_people, "FieldID") == "205520904"
    assert text(tasks_by_id(tree)["rooms"], "ExtendedAttribute/FieldID") == "188743731"


# 11 Tasks in the order of the outline, with levels.


def test_outline(tree: Element) -> None:
    shown = [
        (text(one, "ID"), text(one, "OutlineLevel"), text(one, "OutlineNumber"), text(one, "WBS"))
        for one in find(tree, "Tasks/Task")[1:]
    ]
    assert shown == [
        ("1", "1", "1", "1"),
        ("2", "1", "2", "2"),
        ("3", "2", "2.1", "2.1"),
        ("4", "2", "2.2", "2.2"),
        ("5", "2", "2.3", "2.3"),
        ("6", "1", "3", "3"),
        ("7", "1", "4", "4"),
    ]
    assert [name for name, one in tasks_by_id(tree).items() if text(one, "Summary") == "1"] == ["launch"]


# 12, 13, and 15 Assignments.


def test_one_assignment_for_each_task_and_resource(tree: Element) -> None:
    found = [fields(one) for one in find(tree, "Assignments/Assignment")]
    pairs = [(one["TaskUID"], one["ResourceUID"]) for one in found]
    assert len(set(pairs)) == len(pairs) == 2
    assert [(one["Units"], one["Work"], one["RemainingWork"]) for one in found] == [
        ("0.5", "PT8H0M0S", "PT8H0M0S"),
        ("1", "PT16H0M0S", "PT16H0M0S"),
    ]
    charter = tasks_by_id(tree)["charter"]
    assert (text(charter, "Work"), text(charter, "Duration")) == ("PT24H0M0S", "PT16H0M0S")
    assert {(text(one, "Type"), text(one, "EffortDriven")) for one in find(tree, "Tasks/Task")} == {
        ("1", "0")
    }


def test_progress_without_people_has_an_assignment_of_no_one(progress: Element) -> None:
    names = {text(one, "UID"): name for name, one in tasks_by_id(progress).items()}
    found = {names[text(one, "TaskUID")]: fields(one) for one in find(progress, "Assignments/Assignment")}
    assert set(found) == {"done", "reached", "half"}
    assert {one["ResourceUID"] for one in found.values()} == {"-65535"}
    half = found["half"]
    assert (half["Work"], half["ActualWork"], half["RemainingWork"]) == (
        "PT32H0M0S",
        "PT16H0M0S",
        "PT16H0M0S",
    )
    assert half["PercentWorkComplete"] == "50"


# 14 Progress.


def test_progress(progress: Element) -> None:
    found = tasks_by_id(progress)
    shown = {
        name: (text(one, "PercentComplete"), text(one, "ActualStart")[:10], text(one, "ActualFinish")[:10])
        for name, one in found.items()
    }
    assert shown == {
        "done": ("100", "2027-01-04", "2027-01-06"),
        "reached": ("100", "2027-01-06", "2027-01-06"),
        "half": ("50", "2027-01-07", ""),
        "ahead": ("0", "", ""),
        "end": ("0", "", ""),
    }
    half = found["half"]
    assert (text(half, "ActualDuration"), text(half, "RemainingDuration")) == ("PT16H0M0S", "PT16H0M0S")
    assert text(progress, "StatusDate") == "2027-01-11T08:00:00"


def test_progress_of_summaries_is_weighted_by_duration() -> None:
    """So that Microsoft Project shows the same percentage."""
    inside = [
        task("long", "6d", status="done", started="2027-01-04", finished="2027-01-11"),
        task("short", "2d", "long"),
        task("reached", "0d", "short"),
    ]
    found = tasks_by_id(root_of(make_plan([task("all", None, tasks=inside)], status_date="2027-01-12")))
    assert text(found["all"], "PercentComplete") == "75"


def test_progress_needs_a_status_date() -> None:
    made = file_of(make_plan(PROGRESS))
    assert made is not None
    found = tasks_by_id(elements(made[0]))
    assert {text(one, "ActualStart") for one in found.values()} == {""}
    assert text(found["half"], "PhysicalPercentComplete") == "50"
    assert any(said.startswith("Progress: it needs `status_date:`") for said in made[0].left_out)


def test_work_that_took_longer_than_planned_shows_what_remains() -> None:
    """Project has no work that waits: the duration grows to the days it takes, and what remains is right."""
    rows = [task("slow", "4d", status="in-progress", started="2027-01-04", complete=50)]
    one = tasks_by_id(root_of(make_plan(rows, status_date="2027-01-18")))["slow"]
    assert (text(one, "Finish"), text(one, "RemainingDuration")) == ("2027-01-19T17:00:00", "PT16H0M0S")
    assert (text(one, "Duration"), text(one, "PercentComplete")) == ("PT96H0M0S", "83")
    assert text(one, "PhysicalPercentComplete") == "50"


# 16 Baseline.


def test_baseline(make_project: MakeProject) -> None:
    head = "pathwayctl: 1\nproject: {name: Example, start: 2027-01-04, baseline: approved}\n"
    root = make_project({"pathway.yaml": head, "work.yaml": KEPT})
    kept = open_project(root).freeze("approved")
    keep(root, kept)
    (root / "work.yaml").write_text(KEPT.replace("3d", "5d"), "utf-8")
    found = tasks_by_id(elements(open_project(root).export("msproject")))
    (draft,) = find(found["draft"], "Baseline")
    assert fields(draft) == {
        "Number": "0",
        "Interim": "0",
        "Start": "2027-01-04T08:00:00",
        "Finish": "2027-01-06T17:00:00",
        "Duration": "PT24H0M0S",
        "DurationFormat": "7",
        "Work": "PT0H0M0S",
    }
    (end,) = find(found["end"], "Baseline")
    assert (text(end, "Start"), text(end, "Duration")) == ("2027-01-06T17:00:00", "PT0H0M0S")
    public = elements(open_project(root).export("msproject", ExportOrder(Audience.PUBLIC)))
    assert find(public, "Tasks/Task/Baseline") == []


# 17 and 19 The project.


def test_header(tree: Element) -> None:
    assert (text(tree, "DefaultStartTime"), text(tree, "DefaultFinishTime")) == ("08:00:00", "17:00:00")
    assert (text(tree, "Name"), text(tree, "Title")) == ("Example", "Example")
    assert (text(tree, "StartDate"), text(tree, "ScheduleFromStart")) == ("2027-01-04T08:00:00", "1")
    assert text(tree, "HonorConstraints") == "1"
    for clock in ("CreationDate", "LastSaved", "CurrentDate"):
        assert text(tree, clock) == ""


# 18 Control characters.


@given(st.text())
def test_any_text_can_be_read_again(words: str) -> None:
    plan = make_plan([task("one", "1d", title=f"x{words}", detail=f"y{words}")])
    one = tasks_by_id(root_of(plan))["one"]
    assert text(one, "Notes") == xml_text(f"y{words}")
    assert "\x00" not in text(one, "Name")


# 20 Dates are local, without a zone.


def test_dates_have_no_zone(tree: Element) -> None:
    for one in tree.iter():
        value = one.text or ""
        if re.match(r"\d{4}-\d\d-\d\d", value):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", value)


# What stays out, and for whom.


def test_dropped_tasks_are_left_out() -> None:
    rows = [
        task("off", "3d", status="dropped"),
        task("group", None, tasks=[task("gone", "1d", status="dropped")]),
        task("on", "1d", "off", "group"),
    ]
    made = file_of(make_plan(rows))
    assert made is not None
    found = tasks_by_id(elements(made[0]))
    assert set(found) == {"on"}
    assert (text(found["on"], "OutlineNumber"), text(found["on"], "WBS")) == ("1", "3")
    assert made[0].left_out == ("Dropped tasks: “off” and “gone”.",)


def test_a_plan_without_tasks_is_a_file() -> None:
    root = root_of(make_plan([]))
    assert len(find(root, "Tasks/Task")) == 1
    assert find(root, "Resources") == find(root, "Assignments") == []


def test_every_day_of_an_event_is_worked() -> None:
    rows = [task("camp", "10d", date="2027-01-15", span="calendar"), task("after", "1d", "camp")]
    found = tasks_by_id(root_of(make_plan(rows)))
    camp = found["camp"]
    assert (text(camp, "Duration"), text(camp, "Finish")) == ("PT80H0M0S", "2027-01-24T17:00:00")
    assert text(camp, "CalendarUID") not in ("-1", "1")


SECRETS = """
organizations:
  - {id: college, name: Valley College, category: postsecondary}
people:
  - {id: dana, name: Dana Ruiz, category: k-12, organization: college, email: SECRET@example.org,
     leave: [{name: SECRET surgery, from: 2027-01-05, to: 2027-01-06}]}
  - {id: secret-person, name: SECRET PERSON, category: cte, private: true}
tasks:
  - {id: open, title: Open, duration: 1d, cost: 1234.5, owner: secret-person, assigned: [dana, secret-person],
     depends_on: [secret-work]}
  - {id: secret-work, title: SECRET WORK, duration: 3d, private: true, assigned: [dana]}
  - id: group
    title: Group
    tasks: [{id: secret-part, title: SECRET PART, duration: 2d, private: true}]
"""


def test_nothing_private_is_in_a_file_for_partners(make_project: MakeProject) -> None:
    project = open_project(make_project({"more.yaml": SECRETS}))
    made = project.export("msproject")
    assert b"secret" not in made.lower()
    assert b"12345" not in made.replace(b".", b"")
    found = tasks_by_id(elements(made))
    assert text(found["open"], "Start") == "2027-01-07T08:00:00"
    assert (text(found["open"], "ConstraintType"), text(found["group"], "Summary")) == ("4", "0")
    assert [text(one, "Name") for one in find(elements(made), "Resources/Resource")] == [
        "Dana Ruiz",
        "(not named)",
    ]
    inside = project.export("msproject", ExportOrder(Audience.INTERNAL))
    assert inside.count(b"SECRET") > 5
    assert text(tasks_by_id(elements(inside))["open"], "FixedCost") == "123450"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_same_project_same_bytes(example: Path) -> None:
    assert open_project(example).export("msproject") == open_project(example).export("msproject")
