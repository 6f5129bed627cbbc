"""What an edit changes is what refers to an id: the text of the files and the plan read from it agree."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pathwayctl.app import open_project
from pathwayctl.editing.references import uses_in
from pathwayctl.source.reading import read

EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.is_dir())


def _sections(project: Path) -> list[dict[str, Any]]:
    files = [path for path in sorted(project.rglob("*.y*ml")) if "baselines" not in path.parts]
    return [read(path.read_bytes()).value for path in files if "templates" not in path.parts]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_reference_of_the_plan_is_a_use_in_the_files_and_no_other(example: Path) -> None:
    project, sections = open_project(example), _sections(example)
    plan = project.plan
    names = [
        one.id for section in (plan.people, plan.organizations, plan.measures, plan.goals) for one in section
    ]
    names += [row.task.id for row in project.index.breakdown.rows]
    found = {name: Counter(one.path[0] for one in project.references_to(name)) for name in names}
    assert any(found.values())
    written = {
        name: Counter(use.path[0] for section in sections for use in uses_in(section, name)) for name in names
    }
    assert written == found
