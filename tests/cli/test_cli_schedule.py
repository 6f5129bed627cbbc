"""``pathwayctl schedule``, as a facilitator uses it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import MakeProject
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
EXAMPLE = Path(__file__).parents[2] / "examples" / "colorado_sector"
WORK = "tasks:\n  - {id: a, title: A, duration: 5d}\n  - {id: b, title: Peña, duration: 2d}\n"
NEEDS_RIGHTS = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to the system's administrator"
)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("schedule", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two tasks, ``project`` in the current folder."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root.parent)
    return root


@pytest.mark.parametrize("width", ["80", "200"])
def test_the_table_of_the_example(width: str, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    done = command("schedule", str(EXAMPLE))
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / f"example-table-{width}.txt", done.out)


@pytest.mark.parametrize(
    ("form", "ending"), [("json", "json"), ("csv", "csv"), ("markdown", "md"), ("mermaid", "mmd")]
)
def test_the_example_in_other_formats(form: str, ending: str, command: Run) -> None:
    done = command("schedule", str(EXAMPLE), "--format", form)
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / f"example.{ending}", done.out)


def test_a_csv_file_tells_excel_how_its_letters_are_written(project: Path, command: Run) -> None:
    assert command("schedule", "project", "--format", "csv", "-o", "plan.csv").code == 0
    shown = command("schedule", "project", "--format", "csv").out
    assert Path("plan.csv").read_bytes() == b"\xef\xbb\xbf" + shown.encode()
    assert "Peña" in shown
    assert command("schedule", "project", "--format", "markdown", "-o", "plan.md").code == 0
    assert not Path("plan.md").read_bytes().startswith(b"\xef\xbb\xbf")


def test_only_what_is_critical(project: Path, command: Run) -> None:
    text = command("schedule", "project", "--critical").out
    assert "\n1 A" in text
    assert "Peña" not in text


STAFFED = (
    "people:\n"
    "  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}\n"
    "  - {id: lee-park, name: Lee Park, category: cte}\n"
    "  - {id: lee-soto, name: Lee Soto, category: cte}\n"
    "tasks:\n"
    "  - {id: a, title: Draft it, duration: 5d, owner: dana-ruiz}\n"
    "  - {id: b, title: Print it, duration: 5d, assigned: [lee-park], depends_on: [a]}\n"
)


def test_tasks_are_shown_for_people_and_days(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project({"work.yaml": STAFFED}))
    for name in ("dana-ruiz", "Dana Ruiz", "dana", "DANA-RUIZ"):
        text = command("schedule", "--for", name).out
        assert ("Draft it" in text, "Print it" in text) == (True, False)
    both = command("schedule", "--for", "dana", "--for", "lee-park").out
    assert ("Draft it" in both, "Print it" in both) == (True, True)
    late = command("schedule", "--from", "2027-1-11").out
    assert ("Draft it" in late, "Print it" in late) == (False, True)
    assert "dana-ruiz" not in command("schedule").out
    assert "\n  a\n" in command("schedule", "--ids").out or " a  " in command("schedule", "--ids").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--for", "lee"], "“lee” could be lee-park (Lee Park), lee-soto (Lee Soto). Write the id."),
        (["--for", "dana-riuz"], "There is no person or organization “dana-riuz”. Did you mean “dana-ruiz”"),
        (["--for", "Dana Riuz"], "There is no person or organization “Dana Riuz”. Did you mean “dana-ruiz”"),
        (["--for", "zzz"], "There is no person or organization “zzz”. The people and organizations are dana"),
        (
            ["--from", "2027-02-01", "--to", "2027-01-01"],
            "--from 2027-02-01 comes after --to 2027-01-01. Write --from 2027-01-01 --to 2027-02-01",
        ),
        (
            ["--for", "dana", "--format", "gantt"],
            "--for works with table, markdown, csv, and json, and gantt",
        ),
        (["--ids", "--format", "csv"], "--ids belongs to the table, and csv is another format."),
    ],
)
def test_wrong_wishes_for_people_and_days_are_answered(
    words: list[str], said: str, make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project({"work.yaml": STAFFED}))
    done = command("schedule", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)


@pytest.mark.parametrize("name", ["schedule", "render"])
def test_a_project_that_names_nobody_says_where_people_go(name: str, project: Path, command: Run) -> None:
    done = command(name, "project", "--for", "dana")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "This project names no person or organization yet. To add one: "
        'pathwayctl add person --name "Dana Ruiz"\n'
    )


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "mermaid", "gantt", "network"])
@pytest.mark.parametrize("name", ["plan.txt", "new/folder/plan.txt", "Peña’s plan.txt", "old.txt"])
def test_a_file_holds_what_the_screen_would_show(form: str, name: str, project: Path, command: Run) -> None:
    Path("old.txt").write_text("of another day", encoding="utf-8")
    shown = command("schedule", "project", "--format", form).out
    done = command("schedule", "project", "--format", form, "-o", name)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {name}.\n")
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    assert Path(name).read_bytes().decode(encoding) == shown


def test_a_file_is_as_wide_as_eighty_columns_whatever_the_screen_is(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("schedule", "project", "-o", "narrow.txt")
    monkeypatch.setenv("COLUMNS", "200")
    command("schedule", "project", "-o", "wide.txt")
    assert Path("narrow.txt").read_bytes() == Path("wide.txt").read_bytes()


def test_a_link_is_followed_to_the_file_that_is_meant(project: Path, command: Run) -> None:
    Path("real").mkdir()
    Path("linked").symlink_to("real")
    Path("link.csv").symlink_to("real/target.csv")
    assert command("schedule", "project", "-o", "linked/a.csv").code == 0
    assert command("schedule", "project", "-o", "link.csv").code == 0
    assert sorted(path.name for path in Path("real").iterdir()) == ["a.csv", "target.csv"]
    assert Path("link.csv").is_symlink()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder", "“folder” is a folder. Name a file in it: -o folder/schedule.txt\n"),
        ("file/plan.txt", "“file/plan.txt” cannot be written: there is a file where a folder should be.\n"),
        ("x" * 300, f"“{'x' * 300}” cannot be written: the name is too long.\n"),
        (
            "project/work.yaml",
            "“project/work.yaml” is a file of the project itself, and would be overwritten. "
            "Name another file.\n",
        ),
        (
            "alias.yaml",
            "“alias.yaml” is a file of the project itself, and would be overwritten. Name another file.\n",
        ),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_lost(
    name: str, said: str, project: Path, command: Run
) -> None:
    Path("folder").mkdir()
    Path("file").write_text("mine", encoding="utf-8")
    Path("alias.yaml").symlink_to("project/pathway.yaml")
    before = {path.name: path.read_bytes() for path in project.iterdir()}
    done = command("schedule", "project", "-o", name)
    assert (done.code, done.out, done.err) == (2, "", said)
    assert Path("file").read_text("utf-8") == "mine"
    assert {path.name: path.read_bytes() for path in project.iterdir()} == before
    assert not list(Path().rglob("*.tmp"))


@pytest.mark.parametrize("name", ["schedule", "simulate"])
def test_a_hyphen_is_the_screen(name: str, project: Path, command: Run) -> None:
    done = command(name, "project", "-o", "-")
    assert (done.code, done.out, done.err) == (0, command(name, "project").out, "")
    assert not Path("-").exists()


@NEEDS_RIGHTS
def test_a_file_that_may_not_be_changed_is_left_alone(project: Path, command: Run) -> None:
    kept = Path("kept.csv")
    kept.write_text("mine", encoding="utf-8")
    kept.chmod(0o444)
    done = command("schedule", "project", "-o", "kept.csv")
    assert (done.code, done.err) == (2, "“kept.csv” cannot be written: permission is missing.\n")
    assert kept.read_text("utf-8") == "mine"


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="there are no devices here")
def test_a_device_is_written_to_and_not_replaced(project: Path, command: Run) -> None:
    assert command("schedule", "project", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["schedule", "render"])
def test_a_project_with_errors_is_not_worked_on(
    name: str, make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project({"work.yaml": f"{WORK}  - {{id: c, title: C, depends_on: [d]}}\n"})
    monkeypatch.chdir(root)
    done = command(name)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("1 error: stops the schedule and the handouts\nwork.yaml:4:36  error PW302\n")
    assert done.err.endswith("\nNothing was made, because the project has errors.\n")
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "cvs",
            "There is no format “cvs”. Did you mean “csv”? "
            "The formats are table, json, csv, markdown, mermaid, gantt, and network.\n",
        ),
        (
            "",
            "The name of a format is missing. "
            "The formats are table, json, csv, markdown, mermaid, gantt, and network.\n",
        ),
    ],
)
def test_a_format_that_nobody_knows(asked: str, said: str, command: Run) -> None:
    done = command("schedule", "nowhere", "--format", asked)
    assert (done.code, done.out, done.err) == (2, "", said)


TAGGED = """\
tasks:
  - {id: visits, title: School visits, duration: 5d, tags: [schools]}
  - {id: draft, title: Draft the plan, duration: 10d, tags: [schools, writing]}
  - {id: report, title: Report, duration: 1d, tags: [writing]}
  - {id: other, title: Other, duration: 1d}
"""


def _ids(text: str) -> list[str]:
    return [line.split(",")[0].strip("\ufeff") for line in text.splitlines()[1:]]


def test_tasks_are_shown_by_their_tags(
    command: Run, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project({"work.yaml": TAGGED}))
    done = command("schedule", "--tag", "writing", "--format", "csv")
    assert (done.code, _ids(done.out)) == (0, ["draft", "report"])
    done = command("schedule", "--tag", "schools", "--tag", "writing", "--format", "csv")
    assert _ids(done.out) == ["visits", "draft", "report"]
    said = command("schedule", "--tag", "writing").out
    assert "Shown: 2 tasks tagged “writing”." in said
    assert "School visits" not in said


def test_an_unknown_tag_is_answered_with_the_nearest(
    command: Run, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project({"work.yaml": TAGGED}))
    done = command("schedule", "--tag", "writng")
    assert done.code == 2
    assert "Did you mean “writing”? The tags are schools and writing." in done.err
