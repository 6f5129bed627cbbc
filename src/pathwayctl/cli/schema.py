"""``pathwayctl schema``: the JSON Schema of a project's files, for editors and other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pathwayctl import __version__
from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.options import OUTPUT, option
from pathwayctl.cli.output import save, show_report
from pathwayctl.cli.project_paths import SCREEN, root_of
from pathwayctl.reporters.lines import line

OfProject = Annotated[
    Path | None,
    option("--project -p", "PROJECT", "Add the ids of this project, so that an editor completes them."),
]
File = Annotated[Path | None, option("--output -o", "FILE", "Write to a file instead of the screen.", OUTPUT)]


def schema(project: OfProject = None, output: File = None) -> None:
    """Show the JSON Schema that describes every file of a project, for editors and other programs.

    pathwayctl schema -o pathwayctl.schema.json
    pathwayctl schema --project my-project -o my-project.schema.json
    """
    from pathwayctl.schema.known_ids import NO_PROJECT, known_ids
    from pathwayctl.schema.project_schema import schema_text

    there = None if project is None else opened(root_of(project))
    text = schema_text(NO_PROJECT if there is None else known_ids(there.index, __version__))
    if output is None or output == SCREEN:
        show_report(lambda _: [line(text.rstrip())])
    else:
        save(text, output, () if there is None else there.loaded.kept_files())
