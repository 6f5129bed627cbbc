"""What an earlier run left in the output folder: pages that nobody makes any more, or made for others.

A list of the files that were made stands in the folder. Only what is on that list is ever removed, so
nothing that somebody else put there is touched. Pages for the project's own staff must not be left
among those for the public: another audience sweeps out all that was there before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pathwayctl.model.vocabulary import Audience

LIST: Final = ".pathwayctl.json"
_OURS: Final = re.compile(r"([a-z0-9_][A-Za-z0-9._-]*/)?[A-Za-z0-9_][A-Za-z0-9._-]*\.(html|md|pdf)")


@dataclass(frozen=True, slots=True)
class Left:
    """What an earlier run made, and for whom."""

    audience: str
    files: tuple[str, ...]

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that have an index."""
        return tuple(name.partition("/")[0] for name in self.files if name.endswith("/index.html"))


def left_in(folder: Path) -> Left:
    """What the list in a folder says; nothing if there is none, or none that can be understood."""
    try:
        told = json.loads((folder / LIST).read_text("utf-8"))
        files = [name for name in told["files"] if isinstance(name, str) and _OURS.fullmatch(name)]
        return Left(str(told["audience"]), tuple(files))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Left("", ())


def sweep(folder: Path, made: Collection[str], audience: Audience, *, whole: bool) -> int:
    """Remove what is out of date, and write down what is there now; gives the number of files removed.

    ``whole``: everything was made anew, so that whatever was not is out of date.
    """
    left = left_in(folder)
    keeps = not whole and left.audience == audience.value
    stale = [] if keeps else [name for name in left.files if name not in made]
    for name in stale:
        _remove(folder, name)
    there = sorted({*made, *(left.files if keeps else ())})
    text = json.dumps({"audience": audience.value, "files": there}, indent=0) + "\n"
    from pathwayctl.writing import replace

    with suppress(OSError):  # without the list nothing is swept next time, and that is all
        if not (folder / LIST).is_symlink():
            replace(folder / LIST, text.encode())
    return len(stale)


def _remove(folder: Path, name: str) -> None:
    """Take one page away, and its folder if that is empty then; never through a link."""
    path = folder / name
    if path.parent.is_symlink():
        return
    with suppress(OSError):
        path.unlink()
        if path.parent != folder:
            path.parent.rmdir()
