"""``pathwayctl next``: what to do next, guide by guide, from what is in the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.options import ProjectArgument, ProjectOption
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import as_argument, root_of, the_project
from pathwayctl.cli.typed_values import chosen, the_one

if TYPE_CHECKING:
    from pathwayctl.model.vocabulary import Guide
    from pathwayctl.reporters.guidance.view import GuidanceReport


def next_step(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    guides: Annotated[
        list[str] | None,
        typer.Option(
            "--guide",
            metavar="NAME",
            help="ccrs, components, grades-9-14, or sector. Default: the guides the project follows. "
            "For several guides, repeat it.",
        ),
    ] = None,
    whole: Annotated[
        bool,
        typer.Option("--all", help="Show everything that is still missing from each part, and what to type."),
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="table to read (default), markdown for a wiki, or json for programs.",
        ),
    ] = "table",
) -> None:
    """Show the next three things to do, what to type, and the progress in each guide.

    pathwayctl next my-project
    pathwayctl next my-project --all
    pathwayctl next my-project --guide sector
    """
    from pathwayctl.model.vocabulary import Guide
    from pathwayctl.reporters.guidance.registry import FORMATS, writer

    form = the_one(form, FORMATS, "format")
    known = {guide.value: guide for guide in Guide}
    asked = [known[name] for name in chosen(guides or (), known, "guide")]
    report = _report(the_project(project, in_project), asked, whole=whole)
    show_report(lambda width: writer(form)(report, width))


def _report(place: Path, asked: Sequence[Guide], *, whole: bool) -> GuidanceReport:
    """Report progress in the guides asked for, or else in those the project follows."""
    root = root_of(place)

    from pathwayctl.cli.checked_project import opened
    from pathwayctl.reporters.guidance.view import GuidanceReport

    project = opened(root)
    return GuidanceReport(
        project.loaded,
        tuple(project.guidance(guide) for guide in asked or dict.fromkeys(project.plan.project.guides)),
        len(project.errors),
        f"pathwayctl validate{as_argument(place)}",
        f"pathwayctl next{as_argument(place)}{''.join(f' --guide {guide}' for guide in asked)} --all",
        whole,
    )
