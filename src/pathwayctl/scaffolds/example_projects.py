"""The example projects: complete plans of fictional partners, to look at, to print, and to copy from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pathwayctl.assets import examples
from pathwayctl.loading.files import OUTPUT_FOLDER

EXAMPLES: Final[Mapping[str, str]] = {
    "colorado_sector": "a sector partnership in manufacturing, before its first day",
    "state_agency": "a state agency with three guides, in the middle of its first year",
    "grades_9_14_district": "a school district and a college that launch one pathway",
}
"""What each example shows, in the order in which they are offered."""


def example_files(name: str) -> dict[str, str]:
    """The files of an example by their names relative to its folder, without what was made from them."""
    folder = examples() / name
    files = {path.relative_to(folder): path for path in sorted(folder.rglob("*.yaml"))}
    return {
        file.as_posix(): path.read_text("utf-8")
        for file, path in files.items()
        if file.parts[0] != OUTPUT_FOLDER and not any(part.startswith(".") for part in file.parts)
    }
