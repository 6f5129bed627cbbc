"""The fonts that pages are tried with: on every machine others stand in for those that a page names.

A set is one family, and nothing else is there for the browser to choose. Tests that need a set are
skipped where its fonts are not installed, and say so; on Linux in continuous integration that fails.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import pytest

SETS: Final = {"dejavu": "DejaVuSans.ttf", "liberation": "LiberationSans-Regular.ttf"}
"""The widest fonts that are common, and those as wide as Arial, each by a file that tells their folder."""
FOLDERS: Final = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
VARIABLE: Final = "FONTCONFIG_FILE"
_SETTINGS: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
<include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
"""
each_font = pytest.mark.parametrize("fonts", SETS)


def settings(fonts: str, folder: Path) -> Path:
    """A file for ``FONTCONFIG_FILE`` in ``folder``, by which a program finds one set of fonts alone."""
    file = folder / f"{fonts}.conf"
    if not _written(file, fonts):
        why = f"the fonts of the set “{fonts}” are not installed here (looked for {SETS[fonts]})"
        if os.environ.get("CI") == "true" and sys.platform == "linux":
            pytest.fail(why)
        pytest.skip(why)
    return file


def _written(file: Path, fonts: str) -> bool:
    """Whether the fonts of a set are there, and the file with the settings for them is written."""
    found = next((one for place in FOLDERS for one in sorted(place.rglob(SETS[fonts]))), None)
    if found:
        file.write_text(_SETTINGS.format(fonts=found.parent, cache=file.parent / "cache"), "utf-8")
    return found is not None


if __name__ == "__main__":  # a run of its own with one set: browser_fonts.py dejavu FOLDER
    name, where = sys.argv[1:]
    target = Path(where) / f"{name}.conf"
    if not _written(target, name):
        sys.exit(f"The fonts of the set “{name}” are not installed here (looked for {SETS[name]}).")
    sys.stdout.write(f"{target}\n")
