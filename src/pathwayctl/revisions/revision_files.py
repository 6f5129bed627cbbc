"""The files of a project as they were in a revision, by the same rules as the files of a folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from pathwayctl.diagnostics import Finding, RevisionError
from pathwayctl.loading.files import (
    LARGEST_PROJECT,
    MAIN_FILE,
    TextFile,
    belongs,
    file_finding,
    gathered,
    in_reading_order,
)
from pathwayctl.loading.opening import Opened
from pathwayctl.loading.rules import LINK_OUTSIDE, UNREADABLE_FILE
from pathwayctl.revisions.history import History, Revision
from pathwayctl.source.reading import read
from pathwayctl.source.rules import LARGEST_FILE, TOO_LARGE, size_in_words
from pathwayctl.wording import listed

_LINK: Final = b"120000"
_FILE: Final = (b"100644", b"100755", _LINK)


class _Blob(NamedTuple):
    """A file in a revision: its kind, the id of its content, and its bytes."""

    mode: bytes
    id: str
    size: int


_Files = dict[str, _Blob | Finding]
"""The files of a project by their paths, or why one cannot be read."""
_LONGEST_LINK: Final = 4_096


def opened_at(history: History, revision: Revision, root: Path, name: str, folder: str = "") -> Opened:
    """The files of a project in a revision.

    The project is in the same folder as now, or in ``folder``; if it is not there, it is the one project of
    the revision, or the one with the same ``name``. Raises ``RevisionError`` if it cannot be found.
    """
    place = folder.strip("/") or history.prefix.rstrip("/")
    there = _tree(history, revision, place)
    if MAIN_FILE not in there:
        if folder:
            raise RevisionError(f"There is no pathway.yaml in the folder “{folder}” of that revision.")
        there = _tree(history, revision, _moved_from(history, revision, name))
    own = {path: blob for path, blob in there.items() if belongs(path)}
    wanted = _followed(own, there, history)
    texts = _contents(history, _within_room(wanted))

    def reader(path: str, room: int) -> TextFile | Finding | None:
        blob = wanted[path]
        if isinstance(blob, Finding):
            return blob
        if blob.size > LARGEST_FILE:
            return file_finding(TOO_LARGE, path, size_in_words(blob.size))
        return None if blob.size > room else TextFile(path, texts[blob.id])

    files, findings = gathered(own, reader)
    return Opened(root, files, findings, in_memory=True)


def _tree(history: History, revision: Revision, folder: str) -> dict[str, _Blob]:
    """The files below a folder of a revision, by their paths in it; none if there is no such folder."""
    tree = f"{revision.id}:{folder}"
    said = history.git.ask("ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", tree) or b""
    found = {}
    for line in said.split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, _, name, size = head.split()
        if mode in _FILE:
            found[path.decode("utf-8", "surrogateescape")] = _Blob(mode, name.decode(), int(size))
    return found


def _followed(own: Mapping[str, _Blob], there: Mapping[str, _Blob], history: History) -> _Files:
    """The same files, with what each link leads to, or why it leads nowhere."""
    links = {path: blob for path, blob in own.items() if blob.mode == _LINK and blob.size <= _LONGEST_LINK}
    targets = _contents(history, links.values()) if links else {}
    found: _Files = dict(own)
    for path, blob in own.items():
        if blob.mode == _LINK:
            target = targets.get(blob.id, b"").decode("utf-8", "surrogateescape")
            found[path] = _target(path, target, there)
    return found


def _target(path: str, target: str, there: Mapping[str, _Blob]) -> _Blob | Finding:
    end = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if target.startswith("/") or end.startswith(".."):
        return file_finding(LINK_OUTSIDE, path, f"“{path}” is a link to a file outside the project.")
    found = there.get(end)
    if found is None or found.mode == _LINK:
        return file_finding(UNREADABLE_FILE, path, f"“{path}” is not an ordinary file.")
    return found


def _within_room(wanted: Mapping[str, _Blob | Finding]) -> list[_Blob]:
    """The files that are read: none that is too large, and no more than a project may have."""
    kept, room = [], LARGEST_PROJECT
    for path in in_reading_order(wanted):
        blob = wanted[path]
        if isinstance(blob, _Blob) and blob.size <= min(room, LARGEST_FILE):
            kept.append(blob)
            room -= blob.size
    return kept


def _contents(history: History, blobs: Iterable[_Blob]) -> dict[str, bytes]:
    """The contents of files by their ids, from one run of git."""
    wanted = list(dict.fromkeys(blob.id for blob in blobs))
    said = history.git.ask("cat-file", "--batch", feed="".join(f"{name}\n" for name in wanted).encode())
    found, place = {}, 0
    for name in wanted:
        head, _, _ = (said or b"")[place : place + 200].partition(b"\n")
        words = head.split()
        if len(words) != 3:
            raise RevisionError(
                "A part of that revision is missing in this copy of the repository. To get it: git fetch"
            )
        start = place + len(head) + 1
        place = start + int(words[2]) + 1
        found[name] = (said or b"")[start : place - 1]
    return found


def _moved_from(history: History, revision: Revision, name: str) -> str:
    """The folder of the project in a revision in which it was somewhere else."""
    every = _tree(history, revision, "")
    mains = {
        posixpath.dirname(path): blob
        for path, blob in every.items()
        if posixpath.basename(path) == MAIN_FILE and blob.mode != _LINK and blob.size <= LARGEST_FILE
    }
    if not mains:
        raise RevisionError(
            "There is no pathway.yaml in that revision: the project was not in the repository yet. "
            "Name a later day or revision."
        )
    if len(mains) > 1:
        texts = _contents(history, mains.values())
        named = {folder: blob for folder, blob in mains.items() if _name_in(texts[blob.id]) == name}
        mains = named or mains
    if len(mains) > 1:
        folders = [f"“{folder or '.'}”" for folder in sorted(mains)]
        raise RevisionError(
            f"In that revision, the project is not in the same folder as now, and there are several: "
            f"{listed(folders[:10])}. Name its folder after the revision: "
            f"pathwayctl diff {revision.id[:7]}:{min(mains) or '.'}"
        )
    return next(iter(mains))


def _name_in(text: bytes) -> str:
    """The name of the project in the text of its main file."""
    project = (read(text).value or {}).get("project")
    return str(project.get("name", "")) if isinstance(project, dict) else ""
