"""``pathwayctl validate``: every finding in one run."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pathwayctl.cli.checked_project import opened, report
from pathwayctl.cli.exits import FOUND_ERRORS, stop, tell
from pathwayctl.cli.hint_fixes import DryRun, Fix, FixOptions, Yes
from pathwayctl.cli.job_page import add_to_job_page
from pathwayctl.cli.known_findings import NEW, FailOn, Remember, failing_on, new_only, remember
from pathwayctl.cli.options import ALSO, SHOWN, form_option, option, rule_code
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import HERE, NoProject, find
from pathwayctl.cli.schema_file import refresh_schema
from pathwayctl.cli.typed_values import the_one, today_of
from pathwayctl.diagnostics import Finding, Severity, Surplus, number_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.registry import FINDINGS

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.app import Project
    from pathwayctl.loading.opening import Opened
    from pathwayctl.reporters.findings.view import FindingsReport


Projects = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PROJECT", help="Folders of projects, or single files of one. Default: the current folder."
    ),
]
ProjectOptions = Annotated[list[Path] | None, option("--project -p", "PROJECT", ALSO)]
Form = Annotated[
    str,
    form_option(
        "text to read (default), json for programs, github to mark lines in pull requests, lines for "
        "editors, or sarif, junit, gitlab, or rdjson for other services.",
        FINDINGS,
    ),
]
Strict = Annotated[bool, option("--strict", None, "Let warnings fail the check too, like errors.")]
Errors = Annotated[bool, option("--errors", None, "Show only errors.", SHOWN)]
Whole = Annotated[
    bool, option("--all", None, "Show every finding in full, and list each case separately.", SHOWN)
]
Select = Annotated[
    list[str] | None,
    option(
        "--select",
        "CODE",
        "Show only findings whose code starts with this: PW301, or PW3 for all of 3xx.",
        SHOWN,
        autocompletion=rule_code,
    ),
]
Ignore = Annotated[
    list[str] | None,
    option(
        "--ignore",
        "CODE",
        "Hide findings whose code starts with this. To hide one for good, use ignore: in pathway.yaml.",
        SHOWN,
        autocompletion=rule_code,
    ),
]
Watch = Annotated[
    bool, option("--watch", None, "Check again whenever a file of the project is saved. Stop with Ctrl-C.")
]
Today = Annotated[
    str | None, option("--today", "DATE", "Today’s date, to report a status_date more than a month old.")
]


def validate(
    projects: Projects = None,
    project: ProjectOptions = None,
    form: Form = "text",
    strict: Strict = False,
    errors: Errors = False,
    whole: Whole = False,
    select: Select = None,
    ignore: Ignore = None,
    today: Today = None,
    fail_on: FailOn = None,
    keep: Remember = False,
    fix: Fix = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    watch: Watch = False,
) -> None:
    """Find everything that is wrong or still missing in a project, in one run.

    pathwayctl validate my-project
    pathwayctl validate my-project --errors
    pathwayctl validate my-project/partners.yaml
    pathwayctl validate my-project --select PW3 --select PW4
    pathwayctl validate my-project --strict --format github
    pathwayctl validate my-project --fix --dry-run
    pathwayctl validate my-project --fix --yes
    pathwayctl validate my-project --watch
    """
    failing = failing_on(fail_on, strict=strict)
    wanted = _Wanted(_codes(select), _codes(ignore), errors, whole, today_of(today), fail_on == NEW)
    fixing = FixOptions(fix, yes, dry_run, form)
    fixing.refuse_unclear()
    check = _Check(wanted, fixing, the_one(form, FINDINGS, "format"), failing, keep)
    found, missing = _found([*(projects or ()), *(project or ())] or [HERE])
    if watch:
        _watch(found, missing, check)
    reports = check.reports(found)
    if missing:
        stop("\n".join(missing))
    if check.fails(reports):
        raise typer.Exit(FOUND_ERRORS)


def _watch(found: dict[Path, list[Path]], missing: list[str], check: _Check) -> NoReturn:
    """Check one project again and again; stops if that is not what can be done."""
    from pathwayctl.cli.watching import watch

    if missing:
        stop("\n".join(missing))
    if len(found) > 1 or check.fixing.asked or check.keep:
        stop("--watch looks at one project at a time, and does not go with --fix or --remember.")
    ((root, places),) = found.items()
    watch(root, lambda before: check.again(root, places, before))


def _found(places: list[Path]) -> tuple[dict[Path, list[Path]], list[str]]:
    """The projects with the places that were named in each, and a message for each place without one."""
    found: dict[Path, list[Path]] = {}
    missing: list[str] = []
    for place in places:
        root = find(place)
        if isinstance(root, NoProject):
            missing.append(root.message)
        else:
            found.setdefault(root, []).append(place)
    return found, missing


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which findings to show: by the start of their codes, errors only, in full, of a day, new ones only."""

    codes: tuple[str, ...]
    not_codes: tuple[str, ...]
    errors: bool
    whole: bool
    today: date | None
    new: bool

    def fits(self, finding: Finding | Surplus) -> bool:
        """Whether the options select a finding."""
        code = finding.code
        is_selected = (not self.codes or code.startswith(self.codes)) and not code.startswith(self.not_codes)
        return is_selected and (not self.errors or finding.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class _Before:
    """What is kept of one check for the next: the files as they were read, and the report."""

    opened: Opened
    report: FindingsReport


@dataclass(frozen=True, slots=True)
class _Check:
    """How to check: what is wanted, whether it is fixed, the format, and what makes the check fail.

    With ``keep``, the findings are written to the file of known ones before they are compared with it.
    """

    wanted: _Wanted
    fixing: FixOptions
    form: str
    failing: frozenset[Severity]
    keep: bool

    def project(self, root: Path, places: list[Path]) -> Project:
        """The project in a folder, corrected first if that was asked for."""
        today, whole = self.wanted.today, self.wanted.whole
        if self.fixing.asked:
            files = _files(places, root)

            def fits(finding: Finding) -> bool:
                return self.wanted.fits(finding) and (not files or finding.file in files)

            project = self.fixing.correct(root, fits, today, whole=whole)
        else:
            project = opened(root, today, whole=whole)
        refresh_schema(project)
        project = project.with_baseline_findings()
        if self.keep:
            remember(project)
        return project

    def reports(self, found: dict[Path, list[Path]]) -> tuple[FindingsReport, ...]:
        """The findings of some projects, which are also shown, unless what was fixed is shown instead."""
        made = tuple(
            _report(places, self.project(root, places), self.wanted) for root, places in found.items()
        )
        if made and not self.fixing.reports_itself:
            self.show(made)
        return made

    def show(self, reports: tuple[FindingsReport, ...]) -> None:
        """Put the findings on the screen."""
        write = FINDINGS.writer(self.form)
        show_report(lambda width: write(reports, width))
        if self.form == "github":
            add_to_job_page(reports)

    def fails(self, reports: tuple[FindingsReport, ...]) -> bool:
        """Whether the findings are such that the command ends with 1."""
        return any(one.number(severity) for one in reports for severity in self.failing)

    def again(self, root: Path, places: list[Path], before: _Before | None) -> tuple[int, _Before]:
        """Check a project that was checked before, and say what has changed; returns the exit code too."""
        from pathwayctl.app import examine
        from pathwayctl.loading.opening import reopen
        from pathwayctl.reporters.findings.changed import checked_in_words
        from pathwayctl.reporters.screen import clear

        today, whole = self.wanted.today, self.wanted.whole
        there = (
            opened(root, today, whole=whole)
            if before is None
            else examine(reopen(before.opened), today, whole=whole)
        )
        found = _report(places, there.with_baseline_findings(), self.wanted)
        if self.form == "text":
            clear(sys.stdout)
        tell("Checking the project.")
        self.show((found,))
        tell(checked_in_words(found, None if before is None else before.report))
        refresh_schema(there)
        return FOUND_ERRORS if self.fails((found,)) else 0, _Before(there.loaded.opened, found)


def _report(places: list[Path], project: Project, wanted: _Wanted) -> FindingsReport:
    """The report of one project: of the files that were named, or of all if its folder was."""
    files = _files(places, project.root)
    here = [one for one in project.findings if not files or one.file in files]
    more = [one for one in project.surplus if not files or one.file in files]
    new = new_only(project) if wanted.new else None
    shown = [one for one in here if wanted.fits(one) and (new is None or one.order in new)]
    counted = [one for one in more if wanted.fits(one) and (new is None or one.severity is Severity.ERROR)]
    every = report(places[0], project, shown, counted)
    return replace(
        every,
        texts={name: text for name, text in every.texts.items() if not files or name in files},
        left_out=number_of(here, more) - number_of(shown, counted),
        elsewhere=number_of(project.findings, project.surplus) - number_of(here, more),
        set_aside=project.set_aside,
        whole=wanted.whole,
    )


def _files(places: list[Path], root: Path) -> frozenset[str]:
    """The files of a project that were named; empty if the whole project was."""
    if any(place.is_dir() for place in places):
        return frozenset()
    whole = [os.path.relpath(os.path.abspath(place), root) for place in places]  # noqa: PTH100 - no links
    return frozenset(Path(name).as_posix() for name in whole)


def _codes(asked: list[str] | None) -> tuple[str, ...]:
    """The starts of codes that were typed; stops if no code starts with one of them."""
    codes = tuple(part.strip().upper() for one in asked or () for part in one.split(","))
    if not codes:
        return ()
    from pathwayctl.rule_pages import rule_codes

    known = rule_codes()
    for code in codes:
        if not code or not any(one.startswith(code) for one in known):
            stop(f"No finding has a code that starts with “{code}”. All codes: pathwayctl rule")
    return codes
