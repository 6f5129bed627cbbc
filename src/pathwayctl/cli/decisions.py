"""``pathwayctl decisions``: the decisions of all meetings."""

from __future__ import annotations

from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.edited_project import EditForm, the_form
from pathwayctl.cli.options import ProjectArgument, ProjectOption
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import root_of, the_project


def decisions(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    form: EditForm = "text",
) -> None:
    """List the decisions of all meetings, by date.

    pathwayctl decisions
    pathwayctl decisions my-project --format json
    """
    from pathwayctl.evidence.outreach.registers import decision_register
    from pathwayctl.reporters import registers

    form = the_form(form)
    there = opened(root_of(the_project(project, in_project)))
    found = there.index.ask(decision_register)
    show_report(lambda width: registers.decisions(found, form, width))
