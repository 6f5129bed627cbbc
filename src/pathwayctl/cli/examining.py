"""The way from a folder to findings and dates, as every command goes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pathwayctl.cli.ending import FOUND_ERRORS, stop
from pathwayctl.diagnostics import Finding, Severity

if TYPE_CHECKING:
    from pathwayctl.loading.project import Loaded
    from pathwayctl.reporters.findings.report import Report
    from pathwayctl.scheduling.schedule import NoSchedule, Schedule

HERE: Final = Path(".")


@dataclass(frozen=True, slots=True)
class Examined:
    """A project, all findings about it in order, and its schedule if one can be made."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    schedule: Schedule | NoSchedule | None


def examine(project: Path) -> Examined:
    """Load a project, schedule it and check it; stops with exit code 2 where there is no project."""
    from pathwayctl.loading.files import find_project
    from pathwayctl.loading.opening import open_project

    root = find_project(project)
    if root is None:
        stop(_no_project(project))
    opened = open_project(root)  # a large project is now being read while the imports below go on

    from pathwayctl.checks.facts import Facts
    from pathwayctl.checks.registry import run_checks
    from pathwayctl.loading.project import put_together
    from pathwayctl.scheduling.breakdown import break_down
    from pathwayctl.scheduling.schedule import Schedule, get_ready, make_schedule

    if opened.pid:
        get_ready()
    loaded = put_together(opened)
    breakdown = break_down(loaded.plan.tasks)
    schedule: Schedule | NoSchedule | None = make_schedule(loaded.plan, breakdown)
    if not loaded.sound and isinstance(schedule, Schedule):
        schedule = None  # something was left out, so its dates would mislead
    problems = run_checks(Facts(loaded.plan, breakdown, schedule, loaded.unread))
    findings = (*loaded.findings, *loaded.place(problems))
    return Examined(loaded, tuple(sorted(findings, key=lambda one: one.order)), schedule)


def _no_project(project: Path) -> str:
    if not project.exists():
        return f"There is no folder or file “{project}”."
    where = "this folder" if project == HERE else f"“{project}”"
    return (
        f"There is no project in {where}: no pathway.yaml there or in any folder above it.\n"
        "To begin a new project: pathwayctl init my-project"
    )


def report(project: Path, examined: Examined, findings: Iterable[Finding]) -> Report:
    """The findings to report of one project."""
    from pathwayctl.reporters.findings.report import Report

    name = "" if project == HERE else str(project)
    return Report(name, examined.loaded.root, tuple(findings), examined.loaded.texts)


def scheduled(project: Path) -> tuple[Examined, Schedule]:
    """A project without errors and its schedule; stops with exit code 1 and the errors if it has any."""
    import sys

    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.scheduling.schedule import Schedule

    examined = examine(project)
    errors = [finding for finding in examined.findings if finding.severity is Severity.ERROR]
    if errors or not isinstance(examined.schedule, Schedule):
        show(write((report(project, examined, errors),), screen_width(sys.stderr)), sys.stderr)
        stop("Nothing was made, because the project has errors.", FOUND_ERRORS)
    return examined, examined.schedule
