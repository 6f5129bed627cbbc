"""``pathwayctl validate`` and ``pathwayctl rule``, as a facilitator uses them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import HEAD, MakeProject
from pathwayctl.checks.registry import guides_of
from pathwayctl.cli.project_paths import near
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.rule_list import write_one
from pathwayctl.rule_pages import rule_codes, rule_page
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
BROKEN = {
    "people.yaml": "people:\n  - {id: dana, name: Dana Ruiz, category: k-12}\n",
    "work/launch.yaml": (
        "tasks:\n"
        "  - id: launch\n"
        "    title: Hold the launch meeting\n"
        "    owner: dan\n"
        "    depends_on: [invte]\n"
        "  - id: invite\n"
        "    title: 招待する the employers\n"
        "    duration: ten days\n"
        "    date: 2027-04-17\n"
    ),
    "tabs.yaml": "goals:\n\t- {id: one, title: One}\n",
}
FORMATS = "The formats are text, json, github, sarif, junit, gitlab, rdjson, and lines.\n"
GAPS = {"work.yaml": 'tasks:\n  - {id: a, title: "Meet at [PLACE]"}\n'}


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("validate", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with mistakes of all kinds, ``project`` in the current folder."""
    root = make_project(BROKEN)
    monkeypatch.chdir(root.parent)
    return root


