"""Finds a project's folder and its files. Nothing outside the folder is ever read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from pathwayctl import assets
from pathwayctl.diagnostics import START, Finding, Rule
from pathwayctl.loading.rules import LINK_OUTSIDE, NOT_READ, UNREADABLE_FILE
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.quick_pattern import pattern
from pathwayctl.source.rules import LARGEST_FILE, TOO_LARGE, TOO_MUCH, size_in_words
from pathwayctl.wording import count

MAIN_FILE: Final = "pathway.yaml"
OUTPUT_FOLDER: Final = "build"
BASELINES_FOLDER: Final = "baselines"
OWN_FOLDER: Final = ".pathwayctl"
"""What pathwayctl keeps for itself in a project. The loader skips it, since its name begins with a dot."""
_NOT_PROJECT: Final = frozenset({"templates", BASELINES_FOLDER, OUTPUT_FOLDER})
_BASELINE: Final = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")
LARGEST_PROJECT: Final = 50_000_000
"""Bytes of all files that are read."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of a project: its name relative to the project's folder, and its bytes."""

    name: str
    data: bytes


ReadFile = Callable[[str, int], TextFile | Finding | None]
"""Reads the file of a name; ``None`` if it has more bytes than the number that is given."""


def find_project(start: Path) -> Path | None:
    """The folder with a ``pathway.yaml`` at or above ``start``, the way git looks for its own."""
    here = Path(os.path.abspath(start))  # noqa: PTH100 - resolve() would follow links out of the project
    for folder in (here, *here.parents):
        if (folder / MAIN_FILE).is_file():
            return folder
    return None


def read_files(root: Path) -> tuple[tuple[TextFile, ...], tuple[Finding, ...]]:
    """Every YAML file of the project in path order, and a finding for each that is not read."""
    inside = os.path.realpath(root)
    return gathered(
        set(_names(root)),
        lambda name, room: _read(root / name, name, inside, room),
        lambda name: (root / name).is_dir(),
    )


def gathered(
    there: Collection[str], read: ReadFile, is_folder: Callable[[str], bool] = lambda _: False
) -> tuple[tuple[TextFile, ...], tuple[Finding, ...]]:
    """The files of a project, wherever they are kept: ``read`` gets the name of each.

    The files have at most ``LARGEST_PROJECT`` bytes in all; the main file comes first.
    """
    files: list[TextFile] = []
    findings: list[Finding] = []
    too_much: list[str] = []
    room = LARGEST_PROJECT
    for name in in_reading_order(there):
        if not is_yaml(name) and not is_folder(name):
            findings.append(_not_read(name, there))
            continue
        found = read(name, room)
        if isinstance(found, TextFile):
            files.append(found)
            room -= len(found.data)
        elif found is None:
            too_much.append(name)
        else:
            findings.append(found)
    if too_much:
        number = count(len(too_much), "file was", "files were")
        message = f"{number} not read, because all files together have more than 50 MB."
        findings.append(file_finding(TOO_MUCH, too_much[0], message))
    return tuple(sorted(files, key=lambda file: file.name)), tuple(findings)


def in_reading_order(names: Iterable[str]) -> list[str]:
    """The files in the order in which they are read until there is no more room: the main file first."""
    return sorted(names, key=lambda name: (name != MAIN_FILE, name))


def belongs(name: str) -> bool:
    """Whether a path in a project's folder is one of its files, or looks as if it were."""
    *folders, last = name.split("/")
    if any(part.startswith(".") for part in (*folders, last)) or (folders and folders[0] in _NOT_PROJECT):
        return False
    return is_yaml(last) or bool(name_meant(last))


def baseline_names(root: Path) -> tuple[str, ...]:
    """The names of the baselines that a project keeps, in order; their files are not opened."""
    folder = root / BASELINES_FOLDER
    try:
        names = [] if folder.is_symlink() else os.listdir(folder)  # noqa: PTH208 - only names are asked for
    except OSError:  # the folder does not exist or cannot be read
        return ()
    return tuple(sorted(name.removesuffix(".yaml") for name in names if _BASELINE.fullmatch(name)))


def baseline_file(name: str) -> str:
    """Where a baseline is kept, from the project's folder."""
    return f"{BASELINES_FOLDER}/{name}.yaml"


def read_baseline(root: Path, name: str) -> TextFile | Finding:
    """The file of one baseline that there is, or why it cannot be read."""
    file = baseline_file(name)
    read = _read(root / file, file, os.path.realpath(root), LARGEST_FILE)
    return read or file_finding(TOO_LARGE, file, size_in_words(LARGEST_FILE))


