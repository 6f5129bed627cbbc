"""CTDL: clean for a validator that we did not write, with identifiers that stay, and without people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import MakeProject
from pathwayctl.app import open_project

EXAMPLES = sorted(Path("examples").iterdir())
TWO_ENDS = """
people: [{id: dana, name: Dana Ruiz, category: k-12}]
occupations:
  - {id: welder, title: Welder, soc: "51-4121"}
  - {id: machinist, title: Machinist}
credentials:
  - {id: basics, title: Basics, kind: license, issuer: The guild, leads_to: [welder, machinist]}
pathways:
  - id: making
    title: Making things
    courses:
      - {title: First steps, grade: 10}
      - {title: Next steps, grade: 11}
    credentials: [basics]
    work_based: [A week in the shop]
  - {id: hidden, title: Hidden, private: true}
"""


def graph(root: Path) -> list[dict[str, Any]]:
    """The nodes of a project's export."""
    found: list[dict[str, Any]] = json.loads(open_project(root).export("ctdl"))["@graph"]
    return found


def of_kind(nodes: list[dict[str, Any]], kind: str) -> Iterator[str]:
    """The names of the nodes of a class."""
    return (node["ceterms:name"]["en-US"] for node in nodes if node["@type"] == f"ceterms:{kind}")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_the_validator_of_the_field_finds_nothing(example: Path) -> None:
    validator = pytest.importorskip("ctdl_validate", reason="ctdl-validate needs Python 3.12")
    document = json.loads(open_project(example).export("ctdl"))
    assert document["@graph"]
    found = [
        one for one in validator.validate_document(document) if one.severity.name in ("ERROR", "WARNING")
    ]
    assert found == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_it_names_no_person_and_no_task(example: Path) -> None:
    project = open_project(example)
    text = project.export("ctdl").decode()
    assert text == project.export("ctdl").decode()
    assert not [one.name for one in project.plan.people if one.name in text]
    assert not [task.title for task in project.schedule.tasks if f'"{task.title}"' in text]


def test_a_pathway_to_two_occupations_is_a_set_of_pathways(make_project: MakeProject) -> None:
    nodes = graph(make_project({"more.yaml": TWO_ENDS}))
    assert list(of_kind(nodes, "Pathway")) == ["Making things: Welder", "Making things: Machinist"]
    assert list(of_kind(nodes, "PathwaySet")) == ["Making things"]
    assert list(of_kind(nodes, "JobComponent")) == ["Welder", "Machinist"]
    assert all(
        len(node["ceterms:hasDestinationComponent"]) == 1 for node in nodes if "ceterms:hasPart" in node
    )
    assert "Hidden" not in json.dumps(nodes)


def test_an_identifier_stays_when_the_rest_changes(make_project: MakeProject) -> None:
    before = graph(make_project({"more.yaml": TWO_ENDS}))
    changed = TWO_ENDS.replace("Next steps", "Later steps").replace("A week", "Two weeks")
    after = graph(make_project({"more.yaml": changed}))
    assert [node["ceterms:ctid"] for node in before] == [node["ceterms:ctid"] for node in after]
    assert len({node["ceterms:ctid"] for node in before}) == len(before)


def test_a_stated_identifier_is_kept(make_project: MakeProject) -> None:
    ctid = "ce-e8a41a52-6ff6-48f0-9872-889c87b093b7"
    text = (
        f"pathways:\n  - {{id: making, title: Making, ctid: {ctid}, courses: [{{title: First, grade: 9}}]}}\n"
    )
    first = graph(make_project({"more.yaml": text}))[0]
    assert first["ceterms:ctid"] == ctid
