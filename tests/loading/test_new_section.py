"""A new section is one module in ``model/`` and one field of ``Plan``; all else is derived from them.

The test adds a made-up section to a copy of the package, in just these two places.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODEL = '''
"""Widgets, which some project needs."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Name, Note, Owner
from pathwayctl.model.base import Model
from pathwayctl.model.values import Flag, Id, Money


class Widget(Model):
    """Something that someone owns."""

    NOUN: ClassVar[str] = "widget"

    id: Id = Field(description="A short, unique name")
    title: Name = Field(description="What the widget is called")
    owner: Owner | None = Field(None, description="Who looks after the widget")
    cost: Money | None = Field(None, description="What the widget costs")
    note: Note = Field(None, description="Notes on the widget")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
'''
FIELD = """
    widgets: "tuple[Widget, ...]" = Field((), description="The widgets of the project")
"""
PROJECT = """
pathwayctl: 1
project: {name: Example, start: 2027-01-04}
people:
  - {id: maria-lopez, name: Maria Lopez, category: k-12}
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
tasks:
  - {id: first, title: Begin, duration: 1d}
widgets:
  - {id: crank, title: Crank, owner: maria-lopez, note: Squeaks}
  - {id: secret, title: Secret widget, owner: dana-ruiz, private: true}
"""
FAULTS = """
widgets:
  - {id: first, title: Same id as a task}
  - {id: lever, title: Lever, owner: maria-lopes}
  - {id: pulley, title: Pulley, owner: crank}
  - {id: wheel, titel: Wheel}
  - {id: gear, title: Gear, cost: a lot}
"""
ASK = """
import json, sys
from pathwayctl.app import open_project
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.plan import section_of
from pathwayctl.model.vocabulary import Audience
from field_types import fields_page

sound = open_project(sys.argv[1])
public = shared(sound.context, Audience.PUBLIC).plan
print(json.dumps({
    "errors": [one.message for one in sound.errors],
    "findings": [[one.code, one.message, one.hint] for one in open_project(sys.argv[2]).errors],
    "fields": fields_page().partition("## `widgets:`")[2],
    "file": section_of("widgets").file,
    "references": [[*one.path] for one in sound.references_to("maria-lopez")],
    "public": [[one.id, one.note] for one in public.widgets],
    "typed": [one.hint for one in open_project(sys.argv[3]).findings if one.code == "PW201"],
}))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a package with one more section says about three projects."""
    folder = tmp_path_factory.mktemp("widgets")
    package = folder / "src" / "pathwayctl"
    shutil.copytree(ROOT / "src" / "pathwayctl", package, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "templates").symlink_to(ROOT / "templates")
    (package / "model" / "widgets.py").write_text(MODEL, "utf-8")
    plan = package / "model" / "plan.py"
    text = plan.read_text("utf-8").replace("\n\n    @classmethod", f"{FIELD}\n    @classmethod", 1)
    imported = "from pathwayctl.model.widgets import Widget\n    "
    plan.write_text(text.replace("from pathwayctl.model.work", f"{imported}from pathwayctl.model.work"))
    projects = {"sound": PROJECT, "faulty": PROJECT, "misnamed": PROJECT.replace("widgets:", "wigets:")}
    for name, main in projects.items():
        (folder / name).mkdir()
        (folder / name / "pathway.yaml").write_text(main, "utf-8")
    (folder / "faulty" / "more.yaml").write_text(FAULTS, "utf-8")
    paths = os.pathsep.join(map(str, (folder / "src", ROOT / "tests" / "docs")))
    done = subprocess.run(
        [sys.executable, "-c", ASK, *(folder / name for name in projects)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_its_entries_are_read(answers: dict[str, Any]) -> None:
    assert answers["errors"] == []


def test_its_mistakes_are_found(answers: dict[str, Any]) -> None:
    found = {code: (message, hint) for code, message, hint in answers["findings"]}
    assert found.keys() == {"PW202", "PW215", "PW301", "PW303", "PW308"}
    assert found["PW202"][1] == "Write title: Wheel"
    assert found["PW301"][1].endswith("Write id: begin")
    assert found["PW303"] == (
        "“Lever” is owned by “maria-lopes”, but no person, organization, or team has that id.",
        "Did you mean “maria-lopez”?",
    )
    assert found["PW308"][0] == (
        "“Pulley” is owned by “crank”, which is a widget, not a person, an organization, or a team."
    )


def test_its_name_is_suggested_and_it_has_a_file(answers: dict[str, Any]) -> None:
    assert all("widgets:" in hint for hint in answers["typed"])
    assert answers["typed"]
    assert answers["file"] == "widgets.yaml"


def test_it_is_documented(answers: dict[str, Any]) -> None:
    assert "The widgets of the project (a list; each entry has these fields)." in answers["fields"]
    owner = "id of a person, organization, or team, or a list of ids"
    assert f"| `owner` | {owner} |  |  | Who looks after the widget |" in answers["fields"]


def test_its_references_are_known(answers: dict[str, Any]) -> None:
    assert answers["references"] == [["widgets", 0, "owner"]]


def test_others_do_not_see_what_is_private_or_internal(answers: dict[str, Any]) -> None:
    assert answers["public"] == [["crank", None]]
