"""``pathwayctl init``: a new project from a guide's scaffold."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from pathwayctl.cli.ending import stop

_TERM: Final = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)=(.+)", re.DOTALL)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to make; it must be new or empty.")
    ],
    guide: Annotated[
        str, typer.Option(metavar="NAME", help="The guide whose steps to begin with.")
    ] = "sector",
    name: Annotated[
        str | None, typer.Option(help="The project's name, as it will stand on every page.")
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The first day, such as 2027-01-04; next Monday if not given."),
    ] = None,
    terms: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="TERM=VALUE", help='What to write for [TERM], as in college="Front Range".'
        ),
    ] = None,
) -> None:
    """Begin a new project: a folder of files to fill in, with a first plan in it."""
    from pathwayctl.scaffolds import guides, scaffold
    from pathwayctl.wording import count, listed, suggestion
    from pathwayctl.writing import NotWritten, write

    if guide not in guides():
        stop(f"There is no guide “{guide}” to begin with. {suggestion(guide, guides())} "
             f"There is {listed(guides())}.")  # fmt: skip
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        stop(f"“{folder}” is already there and not empty. Name a new folder; nothing was changed.")
    title = (name or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()).strip()
    files = scaffold(guide, title or "Career pathways project", _first_day(start), _terms(terms))
    for file, text in files.items():
        written = write(folder, file, text)
        if isinstance(written, NotWritten):
            stop(f"{written.path}: {written.message} {written.hint}")
    typer.echo(
        f"Made {count(len(files), 'file')} in {folder}. Open {folder / 'pathway.yaml'} and read on from there.\n"
        f"Next: pathwayctl validate {folder}",
    )


def _first_day(asked: str | None) -> date:
    from pathwayctl.scaffolds import following_monday

    if asked is None:
        return following_monday(_today())
    try:
        return date.fromisoformat(asked)
    except ValueError:
        stop(f"“{asked}” is not a day of the calendar. Write year, month and day: --start 2027-01-04")


def _today() -> date:
    """The day it is, or the one that SOURCE_DATE_EPOCH names; only a new project ever asks."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC).astimezone()
    return now.date()


def _terms(asked: list[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in asked or ():
        parts = _TERM.fullmatch(one.strip())
        if not parts:
            stop(f'“{one}” does not say what to set. Write it like this: --set college="Front Range College"')
        found[parts[1]] = parts[2].strip()
    return found
