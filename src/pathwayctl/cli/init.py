"""``pathwayctl init``: a new project from the scaffolds of the guides that it follows."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from pathwayctl.cli.exits import reason, stop, tell
from pathwayctl.cli.init_answers import Given, read_start, settle
from pathwayctl.cli.options import offering, option
from pathwayctl.cli.project_paths import as_argument, near
from pathwayctl.cli.questions import Again
from pathwayctl.cli.typed_values import chosen, given_today
from pathwayctl.model.vocabulary import Guide
from pathwayctl.reporters.lines import harmless, line
from pathwayctl.wording import listed

_NOTHING: Final = "\nStopped. Nothing was made."


NewFolder = Annotated[
    Path, typer.Argument(metavar="DIR", help="The folder to make; it must be new or empty.")
]
Guides = Annotated[
    list[str] | None,
    option(
        "--guide",
        "NAME",
        "A guide to start from: sector (default), ccrs, grades-9-14, or components. For several guides, "
        "repeat it.",
        autocompletion=offering(Guide),
    ),
]
Added = Annotated[
    list[str] | None,
    option(
        "--add-guide",
        "NAME",
        "A guide to add to the project that is in DIR, with the files it brings. Nothing is written over.",
        autocompletion=offering(Guide),
    ),
]
ProjectName = Annotated[str | None, option("--name", "TEXT", "The project's name, as shown on every page.")]
FirstDay = Annotated[
    str | None, option("--start", "DATE", "The first day, such as 2027-01-04. Default: next Monday.")
]
Terms = Annotated[
    list[str] | None, option("--set", "TERM=TEXT", "The text that replaces a word in brackets: [TERM].")
]


def init(
    folder: NewFolder,
    guides: Guides = None,
    name: ProjectName = None,
    start: FirstDay = None,
    terms: Terms = None,
    added: Added = None,
) -> None:
    """Start a new project: a folder of files to fill in, with a first plan.

    pathwayctl init my-project
    pathwayctl init my-project --guide ccrs --guide grades-9-14 --start 2027-01-04
    pathwayctl init my-project --set industry=energy --set region="Front Range"
    pathwayctl init my-project --add-guide components
    """
    from pathwayctl.scaffolds import ABOUT

    if added:
        _add(folder, chosen(added, ABOUT, "guide"), (guides, name, start, terms))
        return
    given = Given(
        chosen(guides or (), ABOUT, "guide"),
        " ".join(harmless(name or "").split()),
        None if start is None else _first_day(start),
        _terms(terms or []),
    )
    where = _new(folder)
    made = _make(where, given)
    _ready_for_editors(where)
    _report(folder, made)


def _add(folder: Path, added: tuple[str, ...], others: tuple[object, ...]) -> None:
    """Add guides to a project, and say which files they brought."""
    from pathwayctl.cli.guide_addition import add_guides, left_to_join
    from pathwayctl.reporters.screen import show

    if any(others):
        stop("--add-guide adds to a project that exists, so it goes with no other option.")
    done = add_guides(folder, added)
    there = as_argument(folder)
    lines = [f"Added {listed(list(added))} to {near(done.main)}.", *(f"Made {name}" for name in done.made)]
    show([*map(line, lines), *map(line, left_to_join(done, there))], sys.stdout)
    tell(f"Next: pathwayctl next{there}")


def _make(where: Path, given: Given) -> int:
    """Write the files of the new project, and return their number; stops if that fails."""
    from pathwayctl.scaffolds import lay_out, scaffold

    try:
        begin = settle(given, _title(where) or "Career pathways project", _next_monday())
        files = scaffold(begin.guides, begin.name, begin.start, begin.terms)
        failure = lay_out(where, files)
    except EOFError:
        stop(_NOTHING)
    except KeyboardInterrupt:
        tell(_NOTHING)
        raise
    if failure:
        left = f"These files were written: {listed(list(map(str, failure.left)))}." if failure.left else ""
        stop(f"{failure.why.path}: {failure.why.message} {left or 'Nothing was made.'}")
    return len(files)


def _ready_for_editors(where: Path) -> None:
    """Set the project up for VS Code, and for editors that read the same files."""
    from pathwayctl.cli.checked_project import opened
    from pathwayctl.cli.editor import set_up
    from pathwayctl.cli.schema_file import refresh_schema

    list(set_up(where, ["vscode"]))
    refresh_schema(opened(where))


def _new(folder: Path) -> Path:
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
    # Hidden files do not count: git and the file manager keep theirs there.
    if where.exists() and any(not entry.name.startswith(".") for entry in where.iterdir()):
        return "is already there and not empty"
    around = find_project(where)
    return f"is inside the project “{near(around)}” and would be read as part of it" if around else ""


def _title(folder: Path) -> str:
    """A name for the project after its folder: ``northern-colorado`` is ``Northern colorado``."""
    words = " ".join(harmless(folder.name).replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _report(folder: Path, files: int) -> None:
    from pathwayctl.reporters.screen import show
    from pathwayctl.wording import count

    first = folder / "pathway.yaml"
    there = as_argument(folder)
    show([line(f"Made {count(files, 'file')} in {there.strip() or 'this folder'}.")], sys.stdout)
    tell(f"Open {first} in a text editor, and go on from there.\nNext: pathwayctl validate{there}")


def _first_day(asked: str) -> date:
    day = read_start(asked.strip())
    if isinstance(day, Again):
        stop(f"--start: {day.hint}")
    return day


def _next_monday() -> date:
    """The default first day. This is the only place that reads the clock."""
    from pathwayctl.scaffolds import following_monday

    return following_monday(given_today() or datetime.now(UTC).astimezone().date())


def _terms(asked: list[str]) -> dict[str, str]:
    from pathwayctl.catalog.terms import key_of

    found: dict[str, str] = {}
    for one in asked:
        term, _, text = one.partition("=")
        key, words = key_of(term), " ".join(harmless(text).split())
        if not key or not words:
            stop(f'“{one}” does not say what to set. Write it like this: --set college="Front Range College"')
        found[key] = words
    return found
