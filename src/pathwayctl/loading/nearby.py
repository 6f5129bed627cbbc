"""Where a project may be if there is none in the place where it was looked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from pathwayctl.loading.files import MAIN_FILE, name_meant

_DEEPEST: Final = 3
"""Folders below the one that was named."""
_MOST_FOLDERS: Final = 2_000
_MOST_PROJECTS: Final = 10


def misnamed_main_file(folder: Path) -> str:
    """A file of a folder that was probably meant to be its ``pathway.yaml``; empty if there is none."""
    stem = MAIN_FILE.partition(".")[0]
    others = {MAIN_FILE, f"{stem}.yml"}
    names = (name for name, is_folder in _entries(folder) if not is_folder)
    return next((name for name in names if {name.lower(), name_meant(name).lower()} & others), "")


def projects_below(folder: Path) -> list[Path]:
    """The first ten projects in the folders below one, the nearest first."""
    found: list[Path] = []
    level, looked_at = [folder], 0
    for _ in range(_DEEPEST):
        below: list[Path] = []
        for place in level:
            looked_at += 1
            if looked_at > _MOST_FOLDERS:
                return found
            below += (place / name for name, is_folder in _entries(place) if is_folder)
        projects = [place for place in below if os.path.isfile(place / MAIN_FILE)]  # noqa: PTH113 - never raises
        found += projects
        if len(found) >= _MOST_PROJECTS:
            return found[:_MOST_PROJECTS]
        level = [place for place in below if place not in projects]
    return found


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """The names in a folder that are not hidden, in order, and whether each is a folder itself."""
    try:
        entries = [(each.name, each.is_dir(follow_symlinks=False)) for each in os.scandir(folder)]
    except OSError:
        return []
    return sorted(entry for entry in entries if not entry[0].startswith("."))
