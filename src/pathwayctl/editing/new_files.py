"""Which names a file may have that an edit begins or changes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pathwayctl.editing.edits import CannotEditError
from pathwayctl.loading.files import BASELINES_FOLDER, OUTPUT_FOLDER, is_yaml
from pathwayctl.writing import is_portable

_NOT_READ: Final = ("templates", BASELINES_FOLDER, OUTPUT_FOLDER)


def refuse_unusable(root: Path, name: str) -> None:
    """Raise ``CannotEditError`` if a file of this name would not be part of the project.

    ``name`` is relative to the project's folder, with ``/`` between folders.
    """
    if not is_yaml(name):
        raise CannotEditError(f"“{name}” is not read, because its name does not end in .yaml or .yml.")
    parts = name.split("/")
    if not all(map(is_portable, parts)):
        raise CannotEditError(f"“{name}” is not a safe name for a file.", "Use letters, digits, and hyphens.")
    if len(parts) > 1 and parts[0] in _NOT_READ:
        raise CannotEditError(f"Files in {parts[0]}/ are not part of the plan.", "Choose another folder.")
    if (root / name).is_dir():
        raise CannotEditError(f"“{name}” is a folder.", "Choose another name.")
