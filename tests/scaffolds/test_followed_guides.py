"""A project has the packets and handouts of the guides it follows, of what it has itself, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from scaffold_projects import examined, files_of

from pathwayctl.app import Project
from pathwayctl.evidence.packets import PACKETS, packets_made
from pathwayctl.model.vocabulary import Guide
from pathwayctl.rendering.page_sets import Order

OWN = {
    Guide.CCRS: {"kickoff", "prioritization", "implementation", "evaluation", "communication", "reflection"},
    Guide.COMPONENTS: {"components", "grant-report"},
    Guide.GRADES_9_14: {"year-one-work-plan"},
    Guide.SECTOR: {"sector-launch", "talent-landscape", "action-plan", "reflection"},
}
"""The packets of each guide, as the guide alone decides."""
BY_CONTENT = {
    Guide.CCRS: set[str](),
    Guide.COMPONENTS: {"communication"},
    Guide.GRADES_9_14: {"communication"},
    Guide.SECTOR: {"communication", "evaluation", "implementation"},
}
"""Packets of other guides, for which the scaffold has messages, measures, or a meeting."""
NUMBERED = {"1a-1", "1a-2", "1b", "1c", "3d", "4a-1", "4a-2", "4b-blank", "4d"}
"""Handouts that only the first guide knows, and for which the scaffolds of others have no content."""


def new(folder: Path, guide: Guide, **more: str) -> Project:
    files = files_of(guide.value)
    return examined(folder / guide.value, {**files, **{f"{name}.yaml": text for name, text in more.items()}})


def folders(project: Project, order: Order) -> set[str]:
    return {file.name.split("/")[0] for file in project.pages(order).files if "/" in file.name}


def pages(project: Project, order: Order) -> set[str]:
    made = (file.name for file in project.pages(order).files)
    return {path.removeprefix("handouts/").removesuffix(".md") for path in made if "handouts/" in path}


def test_every_packet_of_a_guide_is_in_the_table() -> None:
    for packet in PACKETS:
        assert {guide for guide, own in OWN.items() if packet.id in own} == set(packet.guides), packet.id


@pytest.mark.parametrize("guide", Guide)
def test_a_project_of_one_guide_gets_its_packets(guide: Guide, tmp_path: Path) -> None:
    project = new(tmp_path, guide)
    expected = {"board", *OWN[guide], *BY_CONTENT[guide]}
    assert {packet.id for packet in packets_made(project.plan)} == expected
    assert folders(project, Order(formats=("md",))) == {"handouts", *expected}


@pytest.mark.parametrize("guide", [Guide.COMPONENTS, Guide.GRADES_9_14])
def test_it_gets_no_handouts_of_another_guide(guide: Guide, tmp_path: Path) -> None:
    made = pages(new(tmp_path, guide), Order(formats=("md",)))
    assert made.isdisjoint(NUMBERED | {"partnership", "steps", "table-5", "interviews", "slides-kickoff"})
    assert {"board", "4b", "network"} <= made


def test_a_packet_that_is_asked_for_by_name_is_made_whole(tmp_path: Path) -> None:
    made = pages(new(tmp_path, Guide.COMPONENTS), Order(packets=("kickoff",), formats=("md",)))
    assert {"1a-1", "1a-2", "1b", "1c", "table-sheet", "table-5"} <= made


@pytest.mark.parametrize(
    "handout", ["1a-1", "3d", "partnership", "sign-up", "work-plan", "groups", "reflection"]
)
def test_a_handout_that_is_asked_for_by_name_is_made(handout: str, tmp_path: Path) -> None:
    assert handout in pages(new(tmp_path, Guide.COMPONENTS), Order(handouts=(handout,), formats=("md",)))


@pytest.mark.parametrize(
    ("section", "text", "packet", "page"),
    [
        ("partnership", "partnership: {scope: Welding}\n", "sector-launch", "partnership"),
        (
            "duties",
            "duties: [{responsibility: advise-from-school, role: secondary-education}]\n",
            "components",
            "components",
        ),
        (
            "work_plan",
            "work_plan: [{focus_area: work-planning, deliverable: planning-team}]\n",
            "year-one-work-plan",
            "work-plan",
        ),
        ("meetings2", "meetings: [{id: k, title: K, kind: kickoff}]\n", "kickoff", "agenda-k"),
        ("packets", "packets: [{id: kickoff, title: Ours}]\n", "kickoff", "1a-1"),
        ("packets", "packets: [{id: own, title: Own, handouts: [3d]}]\n", "own", "3d"),
    ],
)
def test_what_a_project_has_belongs_to_it(
    section: str, text: str, packet: str, page: str, tmp_path: Path
) -> None:
    guide = (
        Guide.COMPONENTS if section == "partnership" else Guide.CCRS if section == "duties" else Guide.SECTOR
    )
    project = new(tmp_path, guide, **{section: text})
    order = Order(formats=("md",))
    assert packet in folders(project, order)
    assert page in pages(project, order)
