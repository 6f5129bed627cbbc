"""``pathwayctl render``: handouts and meeting packets."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.ending import FOUND_ERRORS, stop
from pathwayctl.cli.examining import HERE, scheduled

if TYPE_CHECKING:
    from pathwayctl.model.header import Header
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.mistakes import TemplateMistake


def render(
    project: Annotated[
        Path,
        typer.Argument(metavar="[PROJECT]", help="The project's folder; the current one if none is named."),
    ] = HERE,
    packet: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this packet, such as kickoff or implementation."),
    ] = None,
    handout: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this handout, such as 1a-1, 4b or agenda.")
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", metavar="html,md", help="html to print, md for e-mail and wikis, or both."),
    ] = "html,md",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Where to write; build/ in the project if not given."
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the index in your browser afterwards.")] = False,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day to print on the pages, such as 2027-03-01.")
    ] = None,
) -> None:
    """Make the handouts and meeting packets: pages to print, and the same as Markdown."""
    from pathwayctl.handouts.context import Context
    from pathwayctl.rendering.bundle import FORMATS, Order, bundle, known_handouts, known_packets
    from pathwayctl.rendering.templates import Templates

    wanted = _chosen(formats.split(","), FORMATS, "format")
    packets = _chosen(packet or (), known_packets(), "packet")
    day = _day(today)
    examined, schedule = scheduled(project)
    templates = Templates(examined.loaded.root)
    handouts = _chosen(handout or (), known_handouts(templates), "handout")
    version = _version(examined.loaded.plan.project, day)
    made = bundle(
        Context(examined.loaded.plan, schedule), templates, Order(packets, handouts, wanted, version)
    )
    folder = output or examined.loaded.root / "build"
    index = folder / f"index.{wanted[0]}"
    _write(made, folder)
    _report(made.mistakes, examined.loaded.root)
    typer.echo(f"Open {index}" if "html" in wanted else f"Read {index}")
    if show:
        import webbrowser

        webbrowser.open(index.resolve().as_uri())


def _chosen(asked: Iterable[str], known: tuple[str, ...], what: str) -> tuple[str, ...]:
    """What was asked for, in the order of what there is; stops at a name that nobody knows."""
    from pathwayctl.wording import listed, suggestion

    names = {name.strip().lower() for name in asked if name.strip()}
    for name in sorted(names.difference(known)):
        stop(
            f"There is no {what} “{name}”. {suggestion(name, known)} There is {listed(known)}.".replace(
                "  ", " "
            )
        )
    return tuple(name for name in known if name in names)


def _day(today: str | None) -> date | None:
    """The day to show as today, if any is given: never the clock's, so that pages stay the same."""
    try:
        if today:
            return date.fromisoformat(today)
    except ValueError:
        stop(f"“{today}” is not a day of the calendar. Write year, month and day: --today 2027-03-01")
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else None


def _version(header: Header, day: date | None) -> str:
    from pathwayctl.wording import long_day

    shown = header.status_date or day
    return f"As of {long_day(shown)}" if shown else ""


def _write(made: Bundle, folder: Path) -> None:
    from pathwayctl.wording import count
    from pathwayctl.writing import NotWritten, write

    fresh = 0
    for file in made.files:
        done = write(folder, file.name, file.text)
        if isinstance(done, NotWritten):
            stop(f"{done.path}: {done.message} {done.hint}")
        fresh += done.changed
    same = len(made.files) - fresh
    unchanged = f"; {count(same, 'file')} had not changed" if same else ""
    typer.echo(f"Wrote {count(fresh, 'file')} to {folder}{unchanged}.", err=True)


def _report(mistakes: tuple[TemplateMistake, ...], root: Path) -> None:
    """Show mistakes in templates as findings, and end with 1 if there are any."""
    from pathwayctl.diagnostics import Finding, Position
    from pathwayctl.rendering.mistakes import BAD_TEMPLATE
    from pathwayctl.reporters.findings.report import Report
    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width
    from pathwayctl.reporters.screen import show as show_lines

    if not mistakes:
        return
    findings = tuple(
        Finding(
            BAD_TEMPLATE.code,
            BAD_TEMPLATE.severity,
            one.message,
            one.hint,
            one.file,
            Position(one.line, 1, one.line, 1),
        )
        for one in mistakes
    )
    texts = {one.file: (root / one.file).read_bytes() for one in mistakes if (root / one.file).is_file()}
    show_lines(write((Report("", root, findings, texts),), screen_width(sys.stderr)), sys.stderr)
    raise typer.Exit(FOUND_ERRORS)
