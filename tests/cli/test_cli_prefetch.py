"""Which project is read before the command line is understood, and that a wrong guess does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import MakeProject
from pathwayctl.cli import prefetch


@pytest.fixture(autouse=True)
def _forget() -> None:
    prefetch._begun.clear()


@pytest.mark.parametrize(
    "arguments",
    [[], ["rule", "PW301"], ["init", "."], ["validate", "--help"], ["schedule", "-h"], ["--version"]],
)
def test_commands_that_read_no_project_begin_nothing(
    arguments: list[str], make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project())
    prefetch.begin(arguments)
    assert prefetch._begun == {}


@pytest.mark.parametrize(
    "arguments", [["validate"], ["schedule", "--critical"], ["next", "--format", "json"]]
)
def test_the_current_project_is_begun(
    arguments: list[str], make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project()
    monkeypatch.chdir(root)
    prefetch.begin(arguments)
    assert list(prefetch._begun) == [root]


def test_a_named_project_is_begun_and_taken_once(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project()
    prefetch.begin(["validate", "--strict", str(root / "pathway.yaml")])
    begun = prefetch._begun[root]
    assert prefetch.opened(root) is begun
    assert prefetch._begun == {}
    assert prefetch.opened(root) is not begun


def test_a_wrong_guess_is_passed_over(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project()
    prefetch.begin(["validate", str(tmp_path)])
    assert prefetch._begun == {}
    assert prefetch.opened(root).root == root
