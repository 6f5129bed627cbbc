"""``pathwayctl next``: what to do next, guide by guide, from what is in the files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pathwayctl.cli.options import SHOWN, ProjectArgument, ProjectOption, form_option, offering, option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import as_argument, as_option, root_of, the_project
from pathwayctl.cli.typed_values import chosen, the_one
from pathwayctl.model.vocabulary import Guide
from pathwayctl.reporters.registry import GUIDANCE

if TYPE_CHECKING:
    from pathwayctl.reporters.guidance.view import GuidanceReport


Guides = Annotated[
    list[str] | None,
    option(
        "--guide",
        "NAME",
        "ccrs, components, grades-9-14, or sector. Default: the guides the project follows. For several "
        "guides, repeat it.",
        SHOWN,
        autocompletion=offering(Guide),
    ),
]
Whole = Annotated[
    bool, option("--all", None, "Show everything that each part still lacks, and what to type.", SHOWN)
]
Form = Annotated[
    str, form_option("table to read (default), markdown for a wiki, or json for programs.", GUIDANCE)
]


def next_step(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    guides: Guides = None,
    whole: Whole = False,
    form: Form = "table",
) -> None:
    """Show the next three things to do, what to type, and the progress in each guide.

    pathwayctl next my-project
    pathwayctl next my-project --all
    pathwayctl next my-project --guide sector
    """
    form = the_one(form, GUIDANCE, "format")
    known = {guide.value: guide for guide in Guide}
    asked = [known[name] for name in chosen(guides or (), known, "guide")]
    report = _report(the_project(project, in_project), asked, whole=whole)
    show_report(partial(GUIDANCE.writer(form), report))


def _report(place: Path, asked: Sequence[Guide], *, whole: bool) -> GuidanceReport:
    """Report the progress in the selected guides, by default in those the project follows."""
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
        as_option(place),
    )
