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
    found = next((file for place in FOLDERS for file in sorted(place.rglob(SETS[fonts]))), None)
    if found is None:
        why = f"the fonts of the set “{fonts}” are not installed here (looked for {SETS[fonts]})"
        if os.environ.get("CI") == "true" and sys.platform == "linux":
            pytest.fail(why)
        pytest.skip(why)
    file = folder / f"{fonts}.conf"
    file.write_text(_SETTINGS.format(fonts=found.parent, cache=folder / "cache"), "utf-8")
    return file
