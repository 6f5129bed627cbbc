"""``pathwayctl render``: handouts and meeting packets."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pathwayctl.cli.choices import chosen, given_today, the_day, the_one
from pathwayctl.cli.ending import stop, tell
from pathwayctl.cli.examining import scheduled
from pathwayctl.cli.making import Target, browser_for, keep, present, report_mistakes
from pathwayctl.cli.options import Project
from pathwayctl.cli.places import HERE, near
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.cli.examining import Examined
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.header import Header
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.sets import Order
    from pathwayctl.scheduling.schedule import Schedule

_PARTY: Final = ("person or organization", "people and organizations")


def render(
    project: Project = HERE,
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
            "--format",
            metavar="NAMES",
            help="html to print, md for e-mail and wikis, pdf to send; html,md if not given.",
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
    from pathwayctl.rendering.sets import FORMATS

    wanted = chosen([formats], (*FORMATS, "pdf"), "format")
    who = _audience(audience)
    day = the_day(today, "--today") if today is not None else given_today()
    if show and "html" not in wanted:
        stop("--open shows pages in a browser, so html must be among the formats.")
    browser = browser_for(wanted)
    examined, schedule = scheduled(project)
    header = examined.loaded.plan.project
    if today is not None and header.status_date:
        tell(f"The pages say “{_version(header, day)}”: a project's status_date goes before --today.")
    folder = output or examined.loaded.root / "build"
    target = Target(Path(os.path.realpath(folder)) if output else folder, near(folder))
    asked = _Asked(tuple(packet or ()), tuple(handout or ()), person, wanted, who, _version(header, day))
    context = _context(project, examined, schedule)
    made, order = _made(asked, context, examined.loaded.root, target)
    first = keep(made, order, wanted, browser, target)
    report_mistakes(made.mistakes, project, examined)
    present(folder / first, in_browser=show)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, where it still has to be held against what the project has."""

    packets: tuple[str, ...]
    handouts: tuple[str, ...]
    person: str | None
    formats: tuple[str, ...]
    audience: Audience
    version: str


def _context(project: Path, examined: Examined, schedule: Schedule) -> Context:
    """All that pages are made from: the plan, its schedule, and what has moved since its baseline."""
    from pathwayctl.cli.comparing import compared
    from pathwayctl.handouts.charts import days_of
    from pathwayctl.handouts.context import Context

    against = compared(project, examined, schedule, None)
    kept = days_of(against.baseline) if against else {}
    return Context(examined.loaded.plan, schedule, baseline=kept, comparison=against)


def _made(asked: _Asked, context: Context, root: Path, target: Target) -> tuple[Bundle, Order]:
    """The files that were asked for, and what was asked for in the project's own names."""
    from pathwayctl.cli.progress_bar import progress_bar
    from pathwayctl.handouts.packets import packets_of
    from pathwayctl.rendering.bundle import bundle
    from pathwayctl.rendering.sets import FORMATS, Order, all_handouts
    from pathwayctl.rendering.templates import Templates

    plan, templates = context.plan, Templates(root)
    parties = [*(person.id for person in plan.people), *(one.id for one in plan.organizations)]
    printed = "pdf" in asked.formats  # from pages in HTML, which are not kept unless asked for
    order = Order(
        packets=chosen(asked.packets, [one.id for one in packets_of(plan)], "packet"),
        handouts=chosen(asked.handouts, [one.id for one in all_handouts(templates)], "handout"),
        formats=tuple(form for form in FORMATS if form in asked.formats or (form == "html" and printed)),
        version=asked.version,
        audience=asked.audience,
        party="" if asked.person is None else the_one(asked.person, parties, *_PARTY),
        present=target.there(asked.audience),
    )
    return bundle(context, templates, order, root, progress_bar("Making pages")), order


def _audience(name: str) -> Audience:
    known = {one.value: one for one in Audience}
    return known[the_one(name, tuple(known), "audience")]


def _version(header: Header, day: date | None) -> str:
    """The day to print. A plan that is judged as of some day says so, whatever day it is printed."""
    from pathwayctl.wording import long_day

    shown = header.status_date or day
    return f"As of {long_day(shown)}" if shown else ""
