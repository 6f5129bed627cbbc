"""``pathwayctl validate``: every finding in one run."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.arguments import the_one
from pathwayctl.cli.baselines import with_own_baseline
from pathwayctl.cli.days import given_today, the_day
from pathwayctl.cli.examining import examine, report
from pathwayctl.cli.exits import FOUND_ERRORS, stop
from pathwayctl.cli.options import ManyProjects
from pathwayctl.cli.paths import HERE, NoProject, find
from pathwayctl.diagnostics import Finding, Severity

if TYPE_CHECKING:
    from pathwayctl.cli.examining import Examined
    from pathwayctl.reporters.findings.report import Report


def validate(
    projects: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PROJECT",
            help="Folders of projects, or single files of one. Default: the current folder.",
        ),
    ] = None,
    project: ManyProjects = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="text to read (default), json for programs, or github to mark lines in pull requests.",
        ),
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings fail the check too, like errors.")
    ] = False,
    errors: Annotated[bool, typer.Option("--errors", help="Show only errors.")] = False,
    whole: Annotated[
        bool, typer.Option("--all", help="Show every finding in full, and list each case separately.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Show only findings whose code starts with this: PW301, or PW3 for all of 3xx.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Hide findings whose code starts with this. To hide one for good, use ignore: in "
            "pathway.yaml.",
        ),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Today’s date, to report a status_date more than a month old."),
    ] = None,
) -> None:
    """Find everything that is wrong or still missing in a project, in one run.

    pathwayctl validate my-project
    pathwayctl validate my-project --errors
    pathwayctl validate my-project/partners.yaml
    pathwayctl validate my-project --select PW3 --select PW4
    pathwayctl validate my-project --strict --format github
    """
    from pathwayctl.reporters.findings.registry import FORMATS, writer
    from pathwayctl.reporters.screen import screen_width, show

    write = writer(the_one(form, FORMATS, "format"))
    wanted = _Wanted(_codes(select), _codes(ignore), errors, whole)
    day = the_day(today, "--today") if today is not None else given_today()
    found: dict[Path, list[Path]] = {}
    missing: list[str] = []
    for place in [*(projects or ()), *(project or ())] or [HERE]:
        root = find(place)
        if isinstance(root, NoProject):
            missing.append(root.message)
        else:
            found.setdefault(root, []).append(place)
    reports = tuple(
        _report(places, with_own_baseline(examine(root, day, whole=whole)), wanted)
        for root, places in found.items()
    )
    if reports:
        show(write(reports, screen_width(sys.stdout)), sys.stdout)
    if missing:
        stop("\n".join(missing))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(finding.severity in failing for one in reports for finding in one.findings):
        raise typer.Exit(FOUND_ERRORS)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which findings to show: by the beginning of their codes, errors alone, and whether in full."""

    codes: tuple[str, ...]
    not_codes: tuple[str, ...]
    errors: bool
    whole: bool

    def fits(self, finding: Finding) -> bool:
        """Whether the options ask for a finding."""
        code = finding.code
        is_selected = (not self.codes or code.startswith(self.codes)) and not code.startswith(self.not_codes)
        return is_selected and (not self.errors or finding.severity is Severity.ERROR)


def _report(places: list[Path], examined: Examined, wanted: _Wanted) -> Report:
    """The report of one project: of the files that were named, or of all where the folder was."""
    files = _files(places, examined.loaded.root)
    here = [one for one in examined.findings if not files or one.file in files]
    shown = [one for one in here if wanted.fits(one)]
    whole = report(places[0], examined, shown)
    return replace(
        whole,
        texts={name: text for name, text in whole.texts.items() if not files or name in files},
        left_out=len(here) - len(shown),
        elsewhere=len(examined.findings) - len(here),
        set_aside=examined.set_aside,
        whole=wanted.whole,
    )


def _files(places: list[Path], root: Path) -> frozenset[str]:
    """The files of a project that were named; empty where the whole project was."""
    if any(place.is_dir() for place in places):
        return frozenset()
    whole = [os.path.relpath(os.path.abspath(place), root) for place in places]  # noqa: PTH100 - no links
    return frozenset(Path(name).as_posix() for name in whole)


def _codes(asked: list[str] | None) -> tuple[str, ...]:
    """The beginnings of codes that were asked for; stops where one begins no code at all."""
    codes = tuple(part.strip().upper() for one in asked or () for part in one.split(","))
    if not codes:
        return ()
    from pathwayctl.rule_pages import rule_codes

    known = rule_codes()
    for code in codes:
        if not code or not any(one.startswith(code) for one in known):
            stop(f"No finding has a code that begins with “{code}”. All codes: pathwayctl rule")
    return codes
