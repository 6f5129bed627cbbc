"""``pathwayctl init --example``: a copy of one of the example projects."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pathwayctl.cli.exits import stop
from pathwayctl.cli.new_folder import make_project, new_folder
from pathwayctl.cli.typed_values import the_one
from pathwayctl.reporters.lines import Line, line


def start_example(folder: Path | None, asked: str, others: tuple[object, ...], *, dry_run: bool) -> None:
    """Copy an example into a new folder, which has its name if none is given.

    Without a name, the first example is copied; without a name and a folder, all are listed.
    """
    from pathwayctl.reporters.screen import show
    from pathwayctl.scaffolds.example_projects import EXAMPLES, example_files

    if any(others):
        stop("--example copies a complete project, so it goes with no other option.")
    if not asked and folder is None:
        show(_offered(), sys.stdout)
        return
    name = the_one(asked.replace("-", "_"), EXAMPLES, "example") if asked else next(iter(EXAMPLES))
    there = Path(name) if folder is None else folder
    make_project(there, new_folder(there), lambda _: example_files(name), "status", dry_run=dry_run)


def _offered() -> Iterator[Line]:
    """The examples, each with what it shows and the command that copies it."""
    from pathwayctl.scaffolds.example_projects import EXAMPLES

    yield line("Examples, with fictional people and organizations:")
    for name, about in EXAMPLES.items():
        yield line()
        yield line((name, "bold"), f": {about}")
        yield line(f"  pathwayctl init --example {name}")
