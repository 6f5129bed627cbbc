"""``pathwayctl render``: handouts and meeting packets."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.arguments import chosen, the_one, the_parties
from pathwayctl.cli.days import given_today, the_day
from pathwayctl.cli.examining import scheduled
from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.options import InProject, Project
from pathwayctl.cli.page_output import Target, browser_for, keep, present, report_mistakes
from pathwayctl.cli.paths import near, the_project
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.cli.examining import Examined
    from pathwayctl.handouts.context import Context
    from pathwayctl.handouts.handout import Handout
    from pathwayctl.model.project import Header
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.page_sets import Order
    from pathwayctl.scheduling.schedule import Schedule


def render(
    project: Project = None,
    in_project: InProject = None,
    packet: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Make only this packet, such as kickoff or implementation."),
    ] = None,
    handout: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Make only this handout, such as 1a-1, 4b, or agenda."),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAMES",
            help="html to print, md for e-mail and wikis, pdf to send. Default: html,md.",
        ),
    ] = "html,md",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="The output folder. Default: build in the project."
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the index in your browser afterwards.")] = False,
    people: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="PERSON",
            help="Make only the pages for one person or organization, by id or name. For several, repeat it.",
        ),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(
            metavar="WHO",
            help="Who gets the pages: public, partners (if not given), or internal for your own staff (with "
            "--for, if not given). Contacts, notes, and what is marked private stay internal.",
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace existing files that pathwayctl did not create."),
    ] = False,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day to print on the pages of a project that has no status_date."
        ),
    ] = None,
) -> None:
    """Make the handouts and meeting packets: pages to print, and the same pages as Markdown.

    pathwayctl render my-project --open
    pathwayctl render my-project --packet kickoff
    pathwayctl render my-project --handout 4b --format md -o for-the-wiki
    pathwayctl render my-project --audience internal -o for-our-staff
    pathwayctl render my-project --audience public -o public-pages
    pathwayctl render my-project --for dana-ruiz
    """
    from pathwayctl.rendering.page_sets import FORMATS

    wanted = chosen([formats], (*FORMATS, "pdf"), "format")
    who = _audience(audience) if audience is not None else _usual(people)
    day = the_day(today, "--today") if today is not None else given_today()
    if show and "html" not in wanted:
        stop("--open shows pages in a browser, so the formats must include html.")
    browser = browser_for(wanted)
    place = the_project(project, in_project)
    examined, schedule = scheduled(place)
    header = examined.loaded.plan.project
    if today is not None and header.status_date:
        tell(f"The pages say “{_version(header, day)}”: a project's status_date goes before --today.")
    folder = output or examined.loaded.root / "build"
    target = Target(Path(os.path.realpath(folder)) if output else folder, near(folder), force)
    asked = _Asked(
        tuple(packet or ()), tuple(handout or ()), tuple(people or ()), wanted, who, _version(header, day)
    )
    context = _context(place, examined, schedule)
    made, order = _made(asked, context, examined.loaded.root, target)
    if made.mistakes and not made.files:
        report_mistakes(
            made.mistakes, place, examined, "Nothing was made. Fix the mistake, then run this again."
        )
    first = keep(made, order, wanted, browser, target)
    if made.withheld and audience is None:
        tell(
            f"Left out what is for your own staff only: {listed(made.withheld)}. "
            "Add --audience internal to make these pages too."
        )
    report_mistakes(made.mistakes, place, examined)
    present(folder / first, in_browser=show)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, where it still has to be held against what the project has."""

    packets: tuple[str, ...]
    handouts: tuple[str, ...]
    people: tuple[str, ...]
    formats: tuple[str, ...]
    audience: Audience
    version: str


def _context(project: Path, examined: Examined, schedule: Schedule) -> Context:
    """All that pages are made from: the plan, its schedule, and what has moved since its baseline."""
    from pathwayctl.cli.baselines import compared
    from pathwayctl.handouts.context import Context
    from pathwayctl.handouts.schedule.gantt_chart import days_of

    against = compared(project, examined, schedule, None)
    kept = days_of(against.baseline) if against else {}
    return Context(examined.loaded.plan, schedule, baseline=kept, comparison=against)


def _made(asked: _Asked, context: Context, root: Path, target: Target) -> tuple[Bundle, Order]:
    """The files that were asked for, and what was asked for in the project's own names."""
    from pathwayctl.cli.progress_bar import progress_bar
    from pathwayctl.handouts.packets.packets import packets_of
    from pathwayctl.rendering.bundle import bundle
    from pathwayctl.rendering.page_sets import FORMATS, Order, all_handouts
    from pathwayctl.rendering.templates import Templates

    plan, templates = context.plan, Templates(root)
    printed = "pdf" in asked.formats  # from pages in HTML, which are not kept unless asked for
    handouts = all_handouts(templates)
    wanted = chosen(asked.handouts, [one.id for one in handouts], "handout")
    _refuse_withheld([one for one in handouts if one.id in wanted], asked.audience)
    order = Order(
        packets=chosen(asked.packets, [one.id for one in packets_of(plan)], "packet"),
        handouts=wanted,
        formats=tuple(form for form in FORMATS if form in asked.formats or (form == "html" and printed)),
        version=asked.version,
        audience=asked.audience,
        parties=the_parties(asked.people, plan),
        present=target.there(asked.audience),
    )
    return bundle(context, templates, order, root, progress_bar("Making pages")), order


def _refuse_withheld(wanted: list[Handout], audience: Audience) -> None:
    """Stop where a handout is asked for by name that this audience does not get, and say what to type."""
    from pathwayctl.handouts.sharing import may_have

    for handout in wanted:
        if not may_have(audience, handout.audience):
            partners = "" if handout.audience is Audience.INTERNAL else "partners and "
            stop(
                f"The handout “{handout.id}” is for {partners}your own staff only. To make it, add: "
                f"--audience {handout.audience.value}"
            )


def _usual(people: Iterable[str] | None) -> Audience:
    """The audience if none is named: packets go to partners, and what one person gets is theirs alone."""
    return Audience.INTERNAL if people else Audience.PARTNERS


def _audience(name: str) -> Audience:
    known = {one.value: one for one in Audience}
    return known[the_one(name, tuple(known), "audience")]


def _version(header: Header, day: date | None) -> str:
    """The day to print. A plan that is judged as of some day says so, whatever day it is printed."""
    from pathwayctl.wording import long_day

    shown = header.status_date or day
    return f"As of {long_day(shown)}" if shown else ""
