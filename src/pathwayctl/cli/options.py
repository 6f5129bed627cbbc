"""Arguments and options that several commands have, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_PROJECT = "The project’s folder. Default: the current folder."
_ALSO = "Another way to name the project’s folder."

ProjectArgument = Annotated[Path | None, typer.Argument(metavar="PROJECT", help=_PROJECT)]
"""The project as an argument."""
ProjectOption = Annotated[Path | None, typer.Option("--project", "-p", metavar="PROJECT", help=_ALSO)]
"""The project as an option, which every command about a project takes too."""
ProjectOptions = Annotated[list[Path] | None, typer.Option("--project", "-p", metavar="PROJECT", help=_ALSO)]
"""Projects as options, where a command takes several."""
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of the screen."),
]
