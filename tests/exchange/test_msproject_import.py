"""Plans made in other programs, imported into a project that has few or no tasks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from plan_files import (
    STANDARD_WEEK,
    Board,
    board,
    calendar,
    elements,
    exception,
    link,
    notes,
    plan,
    task,
)

from pathwayctl.exchange.date_differences import compare_dates
from pathwayctl.exchange.import_plan import StepKind


@pytest.fixture
def empty(tmp_path: Path) -> Board:
    return board(tmp_path)


def only(board: Board, *tasks: str, **more: Any) -> dict[str, Any]:
    """The fields of the last task after an import, without its id and its title."""
    found = board.tasks(plan(tasks, **more))[-1]
    return {key: value for key, value in found.items() if key not in ("id", "title")}


MICROSOFT = plan(
    [
        task(0, "Launch", level=0, Start="2027-01-04T08:00:00"),
        task(1, "Plan", 8, Summary=1, Start="2027-01-04T08:00:00", Finish="2027-01-13T17:00:00"),
        task(
            2, "Draft the agreement", 5, 2, Start="2027-01-04T08:00:00", Finish="2027-01-08T17:00:00",
            PercentComplete=40, ActualStart="2027-01-04T08:00:00", RemainingDuration="PT24H0M0S",
            Notes="Use the form.",
        ),
        task(
            3, "Review", 2, 2, links=[link(2, 1, 4800)], Start="2027-01-12T08:00:00",
            Finish="2027-01-13T17:00:00", Deadline="2027-01-15T17:00:00", Priority=800,
        ),
        task(
            4, "Kickoff", 0, links=[link(1)], Milestone=1, Start="2027-01-13T17:00:00",
            Finish="2027-01-13T17:00:00",
        ),
    ],
    top=f"<Calendars>{calendar(1, 'Standard', days=STANDARD_WEEK)}</Calendars>",
    inside="<Resources><Resource>"
    + elements(UID=1, ID=1, Name="Dana Ruiz", Type=1, MaxUnits=0.5, EmailAddress="dana@example.org")
    + "</Resource></Resources><Assignments><Assignment>"
    + elements(UID=1, TaskUID=2, ResourceUID=1, Units=0.5)
    + "</Assignment></Assignments>",
    CalendarUID=1, MinutesPerDay=480, MinutesPerWeek=2400, StatusDate="2027-01-06T17:00:00",
)  # fmt: skip


def test_a_plan_of_microsoft_project(empty: Board) -> None:
    after = empty.written(MICROSOFT)
    assert (empty.folder / "work.yaml").read_text("utf-8") == (
        "tasks:\n"
        "  - id: plan\n"
        "    title: Plan\n"
        "    tasks:\n"
        "      - id: draft-the-agreement\n"
        "        title: Draft the agreement\n"
        "        detail: Use the form.\n"
        "        duration: 5d\n"
        "        assigned: {dana-ruiz: 0.5}\n"
        "        status: in-progress\n"
        "        started: 2027-01-04\n"
        "        complete: 40\n"
        "      - id: review\n"
        "        title: Review\n"
        "        duration: 2d\n"
        "        depends_on: [draft-the-agreement FS+1d]\n"
        "        deadline: 2027-01-15\n"
        "        priority: 800\n"
        "  - id: kickoff\n"
        "    title: Kickoff\n"
        "    duration: 0d\n"
        "    depends_on: [plan]\n"
    )
    person = {"id": "dana-ruiz", "name": "Dana Ruiz", "email": "dana@example.org", "capacity": 0.5}
    assert after.loaded.written(("people",)) == [person]
    assert str(after.plan.project.status_date) == "2027-01-06"
    assert after.errors == ()


PROJECT_LIBRE = plan(
    [
        task(1, "Phase", None, Type=1, IsNull=0, Summary=1),
        task(2, "Work", 5, 2, IsNull=0),
        task(3, "Check", 1, 2, IsNull=0, links=[link(2, 3)]),
    ],
    inside=f"<Resources><Resource>{elements(UID=0, ID=0, Name='Unassigned', Type=1)}</Resource></Resources>"
    f"<Assignments><Assignment>{elements(TaskUID=2, ResourceUID=-65535, Units=1)}</Assignment></Assignments>",
)
GANTT_PROJECT = plan(
    [
        task(0, "Untitled", level=0),
        task(7, "Build", 3, 1, ID=1, OutlineNumber="1", Manual=0, Active=1, DurationFormat=7, CalendarUID=-1,
             Start="2027-01-04T08:00:00", Finish="2027-01-06T17:00:00", ConstraintType=4,
             ConstraintDate="2027-01-04T08:00:00"),
        task(9, "Test", 2, 1, ID=2, links=[link(7, 1, -4800)], Start="2027-01-06T08:00:00",
             Finish="2027-01-07T17:00:00", ConstraintType=0),
    ],
    top=f"<Calendars>{calendar(1, 'Standard', days=STANDARD_WEEK)}</Calendars>", CalendarUID=1,
)  # fmt: skip


def test_a_plan_of_project_libre(empty: Board) -> None:
    assert empty.tasks(PROJECT_LIBRE) == [
        {
            "id": "phase",
            "title": "Phase",
            "tasks": [
                {"id": "work", "title": "Work", "duration": "5d"},
                {"id": "check", "title": "Check", "duration": "1d", "depends_on": ["work SS"]},
            ],
        }
    ]
    assert empty.plan(PROJECT_LIBRE).days == {}


def test_a_plan_of_gantt_project(empty: Board) -> None:
    found = empty.after(GANTT_PROJECT)
    assert found.loaded.written(("tasks",))[1]["depends_on"] == ["build FS-1d"]
    dates = compare_dates(empty.plan(GANTT_PROJECT).days, found.schedule)
    assert dates is not None
    assert (dates.number, dates.differences) == (2, ())


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"days": 10, "DurationFormat": 9}, {"duration": "2w"}),
        ({"days": 2.5}, {"duration": "3d"}),
        ({"days": 0.5}, {"duration": "1d"}),
        ({"days": 0}, {"duration": "0d"}),
        ({"days": None, "Milestone": 1}, {"duration": "0d"}),
        ({"ConstraintType": 1}, {"duration": "1d", "as_late_as_possible": True}),
        ({"ConstraintType": 2}, {"duration": "1d", "date": "2027-02-01"}),
        ({"ConstraintType": 3, "days": 5}, {"duration": "5d", "date": "2027-01-26"}),
        ({"ConstraintType": 4}, {"duration": "1d", "not_before": "2027-02-01"}),
        ({"ConstraintType": 5, "days": 5}, {"duration": "5d", "deadline": "2027-02-05"}),
        ({"ConstraintType": 6, "days": 5}, {"duration": "5d", "not_before": "2027-01-26"}),
        ({"ConstraintType": 7}, {"duration": "1d", "deadline": "2027-02-01"}),
        ({"ConstraintType": 7, "Deadline": "2027-01-20T17:00:00"},
         {"duration": "1d", "deadline": "2027-01-20"}),
        ({"Manual": 1, "Start": "2027-02-01T08:00:00"}, {"duration": "1d", "not_before": "2027-02-01"}),
        ({"Active": 0}, {"duration": "1d", "status": "dropped"}),
        ({"Priority": 500}, {"duration": "1d"}),
        ({"Priority": 2000}, {"duration": "1d", "priority": 1000}),
        ({"FixedCost": 125000}, {"duration": "1d", "cost": 1250}),
        ({"PercentComplete": 1, "days": 10, "ActualStart": "2027-01-05T08:00:00"},
         {"duration": "10d", "status": "in-progress", "started": "2027-01-05", "complete": 1}),
        ({"PercentComplete": 13, "days": 22, "ActualStart": "2027-01-05T08:00:00",
          "RemainingDuration": "PT152H0M0S"},
         {"duration": "22d", "status": "in-progress", "started": "2027-01-05", "remaining": "19d"}),
        ({"PercentComplete": 100, "ActualStart": "2027-01-04T08:00:00",
          "ActualFinish": "2027-01-04T17:00:00"},
         {"duration": "1d", "status": "done", "started": "2027-01-04", "finished": "2027-01-04"}),
    ],
)  # fmt: skip
def test_fields_in_our_words(empty: Board, fields: dict[str, Any], expected: dict[str, Any]) -> None:
    days = fields.pop("days", 1)
    row = task(1, "Draft", days, ConstraintDate="2027-02-01T08:00:00", **fields)
    found = only(empty, row)
    assert {key: str(one) if key in ("date", "not_before", "deadline", "started", "finished") else one
            for key, one in found.items()} == expected  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"days": 2.5}, "Its duration of 2.5 days was rounded up to 3d."),
        ({"days": 3, "Milestone": 1}, "It is marked as a milestone, but takes 3d, so it is a task here."),
        ({"ConstraintType": 6, "days": 5, "ConstraintDate": "2027-02-01T08:00:00"},
         "“Finish no earlier than 2027-02-01” became not_before: 2027-01-26, by its duration."),
        ({"ConstraintType": 5, "days": 5, "ConstraintDate": "2027-02-01T08:00:00"},
         "“Start no later than 2027-02-01” became the deadline 2027-02-05, by its duration."),
        ({"Manual": 1}, "It is scheduled by hand; here links may move it to a later day."),
        ({"Active": 0}, "It is inactive in the file, so it is dropped here."),
        ({"days": 9, "DurationFormat": 8, "Start": "2027-01-04T08:00:00", "Finish": "2027-01-07T08:00:00"},
         "Its duration of 3ed counts days off; here it takes 4d of work."),
    ],
)  # fmt: skip
def test_what_has_another_form_here_is_said(empty: Board, fields: dict[str, Any], said: str) -> None:
    days = fields.pop("days", 1)
    assert notes(empty.plan(plan([task(1, "Draft", days, **fields)])), StepKind.ADAPTED) == [f"Draft: {said}"]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link(1)], ["a"]),
        ([link(1, 3)], ["a SS"]),
        ([link(1, 0, 9600)], ["a FF+2d"]),
        ([link(1, 2)], ["a SF"]),
        ([link(1, 1, -4800)], ["a FS-1d"]),
        ([link(1, 1, 24000, 9)], ["a FS+1w"]),
        ([link(1, 1, 43200, 8)], ["a FS+3ed"]),
        ([link(1, 1, 100800, 10)], ["a FS+1ew"]),
        ([link(1, 1, 2400)], ["a FS+1d"]),
        ([link(1, 1, 50, 19)], ["a FS+2d"]),
        ([link(1, 1, -50, 19)], ["a FS-2d"]),
        ([elements(PredecessorUID=1)], ["a"]),
        ([link(1), link(1)], ["a"]),
        ([link(2)], None),
        ([link(77)], None),
        ([link(1, CrossProject=1)], None),
    ],
)
def test_links_with_their_types_and_lags(empty: Board, links: list[str], expected: list[str] | None) -> None:
    found = only(empty, task(1, "A", 4), task(2, "B", links=links))
    assert found.get("depends_on") == expected


def test_links_that_no_plan_can_have_are_left_out_and_named(empty: Board) -> None:
    rows = [
        task(1, "Group", links=[link(2)]),
        task(2, "Inside", level=2, links=[link(1), link(2), link(99), link(3, CrossProject=1)]),
        task(3, "Other", links=[link(1, 1, 25, 19), link(1, 1, 1200)]),
        task(4, "Far away", ExternalTask=1),
        task(5, "After it", links=[link(4)]),
    ]
    found = empty.plan(plan(rows))
    assert notes(found, StepKind.IGNORED) == [
        "Group: Its link to “Inside”, which is part of it.",
        "Inside: Its link to “Group”, which it is part of.",
        "Inside: Its link to itself.",
        "Inside: Its link to a task that is not in the file (UID 99).",
        "Inside: Its link to a task of another project.",
        "After it: Its link to a task that is not in the file (UID 4).",
        "Far away: It belongs to another project.",
    ]
    assert notes(found, StepKind.ADAPTED) == [
        "Other: Its lag of 25% of “Group” became 1d.",
        "Other: Its lag of 0.25 days on “Group” was rounded up to 1d.",
    ]
    assert empty.after(plan(rows)).errors == ()


def test_circles_are_opened_and_named(empty: Board) -> None:
    rows = [
        task(1, "A", links=[link(3)]),
        task(2, "B", links=[link(1)]),
        task(3, "C", links=[link(2)]),
        task(4, "Group", links=[link(6)]),
        task(5, "Inside", level=2),
        task(6, "After", links=[link(5)]),
    ]
    found = empty.plan(plan(rows))
    said = notes(found, StepKind.IGNORED)
    assert len(said) == 2
    assert said[0] == "A: Its link to “C”, since tasks would wait in a circle: “A” → “C” → “B” → “A”."
    assert "since tasks would wait in a circle" in said[1]
    assert empty.after(plan(rows)).errors == ()


def test_levels_that_jump_and_tasks_with_one_number(empty: Board) -> None:
    rows = [
        task(1, "Top", level=3),
        task(2, "Deep", level=9),
        task(2, "Again"),
        task(3, "Next", level=2),
        task(4, "End"),
    ]
    found = empty.tasks(plan(rows))
    assert [one["id"] for one in found] == ["top", "end"]
    assert [one["id"] for one in found[0]["tasks"]] == ["deep", "next"]


def test_an_outline_without_an_end_stays_readable(empty: Board) -> None:
    found = empty.after(plan([task(number, f"Task {number}", level=number) for number in range(1, 400)]))
    assert len(found.schedule.tasks) == 399
    assert found.errors == ()


def test_ids_are_made_from_names_and_differ(empty: Board) -> None:
    found = empty.tasks(plan([task(1, "Draft!"), task(2, "Draft"), task(3, "草案"), task(4, "草案")]))
    assert [one["id"] for one in found] == ["draft", "draft-2", "task", "task-2"]


def test_a_thousand_tasks(empty: Board) -> None:
    rows = [
        task(
            number,
            f"Task {number % 50}",
            2,
            1 + (number % 10 > 0),
            links=[link(number - 1)] if number % 10 > 1 else [],
        )
        for number in range(1, 1001)
    ]
    found = empty.after(plan(rows))
    assert len(found.plan.tasks) == 101
    assert len(found.schedule.tasks) == 1000


def test_what_summaries_cannot_have(empty: Board) -> None:
    group = task(
        1,
        "Group",
        3,
        ConstraintType=2,
        ConstraintDate="2027-02-01T08:00:00",
        FixedCost=500,
        PercentComplete=50,
    )
    found = empty.plan(plan([group, task(2, "Inside", level=2)]))
    assert notes(found, StepKind.IGNORED) == [
        "Group: Its fixed cost; here a summary costs what the tasks in it do."
    ]
    assert str(empty.tasks(plan([group, task(2, "Inside", level=2)]))[0]["not_before"]) == "2027-02-01"


def test_a_task_that_is_split_or_held_before_the_start_is_named(empty: Board) -> None:
    rows = [
        task(1, "Split", 2, Start="2027-01-04T08:00:00", Finish="2027-01-15T17:00:00"),
        task(2, "Early", ConstraintType=2, ConstraintDate="2026-12-01T08:00:00"),
    ]
    assert notes(empty.plan(plan(rows)), StepKind.IGNORED) == [
        "Split: Its pauses, or the days off of those who do it: it takes 2 days, and lasts "
        "10 working days in the file.",
        "Early: “Must start on 2026-12-01” is before the project starts, on January 4, 2027.",
    ]


def test_the_dates_that_differ_are_compared_task_by_task(empty: Board) -> None:
    rows = [
        task(1, "Same", 2, Start="2027-01-04T08:00:00", Finish="2027-01-05T17:00:00"),
        task(2, "Split", 2, Start="2027-01-04T08:00:00", Finish="2027-01-15T17:00:00"),
        task(3, "Elsewhere", 2, calendar=7, Start="2027-01-02T08:00:00", Finish="2027-01-05T17:00:00"),
        task(4, "No days", 2),
    ]
    data = plan(rows)
    found = compare_dates(empty.plan(data).days, empty.after(data).schedule)
    assert found is not None
    assert found.number == 3
    assert [(one.title, str(one.file[1]), str(one.here[1]), one.days) for one in found.differences] == [
        ("Split", "2027-01-15", "2027-01-05", -8),
        ("Elsewhere", "2027-01-05", "2027-01-05", 0),
    ]


def test_an_exception_of_a_day_is_read_once(empty: Board) -> None:
    off = "<Exceptions>" + exception("Spring break", "2027-03-29", "2027-04-02") + "</Exceptions>"
    made = calendar(1, "Standard", days=STANDARD_WEEK, inside=off)
    data = plan([task(1, "A")], top=f"<Calendars>{made}</Calendars>", CalendarUID=1)
    after = empty.written(data)
    assert [(str(one.first), str(one.last), one.name) for one in after.plan.calendar.closures] == [
        ("2027-03-29", "2027-04-02", "Spring break")
    ]
    assert empty.project.edit(*empty.plan(data).edits).transaction.changes == ()  # type: ignore[union-attr]
