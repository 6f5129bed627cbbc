"""Plans that were made from a project and came back: changed tasks are updated, and none is doubled."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plan_files import Board, board, notes, plan, plan_of, task

from pathwayctl import Refused
from pathwayctl.exchange.date_differences import compare_dates
from pathwayctl.exchange.import_plan import ImportPlan, Side, StepKind
from pathwayctl.scheduling.records import written

WORK = """\
tasks:
  # What comes first
  - id: group
    title: Plan it
    tasks:
      - {id: draft, title: Draft the agreement, duration: {low: 2d, likely: 3d, high: 8d}}   # by hand
      - id: review
        title: Review the draft
        duration: 1w
        outcome: A clean copy
        depends_on: [draft FS+1w]
        deadline: 2027-03-01
        priority: 700
  - {id: kickoff, title: Hold the kickoff, duration: 0d, depends_on: [review FS+2ed]}
  - {id: secret, title: Talk to the dean, duration: 1d, private: true}
  - {id: old, title: Print posters, duration: 1d, status: dropped}
  - {id: call, title: Call the board, duration: 1d, every: month, times: 2}
"""


@pytest.fixture
def small(tmp_path: Path) -> Board:
    return board(tmp_path, WORK)


def file_of(small: Board, **change: dict[str, Any]) -> bytes:
    """The file of the project without what is never in one."""
    return plan_of(
        small.project,
        {"secret": {}, "old": {}, **change},
    )


def changed(found: ImportPlan) -> list[tuple[str, str, str, str]]:
    return [(one.entry, one.field, one.before, one.after) for one in found.of(StepKind.CHANGED)]


def test_a_plan_that_nobody_has_changed_changes_nothing(small: Board) -> None:
    found = small.plan(file_of(small))
    assert found.steps == ()
    assert found.edits == ()


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [
        ("draft", {"Name": "Draft it"}, ("Title", "Draft the agreement", "Draft it")),
        ("draft", {"days": 4}, ("Duration", "2d / 3d / 8d", "4d")),
        ("draft", {"Priority": 900}, ("Priority", "", "900")),
        ("draft", {"Notes": "Use the form."}, ("Detail", "", "Use the form.")),
        ("review", {"Deadline": "2027-03-08T17:00:00"}, ("Deadline", "2027-03-01", "2027-03-08")),
        ("review", {"Deadline": "NA"}, ("Deadline", "2027-03-01", "")),
        ("review", {"Notes": "A clean copy\nOn paper"}, ("Detail", "", "On paper")),
        ("review", {"links": []}, ("Depends on", "draft FS+1w", "")),
        ("kickoff", {"ConstraintType": 2, "ConstraintDate": "2027-02-12T08:00:00"},
         ("Date", "", "2027-02-12")),
        ("kickoff", {"ConstraintType": 1}, ("As late as possible", "", "yes")),
    ],
)  # fmt: skip
def test_a_field_that_was_changed(
    small: Board, name: str, fields: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    found = small.plan(file_of(small, **{name: fields}))
    assert [one[1:] for one in changed(found)] == [expected]
    assert small.after(file_of(small, **{name: fields})).errors == ()
    assert [one for one in found.steps if one.kind is not StepKind.CHANGED] == []


def test_the_files_keep_their_comments_and_all_else(small: Board) -> None:
    small.written(file_of(small, draft={"Name": "Draft it"}))
    assert (small.folder / "work.yaml").read_text("utf-8") == WORK.replace("Draft the agreement", "Draft it")


def test_progress_is_taken_over(small: Board) -> None:
    done = {
        "PercentComplete": 100,
        "ActualStart": "2027-01-05T08:00:00",
        "ActualFinish": "2027-01-08T17:00:00",
    }
    found = small.plan(file_of(small, draft=done))
    assert [one[1:] for one in changed(found)] == [
        ("Status", "Planned", "Done"),
        ("Started", "", "2027-01-05"),
        ("Finished", "", "2027-01-08"),
    ]


def test_new_tasks_are_added_where_they_stand_and_only_once(small: Board) -> None:
    rows = file_of(small).replace(
        b"<Task><UID>4</UID>", task(90, "Print it", 2, 2).encode() + b"<Task><UID>4</UID>"
    )
    assert [(one.entry, one.place) for one in small.plan(rows).of(StepKind.ADDED)] == [("Print it", "Row 90")]
    after = small.written(rows)
    assert [one.id for one in after.plan.tasks[0].tasks] == ["draft", "review", "print-it"]
    again = small.plan(rows)
    assert again.edits == ()
    assert notes(again, StepKind.IGNORED) == ["Print it: The project has it as “print-it”."]


def test_a_copied_task_is_new(small: Board) -> None:
    copy = task(91, "Draft the second one", 3, id="draft")
    data = file_of(small).replace(b"</Tasks>", copy.encode() + b"</Tasks>")
    assert small.after(data).plan.tasks[-1].id == "draft-the-second-one"


def test_missing_tasks_stay_unless_they_are_to_go(small: Board) -> None:
    data = file_of(small, kickoff={})
    assert notes(small.plan(data), StepKind.KEPT) == [
        "Hold the kickoff: To remove the task too, add --remove."
    ]
    assert small.plan(data).edits == ()
    after = small.after(data, remove=True)
    assert "kickoff" not in {one.id for one in after.plan.tasks}
    assert {"secret", "old"} < {one.id for one in after.plan.tasks}
    whole = file_of(small, group={}, draft={}, review={}, kickoff={"links": []})
    assert [one.entry for one in small.plan(whole, remove=True).of(StepKind.REMOVED)] == ["Plan it"]
    assert small.after(whole, remove=True).plan.tasks[0].id == "kickoff"
    kept = file_of(small, group={}, review={"level": 1})
    assert notes(small.plan(kept, remove=True), StepKind.KEPT) == [
        "Plan it: It stays, since 2 tasks in it are in the file."
    ]


def test_a_task_that_the_project_has_removed_stays_removed(small: Board) -> None:
    data = file_of(small, kickoff={"Name": "Hold it"})
    text = (small.folder / "work.yaml").read_text("utf-8")
    kept = [line for line in text.splitlines() if "kickoff" not in line]
    (small.folder / "work.yaml").write_text("\n".join(kept) + "\n", "utf-8")
    assert notes(small.plan(data), StepKind.IGNORED) == [
        "Hold it: The task has been removed from the project."
    ]


def test_a_task_that_was_moved_in_the_file_is_moved(small: Board) -> None:
    data = file_of(small, kickoff={"level": 2})
    (step,) = small.plan(data).of(StepKind.CHANGED)
    assert (step.entry, step.field, step.before, step.after) == ("Hold the kickoff", "Part of", "", "group")
    after = small.written(data)
    assert [[one.id for one in found.tasks] for found in after.plan.tasks if found.id == "group"] == [
        ["draft", "review", "kickoff"]
    ]
    assert small.plan(data).edits == ()


def test_a_task_that_leaves_its_group_goes_to_the_top(small: Board) -> None:
    after = small.after(file_of(small, review={"level": 1}))
    assert "review" in {one.id for one in after.plan.tasks}


def test_a_task_that_moves_into_a_new_group_is_moved_there(small: Board) -> None:
    head, kickoff, tail = file_of(small, kickoff={"level": 2}).partition(
        next(one for one in file_of(small, kickoff={"level": 2}).split(b"<Task>") if b"kickoff" in one)
    )
    group = task(900, "Opening", None).removeprefix("<Task>").encode()
    after = small.after(head + group + b"<Task>" + kickoff + tail)
    assert [[one.id for one in found.tasks] for found in after.plan.tasks if found.id == "opening"] == [
        ["kickoff"]
    ]


def test_a_task_whose_group_was_removed_here_stays_where_it_is(small: Board) -> None:
    data = file_of(small)
    text = (small.folder / "work.yaml").read_text("utf-8")
    (small.folder / "work.yaml").write_text(text.replace("id: group", "id: another"), "utf-8")
    assert not [one for one in small.plan(data).steps if one.field == "Part of" and not one.after]


def test_an_occurrence_that_was_changed_says_where_to_change_it(small: Board) -> None:
    (first,) = (one.id for one in small.project.schedule.tasks if one.id.startswith("call-2027-01"))
    found = small.plan(file_of(small, **{first: {"Name": "Call them all"}}))
    assert notes(found, StepKind.IGNORED) == [
        f"Call them all: It is an occurrence of a recurring task. Change it under occurrences: {first}"
    ]


def test_a_plan_made_elsewhere_is_in_conflict_where_it_differs(small: Board) -> None:
    rows = plan(
        [task(1, "Draft the agreement", 9), task(2, "Hold the kickoff", 0, Deadline="2027-03-01T17:00:00")]
    )
    found = small.plan(rows)
    (conflict,) = found.of(StepKind.CONFLICT)
    assert (conflict.entry, conflict.field, conflict.before, conflict.after) == (
        "Draft the agreement", "Duration", "2d / 3d / 8d", "9d",
    )  # fmt: skip
    assert changed(found) == [("Hold the kickoff", "Deadline", "", "2027-03-01")]
    theirs = small.project.edit(*found.settled(iter([Side.THEIRS])).edits)
    assert not isinstance(theirs, Refused)
    draft = theirs.project.plan.tasks[0].tasks[0]
    assert draft.duration is not None
    assert draft.duration.likely.amount == 9
    assert found.of(StepKind.KEPT) == ()


def test_an_earlier_start_than_that_of_a_project_with_tasks_is_a_conflict(small: Board) -> None:
    found = small.plan(plan([task(1, "Elsewhere")], start="2026-11-02"))
    assert [(one.field, one.before, one.after) for one in found.of(StepKind.CONFLICT)] == [
        ("start", "2027-01-04", "2026-11-02")
    ]
    assert small.plan(plan([task(1, "Elsewhere")], start="2027-02-01")).of(StepKind.CONFLICT) == ()


_DAYS = st.dates(date(2027, 1, 4), date(2027, 6, 30)).filter(lambda day: day.weekday() < 5)
_LAGS = st.tuples(st.integers(-3, 9).filter(bool), st.sampled_from(["d", "w", "ed", "ew"]))


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, str]:
    """A project with tasks in groups, links of all types, lags, constraints, and progress."""
    tasks: list[dict[str, Any]] = []
    leaves: list[str] = []
    status = draw(st.none() | _DAYS)
    for number in range(draw(st.integers(1, 8))):
        made: dict[str, Any] = {
            "id": f"t{number}",
            "title": f"Task {number}",
            "duration": f"{draw(st.integers(0, 12))}d",
        }
        if draw(st.booleans()):
            made["duration"] = f"{draw(st.integers(1, 3))}w"
        names = draw(st.lists(st.sampled_from(leaves), unique=True, max_size=3)) if leaves else []
        if names:
            made["depends_on"] = [draw(_links(name)) for name in names]
        field = draw(st.sampled_from(["", "date", "not_before", "as_late_as_possible", "deadline"]))
        if field:
            made[field] = True if field.startswith("as") else str(draw(_DAYS))
        if draw(st.booleans()):
            made["priority"] = draw(st.integers(0, 1000))
        if status and draw(st.booleans()):
            begun = status - timedelta(days=draw(st.integers(0, 20)))
            made |= {"status": "in-progress", "started": str(begun), "complete": draw(st.integers(0, 99))}
        leaves.append(made["id"])
        if tasks and "tasks" in tasks[-1] and draw(st.booleans()):
            tasks[-1]["tasks"].append(made)
        elif draw(st.booleans()):
            tasks.append({"id": f"g{number}", "title": f"Group {number}", "tasks": [made]})
        else:
            tasks.append(made)
    return json.dumps({"tasks": tasks}), f"  status_date: {status}\n" if status else ""


@st.composite
def _links(draw: st.DrawFn, name: str) -> str:
    kind = draw(st.sampled_from(["FS", "SS", "FF", "SF"]))
    amount, unit = draw(_LAGS) if draw(st.booleans()) else (0, "")
    return f"{name} {kind}{amount:+d}{unit}" if amount else f"{name} {kind}"


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_out_and_in_again(made: tuple[str, str]) -> None:
    with TemporaryDirectory() as folder:
        compare_with_copy(Path(folder), *made)


def compare_with_copy(folder: Path, work: str, header: str) -> None:
    """Compare a project with its file, and with a new project that is made from it."""
    first = folder / "first"
    first.mkdir()
    there = board(first, work, header)
    sent = plan_of(there.project)
    assert there.plan(sent).edits == ()
    second = folder / "second"
    second.mkdir()
    copy = board(second).written(sent)
    ours, theirs = there.project.schedule, copy.schedule
    assert [(one.id, one.start, one.finish, one.complete) for one in theirs.tasks] == [
        (one.id, one.start, one.finish, one.complete) for one in ours.tasks
    ]
    for one, other in zip(ours.tasks, theirs.tasks, strict=True):
        fields = ("date", "not_before", "deadline", "as_late_as_possible", "priority", "started", "status")
        assert [getattr(one.task, name) for name in fields] == [getattr(other.task, name) for name in fields]
        assert _links_of(one.task) == _links_of(other.task)
    compared = compare_dates(there.plan(sent).days, copy.schedule)
    assert compared is None or compared.differences == ()


def _links_of(task: Any) -> set[str]:
    return {written(link).removesuffix(" FS") for link in task.depends_on}
