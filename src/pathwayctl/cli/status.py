"""``pathwayctl status``: the status of the project on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from pathwayctl.cli.checked_project import NO_BASELINE, NO_DATES, opened, or_stop
from pathwayctl.cli.completion import ids_like, saved_baselines
from pathwayctl.cli.exits import tell
from pathwayctl.cli.options import SHOWN, Output, ProjectArgument, ProjectOption, form_option, option
from pathwayctl.cli.output import deliver
from pathwayctl.cli.project_paths import as_argument, root_of, the_project
from pathwayctl.cli.typed_values import (
    day_of,
    the_baseline,
    the_day,
    the_number,
    the_one,
    the_parties,
    today_of,
)
from pathwayctl.diagnostics import number_of
from pathwayctl.reporters.registry import STATUS

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.reporters.status.view import StatusView

_MOST_WEEKS: Final = 520

ForWhom = Annotated[
    list[str] | None,
    option(
        "--for",
        "PERSON",
        "Show only what concerns a person with their teams and organizations, or an organization with its "
        "people. For several, repeat it.",
        SHOWN,
        autocompletion=ids_like,
    ),
]
Since = Annotated[
    str | None,
    option(
        "--since",
        "DATE",
        "Show what has changed since a day or, by its name, a baseline. Default: as many weeks as "
        "--weeks says.",
        SHOWN,
        autocompletion=saved_baselines,
    ),
]
Weeks = Annotated[str, option("--weeks", "N", "How many weeks to look ahead and back. Default: 4.", SHOWN)]
Whole = Annotated[bool, option("--all", None, "Show every line; no section is cut short.", SHOWN)]
Today = Annotated[
    str | None,
    option("--today", "DATE", "The day to judge a project by that has no status_date.", SHOWN),
]
Form = Annotated[
    str,
    form_option("text to read (default), markdown for e-mail or a wiki, or json for programs.", STATUS),
]


def status(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    for_whom: ForWhom = None,
    since: Since = None,
    weeks: Weeks = "4",
    whole: Whole = False,
    today: Today = None,
    form: Form = "text",
    output: Output = None,
) -> None:
    """Show the status of the project: what is late, due, blocked, undecided, and at risk, and what changed.

    pathwayctl status my-project
    pathwayctl status my-project --for dana-ruiz
    pathwayctl status my-project --since 2027-02-01
    pathwayctl status my-project --since approved --format markdown -o status.md
    """
    form, ahead = the_one(form, STATUS, "format"), the_number(weeks, "--weeks", 1, _MOST_WEEKS)
    place = the_project(project, in_project)
    there = opened(root_of(place), today_of(today))
    if today is not None and there.plan.project.status_date:
        tell("The status date of the project goes before --today.")
    view = _view(place, there, for_whom or (), since, ahead, whole=whole)
    deliver(partial(STATUS.writer(form), view), output, there)


def _view(
    place: Path, project: Project, people: Sequence[str], since: str | None, weeks: int, *, whole: bool
) -> StatusView:
    """The status of the project; stops with the reasons if it has errors, or the baseline cannot be read."""
    from pathwayctl.guidance.status_report import StatusScope
    from pathwayctl.reporters.status.view import StatusView

    with or_stop(place, project, NO_DATES):
        _ = project.schedule
    start = None if since is None else _start(since, project, place)
    scope = StatusScope(weeks, start, the_parties(people, project.plan) if people else ())
    with or_stop(place, project, NO_BASELINE):
        report = project.status(scope)
    unfixed = number_of(project.findings, project.surplus)
    return StatusView(report, as_argument(place), unfixed, whole)


def _start(asked: str, project: Project, place: Path) -> date | str:
    """The day that was typed, or the name of a baseline; stops if it is neither."""
    saved = project.loaded.baselines
    if asked.strip().lower() in saved:
        return asked.strip().lower()
    if day_of(asked) or not saved or any(letter.isdigit() for letter in asked):
        return the_day(asked, "--since")
    return the_baseline(asked, saved, place)
