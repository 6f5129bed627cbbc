"""What an earlier run left in the output folder: pages that nobody makes any more, or made for others.

A list of the files that were made stands in the folder. Only what is on that list is ever replaced or
removed, so nothing that somebody else put there is touched. Pages for the project's own staff must not
be left among those for the public: another audience sweeps out all that was there before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.writing import NotWritten, Written

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


_NOTHING: Final = Left("", ())


def left_in(folder: Path) -> Left:
    """What the list in a folder says; nothing if there is none, or none that can be understood."""
    try:
        if (folder / LIST).is_symlink() or not (folder / LIST).is_file():
            return _NOTHING
        said = json.loads((folder / LIST).read_text("utf-8"))
        files = [name for name in said["files"] if isinstance(name, str) and _OURS.fullmatch(name)]
        return Left(str(said["audience"]), tuple(files))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return _NOTHING


def strangers(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """The files in the way of those that are to be written: other ones, which pathwayctl did not make."""
    ours = set(left_in(folder).files)
    return [folder / name for name, data in files if name not in ours and _is_other(folder / name, data)]


def _is_other(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() != data
    except OSError:  # it is there, and nobody may look at it
        return True


def claim(folder: Path, names: Iterable[str], audience: Audience) -> Written | NotWritten:
    """Put the files that are about to be made on the list, so that they are known even if this is cut off.

    Until they are made, the folder may hold pages for two audiences.
    """
    left = left_in(folder)
    same = left.audience in ("", audience.value)
    return _list(folder, {*names, *left.files}, audience.value if same else "")


def _list(folder: Path, names: Iterable[str], audience: str) -> Written | NotWritten:
    from pathwayctl.writing import put

    text = json.dumps({"audience": audience, "files": sorted(names)}, indent=0) + "\n"
    return put(folder, LIST, text)


def sweep(folder: Path, made: Collection[str], audience: Audience, *, whole: bool) -> Written | NotWritten:
    """Remove what is out of date, and list what is there now.

    ``whole``: everything was made anew, so that whatever was not is out of date.
    """
    from pathwayctl.writing import remove

    left = left_in(folder)
    keeps = not whole and left.audience == audience.value
    if not keeps:
        for name in left.files:
            if name not in made:
                remove(folder, name)
    return _list(folder, {*made, *(left.files if keeps else ())}, audience.value)
