"""Open, check, and schedule the project that a command is about, or show why that fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pathwayctl.cli.exits import FOUND_ERRORS, stop
from pathwayctl.cli.project_paths import HERE, in_repository, near, root_of
from pathwayctl.cli.schema_file import refresh_schema
from pathwayctl.cli.typed_values import the_baseline, the_number, the_one

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.app import Project
    from pathwayctl.diagnostics import Finding, Surplus
    from pathwayctl.levelling.level import Levelled
    from pathwayctl.loading.opening import Opened
    from pathwayctl.reporters.findings.view import FindingsReport

_MOST_SEED: Final = 999_999_999
NO_DATES: Final = "Nothing was made, because the project has errors."
NO_BASELINE: Final = "Nothing was made, because the baseline cannot be read."
NO_ROOM: Final = "Nothing was made, because no dates keep everyone within capacity."
WITHOUT_LEVEL: Final = "Fix this first, or leave out --level to see the plain schedule."


def opened(
    root: Path, today: date | None = None, *, whole: bool = False, errors_only: bool = False
) -> Project:
    """The project in a folder, checked (see ``examine``); reading may have started earlier."""
    from pathwayctl.app import examine
    from pathwayctl.cli.prefetch import opened as read_ahead

    return examine(read_ahead(root), today, whole=whole, errors_only=errors_only)


def report(
    place: Path, project: Project, findings: Sequence[Finding], surplus: Sequence[Surplus] = ()
) -> FindingsReport:
    """The findings to report of one project; ``place`` is its name as the user typed it."""
    from pathwayctl.reporters.findings.view import FindingsReport

    name = "" if place == HERE else str(place)
    folder = near(project.root)
    prefix = "" if folder == "." else f"{folder.rstrip('/')}/"
    top = in_repository(project.root)
    texts = project.loaded.texts
    return FindingsReport(name, prefix, tuple(findings), texts, tuple(surplus), repository=top)


def show_findings(found: FindingsReport) -> None:
    """Show the findings that stop a command, on the stream that is not for results."""
    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width, show

    show(write((found,), screen_width(sys.stderr)), sys.stderr)


@contextmanager
def or_stop(place: Path, project: Project, message: str, closing: str = "") -> Iterator[None]:
    """If the block raises ``ProjectError``, show its findings and end the command with a message."""
    from pathwayctl.app import ProjectError

    try:
        yield
    except ProjectError as error:
        found = report(place, project, error.findings, error.surplus)
        show_findings(replace(found, texts=error.texts, closing=closing))
        stop(message, FOUND_ERRORS)


def scheduled(place: Path, today: date | None = None, read: Opened | None = None) -> Project:
    """A project without errors; if it has any, stops and shows them. ``read``: its files, if read already.

    Its findings are not complete: checks that find no errors are not made.
    """
    from pathwayctl.app import examine

    make = partial(opened, root_of(place)) if read is None else partial(examine, read)
    project = make(today, errors_only=True)
    refresh_schema(project)
    with or_stop(place, project, NO_DATES):
        _ = project.schedule
    return project


def compared(place: Path, project: Project, asked: str | None) -> Comparison | None:
    """The changes since the baseline that was named, else since the project's own, if any.

    Stops with the reasons if the baseline cannot be read.
    """
    name = None if asked is None else the_baseline(asked, project.loaded.baselines, place)
    with or_stop(place, project, NO_BASELINE):
        return project.compare(name)


def levelled(place: Path, project: Project, effort: str | None = None, seed: str | None = None) -> Levelled:
    """The leveled schedule; stops with findings if no order of work can place some tasks."""
    from pathwayctl.levelling.level import EFFORTS, SEED

    name = "normal" if effort is None else the_one(effort, EFFORTS, "effort")
    number = SEED if seed is None else the_number(seed, "--seed", 0, _MOST_SEED)
    with or_stop(place, project, NO_ROOM, WITHOUT_LEVEL):
        return project.level(name, number)
