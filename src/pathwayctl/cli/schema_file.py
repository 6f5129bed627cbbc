"""The schema that editors read of a project: kept in the project, and made again when its ids change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from pathwayctl import __version__
from pathwayctl.loading.files import OWN_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from pathwayctl.app import Project

_FILE: Final = f"{OWN_FOLDER}/schema.json"
_HEAD: Final = 300
"""Bytes to read from the start of the file to find its stamp."""


def refresh_schema(project: Project) -> bool:
    """Write the schema of a project with a folder of pathwayctl’s own, unless it has these ids already.

    While a part of the project cannot be read, the last one stays; so it does in a folder that is read-only.
    Returns whether it was written.
    """
    if not (project.root / OWN_FOLDER).is_dir():
        return False
    from pathwayctl.schema.known_ids import known_ids

    known = known_ids(project.index, __version__)
    if not known.complete or _head(project.root / _FILE).find(known.digest.encode()) >= 0:
        return False
    from pathwayctl.schema.project_schema import schema_text
    from pathwayctl.writing import Written, put

    return isinstance(put(project.root, _FILE, schema_text(known)), Written)


def _head(file: Path) -> bytes:
    with suppress(OSError), file.open("rb") as stream:
        return stream.read(_HEAD)
    return b""
