"""``pathwayctl next``: what to do next, guide by guide, from what stands in the files."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pathwayctl.cli.arguments import chosen, the_one
from pathwayctl.cli.options import InProject, Project
from pathwayctl.cli.paths import as_argument, root_of, the_project


def next_step(
    project: Project = None,
    in_project: InProject = None,
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
    asked = chosen(guides or (), known, "guide")
    place = the_project(project, in_project)
    root = root_of(place)

    from pathwayctl.cli.examining import examine
    from pathwayctl.diagnostics import Severity
    from pathwayctl.guidance.registry import guide_report
    from pathwayctl.reporters.guidance.view import GuidanceReport
    from pathwayctl.reporters.screen import screen_width, show

    examined = examine(root)
    plan = examined.loaded.plan
    followed = [known[name] for name in asked] or list(dict.fromkeys(plan.project.guides))
    errors = sum(finding.severity is Severity.ERROR for finding in examined.findings)
    report = GuidanceReport(
        examined.loaded,
        tuple(guide_report(plan, examined.schedule, guide) for guide in followed),
        errors,
        f"pathwayctl validate{as_argument(place)}",
        f"pathwayctl next{as_argument(place)}{''.join(f' --guide {name}' for name in asked)} --all",
        whole,
    )
    show(writer(form)(report, screen_width(sys.stdout)), sys.stdout)
