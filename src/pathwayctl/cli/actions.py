"""``pathwayctl actions``: the action items of all meetings."""

from __future__ import annotations

from typing import Annotated

from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.completion import ids_like
from pathwayctl.cli.edited_project import EditForm, the_form
from pathwayctl.cli.options import ProjectArgument, ProjectOption, option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import root_of, the_project
from pathwayctl.cli.typed_values import the_parties

ForWhom = Annotated[
    list[str] | None,
    option("--for", "PERSON", "Only those of a person or organization.", autocompletion=ids_like),
]
OnlyOpen = Annotated[bool, option("--open", None, "Only those that are not done.")]


def actions(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    for_whom: ForWhom = None,
    only_open: OnlyOpen = False,
    form: EditForm = "text",
) -> None:
    """List the action items of all meetings: who does what by when, the open ones first.

    pathwayctl actions --open
    pathwayctl actions --for dana-ruiz
    """
    from pathwayctl.evidence.outreach.registers import action_register
    from pathwayctl.reporters import registers

    form = the_form(form)
    there = opened(root_of(the_project(project, in_project)))
    owners = the_parties(for_whom, there.plan) if for_whom else ()
    every = there.index.ask(action_register)
    found = [one for one in every if not (only_open and one.item.done)]
    found = [one for one in found if not owners or one.item.owner in owners]
    show_report(lambda width: registers.actions(found, there.index, form, width))
