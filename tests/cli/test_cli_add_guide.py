"""``pathwayctl init --add-guide`` brings the files of a guide to a project, or changes nothing."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path

import pytest
import typer
from commands import runner

from pathwayctl.app import open_project
from pathwayctl.cli.init import init
from pathwayctl.model.vocabulary import Guide
from pathwayctl.scaffolds import lay_out, scaffold


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    assert lay_out(folder, scaffold(["sector"], "Northern region", date(2027, 1, 4), {})) is None
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}


def test_a_guide_comes_with_its_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(project)
    init(project, added=["ccrs"])
    after = contents(project)
    assert {name: text for name, text in after.items() if name in before and name != "pathway.yaml"} == {
        name: text for name, text in before.items() if name != "pathway.yaml"
    }
    assert after["pathway.yaml"] == before["pathway.yaml"].replace("[sector]", "[sector, ccrs]")
    made = {
        "definition.yaml",
        "evaluation.yaml",
        "meetings-ccrs.yaml",
        "risks-ccrs.yaml",
        "stakeholders.yaml",
    }
    assert after.keys() - before.keys() == {*made, "work/ccrs.yaml"}
    assert "Made work/ccrs.yaml" in capsys.readouterr().out
    opened = open_project(project)
    assert list(opened.errors) == []
    assert [one.value for one in opened.plan.project.guides] == ["sector", "ccrs"]


def test_two_guides_at_once(project: Path) -> None:
    init(project, added=["grades-9-14", "components"])
    opened = open_project(project)
    assert list(opened.errors) == []
    assert opened.plan.duties
    assert opened.plan.work_plan


@pytest.mark.parametrize(
    ("guide", "spoiled", "message"),
    [
        ("sector", "", "follows sector already"),
        ("ccrs", "tasks: [{id: lost, depends_on: [nobody]}]", "has errors"),
    ],
)
def test_nothing_is_changed_where_it_cannot_be_added(
    project: Path, guide: str, spoiled: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "own.yaml").write_text(spoiled or "# Ours\n", encoding="utf-8")
    before = contents(project)
    with pytest.raises(typer.Exit):
        init(project, added=[guide])
    assert message in capsys.readouterr().err
    assert contents(project) == before


def test_it_needs_a_project_and_goes_with_no_other_option(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit):
        init(tmp_path / "nowhere", added=["ccrs"])
    assert "There is no project" in capsys.readouterr().err
    with pytest.raises(typer.Exit):
        init(project, guides=["ccrs"], added=["ccrs"])
    assert "goes with no other option" in capsys.readouterr().err


PAIRS = [(base.value, added.value) for base in Guide for added in Guide if base is not added]


@pytest.mark.parametrize(("base", "added"), PAIRS)
def test_what_is_left_to_join_can_be_typed_and_everything_can_be_undone(
    base: str, added: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "project"
    assert lay_out(folder, scaffold([base], "Northern region", date(2027, 1, 4), {})) is None
    (folder / f"meetings-{added}.yaml").write_text("meetings: []\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    before, run = contents(folder), runner(monkeypatch, capsys)
    said = run("init", ".", "--add-guide", added)
    assert said.code == 0
    typed = [shlex.split(line)[1:] for line in said.out.splitlines() if line.startswith("  pathwayctl set ")]
    assert typed
    for words in typed:
        assert run(*words).code == 0, words
    opened = open_project(folder)
    assert opened.errors == ()
    if "remove the other" not in said.out:
        assert {one.code for one in opened.findings}.isdisjoint({"PW612", "PW613"})
    for _ in (*typed, "the guide"):
        assert run("undo").code == 0
    assert contents(folder) == before


def test_tasks_that_two_guides_ask_for_are_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = runner(monkeypatch, capsys)("init", str(project), "--add-guide", "ccrs")
    assert "  partnership-review or looking-back: One meeting looks back on all of the work." in said.out
    assert "depends_on += collect-first-values -p " in said.out
