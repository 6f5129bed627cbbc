"""``pathwayctl baseline`` and ``schedule --baseline``, as a facilitator uses them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from commands import Run, runner

from conftest import HEAD, MakeProject

WORK = """\
tasks:
  - {id: charter, title: Draft the charter, duration: 5d}
  - {id: review, title: Legal review, duration: 4d}
  - {id: sign, title: Sign the MOU, duration: 2d, depends_on: [charter]}
"""
FILE = Path("baselines/approved.yaml")
NEEDS_RIGHTS = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to the system's administrator"
)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("baseline", "list")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three tasks; the current folder is its own."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root)
    return root


def edit(*changes: tuple[str, str], file: str = "work.yaml") -> None:
    text = Path(file).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path(file).write_text(text, "utf-8")


def test_save_says_what_it_wrote_and_what_to_do_next(project: Path, command: Run) -> None:
    done = command("baseline", "save", "approved")
    assert (done.code, done.out) == (0, "")
    assert done.err == (
        "Wrote baselines/approved.yaml: 3 tasks, finish on January 12, 2027.\n"
        "Keep it with your plan, for example: git add baselines/approved.yaml\n"
        "To see later what has changed: pathwayctl schedule --baseline approved\n"
    )
    assert FILE.read_text("utf-8").endswith("days: 2, depends_on: [charter]}\n")


def test_git_keeps_it_as_it_was_told_to(project: Path, command: Run) -> None:
    done = command("baseline", "save", "approved")
    told = done.err.partition("for example: ")[2].splitlines()[0].split()
    assert told[0] == "git"
    try:
        subprocess.run(["git", "init", "-q"], check=True, capture_output=True)
    except OSError:
        pytest.skip("git is not here")
    subprocess.run(told, check=True)
    shown = subprocess.run(["git", "status", "--short"], check=True, capture_output=True, text=True)
    assert "A  baselines/approved.yaml" in shown.stdout


def test_a_project_elsewhere_is_named_in_what_to_type(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    done = command("baseline", "save", "approved", "-p", "project")
    assert "git add project/baselines/approved.yaml\n" in done.err
    assert done.err.endswith("pathwayctl schedule project --baseline approved\n")
    assert (project / FILE).is_file()
    again = command("baseline", "save", "approved", "--project", "project")
    assert (again.code, again.out) == (2, "")
    assert again.err.endswith("To replace it: pathwayctl baseline save approved -p project --replace\n")
    assert command("baseline", "drop", "approved", "-p", "project").err == (
        "Removed project/baselines/approved.yaml.\n"
    )
    assert command("baseline", "list", "-p", "project").err == (
        "There are no baselines yet. To save one: pathwayctl baseline save approved -p project\n"
    )


def test_the_same_plan_gives_the_same_bytes(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    first = FILE.read_bytes()
    done = command("baseline", "save", "approved", "--replace")
    assert done.code == 0
    assert done.err == (
        "baselines/approved.yaml holds this schedule already: 3 tasks, finish on January 12, 2027.\n"
    )
    assert FILE.read_bytes() == first


def test_a_baseline_is_replaced_only_if_that_is_said(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    first = FILE.read_bytes()
    edit(("duration: 5d", "duration: 8d"))
    done = command("baseline", "save", "approved")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "There is a baseline “approved” already, and it was not changed. To replace it: "
        "pathwayctl baseline save approved --replace\n"
    )
    assert FILE.read_bytes() == first
    assert command("baseline", "save", "approved", "--replace").code == 0
    assert b"days: 8" in FILE.read_bytes()
    assert os.listdir("baselines") == ["approved.yaml"]  # noqa: PTH208 - no half files are left


@pytest.mark.parametrize("name", ["My Plan", "../evil", "a/b", "UPPER", "con", "-", "x" * 90, "a--b", "ä"])
def test_a_name_must_be_an_id(name: str, project: Path, command: Run) -> None:
    done = command("baseline", "save", "--", name)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"“{name}” cannot be the name of a baseline: ")
    mended = done.err.rpartition(" ")[2].strip()
    assert command("baseline", "save", mended).code == 0


def test_why_a_name_will_not_do(project: Path, command: Run) -> None:
    assert command("baseline", "save", " ").err == (
        "The name of a baseline is missing. For example: pathwayctl baseline save approved\n"
    )
    assert command("baseline", "save", "con", "-p", ".").err == (
        "“con” cannot be the name of a baseline: some systems reserve this name. "
        "Write: pathwayctl baseline save con-page\n"
    )


def test_a_project_with_errors_has_no_baseline(project: Path, command: Run) -> None:
    edit(("[charter]", "[chart]"))
    done = command("baseline", "save", "approved")
    assert (done.code, done.out) == (1, "")
    assert "\nwork.yaml:4:" in done.err
    assert "PW302" in done.err
    assert not Path("baselines").exists()


def test_links_are_not_written_through(project: Path, command: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    Path("baselines").symlink_to(outside)
    done = command("baseline", "save", "approved")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "“baselines/approved.yaml” was not written. “baselines” is a link to another place.\n"
    )
    assert not list(outside.iterdir())


def test_the_list(project: Path, command: Run) -> None:
    done = command("baseline", "list")
    assert (done.code, done.out) == (0, "")
    assert done.err == "There are no baselines yet. To save one: pathwayctl baseline save approved\n"
    command("baseline", "save", "first")
    edit(("duration: 5d", "duration: 8d"))
    edit(("start:", "status_date: 2027-01-04\n  start:"), file="pathway.yaml")
    command("baseline", "save", "second")
    edit(("duration: 8d", "duration: 7d"))
    edit(("start: 2", "baseline: first\n  start: 2"), file="pathway.yaml")
    done = command("baseline", "list")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Baseline  Tasks  Progress    Finish      Moved since\n"
        "first *       3              2027-01-12  2 days later\n"
        "second        3  2027-01-04  2027-01-15  1 day earlier\n"
        "\n"
        "* the one the schedule is compared with\n"
    )


def test_the_list_on_a_narrow_screen(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "the-plan-that-the-board-approved-in-september"
    command("baseline", "save", name)
    edit(("start: 2", f"baseline: {name}\n  start: 2"), file="pathway.yaml")
    monkeypatch.setenv("COLUMNS", "40")
    assert command("baseline", "list").out == (
        "Baseline         Finish      Moved since\n"  # the name is cut, the date is not
        "the-plan-that-…  2027-01-12  not at all\n"
        "\n"
        "* the one the schedule is compared with\n"
    )


def test_the_list_of_a_project_with_errors(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    edit(("[charter]", "[sign]"))
    done = command("baseline", "list")
    assert done.code == 0
    assert done.out.splitlines()[1] == "approved      3            2027-01-12"
    assert done.err == "The plan has errors, so nothing can be compared. To see them: pathwayctl validate\n"


def test_the_list_with_a_broken_baseline(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    edit(("days: 5", "days: five"), file=str(FILE))
    done = command("baseline", "list")
    assert done.code == 0
    assert done.out.splitlines()[1] == "approved                           can’t be read"
    assert done.err == "“approved” cannot be read. To see why: pathwayctl schedule --baseline approved\n"


def test_drop_removes_just_that_file(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    command("baseline", "save", "later")
    Path("baselines/notes.txt").write_text("mine", "utf-8")
    assert command("baseline", "drop", "approved").err == "Removed baselines/approved.yaml.\n"
    assert sorted(os.listdir("baselines")) == ["later.yaml", "notes.txt"]  # noqa: PTH208 - only names
    done = command("baseline", "drop", "latter")
    assert (done.code, done.out) == (2, "")
    assert done.err == ("There is no baseline “latter”. Did you mean “later”?\n")


def test_what_cannot_be_dropped_is_told(project: Path, command: Run) -> None:
    Path("baselines/approved.yaml").mkdir(parents=True)
    done = command("baseline", "drop", "approved")
    assert done.code == 2
    assert done.err.startswith("“baselines/approved.yaml” was not removed: ")
    done = command("schedule", "--baseline", "approved")
    assert done.code == 1
    assert "PW190" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("saev", "approved"),
            "There is no action “saev”. Did you mean “save”? The actions are save, list, and drop.\n",
        ),
        (("save",), "pathwayctl baseline save needs a name after it: pathwayctl baseline save approved\n"),
        (("drop",), "pathwayctl baseline drop needs a name after it: pathwayctl baseline drop approved\n"),
        (("drop", "a", "--replace"), "--replace belongs to “save”, not to “drop”.\n"),
        (
            ("drop", "a"),
            "There is no baseline “a”. To save one: pathwayctl baseline save approved\n",
        ),
        (
            ("list", "approved"),
            "“list” shows all baselines and takes no name. To compare with one: "
            "pathwayctl schedule --baseline approved\n",
        ),
        (
            (),
            "pathwayctl baseline needs ACTION after it. "
            "save saves the schedule, list shows all baselines, drop removes one.\n",
        ),
        (("list", "-p", "../nowhere"), "There is no folder or file “../nowhere”.\n"),
        (("drop", "a", "-p", "../nowhere"), "There is no folder or file “../nowhere”.\n"),
        (("save", "a", "-p", "../nowhere"), "There is no folder or file “../nowhere”.\n"),
    ],
)
def test_what_is_mistyped_is_told(words: tuple[str, ...], said: str, project: Path, command: Run) -> None:
    done = command("baseline", *words)
    assert (done.code, done.out, done.err) == (2, "", said)


CHANGES = (
    ("Draft the charter, duration: 5d", "Draft the charter, duration: 7d"),
    ("depends_on: [charter]", "depends_on: [charter, review]"),
    ("Legal review, duration: 4d", "Legal review, duration: 10d"),
)


def test_the_schedule_says_what_moved_and_why(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    edit(*CHANGES)
    done = command("schedule", "--baseline", "approved")
    assert (done.code, done.err) == (0, "")
    text = " ".join(done.out.split())
    assert "Task Start Finish Moved Float" in text
    assert "3 Sign the MOU Jan 18 Jan 19 +5d critical" in text
    assert (
        "The plan finishes 5 working days later than in “approved” (January 12, 2027): “Legal review” takes "
        "6 days longer (+6d); “Sign the MOU” now waits for “Legal review”, using up 1 day between them (-1d)."
    ) in text
    assert "To compare progress with the baseline, set status_date: under project: in pathway.yaml." in text


def test_the_baseline_of_the_project_is_for_readers_not_for_programs(project: Path, command: Run) -> None:
    before = {form: command("schedule", "--format", form).out for form in ("json", "csv", "mermaid")}
    command("baseline", "save", "approved")
    edit(("start: 2", "baseline: approved\n  start: 2"), file="pathway.yaml")
    after = {form: command("schedule", "--format", form).out for form in before}
    assert after == before
    assert "in “approved”" in command("schedule").out
    assert "in “approved”" in command("schedule", "--format", "markdown").out
    assert "in “first”" not in command("schedule").out
    command("baseline", "save", "first")
    assert "in “first”" in command("schedule", "--baseline", "first").out


def test_json_and_csv_with_a_baseline(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    edit(*CHANGES)
    edit(("start: 2", "status_date: 2027-01-06\n  start: 2"), file="pathway.yaml")
    document = json.loads(command("schedule", "--format", "json", "--baseline", "approved").out)
    assert {"baseline", "earned_value"} <= document.keys()
    told = document["baseline"]
    assert (told["name"], told["finish"], told["finish_variance"]) == ("approved", "2027-01-12", 7)
    assert sum(cause["days"] for cause in told["causes"]) == 7
    assert document["earned_value"]["unit"] == "working days"
    assert document["earned_value"]["ac"] is None
    sign = document["tasks"][2]["baseline"]
    assert (sign["start"], sign["finish"], sign["finish_variance"]) == ("2027-01-11", "2027-01-12", 7)
    table = list(
        csv.DictReader(io.StringIO(command("schedule", "--format", "csv", "--baseline", "approved").out))
    )
    assert table[2]["baseline_finish"] == "2027-01-12"
    assert table[2]["finish_variance"] == "7"
    assert table[2]["through"] == sign["through"] == "review"


def test_a_baseline_that_is_not_there(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    done = command("schedule", "--baseline", "aproved")
    assert (done.code, done.out) == (2, "")
    assert done.err == ("There is no baseline “aproved”. Did you mean “approved”?\n")
    assert command("schedule", "--baseline", "").err.startswith("The name of a baseline is missing.")


def test_a_project_that_names_a_baseline_that_is_not_there(project: Path, command: Run) -> None:
    Path("pathway.yaml").write_text(f"{HEAD}  baseline: approved\n", "utf-8")
    found = command("validate", "--select", "PW332")
    assert "\npathway.yaml:5:13  warning PW332\n" in found.out
    assert "pathwayctl baseline save approved" in " ".join(found.out.split())
    assert command("schedule").code == 0
    assert command("baseline", "save", "approved").code == 0
    assert "PW332" not in command("validate").out


def test_validate_and_schedule_show_what_is_wrong_with_it(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    edit(("start: 2", "baseline: approved\n  start: 2"), file="pathway.yaml")
    assert "baselines/approved.yaml" not in command("validate").out
    edit(("days: 5", "days: five"), file=str(FILE))
    found = command("validate")
    assert found.code == 1
    assert "baselines/approved.yaml:8:" in found.out
    assert "days: five" in found.out
    for words in (("schedule",), ("schedule", "--baseline", "approved")):
        done = command(*words)
        assert (done.code, done.out) == (1, "")
        assert "\nbaselines/approved.yaml:8:" in done.err
        assert done.err.endswith("\nNothing was made, because the baseline cannot be read.\n")


def test_no_schedule_is_written_over_a_baseline(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    before = FILE.read_bytes()
    done = command("schedule", "-o", str(FILE))
    assert (done.code, done.out) == (2, "")
    assert "is a file of the project itself, and would be overwritten" in done.err
    assert FILE.read_bytes() == before


@NEEDS_RIGHTS
def test_a_folder_that_may_not_be_changed(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    Path("baselines").chmod(0o555)
    try:
        done = command("baseline", "drop", "approved")
        assert done.err == "“baselines/approved.yaml” was not removed: permission is missing.\n"
        assert command("baseline", "save", "later").code == 2
    finally:
        Path("baselines").chmod(0o755)


def test_a_critical_task_alone_and_a_file(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    edit(*CHANGES)
    done = command("schedule", "--critical", "--baseline", "approved", "-o", "moved.txt")
    assert (done.code, done.err) == (0, "Wrote moved.txt.\n")
    text = Path("moved.txt").read_text("utf-8")
    assert "+6d" in text
    assert "Draft the charter   " not in text


def test_every_action_answers_programs(project: Path, command: Run) -> None:
    def answer(*words: str) -> Any:
        done = command("baseline", *words, "--format", "json")
        assert (done.code, done.err) == (0, "")
        return json.loads(done.out)

    assert answer("list") == {"version": 1, "baselines": []}
    held = {"tasks": 3, "status_date": None, "finish": "2027-01-12"}
    saved = {"name": "approved", "file": "baselines/approved.yaml", "changed": True, **held}
    assert answer("save", "approved") == {"version": 1, "saved": saved}
    assert answer("save", "approved", "--replace")["saved"] == {**saved, "changed": False}
    edit(("duration: 5d", "duration: 6d"))
    Path("baselines/broken.yaml").write_text("baseline: [")
    assert answer("list")["baselines"] == [
        {"name": "approved", "readable": True, "used_by_project": False, **held, "finish_variance": 1},
        {"name": "broken", "readable": False, "used_by_project": False, "finish_variance": None},
    ]
    dropped = {"name": "approved", "file": "baselines/approved.yaml"}
    assert answer("drop", "approved") == {"version": 1, "dropped": dropped}
    assert not FILE.exists()