def handout_names(root: Path) -> tuple[str, ...]:
    """The names of all handout templates: the built-in ones, then the project's own, each sorted."""
    own = sorted(file.stem for file in (root / "templates" / "handouts").glob("*.j2"))
    return (*assets.handout_names(), *own)


def _names(root: Path) -> Iterator[str]:
    """The files that belong to a project or look as if they did, and folders that cannot be opened."""
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(root, prefix)))  # noqa: PTH118 - quicker for many folders
        except OSError:
            yield prefix.rstrip("/")  # reading it fails too, and says why
            continue
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if prefix or name not in _NOT_PROJECT:
                    waiting.append(f"{prefix}{name}/")
            elif is_yaml(name) or name_meant(name):
                yield prefix + name


def _read(path: Path, name: str, inside: str, room: int) -> TextFile | Finding | None:
    """A file, a finding that says why it cannot be read, or ``None`` if it has more than ``room`` bytes."""
    try:
        if path.is_symlink() and not _within(os.path.realpath(path), inside):
            return file_finding(LINK_OUTSIDE, name, f"“{name}” is a link to a file outside the project.")
        if not path.is_file():
            what = "is a folder that cannot be opened" if path.is_dir() else "is not an ordinary file"
            return file_finding(UNREADABLE_FILE, name, f"“{name}” {what}.")
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > LARGEST_FILE:
                return file_finding(TOO_LARGE, name, size_in_words(size))
            return None if size > room else TextFile(name, stream.read(LARGEST_FILE + 1))
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return file_finding(UNREADABLE_FILE, name, f"“{name}” cannot be read: {reason.lower()}.")


def _not_read(name: str, there: Collection[str]) -> Finding:
    folder, _, last = name.rpartition("/")
    meant = name_meant(last)
    place = f"{folder}/{meant}" if folder else meant
    message = f"“{last}” is not read, because its name does not end in .yaml or .yml."
    hint = f"Rename it to {meant}, or move it out of the project folder."
    if place in there:
        hint = f"Copy what is new in it to {place}, then delete it."
    return file_finding(NOT_READ, name, message, hint)


def _within(path: str, folder: str) -> bool:
    return os.path.commonpath([path, folder]) == folder


def file_finding(rule: Rule, name: str, message: str, hint: str = "") -> Finding:
    """A finding about a file as a whole."""
    return Finding(rule.code, rule.severity, message, hint or rule.page.fix, name, START)


_YAML: Final = pattern(r"\.ya?ml", re.IGNORECASE)
_AFTER_ENDING: Final = pattern(
    r"(?P<name>.+\.ya?ml)(?:\.txt|\.docx?|\.rtf|\.ya?ml_| ?\(\d+\)| ?- ?copy(?: ?\(\d+\))?)", re.IGNORECASE
)
"""What Notepad, Word, and copies add to a name, often where Windows does not show it."""
_LETTERS: Final = (frozenset("yaml"), frozenset("yml"), frozenset("yam"))
_LONGEST_ENDING: Final = 5
_COPY: Final = pattern(r"\bcop(?:y|ies)\b|\bconflict|\(\d+\)$|\bduplicate\b|\bbackup\b|\bold$", re.IGNORECASE)


def is_yaml(name: str) -> bool:
    """Whether a file is read: by its ending, which Windows takes alike in capitals and small letters."""
    _, dot, ending = name.rpartition(".")
    return bool(_YAML.fullmatch(dot + ending))


def name_meant(name: str) -> str:
    """The name that a file should have to be read; empty if it does not look like a part of a project.

    ``partners.yaml.txt``, ``partners.yalm`` and ``partners_yaml`` are ``partners.yaml``. What says of
    itself that it is a backup, such as ``partners.yaml.bak``, is left alone.
    """
    found = _AFTER_ENDING.fullmatch(name)
    if found:
        return found["name"]
    stem, dot, ending = name.rpartition(".")
    letters = ending.lower()
    if is_yaml(name):
        return ""
    is_misspelled = letters[:1] == "y" and len(letters) <= _LONGEST_ENDING and frozenset(letters) in _LETTERS
    if dot and stem and is_misspelled:
        return f"{stem}.yaml"
    joined = re.fullmatch(r"(.+)[ ,_-]ya?ml", name, re.IGNORECASE)
    return f"{joined[1]}.yaml" if joined else ""


def named_like_copy(name: str, other: str) -> bool:
    """Whether a file has a name that a copy of the other gets: from a person, OneDrive, or Dropbox."""
    stem, other_stem = name.rpartition(".")[0], other.rpartition(".")[0]
    return bool(_COPY.search(stem)) or (len(stem) > len(other_stem) and stem.startswith(other_stem))
