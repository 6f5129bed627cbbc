"""``pathwayctl next``: what to do next, guide by guide, from what stands in the files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pathwayctl.cli.choices import chosen, the_one
from pathwayctl.cli.ending import stop
from pathwayctl.cli.places import HERE, NoProject, find


def next_step(
    project: Annotated[
        Path,
        typer.Argument(metavar="PROJECT", help="The project's folder; the current one if none is named."),
    ] = HERE,
    guides: Annotated[
        list[str] | None,
        typer.Option(
            "--guide",
            metavar="NAME",
            help="ccrs, components, grades-9-14 or sector; those that the project follows if none is named. "
            "For several guides, repeat it.",
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="table to read (if none is named), markdown for a wiki, json for programs.",
        ),
    ] = "table",
) -> None:
    """Show what is done, what is under way and what comes next in each guide, and what to type.

    pathwayctl next my-project
    pathwayctl next my-project --guide sector
    """
    from pathwayctl.model.vocabulary import Guide
    from pathwayctl.reporters.guidance.registry import FORMATS, writer

    form = the_one(form, FORMATS, "format")
    known = {guide.value: guide for guide in Guide}
    asked = chosen(guides or (), known, "guide")
    root = find(project)
    if isinstance(root, NoProject):
        stop(root.message)

    from pathwayctl.cli.examining import examine
    from pathwayctl.diagnostics import Severity
    from pathwayctl.guidance.registry import guide_report
    from pathwayctl.reporters.guidance.view import GuidanceReport
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.reporters.shell import typed

    examined = examine(root)
    plan = examined.loaded.plan
    followed = [known[name] for name in asked] or list(dict.fromkeys(plan.project.guides))
    errors = sum(finding.severity is Severity.ERROR for finding in examined.findings)
    where = "" if project == HERE else f" {typed(str(project))}"
    report = GuidanceReport(
        examined.loaded,
        tuple(guide_report(plan, examined.schedule, guide) for guide in followed),
        errors,
        f"pathwayctl validate{where}",
    )
    show(writer(form)(report, screen_width(sys.stdout)), sys.stdout)
