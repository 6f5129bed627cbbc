"""Very many mistakes, links in a circle, and blank texts: each ends in time, and says how much there is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from commands import Run, runner
from test_cli_process import program

from conftest import HEAD, MakeProject
from pathwayctl.diagnostics import MOST_OF_A_CODE

EXTRA = 500
MANY = MOST_OF_A_CODE + EXTRA


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture
def crowded(make_project: MakeProject) -> str:
    """A project with 1,500 unknown fields, and 1,500 answers that other programs read differently."""
    entry = "  - {{id: t{0}, title: T, colour: red, as_late_as_possible: true, detail: yes}}\n"
    return str(make_project({"work.yaml": "tasks:\n" + "".join(map(entry.format, range(MANY)))}))


def asked(command: Run, *words: str) -> tuple[int, dict[str, int], dict[str, int], int]:
    done = command("validate", *words, "--format", "json")
    said = json.loads(done.out)
    return done.code, said["summary"], said.get("not_listed", {}), len(said["findings"])


def test_everything_is_counted_and_a_thousand_of_each_code_are_listed(crowded: str, command: Run) -> None:
    code, summary, rest, listed = asked(command, crowded, "--select", "PW1,PW2")
    assert (code, summary["errors"], summary["warnings"]) == (1, MANY, MANY)
    assert rest == {"PW146": EXTRA, "PW202": EXTRA}
    assert listed == 2 * MOST_OF_A_CODE


def test_selecting_and_strict_hold_for_what_is_only_counted(crowded: str, command: Run) -> None:
    assert asked(command, crowded, "--select", "PW146") == (
        0, {"errors": 0, "warnings": MANY, "notes": 0}, {"PW146": EXTRA}, MOST_OF_A_CODE,
    )  # fmt: skip
    assert asked(command, crowded, "--select", "PW146", "--strict")[0] == 1
    assert asked(command, crowded, "--select", "PW1,PW2", "--ignore", "PW146,PW202") == (
        0, {"errors": 0, "warnings": 0, "notes": 0}, {}, 0,
    )  # fmt: skip


def test_the_screen_and_a_pull_request_say_how_many_are_not_listed(crowded: str, command: Run) -> None:
    words = "And 500 more of PW202, which are counted but not listed."
    shown = command("validate", crowded, "--select", "PW202").out
    assert words in shown
    assert f"{MANY:,} errors" in shown
    commands = command("validate", crowded, "--select", "PW202", "--format", "github").out
    assert f"And {MANY - 9:,} more errors. All are in the log of this step." in commands
    assert words in commands
    refused = command("schedule", crowded).err
    assert refused.count("error PW202") == 1  # the same mistake is shown once, with its places
    assert f"{MANY:,} errors" in refused


def test_a_mistake_of_text_and_shape_is_counted_once(make_project: MakeProject, command: Run) -> None:
    entry = "  - {{id: t{0}, title: T, deadline: 2027-02-30}}\n"
    root = str(make_project({"work.yaml": "tasks:\n" + "".join(map(entry.format, range(MANY)))}))
    assert asked(command, root, "--select", "PW1,PW2") == (
        1, {"errors": MANY, "warnings": 0, "notes": 0}, {"PW142": EXTRA}, MOST_OF_A_CODE,
    )  # fmt: skip


def test_many_files_with_a_mistake_each_are_counted(make_project: MakeProject, command: Run) -> None:
    root = str(make_project({f"f{number:04}.yaml": "goalz: []\n" for number in range(MOST_OF_A_CODE + 30)}))
    assert asked(command, root, "--select", "PW201")[1:] == (
        {"errors": MOST_OF_A_CODE + 30, "warnings": 0, "notes": 0}, {"PW201": 30}, MOST_OF_A_CODE,
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_lead_back_to_themselves_end_in_words(make_project: MakeProject, command: Run) -> None:
    root = make_project({"pathway.yaml": f"{HEAD}  logo: loop.png\n"})
    for name in ("loop.png", "templates", "out", "more.yaml", "baselines"):
        (root / name).symlink_to(root / name)
    done = command("validate", str(root))
    assert done.code == 1
    assert "The logo “loop.png” is not there." in done.out
    assert "“more.yaml” is not an ordinary file." in done.out
    (root / "more.yaml").unlink()
    (root / "pathway.yaml").write_text(HEAD)
    for words in (["render", str(root), "-o", str(root / "out")], ["render", str(root / "out")]):
        ended = command(*words)
        assert ended.code in (0, 1, 2)
        assert "fault" not in ended.err


def test_warnings_about_code_are_not_for_users(make_project: MakeProject) -> None:
    odd = make_project({"templates/handouts/odd.j2": '{% if "a"() is 1 %}{% endif %}{{ "\\d" }}\n'})
    done = program("render", str(odd), "--handout", "odd")
    assert b"Warning" not in done.stderr + done.stdout


def test_the_folder_that_was_meant_is_named(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("ohio", "plans/iowa"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "pathway.yaml").write_text(HEAD)
    done = command("validate")
    assert done.code == 2
    assert done.err.splitlines()[1:] == [
        "There are projects in the folders below. Type the name of the one you want:",
        "  ohio",
        "  plans/iowa",
    ]
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "pathway.yaml.txt").write_text(HEAD)
    said = "There is no pathway.yaml in “new”, but there is “pathway.yaml.txt”. Rename it to pathway.yaml."
    assert said in " ".join(command("validate", "new").err.split())
