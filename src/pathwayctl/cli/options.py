"""Arguments and options that several commands have, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_PROJECT = "The project's folder; the current one if none is named."

Project = Annotated[Path, typer.Argument(metavar="PROJECT", help=_PROJECT)]
"""The project, where a command is about nothing else."""
InProject = Annotated[Path, typer.Option("--project", "-p", metavar="PROJECT", help=_PROJECT)]
"""The project, where a command is about something in it."""
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file and not to the screen."),
]
