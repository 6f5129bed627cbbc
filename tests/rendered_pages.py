"""The pages of the examples and of projects that have only just begun, rendered once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from pathwayctl.handouts.context import Context
from pathwayctl.loading.project import load
from pathwayctl.rendering.bundle import bundle
from pathwayctl.rendering.page_sets import Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.scaffolds import ABOUT, lay_out, scaffold
from pathwayctl.scheduling.schedule import Schedule, make_schedule

EXAMPLES: Final = Path(__file__).resolve().parents[1] / "examples"
FILLED: Final = ("colorado_sector", "state_agency")
BLANK: Final = "blank"
SPANISH: Final = tuple(f"{name} in Spanish" for name in FILLED)
"""The examples with their pages in Spanish, whose phrases are about a fifth longer."""
BEGUN: Final = "+".join(ABOUT)
"""A new project of all guides: its pages are those of each of them, to be filled in."""
PROJECTS: Final = (*FILLED, *ABOUT, BEGUN, BLANK)
SPACED: Final = "*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}"
"""The text spacing that WCAG 2.1, 1.4.12, lets a reader set."""
HEAD: Final = "pathwayctl: 1\nproject: {name: A new project, start: 2027-01-04}\n"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder with the rendered pages of a project, made when it is first asked for."""
    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            folder = tmp_path_factory.mktemp("pages")
            _render(_project(name, tmp_path_factory), folder)
            made[name] = folder
        return made[name]

    return of


def _project(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if name in FILLED:
        return EXAMPLES / name
    root = tmp_path_factory.mktemp("project") / "new"
    if name in SPANISH:
        return in_spanish(EXAMPLES / name.partition(" ")[0], root)
    files = {"pathway.yaml": HEAD}
    if name != BLANK:
        files = scaffold(name.split("+"), "A new project", date(2027, 1, 4), {})
    assert lay_out(root, files) is None
    return root


def in_spanish(example: Path, root: Path) -> Path:
    """A copy of an example whose pages are in Spanish."""
    copytree(example, root)
    main = root / "pathway.yaml"
    text = main.read_text("utf-8")
    main.write_text(text.replace("\nproject:\n", "\nproject:\n  language: es\n", 1), "utf-8")
    return root


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
