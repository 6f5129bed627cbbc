"""``pathwayctl undo``: take back the last change that a command made."""

from __future__ import annotations

from pathwayctl.cli.edited_project import DryRun, EditForm, refuse, the_form
from pathwayctl.cli.options import ProjectArgument, ProjectOption
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import root_of, the_project


def undo(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Undo the last change that a command made, if the files are still as it left them.

    pathwayctl undo
    pathwayctl undo --dry-run
    """
    from pathwayctl.editing.edits import Refused
    from pathwayctl.editing.journal import last_edit
    from pathwayctl.reporters.edit_results import EditReport, writer

    form = the_form(form)
    last = last_edit(root_of(the_project(project, in_project)))
    if isinstance(last, Refused):
        refuse(last, form)
    if not dry_run:
        refused = last.undoing.write()
        if refused is not None:
            refuse(refused, form)
        last.forget()
    report = EditReport(last.undoing, dry_run, (f"{'Would undo' if dry_run else 'Undid'}: {last.command}",))
    show_report(lambda width: writer(form)(report, width))
