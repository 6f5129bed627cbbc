"""``pathwayctl editor``: set a project up for an editor."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.edited_project import DryRun
from pathwayctl.cli.exits import reason, stop
from pathwayctl.cli.options import ProjectArgument, ProjectOption, option
from pathwayctl.cli.project_paths import root_of, the_project
from pathwayctl.cli.schema_file import refresh_schema
from pathwayctl.reporters.lines import line
from pathwayctl.reporters.screen import show

if TYPE_CHECKING:
    from pathwayctl.editors.settings_files import Outcome
    from pathwayctl.reporters.lines import Line

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
) -> None:
    """Set a project up for an editor, so that it completes, explains, and checks what you type.

    pathwayctl editor my-project
    pathwayctl editor my-project --neovim --helix
    """
    wanted = {"vscode": vscode, "jetbrains": jetbrains, "neovim": neovim, "helix": helix}
    named = [name for name, is_wanted in wanted.items() if is_wanted] or ["vscode"]
    root = root_of(the_project(project, in_project))
    lines = list(set_up(root, named, dry_run=dry_run))
    if not dry_run:
        refresh_schema(opened(root))
    show(lines, sys.stdout)


def set_up(root: Path, editors: Iterable[str], *, dry_run: bool = False) -> Iterator[Line]:
    """Write the files of some editors, and say what was done; stops if one cannot be read or written."""
    from pathwayctl.editors.settings_files import plan_settings, write_settings

    try:
        planned = plan_settings(root, editors)
    except OSError as error:
        stop(f"“{error.filename}” cannot be read: {reason(error)}. No settings for editors were written.")
    failures = [] if dry_run else list(write_settings(root, planned))
    for one in planned:
        yield from _said(one, dry_run=dry_run)
    yield from _without_former(root, dry_run=dry_run)
    if failures:
        stop("\n".join(f"{one.path}: {one.message}" for one in failures))


def _without_former(root: Path, *, dry_run: bool) -> Iterator[Line]:
    """Remove the folder that earlier versions kept the schema in, and say so."""
    from pathwayctl.editors.settings_files import has_former_folder, remove_former_folder

    if not has_former_folder(root):
        return
    where = "the schema for editors is now in .pathwayctl"
    if dry_run:
        yield line(f"Would remove .pathway: {where}")
    elif remove_former_folder(root):
        yield line(f"Removed .pathway: {where}")
    else:
        yield line(f"Left .pathway, which has more in it. Nothing reads it: {where}")


def _said(one: Outcome, *, dry_run: bool) -> Iterator[Line]:
    done = {"made": "Made", "added to": "Added to", "complete": "Nothing to add to", "left": "Left"}
    would = {**done, "made": "Would make", "added to": "Would add to", "left": "Would leave"}
    yield line(f"{(would if dry_run else done)[one.done]} {one.name}")
    if one.lacking:
        yield line(f"  It keeps what you have, because {one.why}. To have all of it, change or add:")
        yield from (line(f"    {row}") for row in one.lacking.rstrip().split("\n"))
