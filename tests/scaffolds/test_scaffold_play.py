"""Whoever does what the comments of a new project say has a project without warnings."""

from __future__ import annotations

from pathlib import Path

import pytest
from scaffold_filling import filled
from scaffold_projects import COMBINATIONS, examined, files_of

from pathwayctl.diagnostics import Severity


@pytest.mark.parametrize("combination", COMBINATIONS)
def test_filled_in_as_its_comments_say_it_is_clean(tmp_path: Path, combination: str) -> None:
    project = examined(tmp_path / "new", filled(files_of(combination)))
    assert [one for one in project.findings if one.severity is not Severity.NOTE] == []
    assert project.schedule.tasks
