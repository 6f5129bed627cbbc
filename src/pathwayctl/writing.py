"""Write files into the output folder: whole or not at all, only if they changed, and nowhere else.

A page is written beside its final place and then moved there, so that no one ever sees half of one. The
output folder may be in a project that someone else made, so links are not followed.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.quick_pattern import pattern

ON_WINDOWS: Final = os.name == "nt"
LONGEST: Final = 80
"""Letters of a file's name without its ending."""
MOST_READABLE: Final = 60
"""Letters of a title in the name of a file."""
HANDOUTS_FOLDER: Final = "handouts"
"""The folder, in the output folder, of every handout by itself. Packets have folders beside it."""

_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_TEMPORARY: Final = pattern(r"\.pathwayctl-([1-9]\d{0,9})(?:-\d+)?\.tmp")
_A_MINUTE: Final = 60
_TRIES: Final = 8
"""So often a file is moved into place on Windows, where OneDrive or a virus scanner may hold it a moment."""
_PAUSE: Final = 0.02
"""Seconds after the first try; each pause is twice as long as the one before: 2.5 seconds in all."""
_LONGEST_PATH: Final = 260
"""Letters of a whole path from which on Windows says that there is no such folder."""
_cleared: Final[set[Path]] = set()
_PART: Final = r"[A-Za-z0-9_](?:[A-Za-z0-9._ -]*[A-Za-z0-9._-])?"
_NAME = pattern(f"{_PART}(/{_PART})*")
_PORTABLE: Final = pattern(
    r"[^\s./\\:*?\"<>|\x00-\x1f](?:[^/\\:*?\"<>|\x00-\x1f]*[^\s./\\:*?\"<>|\x00-\x1f])?"
)
_HELD: Final = (
    "Another program has it open, or you may not write there.",
    "Close it in Excel, Word, or the browser, wait until OneDrive is done, and run this again.",
)
_FOLDER_THERE: Final = "There is a folder where the file should be.", "Remove the folder or rename it."
_REASONS: Final = {
    errno.EACCES: ("You may not write there.", "Ask for permission, or choose another folder with -o."),
    errno.EPERM: ("You may not write there.", "Ask for permission, or choose another folder with -o."),
    errno.EROFS: ("Nothing can be written there.", "Choose another folder with -o."),
    errno.ENOSPC: ("The disk is full.", "Make room, then run this again."),
    errno.EDQUOT: ("Your share of the disk is full.", "Make room, then run this again."),
    errno.ENOTDIR: ("There is a file where a folder should be.", "Choose another folder with -o."),
    errno.ENAMETOOLONG: ("The name is too long.", "Choose a folder with a shorter name with -o."),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is now as it should be; ``changed`` if it was not so before."""

    path: Path
    changed: bool


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Why a file could not be written, and what to do."""

    path: Path
    message: str
    hint: str


def write(folder: Path, name: str, content: str | bytes) -> Written | NotWritten:
    """Write a text, or bytes as they are, to ``folder/name``.

    ``name`` may have folders in it, parted by ``/``; each part must be a name that every system allows.
    """
    if not _NAME.fullmatch(name) or any(is_reserved(part) for part in name.split("/")):
        return NotWritten(
            folder / name, f"“{name}” is not a safe name for a file.", "Use letters, digits, and hyphens."
        )
    return put(folder, name, content)


def put(folder: Path, name: str, content: str | bytes) -> Written | NotWritten:
    """The same for a name that is known to be safe."""
    path = folder / name
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        return _in_the_way(folder, name) or replace(path, data)
    except OSError as error:
        return not_written(path, error)


def not_written(path: Path, error: OSError) -> NotWritten:
    """What the system said, in plain words."""
    if ON_WINDOWS and isinstance(error, PermissionError):
        return NotWritten(path, *_HELD)
    if ON_WINDOWS and len(str(path)) >= _LONGEST_PATH:
        return NotWritten(path, *_REASONS[errno.ENAMETOOLONG])
    other = (f"It could not be written: {error.strerror or error}.", "Choose another folder with -o.")
    return NotWritten(path, *_REASONS.get(error.errno or 0, other))


def replace(path: Path, content: bytes) -> Written:
    """Replace a file with ``content``, or make the file. On ``OSError`` the file is unchanged."""
    clear_up(path.parent)
    if _holds(path, content):
        return Written(path, changed=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".pathwayctl-{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    try:
        with beside.open("xb") as file:
            file.write(content)
        move_into_place(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return Written(path, changed=True)


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file is there already, with the same content."""
    try:
        there = os.stat(path)  # noqa: PTH116 - one look for all that is asked
    except OSError:
        return False
    return stat.S_ISREG(there.st_mode) and there.st_size == len(content) and path.read_bytes() == content


def move_into_place(beside: Path, path: Path) -> None:
    """Move a file to where another may be. Raises ``OSError`` if that fails, on Windows after some tries."""
    for number in range(_TRIES):
        try:
            beside.replace(path)
        except PermissionError:
            if not ON_WINDOWS or number == _TRIES - 1:
                raise
            time.sleep(_PAUSE * 2**number)
        else:
            return


def remove(folder: Path, name: str) -> bool:
    """Remove ``folder/name``, and the folder that it was in if that is empty now; never through a link."""
    path = folder / name
    if path.is_symlink() or _in_the_way(folder, name):
        return False
    try:
        path.unlink()
    except OSError:
        return False
    if path.parent != folder:
        with suppress(OSError):
            path.parent.rmdir()
    return True


def folder_for(party: str) -> str:
    """The folder, in the output folder, of what one person or organization gets."""
    return f"for-{party}"


def is_meeting_folder(name: str) -> bool:
    """Whether a folder holds the packet for one meeting: only such names have spaces."""
    return " " in name


def safe_name(text: str) -> str:
    """A name for a file on every system, such as ``dana-ruiz``; ``page`` if no letter is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or "page"
    return f"{name}-page" if is_reserved(name) else name


def readable_name(text: str) -> str:
    """A name for a file to mail, safe on every system: ASCII words with a space between; it may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().replace("'", "")
    name = re.sub(r"[^A-Za-z0-9-]+", " ", plain).strip(" -")
    cut = name[:MOST_READABLE]
    return name if cut == name else cut.rpartition(" ")[0] or cut


def is_reserved(name: str) -> bool:
    """Whether Windows reserves this name for a device."""
    return name.partition(".")[0].rstrip(" ").lower() in _RESERVED


def is_portable(name: str) -> bool:
    """Whether every system can have a file or folder of this name, in whatever language it is."""
    return _PORTABLE.fullmatch(name) is not None and not is_reserved(name)


def temporary(path: Path, number: int) -> Path:
    """Where one of several files that are written together is written first: beside its final place."""
    return path.with_name(f".pathwayctl-{os.getpid()}-{number}.tmp")


def clear_up(folder: Path) -> None:
    """Remove what runs that were killed have left in a folder; it is looked for once in a run."""
    if folder in _cleared:
        return
    _cleared.add(folder)
    with suppress(OSError):  # there is no such folder yet
        for entry in list(os.scandir(folder)):
            found = _TEMPORARY.fullmatch(entry.name)
            if found and not _is_running(int(found[1]), entry):
                Path(entry.path).unlink()


def _is_running(process: int, entry: os.DirEntry[str]) -> bool:
    """Whether a temporary file is still being written by the process that has begun it."""
    if ON_WINDOWS:  # where to ask for a process may end it
        return time.time() - entry.stat().st_mtime < _A_MINUTE
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it belongs to someone else, or is not the number of a process
        return True
    return True


def _in_the_way(folder: Path, name: str) -> NotWritten | None:
    """What is in the way of the file ``folder/name``, or of a folder on the way to it."""
    step, parts = os.fspath(folder), name.split("/")
    for number in range(len(parts) + 1):  # texts, since pages are many and paths take long to make
        step = os.path.join(step, parts[number - 1]) if number else step  # noqa: PTH118
        try:
            mode = os.lstat(step).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        last = os.path.basename(step)  # noqa: PTH119
        if stat.S_ISLNK(mode):
            return NotWritten(
                folder / name,
                f"“{last}” is a link to another place.",
                "Remove it, or choose another folder with -o.",
            )
        if stat.S_ISDIR(mode) == (number == len(parts)):
            return NotWritten(
                folder / name,
                *_FOLDER_THERE if number == len(parts) else _file_there(last),
            )
    return None


def _file_there(name: str) -> tuple[str, str]:
    return f"“{name}” is a file, not a folder.", "Remove the file or rename it."
