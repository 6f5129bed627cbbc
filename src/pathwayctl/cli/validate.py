"""``pathwayctl validate``: every finding in one run."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pathwayctl.cli.ending import FOUND_ERRORS, stop
from pathwayctl.cli.examining import HERE, examine, report
from pathwayctl.diagnostics import Finding, Severity


class Format(StrEnum):
    """How the findings are written."""

    text = "text"
    json = "json"
    github = "github"


def validate(
    projects: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PROJECT]...", help="Folders of projects; the current one if none is named."),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="text to read, json or github for other programs.")
    ] = (Format.text),
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too, as errors do.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help="Only findings whose code begins so: PW301, or PW3 for all of 3xx."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Leave out findings whose code begins so.")
    ] = None,
) -> None:
    """Find what is wrong or still missing in a project, all of it in one run."""
    from pathwayctl.reporters.findings.registry import FORMATS
    from pathwayctl.reporters.screen import screen_width, show

    wanted, unwanted = _codes(select), _codes(ignore)
    reports = []
    for project in projects or [HERE]:
        examined = examine(project)
        kept = [one for one in examined.findings if _kept(one, wanted, unwanted)]
        reports.append(report(project, examined, kept))
    show(FORMATS[form.value](tuple(reports), screen_width(sys.stdout)), sys.stdout)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(finding.severity in failing for one in reports for finding in one.findings):
        raise typer.Exit(FOUND_ERRORS)


def _kept(finding: Finding, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> bool:
    return (not wanted or finding.code.startswith(wanted)) and not finding.code.startswith(unwanted or ("?",))


def _codes(asked: list[str] | None) -> tuple[str, ...]:
    """The beginnings of codes that were asked for; stops where one begins no code at all."""
    from pathwayctl.cli.rules import all_rules

    codes = tuple(part.strip().upper() for one in asked or () for part in one.split(",") if part.strip())
    if not codes:
        return ()
    known = [rule.code for rule in all_rules()]
    for code in codes:
        if not any(one.startswith(code) for one in known):
            stop(f"No finding has a code that begins with “{code}”. All codes: pathwayctl rule")
    return codes
