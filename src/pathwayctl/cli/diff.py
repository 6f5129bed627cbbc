"""``pathwayctl diff``: what changed between two states of a project, in plain words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pathwayctl.cli.checked_project import scheduled
from pathwayctl.cli.completion import earlier_states, ids_of
from pathwayctl.cli.earlier_states import of_meeting, or_say_why
from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import SHOWN, FolderOption, Output, form_option, offering, option
from pathwayctl.cli.output import deliver
from pathwayctl.cli.project_paths import HERE
from pathwayctl.cli.typed_values import the_one
from pathwayctl.model.vocabulary import Audience
from pathwayctl.reporters.registry import CHANGES

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.comparing import PlanChanges
    from pathwayctl.app import Project

_READERS: Final = {one.value: one for one in (Audience.INTERNAL, Audience.PARTNERS)}
Old = Annotated[
    str | None,
    typer.Argument(
        metavar="OLD",
        help="The earlier state: a day, a branch, tag, or commit of git, a baseline, or another folder. "
        "Default: the last commit.",
        autocompletion=earlier_states,
    ),
]
New = Annotated[
    str | None,
    typer.Argument(
        metavar="NEW",
        help="The later state, in the same way. Default: your files as they are.",
        autocompletion=earlier_states,
    ),
]
MeetingDay = Annotated[
    str | None,
    option(
        "--meeting",
        "ID",
        "Compare with the last commit of the day of this meeting.",
        autocompletion=ids_of("meetings"),
    ),
]
Form = Annotated[
    str,
    form_option(
        "text to read (default), markdown for e-mail or a comment on a pull request, json for programs.",
        CHANGES,
    ),
]
Every = Annotated[bool, option("--all", None, "Show every change; otherwise 10 of a kind.", SHOWN)]

Readers = Annotated[
    str,
    option(
        "--audience",
        "WHO",
        "Who reads it: internal for your own staff (default), or partners, without contacts, notes, and what "
        "is private.",
        SHOWN,
        autocompletion=offering(_READERS),
    ),
]


def diff(
    old: Old = None,
    new: New = None,
    project: FolderOption = None,
    meeting: MeetingDay = None,
    form: Form = "text",
    every: Every = False,
    audience: Readers = "internal",
    output: Output = None,
) -> None:
    """Say what changed between two states of the project: dates, tasks, people, risks, and all else.

    pathwayctl diff
    pathwayctl diff 2027-05-12
    pathwayctl diff --meeting spring-board
    pathwayctl diff approved
    pathwayctl diff main HEAD --format markdown
    pathwayctl diff ../copy-of-may
    pathwayctl diff --audience partners --format markdown
    """
    from pathwayctl.handouts.plan_changes.visible import topics_for
    from pathwayctl.reporters.changes.view import ChangesReport

    form, who = the_one(form, CHANGES, "format"), _READERS[the_one(audience, _READERS, "audience")]
    there = scheduled(project or HERE)
    with or_say_why():
        changes = _changes(there, old, new, meeting)
    report = ChangesReport(changes, topics_for(changes, who), every, who)
    deliver(partial(CHANGES.writer(form), report), output, there)


def _changes(project: Project, old: str | None, new: str | None, meeting: str | None) -> PlanChanges:
    if meeting is not None:
        if new is not None:
            stop(f"--meeting takes the place of OLD. Leave out “{old}” or “{new}”.")
        old, new = None, old
    before = project.history.named(old or "HEAD") if meeting is None else of_meeting(project, meeting)
    return project.history.changes(before, None if new is None else project.history.named(new))
