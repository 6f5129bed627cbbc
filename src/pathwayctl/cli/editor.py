"""``pathwayctl editor``: set a project up for an editor."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.edited_project import DryRun, EditForm, the_form
from pathwayctl.cli.exits import reason, stop
from pathwayctl.cli.options import ProjectArgument, ProjectOption, option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import root_of, the_project
from pathwayctl.cli.schema_file import refresh_schema
from pathwayctl.reporters.editor_settings import write_outcomes

if TYPE_CHECKING:
    from pathwayctl.editors.settings_files import Outcome

VsCode = Annotated[bool, option("--vscode", None, "For Visual Studio Code, also if no editor is named.")]
JetBrains = Annotated[bool, option("--jetbrains", None, "For PyCharm, IntelliJ IDEA, and their siblings.")]
Neovim = Annotated[bool, option("--neovim", None, "For Neovim 0.11 or later.")]
Helix = Annotated[bool, option("--helix", None, "For Helix.")]


def editor(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    vscode: VsCode = False,
    jetbrains: JetBrains = False,
    neovim: Neovim = False,
    helix: Helix = False,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Set a project up for an editor, so that it completes, explains, and checks what you type.

    pathwayctl editor my-project
    pathwayctl editor my-project --neovim --helix
    pathwayctl editor my-project --dry-run --format json
    """
    wanted = {"vscode": vscode, "jetbrains": jetbrains, "neovim": neovim, "helix": helix}
    named = [name for name, is_wanted in wanted.items() if is_wanted] or ["vscode"]
    root, form = root_of(the_project(project, in_project)), the_form(form)
    outcomes = set_up(root, named, dry_run=dry_run)
    if not dry_run:
        refresh_schema(opened(root))
    show_report(lambda _: write_outcomes(outcomes, form, dry_run=dry_run))


def set_up(root: Path, editors: Iterable[str], *, dry_run: bool = False) -> tuple[Outcome, ...]:
    """Write the files of some editors; returns what became of each, and says which cannot be written.

    Stops if one cannot be read or written.
    """
    from pathwayctl.editors.settings_files import plan_settings, write_settings

    try:
        planned = plan_settings(root, editors)
    except OSError as error:
        stop(f"“{error.filename}” cannot be read: {reason(error)}. No settings for editors were written.")
    failures = [] if dry_run else list(write_settings(root, planned))
    if failures:
        stop("\n".join(f"{one.path}: {one.message}" for one in failures))
    return planned
