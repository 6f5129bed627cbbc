"""``pathwayctl doctor``: what is there to work with, and what to do about what is missing."""

from __future__ import annotations

from typing import Annotated

import typer

from pathwayctl.cli.exits import CANNOT_READ
from pathwayctl.cli.options import FolderOption, form_option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import HERE
from pathwayctl.cli.typed_values import the_one
from pathwayctl.reporters.installation import FORMATS, PartState, write

Form = Annotated[str, form_option("text to read (default), or json for programs.", FORMATS)]


def doctor(project: FolderOption = None, form: Form = "text") -> None:
    """Show what pathwayctl finds on this machine, and what to do about what is missing.

    pathwayctl doctor
    pathwayctl doctor -p my-project
    pathwayctl doctor --format json
    """
    from pathwayctl.cli.used_parts import parts

    form = the_one(form, FORMATS, "format")
    found = list(parts(project or HERE))
    show_report(lambda width: write(found, form, width))
    if any(one.state is PartState.MISSING for one in found):
        raise typer.Exit(CANNOT_READ)
