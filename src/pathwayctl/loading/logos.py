"""Pictures that a project names for its first pages: in the project, of a known kind, and not too large."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Final

from pathwayctl.diagnostics import Path, Problem, Rule

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan

LARGEST: Final = 1_000_000
"""Bytes; every page that shows the picture carries it along."""
KINDS: Final = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
BAD_PICTURE: Final = Rule("PW240")


def missing_pictures(root: FilePath, plan: Plan) -> Iterator[Problem]:
    """The logos of a project and its packets that cannot be shown, each with the reason."""
    for path, name in _named(plan):
        reason = _hindrance(root, name)
        if reason:
            yield BAD_PICTURE.at(path, f"The logo “{name}” {reason}.")


def picture_address(root: FilePath, name: str) -> str:
    """The picture as a data URL; empty if it cannot be shown."""
    if not name or _hindrance(root, name):
        return ""
    data = base64.b64encode((root / name).read_bytes()).decode()
    return f"data:{KINDS[FilePath(name).suffix.lower()]};base64,{data}"


def _named(plan: Plan) -> Iterator[tuple[Path, str]]:
    if plan.project.logo is not None:
        yield ("project", "logo"), plan.project.logo
    for place, packet in enumerate(plan.packets):
        if packet.logo is not None:
            yield ("packets", place, "logo"), packet.logo


def _hindrance(root: FilePath, name: str) -> str:
    """Why a picture cannot be shown, as the end of a sentence; empty if it can."""
    if FilePath(name).suffix.lower() not in KINDS:
        return "is not a picture that a page can show"
    try:
        path = FilePath(os.path.realpath(root / name))  # resolve() raises where a link leads back to itself
        if not path.is_relative_to(os.path.realpath(root)):
            return "is not in the project's folder"
        if not path.is_file():
            return "is not there"
        if path.stat().st_size > LARGEST:
            return f"is larger than {LARGEST:,} bytes"
        with path.open("rb"):
            return ""
    except (OSError, ValueError):
        return "cannot be opened"
