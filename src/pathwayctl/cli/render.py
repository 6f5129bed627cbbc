"""``pathwayctl render``: handouts and meeting packets."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.choices import chosen, given_today, the_day, the_one
from pathwayctl.cli.ending import FOUND_ERRORS, stop, tell
from pathwayctl.cli.examining import report, scheduled
from pathwayctl.cli.places import HERE, near
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.cli.examining import Examined
    from pathwayctl.model.header import Header
    from pathwayctl.model.plan import Plan
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
    person: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="PERSON", help="Make only what one person or organization gets, named by its id."
        ),
    ] = None,
    audience: Annotated[
        str,
        typer.Option(
            metavar="WHO",
            help="public, partners or internal. Contacts and what is marked private stay internal.",
        ),
    ] = "internal",
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
    pathwayctl render my-project --audience public -o public-pages
    pathwayctl render my-project --for dana-ruiz
    """
    from pathwayctl.rendering.sets import FORMATS, Order

    wanted = chosen([formats], FORMATS, "format")
    who = _audience(audience)
    day = the_day(today, "--today") if today is not None else given_today()
    if show and "html" not in wanted:
        stop("--open shows pages in a browser, so html must be among the formats.")
    examined, schedule = scheduled(project)

    from pathwayctl.cli.progress_bar import progress_bar
    from pathwayctl.handouts.context import Context
    from pathwayctl.handouts.packets import packets_of
    from pathwayctl.rendering.bundle import bundle
    from pathwayctl.rendering.sets import all_handouts
    from pathwayctl.rendering.templates import Templates

    root, plan = examined.loaded.root, examined.loaded.plan
    templates = Templates(root)
    packets = chosen(packet or (), [one.id for one in packets_of(plan)], "packet")
    handouts = chosen(handout or (), [one.id for one in all_handouts(templates)], "handout")
    party = the_one(person, _parties(plan), "person or organization") if person is not None else ""
    version = _version(plan.project, day)
    if today is not None and plan.project.status_date:
        tell(f"The pages say “{version}”: a project's status_date goes before --today.")
    order = Order(packets, handouts, wanted, version, who, party)
    made = bundle(Context(plan, schedule), templates, order, root, progress_bar("Making pages"))
    folder = output or root / "build"
    _write(made, folder.resolve() if output else folder, near(folder))
    _report(made.mistakes, project, examined)
    _finish(folder / f"index.{wanted[0]}", show)


def _audience(name: str) -> Audience:
    known = {one.value: one for one in Audience}
    return known[the_one(name, tuple(known), "audience")]


def _parties(plan: Plan) -> tuple[str, ...]:
    return (*(person.id for person in plan.people), *(one.id for one in plan.organizations))


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
