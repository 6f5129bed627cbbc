# ruff: noqa: N999 - the module of a command has its name
"""``pathwayctl import``: take over what was changed in a file, or a list of a partner's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.checked_project import scheduled
from pathwayctl.cli.completion import kind_or_list
from pathwayctl.cli.edited_project import DryRun, EditForm, finish, refuse, the_form
from pathwayctl.cli.exits import FOUND_ERRORS, reason, stop, tell
from pathwayctl.cli.options import FolderOption, option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import HERE
from pathwayctl.cli.questions import Again, ask, on_terminal, yes_or_no

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.exchange.date_differences import DateComparison
    from pathwayctl.exchange.import_plan import ImportOrder, ImportPlan, Side

_LISTS = "Lists of their own"
FileArgument = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A workbook that a partner sent back, a list, or a plan of Microsoft Project as XML.",
    ),
]
As = Annotated[
    str | None,
    option(
        "--as",
        "KIND",
        "What each row of a partner’s own list is: people, organizations, tasks, risks, and so on.",
        _LISTS,
        autocompletion=kind_or_list,
    ),
]
Map = Annotated[
    list[str] | None,
    option(
        "--map",
        "HEADING=FIELD",
        "Which field a column of the list is; kept for next time. Nothing after the sign: not used.",
        _LISTS,
    ),
]
Fill = Annotated[
    list[str] | None,
    option("--fill", "FIELD=VALUE", "A value for rows that have none, such as category=k-12.", _LISTS),
]
Theirs = Annotated[bool, option("--theirs", None, "Where both have changed a value, take the file’s.")]
Ours = Annotated[bool, option("--ours", None, "Where both have changed a value, keep the project’s.")]
Remove = Annotated[bool, option("--remove", None, "Also remove entries that are no longer in the file.")]
Yes = Annotated[bool, option("--yes -y", None, "Make the changes without asking.")]


def import_file(
    file: FileArgument,
    project: FolderOption = None,
    kind: As = None,
    mapping: Map = None,
    fill: Fill = None,
    theirs: Theirs = False,
    ours: Ours = False,
    remove: Remove = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    form: EditForm = "text",
) -> None:
    """Take over what was changed in a file; shows all changes first, and asks once.

    pathwayctl import partners.xlsx
    pathwayctl import partners.xlsx --dry-run
    pathwayctl import partners.xlsx --theirs --yes
    pathwayctl import plan.xml
    pathwayctl import contacts.csv --as people --map "Org=organization" --fill category=k-12
    """
    from pathwayctl.exchange.import_plan import ImportOrder

    form = the_form(form)
    there = scheduled(project or HERE)
    order = ImportOrder(kind or "", _pairs(mapping, "--map"), _pairs(fill, "--fill"), remove)
    plan = _read(there, file, order, form)
    plan = plan.settled(_sides(plan, theirs=theirs, ours=ours, ask_for=form == "text" and not yes))
    _make(there, plan, order, form, dry_run=dry_run, yes=yes)


def _pairs(words: list[str] | None, option: str) -> dict[str, str]:
    """What was typed on both sides of each equals sign."""
    pairs = [word.partition("=") for word in words or ()]
    wrong = next((head for head, sign, _ in pairs if not sign), None)
    if wrong is not None:
        stop(f'“{wrong}” needs an equals sign. Write: {option} "{wrong}=..."')
    return {head.strip(): value.strip() for head, _, value in pairs}


def _read(project: Project, file: Path, order: ImportOrder, form: str) -> ImportPlan:
    """What the file would change; stops with the reason if it cannot be read."""
    from pathwayctl.editing.edits import Refused

    try:
        plan = project.plan_import(file, order)
    except OSError as error:
        stop(f"“{file}” cannot be read: {reason(error)}.")
    if isinstance(plan, Refused):
        refuse(plan, form)
    return plan


def _sides(plan: ImportPlan, *, theirs: bool, ours: bool, ask_for: bool) -> Iterator[Side]:
    """Whose value is taken in each conflict: as the options say, or as the person at the keyboard does."""
    from pathwayctl.exchange.import_plan import Side, StepKind
    from pathwayctl.reporters.import_steps import conflict_in_words

    if theirs and ours:
        stop("--theirs and --ours say the opposite of each other. Leave one of them out.")
    if theirs or ours:
        return repeat(Side.THEIRS if theirs else Side.OURS)
    if not (ask_for and on_terminal()):
        return iter(())
    return (
        ask(f"{conflict_in_words(step)}\nTake theirs or keep ours? (theirs or ours)", "ours", _side)
        for step in plan.of(StepKind.CONFLICT)
    )


def _side(text: str) -> Side | Again:
    from pathwayctl.exchange.import_plan import Side

    word = text.strip().lower()
    return Side(word) if word in tuple(Side) else Again("Type theirs or ours.")


def _make(
    project: Project, plan: ImportPlan, order: ImportOrder, form: str, *, dry_run: bool, yes: bool
) -> None:
    """Show the plan, ask once, and make all of it or nothing."""
    from pathwayctl.editing.edits import Refused
    from pathwayctl.exchange.import_plan import StepKind
    from pathwayctl.exchange.lists.column_mapping import remember
    from pathwayctl.reporters.import_steps import facts_of, steps_in_words

    if form == "text":
        show_report(lambda width: steps_in_words(plan, width))
    conflicts, problems = plan.of(StepKind.CONFLICT), plan.of(StepKind.PROBLEM)
    edited = project.edit(*plan.edits)
    if isinstance(edited, Refused):
        refuse(edited, form)
    dates = _dates(plan, edited.project, form)
    write = not dry_run and not conflicts and bool(edited.transaction.changes) and (yes or _agreed(form))
    finish(edited.transaction, form, dry_run=not write, facts=facts_of(plan, dates), with_diff=dry_run)
    if write and order.mapping:
        remember(project.root, order)
    if conflicts and form == "text":
        tell("Nothing was written because of the conflicts. Run the command again with --theirs or --ours.")
    elif edited.transaction.changes and not (write or dry_run) and not on_terminal():
        tell("To make these changes, run the command again with --yes.")
    if conflicts or problems:
        raise typer.Exit(FOUND_ERRORS)


def _dates(plan: ImportPlan, after: Project, form: str) -> DateComparison | None:
    """How the dates of the file differ from those after the import, shown to people."""
    from pathwayctl.exchange.date_differences import compare_dates
    from pathwayctl.reporters.import_steps import dates_in_words

    if not plan.days or after.errors:
        return None
    found = compare_dates(plan.days, after.schedule)
    if found is not None and form == "text":
        show_report(lambda width: dates_in_words(found, width))
    return found


def _agreed(form: str) -> bool:
    """Whether the person at the keyboard wants the changes; nobody is asked where there is no terminal."""
    return form == "text" and on_terminal() and ask("Make these changes? (yes or no)", "no", yes_or_no)
