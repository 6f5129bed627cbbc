"""``pathwayctl render``: handouts and meeting packets."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.choices import chosen, given_today, the_day
from pathwayctl.cli.ending import FOUND_ERRORS, stop, tell
from pathwayctl.cli.examining import report, scheduled
from pathwayctl.cli.places import HERE, near

if TYPE_CHECKING:
    from pathwayctl.cli.examining import Examined
    from pathwayctl.model.header import Header
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.mistakes import TemplateMistake


def render(
    project: Annotated[
        Path,
        typer.Argument(metavar="PROJECT", help="The project's folder; the current one if none is named."),
    ] = HERE,
    packet: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Make only this packet, such as kickoff or implementation."),
    ] = None,
    handout: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Make only this handout, such as 1a-1, 4b or agenda."),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAMES", help="html to print, md for e-mail and wikis; html,md if not given."
        ),
    ] = "html,md",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Where to write; build in the project if not given."
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the index in your browser afterwards.")] = False,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day to print on the pages of a project that has no status_date."
        ),
    ] = None,
) -> None:
    """Make the handouts and meeting packets: pages to print, and the same as Markdown.

    pathwayctl render my-project --open
    pathwayctl render my-project --packet kickoff
    pathwayctl render my-project --handout 4b --format md -o for-the-wiki
    """
    from pathwayctl.rendering.bundle import FORMATS, Order, bundle, known_handouts, known_packets

    wanted = chosen([formats], FORMATS, "format")
    packets = chosen(packet or (), known_packets(), "packet")
    day = the_day(today, "--today") if today is not None else given_today()
    if show and "html" not in wanted:
        stop("--open shows pages in a browser, so html must be among the formats.")
    examined, schedule = scheduled(project)

    from pathwayctl.handouts.context import Context
    from pathwayctl.rendering.templates import Templates

    root = examined.loaded.root
    templates = Templates(root)
    handouts = chosen(handout or (), known_handouts(templates), "handout")
    version = _version(examined.loaded.plan.project, day)
    if today is not None and examined.loaded.plan.project.status_date:
        tell(f"The pages say “{version}”: a project's status_date goes before --today.")
    order = Order(packets, handouts, wanted, version)
    made = bundle(Context(examined.loaded.plan, schedule), templates, order)
    folder = output or root / "build"
    _write(made, folder.resolve() if output else folder, near(folder))
    _report(made.mistakes, project, examined)
    _finish(folder / f"index.{wanted[0]}", show)


def _version(header: Header, day: date | None) -> str:
    """The day to print. A plan that is judged as of some day says so, whatever day it is printed."""
    from pathwayctl.wording import long_day

    shown = header.status_date or day
    return f"As of {long_day(shown)}" if shown else ""


def _write(made: Bundle, folder: Path, name: str) -> None:
    from pathwayctl.wording import count
    from pathwayctl.writing import NotWritten, write

    fresh = 0
    for file in made.files:
        done = write(folder, file.name, file.text)
        if isinstance(done, NotWritten):
            stop(f"{near(done.path)}: {done.message} {done.hint}")
        fresh += done.changed
    same = len(made.files) - fresh
    unchanged = f"; {count(same, 'file')} had not changed" if same else ""
    tell(f"Wrote {count(fresh, 'file')} to {name}{unchanged}.")


def _report(mistakes: tuple[TemplateMistake, ...], project: Path, examined: Examined) -> None:
    """Show mistakes in templates as findings, and end with 1 if there are any."""
    if not mistakes:
        return
    from pathwayctl.cli.mistakes import findings_of
    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width
    from pathwayctl.reporters.screen import show as show_lines

    findings, texts = findings_of(mistakes, examined.loaded.root)
    found = replace(report(project, examined, findings), texts=texts)
    show_lines(write((found,), screen_width(sys.stderr)), sys.stderr)
    raise typer.Exit(FOUND_ERRORS)


def _finish(index: Path, show: bool) -> None:
    """Say where to begin, and open that page if asked to."""
    from pathwayctl.reporters.lines import line
    from pathwayctl.reporters.screen import show as show_lines

    verb = "Open" if index.suffix == ".html" else "Read"
    show_lines([line(f"{verb} {near(index)}")], sys.stdout)
    if show:
        import webbrowser

        if not webbrowser.open(index.resolve().as_uri()):
            tell("No browser could be opened. Open the page by hand.")
