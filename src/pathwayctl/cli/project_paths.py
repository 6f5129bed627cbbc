"""Paths: find the project that a command is about, and show where it is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from pathwayctl.cli.exits import reason, stop
from pathwayctl.quick_dataclass import dataclass

HERE: Final = Path()
SCREEN: Final = Path("-")
"""What other tools call standard output, where a file is named."""


@dataclass(frozen=True, slots=True)
class NoProject:
    """Why there is no project in the place that the user named."""

    message: str


def find(place: Path) -> Path | NoProject:
    """The folder of the project at or around a place."""
    from pathwayctl.loading.files import find_project

    where = "this folder" if place == HERE else f"“{place}”"
    try:
        root = find_project(place)
        if root is not None:
            return root
        if not place.exists():
            return NoProject(f"There is no folder or file “{place}”.")
    except OSError as error:
        return NoProject(f"{where[:1].upper()}{where[1:]} cannot be read: {reason(error)}.")
    return NoProject(_no_project(place, where))


def _no_project(place: Path, where: str) -> str:
    """Why there is no project in a place, and which name or folder was probably meant."""
    from pathwayctl.loading.nearby import misnamed_main_file, projects_below

    folder = place if place.is_dir() else place.parent
    misnamed = misnamed_main_file(folder)
    if misnamed:
        return f"There is no pathway.yaml in {where}, but there is “{misnamed}”. Rename it to pathway.yaml."
    said = f"There is no project in {where}: no pathway.yaml there or in any folder above it."
    below = projects_below(folder)
    if not below:
        return f"{said}\nTo start a new project: pathwayctl init my-project"
    named = "".join(f"\n  {near(project)}" for project in below)
    what = "There is a project" if len(below) == 1 else "There are projects"
    return f"{said}\n{what} in the folders below. Type the name of the one you want:{named}"


def root_of(place: Path) -> Path:
    """The folder of the project at or around a place; stops if there is none."""
    root = find(place)
    if isinstance(root, NoProject):
        stop(root.message)
    return root


def the_project(argument: Path | None, option: Path | None) -> Path:
    """The project that was named as an argument or after ``-p``; the current folder if it was not."""
    if argument is not None and option is not None and argument != option:
        stop(f"Two projects are named, “{argument}” and “{option}”. Name one of them.")
    named = argument if argument is not None else option
    return HERE if named is None else named


def as_argument(place: Path) -> str:
    """A place as it is typed after a command, with a blank before it; empty for the current folder."""
    if place == HERE:
        return ""
    from pathwayctl.reporters.shell import typed

    return f" {typed(str(place))}"


def as_option(place: Path) -> str:
    """A place as it is typed after ``-p``, with a blank before it; empty for the current folder."""
    return f" -p{as_argument(place)}" if place != HERE else ""


def near(path: Path) -> str:
    """A path from the current folder, or the whole path where that is shorter, parted by ``/``."""
    whole = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links, and show another name
    try:
        short = os.path.relpath(whole)
    except ValueError:  # on another drive
        short = whole
    return Path(min(short, whole, key=len)).as_posix()


def in_repository(root: Path) -> str:
    """The folder of a project from the top of its repository, or from the current folder without one.

    It ends with a slash, and is empty for the top itself.
    """
    whole = Path(os.path.abspath(root))  # noqa: PTH100 - no links are followed
    top = next((folder for folder in (whole, *whole.parents) if (folder / ".git").exists()), None)
    folder = near(root) if top is None else whole.relative_to(top).as_posix()
    return "" if folder == "." else f"{folder.rstrip('/')}/"
