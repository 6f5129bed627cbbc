"""Pictures that a project names for its first pages: in the project, of a known kind, and not too large."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from pathlib import PureWindowsPath
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
MOST_DOTS: Final = 5_000
"""Of a PNG file on each side: one of few bytes can need very much memory."""
_BEGINNINGS: Final = {
    "image/png": rb"\x89PNG\r\n\x1a\n.{16}",
    "image/jpeg": rb"\xff\xd8\xff",
    "image/gif": rb"GIF8[79]a",
    "image/webp": rb"RIFF.{4}WEBP",
    "image/svg+xml": rb"(?:\xef\xbb\xbf)?[^\x00]*<svg[\s>][^\x00]*\Z",
}
_ACTIVE: Final = re.compile(
    rb"<!ENTITY|<(?:\w+:)?(?:script|foreignObject)|\son\w+\s*=|@import"
    rb"|\b(?:href|src)\s*=\s*[\"'](?!#|data:image/(?:png|jpe?g|gif);)|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)
"""Parts of an SVG file that run, or that load something."""
BAD_PICTURE: Final = Rule("PW240")


def missing_pictures(root: FilePath, plan: Plan) -> Iterator[Problem]:
    """The logos and seals of a project and its packets that cannot be shown, each with the reason."""
    for path, name in _named(plan):
        reason = _hindrance(root, name)
        if reason:
            yield BAD_PICTURE.at(path, f"The {path[-1]} “{name}” {reason}.")


def picture_address(root: FilePath, name: str) -> str:
    """The picture as a data URL; empty if it cannot be shown."""
    if not name or _hindrance(root, name):
        return ""
    data = base64.b64encode((root / name).read_bytes()).decode()
    return f"data:{KINDS[FilePath(name).suffix.lower()]};base64,{data}"


def _named(plan: Plan) -> Iterator[tuple[Path, str]]:
    if plan.project.logo is not None:
        yield ("project", "logo"), plan.project.logo
    if plan.project.look and plan.project.look.seal is not None:
        yield ("project", "look", "seal"), plan.project.look.seal
    for place, packet in enumerate(plan.packets):
        if packet.logo is not None:
            yield ("packets", place, "logo"), packet.logo


def _hindrance(root: FilePath, name: str) -> str:
    """Why a picture cannot be shown, as the end of a sentence; empty if it can."""
    if FilePath(name).suffix.lower() not in KINDS:
        return "is not a picture that a page can show"
    if PureWindowsPath(name).anchor:  # on every system, so that a project is as right on one as on another
        return "is not in the project’s folder"
    try:
        path = FilePath(os.path.realpath(root / name))  # resolve() raises where a link leads back to itself
        if not path.is_relative_to(os.path.realpath(root)):
            return "is not in the project’s folder"
        if not path.is_file():
            return "is not there"
        if path.stat().st_size > LARGEST:
            return f"is larger than {LARGEST:,} bytes"
        return _fault(path.read_bytes(), path.suffix.lower())
    except (OSError, ValueError):
        return "cannot be opened"


def _fault(data: bytes, suffix: str) -> str:
    """What is wrong with the bytes of a picture; empty if nothing is."""
    if not re.match(_BEGINNINGS[KINDS[suffix]], data, re.DOTALL):
        return f"is damaged, or no {suffix.lstrip('.').upper()} picture"
    if suffix == ".svg" and _ACTIVE.search(data):
        return "has parts that run or that load other files, so no page may show it. Save it as PNG"
    if suffix == ".png" and max(int.from_bytes(data[at : at + 4]) for at in (16, 20)) > MOST_DOTS:
        return f"is more than {MOST_DOTS:,} dots wide or high"
    return ""