@pytest.fixture
def gaps(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with warnings alone, ``project`` in the current folder."""
    root = make_project(GAPS)
    monkeypatch.chdir(root.parent)
    return root


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_all_that_is_wrong_with_a_broken_project(form: str, project: Path, command: Run) -> None:
    done = command("validate", "project", "--format", form)
    assert (done.code, done.err) == (1, "")
    check_snapshot(EXPECTED / f"validate-{form}.txt", done.out)


def test_the_places_are_named_from_where_one_stands(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert "\nwork/launch.yaml:4:12  error PW303\n" in command("validate").out
    assert "file=tabs.yaml," in command("validate", "--format", "github").out
    monkeypatch.chdir(project / "work")
    assert "\nlaunch.yaml:4:12" not in command("validate").out
    assert "\n../work/launch.yaml:4:12  error PW303\n" in command("validate").out
    found = json.loads(command("validate", "--format", "json").out)["findings"]
    assert {"tabs.yaml", "work/launch.yaml"} == {one["file"] for one in found}


def test_a_project_is_found_by_any_folder_in_it(project: Path, command: Run) -> None:
    whole = command("validate", "project")
    assert command("validate", str(project)).out.replace(str(project), "project") == whole.out
    assert command("validate", "project/work").out.replace("project/work --", "project --") == whole.out
    assert command("validate", "project", "project/work", "project/people.yaml") == whole


def test_a_file_is_reported_alone_with_a_word_on_the_others(project: Path, command: Run) -> None:
    done = command("validate", "project/tabs.yaml")
    assert done.code == 1
    assert "launch.yaml" not in done.out
    assert "Found 1 error in 1 file. 4 findings are in other files.\n" in done.out
    good = command("validate", "project/people.yaml")
    said = "No problems found in 1 file. 5 findings are in other files.\n"
    assert (good.code, good.out) == (0, said)
    both = command("validate", "project/people.yaml", "-p", "project/tabs.yaml")
    assert "Found 1 error in 2 files. " in both.out
    found = json.loads(command("validate", "project/tabs.yaml", "--format", "json").out)
    assert {one["file"] for one in found["findings"]} == {"tabs.yaml"}


def test_only_errors_are_shown_where_that_is_asked_for(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project({**GAPS, "goals.yaml": "goals:\n\t- {id: one, title: One}\n"})
    monkeypatch.chdir(root.parent)
    whole = command("validate", "project").out
    assert whole.startswith("1 error: stops the schedule and the handouts\nproject/goals.yaml:2:1")
    assert "\n1 warning: to look at\n" in whole
    done = command("validate", "project", "--errors")
    assert "PW110" in done.out
    assert "PW312" not in done.out
    assert "hidden by your options.\n" in done.out


def test_a_sound_project_ends_well(make_project: MakeProject, command: Run) -> None:
    root = make_project()
    done = command("validate", str(root))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("No problems found in 1 file.\nNext: pathwayctl schedule ")


def test_warnings_fail_only_where_that_is_asked_for(gaps: Path, command: Run) -> None:
    assert "warning PW312" in command("validate", "project").out
    assert command("validate", "project").code == 0
    assert command("validate", "project", "--strict").code == 1


def test_findings_are_picked_by_the_beginning_of_their_codes(project: Path, command: Run) -> None:
    def codes(*words: str) -> set[str]:
        found = json.loads(command("validate", "project", "--format", "json", *words).out)["findings"]
        return {one["code"] for one in found}

    assert codes("--select", "PW3") == {"PW302", "PW303"}
    assert codes("--select", "pw302,PW1") == {"PW110", "PW302"}
    assert codes("--select", "PW3", "--select", "PW2", "--ignore", "PW302") == {"PW211", "PW303"}
    assert "PW303" not in codes("--ignore", "PW3")
    left = command("validate", "project", "--select", "PW303")
    assert left.code == 1
    assert "other findings are hidden by your options.\n" in left.out
    none = command("validate", "project", "--select", "PW6")
    assert none.code == 0
    assert none.out.startswith("No problems found in 4 files. ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--select", "PW9"], "No finding has a code that starts with “PW9”. All codes: pathwayctl rule\n"),
        (["--ignore", ""], "No finding has a code that starts with “”. All codes: pathwayctl rule\n"),
        (["--select", "PW3,"], "No finding has a code that starts with “”. All codes: pathwayctl rule\n"),
        (
            ["--format", "jsn"],
            f"There is no format “jsn”. Did you mean “json”? {FORMATS}",
        ),
        (
            ["--format", ""],
            f"The name of a format is missing. {FORMATS}",
        ),
    ],
)
def test_wrong_wishes_are_answered_before_anything_is_done(words: list[str], said: str, command: Run) -> None:
    done = command("validate", "nowhere", *words)
    assert (done.code, done.out, done.err) == (2, "", said)


def test_where_there_is_no_project_one_is_told_how_to_begin(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hint = "To start a new project: pathwayctl init my-project\n"
    around = "no pathway.yaml there or in any folder above it.\n"
    assert command("validate").err == f"There is no project in this folder: {around}{hint}"
    assert command("validate", str(tmp_path)).err == f"There is no project in “{tmp_path}”: {around}{hint}"
    for name in ("validate", "schedule", "render"):
        done = command(name, "nowhere")
        assert (done.code, done.out, done.err) == (2, "", "There is no folder or file “nowhere”.\n")
    long = "x" * 300
    assert command("validate", long).err == f"“{long}” cannot be read: the name is too long.\n"


def test_a_folder_that_is_gone_is_told_of(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert command("validate").err == "This folder cannot be read: the folder or file is not there.\n"


def test_one_project_that_is_missing_does_not_hide_the_others(gaps: Path, command: Run) -> None:
    done = command("validate", "nowhere", "project", "elsewhere")
    assert done.code == 2
    assert "project/work.yaml:2:20  warning PW312\n" in done.out
    assert done.err == ("There is no folder or file “nowhere”.\nThere is no folder or file “elsewhere”.\n")


def test_several_projects_are_reported_together(
    make_project: MakeProject, tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_project(BROKEN).rename("first")
    make_project(GAPS).rename("second")
    done = command("validate", "second", "first")
    assert done.out.startswith(
        "4 errors: stop the schedule and the handouts\nfirst/tabs.yaml:2:1  error PW110\n"
    )
    assert "\nsecond/work.yaml:2:20  warning PW312\n" in done.out
    assert "\nsecond/work.yaml:2:5  note PW620\n" in done.out
    assert " in 6 files.\n" in done.out
    found = json.loads(command("validate", "second", "first", "--format", "json").out)["findings"]
    assert found[0]["project"] == "second"
    assert {one["project"] for one in found} == {"first", "second"}


def test_a_path_is_shown_the_shorter_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a")
    assert near(tmp_path / "a" / "b") == "b"
    assert near(tmp_path / "c") == "../c"
    assert near(Path("/x")) == "/x"

    def other_drive(path: str) -> str:
        raise ValueError(path)

    monkeypatch.setattr(os.path, "relpath", other_drive)
    assert near(tmp_path) == tmp_path.as_posix()


@pytest.mark.parametrize("code", ["PW302", "pw302", " Pw302 "])
def test_a_rule_is_explained_by_its_code(code: str, command: Run) -> None:
    done = command("rule", code)
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "rule-PW302.txt", done.out)


def test_all_rules_are_listed(command: Run) -> None:
    done = command("rule")
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "rules.txt", done.out)


def test_every_rule_has_a_page_that_fits_the_screen() -> None:
    assert "PW230" in rule_codes()
    for rule in map(rule_page, rule_codes()):
        explained = plain(write_one(rule, guides_of(rule.code), 80)).partition("\nTriggers it\n")[0]
        assert explained.startswith(f"{rule.code}  {rule.title}\n")
        assert max(map(len, explained.splitlines()[1:])) <= 80


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("P301", "No finding has the code or the word “P301”. Did you mean “PW301”? All codes: pathwayctl"),
        ("zzz", "No finding has the code or the word “zzz”. All codes: pathwayctl rule\n"),
        ("", "No finding has the code or the word “”. All codes: pathwayctl rule\n"),
    ],
)
def test_a_rule_that_is_not_there(code: str, said: str, command: Run) -> None:
    done = command("rule", code)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)


def test_rules_are_found_by_the_beginning_of_a_code_and_by_words(command: Run) -> None:
    family = command("rule", "PW3").out
    assert "\n  PW301  " in family
    assert "\n  PW401  " not in family
    assert command("rule", "301") == command("rule", "PW301")
    assert "PW503" in command("rule", "decision maker").out
    assert "PW301" in command("rule", "duplicate").out
    assert "PW301" in command("rule", "twice").out


UNDER_WAY = {
    "pathway.yaml": "pathwayctl: 1\nproject: {name: A, start: 2027-01-04, status_date: 2027-02-01}\n",
    "work.yaml": "tasks: [{id: a, title: A, status: in-progress, started: 2027-01-11, complete: 9}]\n",
}


def test_a_status_date_is_held_against_the_day_that_is_given(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(UNDER_WAY)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    asked = ("validate", str(root), "--select", "PW630", "--strict")
    assert command(*asked).code == 0
    assert command(*asked, "--today", "2027-03-04").code == 0
    late = command(*asked, "--today", "2027-03-05")
    assert late.code == 1
    assert "32 days before March 5, 2027" in late.out.replace("\n  ", " ")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1804291200")  # March 6, 2027
    assert command(*asked).code == 1
    assert command(*asked, "--today", "2027-03-04").code == 0
    wrong = command(*asked, "--today", "yesterday")
    assert wrong.code == 2
    assert "--today 2027-03-01" in wrong.err


def test_the_reports_count_what_is_set_aside(make_project: MakeProject, command: Run) -> None:
    ignore = "  ignore: [{code: PW312, reason: The room is booked in March}]\n"
    task = 'tasks:\n  - {id: kickoff, title: "Hold the kickoff at [PLACE]", duration: 1d}\n'
    root = str(make_project({"pathway.yaml": f"{HEAD}{ignore}{task}"}))
    done = command("validate", root, "--strict")
    assert done.code == 0
    assert "1 finding is set aside by ignore: in pathway.yaml." in done.out
    done = command("validate", root, "--format", "json")
    assert json.loads(done.out)["summary"]["set_aside"] == 1
