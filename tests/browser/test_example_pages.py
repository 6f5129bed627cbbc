"""The packets of the examples, and of a project that has only just begun, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathwayctl.handouts.context import Context
from pathwayctl.loading.project import load
from pathwayctl.rendering.bundle import bundle
from pathwayctl.rendering.sets import Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.scheduling.schedule import Schedule, make_schedule

Check = Callable[[Path], list[str]]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BLANK = "blank"
PROJECTS = ("colorado_sector", "state_agency", BLANK)
HEAD = "pathwayctl: 1\nproject: {name: A new project, start: 2027-01-04}\n"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder of rendered pages for each project."""
    made = {}
    for name in PROJECTS:
        root = EXAMPLES / name
        if name == BLANK:
            root = tmp_path_factory.mktemp("new")
            (root / "pathway.yaml").write_text(HEAD, "utf-8")
        made[name] = tmp_path_factory.mktemp(name)
        _render(root, made[name])
    return made


def _render(root: Path, folder: Path) -> None:
    plan = load(root).plan
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    done = bundle(Context(plan, schedule), Templates(root), Order(formats=("html",)), root)
    assert done.mistakes == ()
    for file in done.files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")


LOOKED_AT = (
    "index.html",
    "kickoff/index.html",
    "kickoff/all.html",  # every page of the packet, one after the other
    "implementation/all.html",
    "handouts/1a-1.html",
    "handouts/4b.html",
)


def _looked_at(folder: Path) -> list[Path]:
    return [folder / name for name in LOOKED_AT] + sorted(folder.glob("handouts/agenda-*-facilitator.html"))[
        :1
    ]


@pytest.mark.parametrize("project", PROJECTS)
def test_axe_finds_nothing(project: str, pages: dict[str, Path], axe: Check) -> None:
    found = {path.name: axe(path) for path in _looked_at(pages[project])}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("project", PROJECTS)
def test_no_page_scrolls_sideways_on_a_phone(
    project: str, pages: dict[str, Path], no_sideways_scroll: Check
) -> None:
    found = {path.name: no_sideways_scroll(path) for path in _looked_at(pages[project])}
    assert {name: wide for name, wide in found.items() if wide} == {}
