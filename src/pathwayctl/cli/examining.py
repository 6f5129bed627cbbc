"""The way from a folder to findings and dates, as every command goes it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pathwayctl.cli.exits import FOUND_ERRORS, stop
from pathwayctl.cli.paths import HERE, near, root_of
from pathwayctl.diagnostics import Finding, Severity

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.loading.project import Loaded
    from pathwayctl.reporters.findings.report import Report
    from pathwayctl.scheduling.schedule import NoSchedule, Schedule


@dataclass(frozen=True, slots=True)
class Examined:
    """A project, all findings about it in order, and its schedule if one can be made."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    schedule: Schedule | NoSchedule | None
    set_aside: int = 0
    """How many findings the project sets aside."""


def examine(root: Path, asked_on: date | None = None, *, whole: bool = False) -> Examined:
    """Load the project in a folder, schedule it and check it, on a day if one is given.

    With ``whole`` every case has a finding of its own, and messages name everything.
    """
    from pathwayctl.cli.prefetch import opened as opened_project

    opened = opened_project(root)  # a large project is being read while the imports below go on

    from pathwayctl.checks.ignored import ignored, kept
    from pathwayctl.checks.registry import run_checks
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.loading import project
    from pathwayctl.loading.files import handout_names
    from pathwayctl.scheduling import schedule as scheduling
    from pathwayctl.scheduling.breakdown import break_down
    from pathwayctl.scheduling.schedule import Schedule, make_schedule

    if opened.pid:
        project.get_ready()
        scheduling.get_ready()
    loaded = project.put_together(opened)
    breakdown = break_down(loaded.plan.tasks)
    schedule: Schedule | NoSchedule | None = make_schedule(loaded.plan, breakdown)
    if not loaded.sound and isinstance(schedule, Schedule):
        schedule = None  # something was left out, so its dates would mislead
    handouts = handout_names(root) if loaded.plan.packets else ()
    read = frozenset(finding.code for finding in loaded.findings)
    index = PlanIndex(
        loaded.plan, breakdown, schedule, loaded.unread, loaded.baselines, asked_on, handouts, read
    )
    problems = run_checks(index, whole=whole)
    findings = sorted((*loaded.findings, *loaded.place(problems)), key=lambda one: one.order)
    left = kept(findings, ignored(loaded.plan, asked_on or loaded.plan.project.status_date))
    return Examined(loaded, left, schedule, len(findings) - len(left))


def report(place: Path, examined: Examined, findings: Sequence[Finding]) -> Report:
    """The findings to report of one project; ``place`` is what the user has named it by."""
    from pathwayctl.reporters.findings.report import Report

    name = "" if place == HERE else str(place)
    folder = near(examined.loaded.root)
    prefix = "" if folder == "." else f"{folder.rstrip('/')}/"
    return Report(name, prefix, tuple(findings), examined.loaded.texts)


def scheduled(place: Path) -> tuple[Examined, Schedule]:
    """A project without errors and its schedule; stops and says why if there is none or it has errors."""
    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.scheduling.schedule import Schedule

    examined = examine(root_of(place))
    errors = [finding for finding in examined.findings if finding.severity is Severity.ERROR]
    if errors or not isinstance(examined.schedule, Schedule):
        show(write((report(place, examined, errors),), screen_width(sys.stderr)), sys.stderr)
        stop("Nothing was made, because the project has errors.", FOUND_ERRORS)
    return examined, examined.schedule
