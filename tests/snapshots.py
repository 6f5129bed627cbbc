"""Whole outputs kept as files. ``UPDATE_SNAPSHOTS=1`` writes them anew; then look at the diff."""

from __future__ import annotations

import os
from pathlib import Path


def check_snapshot(path: Path, text: str) -> None:
    """The text is what the file holds, to the byte."""
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert path.is_file(), f"{path.name} is missing; run the tests with UPDATE_SNAPSHOTS=1"
    assert path.read_bytes().decode() == text
