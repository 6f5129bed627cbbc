"""The folder of a new project: whether one can begin there, its files, and what to do next."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import typer

from pathwayctl.cli.exits import reason, stop, tell
from pathwayctl.cli.project_paths import as_argument, near
from pathwayctl.reporters.lines import line
from pathwayctl.wording import count, listed

_OF_REPOSITORY: Final = frozenset(
    {"readme", "license", "licence", "copying", "notice", "contributing", "code_of_conduct", "security",
     "changelog", "support", "codeowners"}
)  # fmt: skip
"""Files, whatever their endings, that services such as GitHub put into a new repository."""
_OF_SYSTEM: Final = frozenset({"desktop.ini", "thumbs.db"})
"""Files that Windows puts into folders. Those of macOS and git are hidden."""


def new_folder(folder: Path) -> Path:
    """The folder of the new project; stops if something is in the way."""
    where = Path(os.path.realpath(folder))
    try:
        trouble = _in_the_way(where)
    except OSError as error:
        trouble = f"cannot be made: {reason(error)}"
    if trouble:
        stop(f"“{folder}” {trouble}. Name a new folder; nothing was changed.")
    return where


def _in_the_way(where: Path) -> str:
    """Why no project can be started in a folder; empty if it can."""
    from pathwayctl.loading.files import find_project
    from pathwayctl.writing import is_portable

    if where.exists() and not where.is_dir():
        return "is a file"
    if not where.exists() and not is_portable(where.name):
        return "is not a name that every computer can have for a folder"
    others = sorted(entry.name for entry in where.iterdir() if not _may_stay(entry)) if where.exists() else []
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        return f"is already there and not empty: it has “{others[0]}”{more} in it"
    around = find_project(where)
    return f"is inside the project “{near(around)}” and would be read as part of it" if around else ""


def _may_stay(entry: Path) -> bool:
    """Whether a file or folder is one that a new repository or the file manager has put there."""
    name = entry.name.lower()
    is_known = name in _OF_SYSTEM or name.partition(".")[0] in _OF_REPOSITORY
    return name.startswith(".") or (is_known and not name.endswith((".yaml", ".yml")) and entry.is_file())


def make_project(
    folder: Path,
    where: Path,
    files_for: Callable[[Path], Mapping[str, str]],
    next_step: str,
    *,
    dry_run: bool,
) -> None:
    """Make a new project, set it up for editors, and say what comes next; stops if that fails.

    A ``dry_run`` only says which files there would be.
    """
    from pathwayctl.reporters.screen import show

    files, there = files_for(where), as_argument(folder)
    number = f"{count(len(files), 'file')} in {there.strip() or 'this folder'}"
    if dry_run:
        show([line(f"Would make {number}:"), *(line(f"  {name}") for name in sorted(files))], sys.stdout)
        tell("Dry run: nothing was written.")
        return
    _lay_out_or_stop(where, files)
    _ready_for_editors(where)
    show([line(f"Made {number}.")], sys.stdout)
    first = folder / "pathway.yaml"
    tell(f"Open {first} in a text editor, and go on from there.\nNext: pathwayctl {next_step}{there}")


def _lay_out_or_stop(where: Path, files: Mapping[str, str]) -> None:
    """Write all files of a new project, or none; stops with the reason if that fails."""
    from pathwayctl.scaffolds import lay_out

    failure = lay_out(where, files)
    if failure:
        left = f"These files were written: {listed(list(map(str, failure.left)))}." if failure.left else ""
        stop(f"{failure.why.path}: {failure.why.message} {left or 'Nothing was made.'}")


def _ready_for_editors(where: Path) -> None:
    """Set the project up for VS Code, and for editors that read the same files.

    What cannot be read or written there is only told: the project is made.
    """
    from pathwayctl.cli.checked_project import opened
    from pathwayctl.cli.editor import set_up
    from pathwayctl.cli.schema_file import refresh_schema

    with suppress(typer.Exit):
        set_up(where, ["vscode"])
    refresh_schema(opened(where))
