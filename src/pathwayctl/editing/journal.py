"""A journal of the last edits in the project's ``.pathwayctl/`` folder, from which they can be undone.

Each edit is one file: the command, and for each file that it changed the bytes before and the digest
after. The journal comes with a folder that anyone may have made, so it is read as untrusted text.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Any, Final

from pathwayctl.assets import templates
from pathwayctl.editing.edits import Refused
from pathwayctl.editing.transaction import FileChange, Transaction
from pathwayctl.loading.files import OWN_FOLDER, is_yaml
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.rules import LARGEST_FILE
from pathwayctl.writing import NotWritten, Written, put

_VERSION: Final = 1
_MOST: Final = 20
"""Edits that are kept; older ones are dropped."""
_NAME: Final = re.compile(r"undo-(\d{6})\.json", re.ASCII)


@dataclass(frozen=True, slots=True)
class LastEdit:
    """The last edit that the journal has: the command, and the transaction that undoes the edit."""

    command: str
    undoing: Transaction
    record: Path

    def forget(self) -> None:
        """Take the edit out of the journal, so that the one before is the last."""
        with suppress(OSError):
            self.record.unlink()


def record(transaction: Transaction, command: str) -> NotWritten | None:
    """Write an edit that was made to the journal; returns why it could not be written, if so."""
    root = transaction.root.resolve()
    records = _records(root)
    number = int(_NAME.fullmatch(records[-1].name)[1]) + 1 if records else 1  # type: ignore[index]
    files = [
        {"name": one.name, "before": _packed(one.before), "after": one.digest_after}
        for one in transaction.changes
    ]
    text = json.dumps({"version": _VERSION, "command": command, "files": files}, ensure_ascii=False)
    written = put_aside(root, f"undo-{number:06}.json", text)
    if isinstance(written, NotWritten):
        return written
    for old in records[: 1 - _MOST]:
        with suppress(OSError):
            old.unlink()
    return None


def put_aside(root: Path, name: str, text: str) -> Written | NotWritten:
    """Write a file that pathwayctl keeps for itself, and that git leaves alone."""
    unseen_by_git = (templates() / "editors" / "own-gitignore").read_text("utf-8")
    ignored = put(root, f"{OWN_FOLDER}/.gitignore", unseen_by_git)  # also in a project that init did not make
    return ignored if isinstance(ignored, NotWritten) else put(root, f"{OWN_FOLDER}/{name}", text)


def last_edit(root: Path) -> LastEdit | Refused:
    """The last edit of a project, if its files are still as that edit left them."""
    root = root.resolve()
    records = _records(root)
    if not records:
        return Refused("There is nothing to undo: no command has changed this project yet.")
    try:
        command, changes = _read(root, records[-1])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error):
        where = f"{OWN_FOLDER}/{records[-1].name}"
        return Refused(
            f"The last change cannot be undone, because {where} cannot be read.", f"Remove {where}."
        )
    refused = [one for one in changes if isinstance(one, Refused)]
    if refused:
        return refused[0]
    whole = tuple(one for one in changes if isinstance(one, FileChange))
    return LastEdit(command, Transaction(root, whole), records[-1])


def _records(root: Path) -> list[Path]:
    """The files of the journal, the oldest first; none where its folder is a link."""
    folder = root / OWN_FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return []
    return sorted(one for one in folder.iterdir() if _NAME.fullmatch(one.name) and not one.is_symlink())


def _read(root: Path, path: Path) -> tuple[str, list[FileChange | Refused]]:
    """A record's command, and a change for each of its files. Raises ``ValueError`` if it is not sound."""
    said = json.loads(path.read_text("utf-8"))
    if said["version"] != _VERSION:
        raise ValueError
    command = str(said["command"])
    return command, [_change(root, one, command) for one in said["files"]]


def _change(root: Path, said: dict[str, Any], command: str) -> FileChange | Refused:
    """The change that undoes the edit in one file. Raises ``ValueError`` if the record is not sound."""
    name, digest = said["name"], said["after"]
    parts = name.split("/")
    is_elsewhere = "\\" in name or PureWindowsPath(name).drive
    if not is_yaml(name) or is_elsewhere or any(not part or part.startswith(".") for part in parts):
        raise ValueError
    path = root / name
    now = path.read_bytes() if path.is_file() else None
    if (None if now is None else hashlib.sha256(now).hexdigest()) != digest:
        return Refused(
            f"{name} has changed since “pathwayctl {command}”, so nothing was undone.",
            "Take the change back by hand.",
        )
    return FileChange(name, now, _unpacked(said["before"]))


def _packed(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(zlib.compress(data, 1)).decode("ascii")


def _unpacked(text: str | None) -> bytes | None:
    if text is None:
        return None
    try:
        packed = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError from error
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(packed, LARGEST_FILE)
    if not unpacking.eof:
        raise ValueError
    return data
