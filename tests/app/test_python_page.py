"""The page about the Python API: its examples run, and it names everything that is public."""

from __future__ import annotations

import doctest
import subprocess
import sys

import pytest

import pathwayctl
from doc_pages import ROOT, blocks
from pathwayctl.app import Project

PAGE = ROOT / "docs" / "python.md"


def test_the_examples_on_the_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = "\n".join(block.text for block in blocks(PAGE) if block.language == "python")
    done = doctest.DocTestRunner().run(doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0))
    assert (done.failed, done.attempted > 10) == (0, True)


def test_the_page_names_everything_that_is_public() -> None:
    text = PAGE.read_text("utf-8")
    own = {name for name in vars(Project) if not name.startswith("_")}
    inside = {"with_baseline_findings", "own_baseline", "context", "templates", "surplus"}
    assert inside < own
    assert [name for name in sorted(own - inside) if f"project.{name}" not in text] == []
    assert [name for name in pathwayctl.__all__ if name not in text and name != "__version__"] == []


def test_every_public_name_is_there() -> None:
    for name in pathwayctl.__all__:
        assert getattr(pathwayctl, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        _ = pathwayctl.nonsense


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys, pathwayctl; print([name for name in sys.modules if name.startswith('pathwayctl.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
