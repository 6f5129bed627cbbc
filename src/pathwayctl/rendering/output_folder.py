"""Writes pages into the output folder, and removes out-of-date pages of an earlier run.

The folder holds a list of the files that were made in it. Only what is on that list is ever replaced or
removed, so files that someone else put there are safe. Pages for the project's own staff must not be
left among those for the public: pages for another audience remove all that were there before.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from pathwayctl.handouts.earlier_run import NO_EARLIER_RUN, EarlierRun
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.made_file import File, Parts
from pathwayctl.writing import NotWritten, Written, is_meeting_folder, put, remove, write

LIST: Final = ".pathwayctl.json"
_OURS: Final = re.compile(
    r"([A-Za-z0-9_][A-Za-z0-9._ -]*/)?[A-Za-z0-9_][A-Za-z0-9._ -]*\.(html|md|txt|pdf|docx|pptx|eml|csv|ics)"
)


@dataclass(frozen=True, slots=True)
class Left:
    """What an earlier run made, and for whom."""

    audience: str
    files: tuple[str, ...]

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that have an index."""
        return tuple(name.partition("/")[0] for name in self.files if name.endswith("/index.html"))


@dataclass(frozen=True, slots=True)
class PagesWritten:
    """How many files were written, and how many had not changed."""

    fresh: int
    same: int


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Files that pathwayctl did not make, where pages were to be written; no page was."""

    files: tuple[Path, ...]


_NONE: Final = Left("", ())


class WrittenFiles:
    """Files as a run has left them: the next one neither puts together nor reads those that are the same."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[Parts, _Stamp]] = {}

    def write(self, folder: Path, file: File) -> Written | NotWritten:
        """Write a file, unless it has the very parts that were written before, and nobody has changed it."""
        place = os.path.join(folder, file.name)  # noqa: PTH118 - a text, since pages are many
        left = self._left.get(place)
        if left is not None and left[0] is file.parts and left[1] == _stamp(place):
            return Written(folder / file.name, changed=False)
        outcome = write(folder, file.name, file.data)
        if isinstance(outcome, Written):
            self._left[place] = file.parts, _stamp(place)
        return outcome


_Stamp = tuple[int, ...]


def _stamp(place: str) -> _Stamp:
    """What tells a file from another that takes its place, and changes when it is written to."""
    try:
        there = os.lstat(place)
    except OSError:
        return ()
    return there.st_mode, there.st_dev, there.st_ino, there.st_size, there.st_mtime_ns


def write_pages(
    folder: Path,
    files: Sequence[File],
    audience: Audience,
    *,
    whole: bool,
    force: bool = False,
    earlier: EarlierRun = NO_EARLIER_RUN,
) -> PagesWritten | InTheWay | NotWritten:
    """Write pages, by their names in a folder, and remove out-of-date ones.

    With ``whole``, every page was made again, so all other pages of earlier runs are out of date. With
    ``force``, files that pathwayctl did not make are replaced.
    """
    others = [] if force else _strangers(folder, files)
    if others:
        return InTheWay(tuple(others))
    names = [one.name for one in files]
    outcome = claim(folder, names, audience)
    fresh, written = 0, earlier.made("written files", (), WrittenFiles)
    for one in files:
        if isinstance(outcome, NotWritten):
            return outcome
        outcome = written.write(folder, one)
        fresh += isinstance(outcome, Written) and outcome.changed
    if isinstance(outcome, Written):
        outcome = sweep(folder, names, audience, whole=whole)
    return outcome if isinstance(outcome, NotWritten) else PagesWritten(fresh, len(files) - fresh)


def left_in(folder: Path) -> Left:
    """What an earlier run made in a folder, by its list; no files if the list is missing or unreadable."""
    try:
        if (folder / LIST).is_symlink() or not (folder / LIST).is_file():
            return _NONE
        said = json.loads((folder / LIST).read_text("utf-8"))
        files = [name for name in said["files"] if isinstance(name, str) and _OURS.fullmatch(name)]
        return Left(str(said["audience"]), tuple(files))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return _NONE


def _strangers(folder: Path, files: Iterable[File]) -> list[Path]:
    """The files in the way of those that are to be written: other ones, which pathwayctl did not make."""
    ours = set(left_in(folder).files)
    return [folder / one.name for one in files if one.name not in ours and _is_other(folder / one.name, one)]


def _is_other(path: Path, file: File) -> bool:
    try:
        return path.is_file() and path.read_bytes() != file.data
    except OSError:  # it is there, and may not be read
        return True


def claim(folder: Path, names: Iterable[str], audience: Audience) -> Written | NotWritten:
    """Put the files that are about to be made on the list, so that they are known even if this is cut off.

    Until they are made, the folder may hold pages for two audiences.
    """
    left = left_in(folder)
    same = left.audience in ("", audience.value)
    return _list(folder, {*names, *left.files}, audience.value if same else "")


def _list(folder: Path, names: Iterable[str], audience: str) -> Written | NotWritten:
    text = json.dumps({"audience": audience, "files": sorted(names)}, indent=0) + "\n"
    return put(folder, LIST, text)


def sweep(folder: Path, made: Collection[str], audience: Audience, *, whole: bool) -> Written | NotWritten:
    """Remove what is out of date, and list what is there now.

    ``whole``: every page was made again, so all other pages are out of date, except packets for a meeting,
    which show what it was given.
    """
    left = left_in(folder)
    same = left.audience == audience.value
    keeps = same and not whole
    kept = {name for name in left.files if name in made or keeps or (same and _is_of_meeting(name))}
    for name in left.files:
        if name not in kept:
            remove(folder, name)
    return _list(folder, {*made, *kept}, audience.value)


def _is_of_meeting(name: str) -> bool:
    return is_meeting_folder(name.partition("/")[0])
