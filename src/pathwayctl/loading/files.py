"""Finds a project's folder and its files. Nothing outside the folder is ever read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pathwayctl import assets
from pathwayctl.diagnostics import START, Finding, Rule
from pathwayctl.loading.rules import LINK_OUTSIDE, UNREADABLE_FILE

MAIN_FILE: Final = "pathway.yaml"
OUTPUT_FOLDER: Final = "build"
BASELINES_FOLDER: Final = "baselines"
_ENDINGS: Final = (".yaml", ".yml")
_NOT_PROJECT: Final = frozenset({"templates", BASELINES_FOLDER, OUTPUT_FOLDER})
_BASELINE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")
LARGEST_FILE: Final = 20_000_000
"""Bytes; a file of twenty megabytes is no plan that anyone wrote by hand."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of a project: its name relative to the project's folder, and its bytes."""

    name: str
    data: bytes


def find_project(start: Path) -> Path | None:
    """The folder with a ``pathway.yaml`` at or above ``start``, the way git looks for its own."""
    here = Path(os.path.abspath(start))  # noqa: PTH100 - resolve() would follow links out of the project
    for folder in (here, *here.parents):
        if (folder / MAIN_FILE).is_file():
            return folder
    return None


def read_files(root: Path) -> tuple[tuple[TextFile, ...], tuple[Finding, ...]]:
    """Every YAML file of the project in path order, and a finding for each that cannot be read."""
    files: list[TextFile] = []
    findings: list[Finding] = []
    inside = os.path.realpath(root)
    for name in sorted(_names(str(root), "")):
        read = _read(root / name, name, inside)
        if isinstance(read, TextFile):
            files.append(read)
        else:
            findings.append(read)
    return tuple(files), tuple(findings)


def baseline_names(root: Path) -> tuple[str, ...]:
    """The names of the baselines that a project keeps, in order; their files are not opened."""
    folder = root / BASELINES_FOLDER
    try:
        names = [] if folder.is_symlink() else os.listdir(folder)  # noqa: PTH208 - only names are asked for
    except OSError:  # there is no such folder, or nobody may look into it
        return ()
    return tuple(sorted(name.removesuffix(".yaml") for name in names if _BASELINE.fullmatch(name)))


def baseline_file(name: str) -> str:
    """Where a baseline is kept, from the project's folder."""
    return f"{BASELINES_FOLDER}/{name}.yaml"


def read_baseline(root: Path, name: str) -> TextFile | Finding:
    """The file of one baseline that there is, or why it cannot be read."""
    return _read(root / baseline_file(name), baseline_file(name), os.path.realpath(root))


def handout_names(root: Path) -> tuple[str, ...]:
    """The names of all handout templates: the built-in ones, then the project's own, each sorted."""
    own = sorted(file.stem for file in (root / "templates" / "handouts").glob("*.j2"))
    return (*assets.handout_names(), *own)


def _names(folder: str, prefix: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        yield prefix.rstrip("/")  # reading it fails too, and says why
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if prefix or entry.name not in _NOT_PROJECT:
                yield from _names(entry.path, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_ENDINGS):
            yield prefix + entry.name


def _read(path: Path, name: str, inside: str) -> TextFile | Finding:
    try:
        if path.is_symlink() and not _within(os.path.realpath(path), inside):
            return _finding(LINK_OUTSIDE, name, f"“{name}” is a link to a file outside the project.")
        if not path.is_file():
            what = "is a folder that cannot be looked into" if path.is_dir() else "is not an ordinary file"
            return _finding(UNREADABLE_FILE, name, f"“{name}” {what}.")
        with path.open("rb") as stream:
            return TextFile(name, stream.read(LARGEST_FILE + 1))
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return _finding(UNREADABLE_FILE, name, f"“{name}” cannot be read: {reason.lower()}.")


def _within(path: str, folder: str) -> bool:
    return os.path.commonpath([path, folder]) == folder


def _finding(rule: Rule, name: str, message: str) -> Finding:
    return Finding(rule.code, rule.severity, message, rule.page.fix, name, START)
