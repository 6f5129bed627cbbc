"""The entry that a command is about, in its checked project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.exits import stop
from pathwayctl.cli.project_paths import root_of
from pathwayctl.wording import suggestion

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.evidence.entries import Entry


def entry_named(place: Path, id_: str) -> tuple[Project, Entry]:
    """The project in a place, and its entry with an id; stops with the nearest id if none has it."""
    project = opened(root_of(place))
    return project, entry_in(project, id_)


def entry_in(project: Project, id_: str) -> Entry:
    """The entry with an id; stops with the nearest id if none has it, and if several have it."""
    found = project.index.find(id_)
    if found is None:
        stop(f"No entry has the id “{id_}”. {suggestion(id_, project.loaded.ids)}".rstrip())
    if id_ in project.index.shared:
        stop(
            f"More than one entry has the id “{id_}”. Give each a different id in the files, then try again."
        )
    return found
