"""``pathwayctl validate``: every finding in one run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.choices import given_today, the_day, the_one
from pathwayctl.cli.comparing import with_own_baseline
from pathwayctl.cli.ending import FOUND_ERRORS, stop
from pathwayctl.cli.examining import examine, report
from pathwayctl.cli.places import HERE, NoProject, find
from pathwayctl.diagnostics import Finding, Severity, Surplus, number_of

if TYPE_CHECKING:
    from pathwayctl.cli.examining import Examined
    from pathwayctl.reporters.findings.report import Report


def validate(
    projects: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PROJECT", help="Folders of projects; the current one if none is named."),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="text to read (if none is named), json for programs, github to mark lines in pull requests.",
        ),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too, as errors do.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help="Show only findings whose code begins so: PW301, or PW3 for all of 3xx."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Leave out findings whose code begins so.")
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Today, to be told of a status_date more than a month old."),
    ] = None,
) -> None:
    """Find what is wrong or still missing in a project, all of it in one run.

    pathwayctl validate my-project
    pathwayctl validate my-project --select PW3 --select PW4
    pathwayctl validate my-project --strict --format github
    """
    from pathwayctl.reporters.findings.registry import FORMATS, writer
    from pathwayctl.reporters.screen import screen_width, show

    write = writer(the_one(form, FORMATS, "format"))
    wanted, unwanted = _codes(select), _codes(ignore)
    day = the_day(today, "--today") if today is not None else given_today()
    found: dict[Path, Path] = {}
    missing: list[str] = []
    for place in projects or [HERE]:
        root = find(place)
        if isinstance(root, NoProject):
            missing.append(root.message)
        else:
            found.setdefault(root, place)
    examined = ((place, with_own_baseline(examine(root, day))) for root, place in found.items())
    reports = tuple(_report(place, one, wanted, unwanted) for place, one in examined)
    if reports:
        show(write(reports, screen_width(sys.stdout)), sys.stdout)
    if missing:
        stop("\n".join(missing))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(one.number(severity) for one in reports for severity in failing):
        raise typer.Exit(FOUND_ERRORS)


def _report(place: Path, examined: Examined, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> Report:
    kept = [one for one in examined.findings if _kept(one, wanted, unwanted)]
    more = [one for one in examined.surplus if _kept(one, wanted, unwanted)]
    left_out = number_of(examined.findings, examined.surplus) - number_of(kept, more)
    return report(place, examined, kept, left_out, more)


def _kept(finding: Finding | Surplus, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> bool:
    return (not wanted or finding.code.startswith(wanted)) and not finding.code.startswith(unwanted)


def _codes(asked: list[str] | None) -> tuple[str, ...]:
    """The beginnings of codes that were asked for; stops where one begins no code at all."""
    codes = tuple(part.strip().upper() for one in asked or () for part in one.split(","))
    if not codes:
        return ()
    from pathwayctl.cli.rules import all_rules

    known = [rule.code for rule in all_rules()]
    for code in codes:
        if not code or not any(one.startswith(code) for one in known):
            stop(f"No finding has a code that begins with “{code}”. All codes: pathwayctl rule")
    return codes
