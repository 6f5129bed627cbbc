"""``pathwayctl init``: a new project from the scaffolds of the guides that it follows."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer

from pathwayctl.cli.edited_project import DryRun
from pathwayctl.cli.example_project import start_example
from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.init_answers import Given, read_start, settle
from pathwayctl.cli.new_folder import make_project, new_folder
from pathwayctl.cli.options import offering, option
from pathwayctl.cli.project_paths import as_argument, near
from pathwayctl.cli.questions import Again
from pathwayctl.cli.typed_values import chosen, given_today
from pathwayctl.model.vocabulary import Guide
from pathwayctl.reporters.lines import harmless, line
from pathwayctl.scaffolds.example_projects import EXAMPLES
from pathwayctl.wording import listed, long_day

_NOTHING: Final = "\nStopped. Nothing was made."
_FRIDAY: Final = 4


NewFolder = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR",
        help="The folder to make. It may be there already, if all it has is what a new repository has.",
    ),
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
ProjectName = Annotated[str | None, option("--name", "TEXT", "The project’s name, as shown on every page.")]
FirstDay = Annotated[
    str | None, option("--start", "DATE", "The first day, such as 2027-01-04. Default: next Monday.")
]
Terms = Annotated[
    list[str] | None, option("--set", "TERM=TEXT", "The text that replaces a word in brackets: [TERM].")
]
Example = Annotated[
    str | None,
    option(
        "--example",
        "[NAME]",
        "Copy a complete example, to look at and to print. Without a name and a folder, it lists them.",
        autocompletion=offering(EXAMPLES),
    ),
]


def init(
    folder: NewFolder = None,
    guides: Guides = None,
    name: ProjectName = None,
    start: FirstDay = None,
    terms: Terms = None,
    added: Added = None,
    example: Example = None,
    dry_run: DryRun = False,
) -> None:
    """Start a new project: a folder of files to fill in, with a first plan.

    pathwayctl init my-project
    pathwayctl init my-project --guide ccrs --guide grades-9-14 --start 2027-01-04
    pathwayctl init my-project --set industry=energy --set region="Front Range"
    pathwayctl init my-project --add-guide components --dry-run
    pathwayctl init --example
    pathwayctl init our-example --example state_agency
    """
    from pathwayctl.scaffolds import ABOUT

    others = (guides, name, start, terms)
    if example is not None:
        start_example(folder, example, (*others, added), dry_run=dry_run)
    elif folder is None:
        stop(
            "pathwayctl init needs DIR after it, such as my-project. For examples: pathwayctl init --example"
        )
    elif added:
        _add(folder, chosen(added, ABOUT, "guide"), others, dry_run=dry_run)
    else:
        told = chosen(guides or (), ABOUT, "guide"), _words(name), _first_day(start), _terms(terms or [])
        files = partial(_files, Given(*told))
        make_project(folder, new_folder(folder), files, "validate", dry_run=dry_run)


def _add(folder: Path, added: tuple[str, ...], others: tuple[object, ...], *, dry_run: bool) -> None:
    """Add guides to a project, and say which files they brought."""
    from pathwayctl.cli.guide_addition import add_guides, left_to_join
    from pathwayctl.reporters.screen import show

    if any(others):
        stop("--add-guide adds to a project that exists, so it goes with no other option.")
    done = add_guides(folder, added, dry_run=dry_run)
    there = as_argument(folder)
    did, made = ("Would add", "Would make") if dry_run else ("Added", "Made")
    lines = [f"{did} {listed(list(added))} to {near(done.main)}.", *(f"{made} {name}" for name in done.made)]
    show([*map(line, lines), *map(line, left_to_join(done, there))], sys.stdout)
    tell("Dry run: nothing was written." if dry_run else f"Next: pathwayctl next{there}")


def _files(given: Given, where: Path) -> dict[str, str]:
    """The files of a new project by their names; asks for what was not given."""
    from pathwayctl.scaffolds import scaffold

    try:
        begin = settle(given, _title(where) or "Career pathways project", _next_monday())
        _tell_of_weekend(begin.start)
        return scaffold(begin.guides, begin.name, begin.start, begin.terms)
    except EOFError:
        stop(_NOTHING)
    except KeyboardInterrupt:
        tell(_NOTHING)
        raise


def _tell_of_weekend(start: date) -> None:
    """Say so if the project begins on a day without work; that is no mistake."""
    if start.weekday() > _FRIDAY:
        tell(f"{long_day(start)} is a {start:%A}, so work begins on the next working day.")


def _title(folder: Path) -> str:
    """A name for the project after its folder: ``northern-colorado`` is ``Northern colorado``."""
    words = " ".join(harmless(folder.name).replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _words(name: str | None) -> str:
    return " ".join(harmless(name or "").split())


def _first_day(asked: str | None) -> date | None:
    day = None if asked is None else read_start(asked.strip())
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
