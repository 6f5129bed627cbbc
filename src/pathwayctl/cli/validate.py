"""``pathwayctl validate``: every finding in one run."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.checked_project import opened, report
from pathwayctl.cli.exits import FOUND_ERRORS, stop
from pathwayctl.cli.hint_fixes import DryRun, Fix, FixOptions, Yes
from pathwayctl.cli.known_findings import NEW, FailOn, Remember, failing_on, new_only, remember
from pathwayctl.cli.options import ALSO, SHOWN, form_option, option, rule_code
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import HERE, NoProject, find
from pathwayctl.cli.typed_values import the_one, today_of
from pathwayctl.diagnostics import Finding, Severity, Surplus, number_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.registry import FINDINGS

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.app import Project
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
        "text to read (default), json for programs, github to mark lines in pull requests, or sarif, junit, "
        "gitlab, or rdjson for other services.",
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
) -> None:
    """Find everything that is wrong or still missing in a project, in one run.

    pathwayctl validate my-project
    pathwayctl validate my-project --errors
    pathwayctl validate my-project/partners.yaml
    pathwayctl validate my-project --select PW3 --select PW4
    pathwayctl validate my-project --strict --format github
    pathwayctl validate my-project --fix --dry-run
    pathwayctl validate my-project --fix --yes
    """
    write = FINDINGS.writer(the_one(form, FINDINGS, "format"))
    fixing = FixOptions(fix, yes, dry_run, form)
    fixing.refuse_unclear()
    failing = failing_on(fail_on, strict=strict)
    wanted = _Wanted(_codes(select), _codes(ignore), errors, whole, today_of(today), fail_on == NEW)
    found, missing = _found([*(projects or ()), *(project or ())] or [HERE])
    checked = [(places, _checked(root, places, wanted, fixing, keep=keep)) for root, places in found.items()]
    reports = tuple(_report(places, one, wanted) for places, one in checked)
    if reports and not fixing.reports_itself:
        show_report(lambda width: write(reports, width))
        _summarize(reports, form)
    if missing:
        stop("\n".join(missing))
    if any(one.number(severity) for one in reports for severity in failing):
        raise typer.Exit(FOUND_ERRORS)


def _summarize(reports: tuple[FindingsReport, ...], form: str) -> None:
    """Add the findings to the page of the job, where GitHub asks for one; it is no reason to fail."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page and form == "github":
        from pathwayctl.reporters.findings.job_summary import job_summary

        with suppress(OSError), Path(page).open("a", encoding="utf-8", errors="replace") as file:
            file.write(job_summary(reports))


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


def _checked(root: Path, places: list[Path], wanted: _Wanted, fixing: FixOptions, *, keep: bool) -> Project:
    """The project in a folder, corrected first if that was asked for; its findings are kept if that was."""
    if not fixing.asked:
        project = opened(root, wanted.today, whole=wanted.whole).with_baseline_findings()
        if keep:
            remember(project)
        return project
    files = _files(places, root)

    def fits(finding: Finding) -> bool:
        return wanted.fits(finding) and (not files or finding.file in files)

    return fixing.correct(root, fits, wanted.today, whole=wanted.whole).with_baseline_findings()


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
