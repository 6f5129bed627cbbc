"""JSON: the whole plan, which is the same project when it is read again, and its dates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.exchange.export_source import ExportOrder
from pathwayctl.model.vocabulary import Audience

EXAMPLES = sorted(Path("examples").iterdir())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_the_plan_read_again_is_the_same_project(example: Path, make_project: MakeProject) -> None:
    project = open_project(example)
    made = project.export("json", ExportOrder(Audience.INTERNAL))
    assert made == project.export("json", ExportOrder(Audience.INTERNAL))
    document = json.loads(made)
    again = open_project(make_project({"pathway.yaml": json.dumps(document["plan"])}))
    assert not again.errors
    assert again.plan == project.plan
    dates = [(task.id, task.start, task.finish, task.total_float) for task in again.schedule.tasks]
    assert dates == [(task.id, task.start, task.finish, task.total_float) for task in project.schedule.tasks]
    assert [one["start"] for one in document["schedule"]["tasks"]] == [str(day) for _, day, _, _ in dates]


def test_partners_do_not_get_what_is_private(make_project: MakeProject) -> None:
    text = (
        "people:\n  - {id: dana, name: Dana, category: k-12, email: SECRET@example.org}\n"
        "tasks:\n  - {id: a, title: A}\n  - {id: b, title: SECRET, private: true}\n"
    )
    project = open_project(make_project({"more.yaml": text}))
    assert b"SECRET" not in project.export("json")
    assert b"SECRET" in project.export("json", ExportOrder(Audience.INTERNAL))
