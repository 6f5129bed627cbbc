"""``pathwayctl render``: handouts and meeting packets."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from pathwayctl.cli.checked_project import NO_BASELINE, or_stop, scheduled
from pathwayctl.cli.completion import earlier_states, ids_like
from pathwayctl.cli.earlier_states import earlier_state
from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.options import OUTPUT, ProjectArgument, ProjectOption, offering, option
from pathwayctl.cli.page_output import (
    PageFolder,
    keep,
    present,
    refuse_what_lacks_a_package,
    report_mistakes,
    target_of,
)
from pathwayctl.cli.project_paths import the_project
from pathwayctl.cli.typed_values import chosen, the_one, the_parties, today_of
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.handouts.handout import Handout
    from pathwayctl.model.project import Header
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.page_sets import Order


_PAGES: Final = "Which pages, and for whom"
PacketNames = Annotated[
    list[str] | None,
    option("--packet", "NAME", "Make only this packet, such as kickoff or implementation.", _PAGES),
]
HandoutIds = Annotated[
    list[str] | None,
    option("--handout", "ID", "Make only this handout, such as 1a-1, 4b, or agenda.", _PAGES),
]
PageForms = Annotated[
    str,
    option(
        "--format",
        "NAMES",
        "html to print, md for e-mail and wikis, pdf to send, docx to edit in Word, pptx for slides. "
        "Default: html,md.",
        OUTPUT,
        autocompletion=offering(("html", "md", "pdf", "docx", "pptx")),
    ),
]
OutputFolder = Annotated[
    Path | None, option("--output -o", "DIR", "The output folder. Default: build in the project.", OUTPUT)
]
Show = Annotated[bool, option("--open", None, "Open the index in your browser afterwards.", OUTPUT)]
PagesFor = Annotated[
    list[str] | None,
    option(
        "--for",
        "PERSON",
        "Make only the pages for one person or organization, by id or name. For several, repeat it.",
        _PAGES,
        autocompletion=ids_like,
    ),
]
For = Annotated[
    str | None,
    option(
        "--audience",
        "WHO",
        "Who gets the pages: public, partners (if not given), or internal for your own staff (with --for, "
        "if not given). Contacts, notes, and what is marked private stay internal.",
        _PAGES,
        autocompletion=offering(Audience),
    ),
]
Force = Annotated[
    bool, option("--force", None, "Replace existing files that pathwayctl did not create.", OUTPUT)
]
Today = Annotated[
    str | None,
    option("--today", "DATE", "The day to print on the pages of a project that has no status_date.", OUTPUT),
]

Since = Annotated[
    str | None,
    option(
        "--since",
        "WHAT",
        "What the page “What changed” begins with: a day, a meeting, a revision of git, or a baseline. "
        "Default: the last meeting of its kind.",
        _PAGES,
        autocompletion=earlier_states,
    ),
]


def render(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    packet: PacketNames = None,
    handout: HandoutIds = None,
    formats: PageForms = "html,md",
    output: OutputFolder = None,
    show: Show = False,
    people: PagesFor = None,
    audience: For = None,
    force: Force = False,
    today: Today = None,
    since: Since = None,
) -> None:
    """Make the handouts and meeting packets: pages to print, and the same pages as Markdown.

    pathwayctl render my-project --open
    pathwayctl render my-project --packet kickoff
    pathwayctl render my-project --handout 4b --format md -o for-the-wiki
    pathwayctl render my-project --audience internal -o for-our-staff
    pathwayctl render my-project --audience public -o public-pages
    pathwayctl render my-project --for dana-ruiz
    pathwayctl render my-project --packet board --since 2027-05-12
    """
    wanted, who = _formats(formats, is_shown=show), _audience(audience, people)
    day = today_of(today)
    place = the_project(project, in_project)
    opened = scheduled(place)
    header, target = opened.plan.project, target_of(opened, output, force=force)
    if today is not None and header.status_date:
        tell(f"The pages say “{_version(header, day)}”: a project's status_date goes before --today.")
    asked = _Asked(packet or (), handout or (), people or (), wanted, who, _version(header, day), since)
    made, order = _made(place, asked, opened, target)
    first = keep(made, order, wanted, opened, target)
    if audience is None:
        _tell_of_withheld(made)
    report_mistakes(made.mistakes, place, opened)
    present(target.path / first, in_browser=show)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, before it is compared with what the project has."""

    packets: Sequence[str]
    handouts: Sequence[str]
    people: Sequence[str]
    formats: tuple[str, ...]
    audience: Audience
    version: str
    since: str | None


def _formats(asked: str, *, is_shown: bool) -> tuple[str, ...]:
    from pathwayctl.rendering.page_sets import DOCUMENTS, FORMATS

    wanted = chosen([asked], (*FORMATS, *DOCUMENTS), "format")
    refuse_what_lacks_a_package(wanted)
    if is_shown and "html" not in wanted:
        stop("--open shows pages in a browser, so the formats must include html.")
    return wanted


def _made(place: Path, asked: _Asked, project: Project, target: PageFolder) -> tuple[Bundle, Order]:
    """Make the files that were requested; returns them and the order, in the project's own names."""
    from pathwayctl.reporters.screen import progress

    order = _order(asked, project, target)
    with or_stop(place, project, NO_BASELINE), progress("Making pages", sys.stderr) as watch:
        made = project.pages(order, watch=watch)
    if made.mistakes and not made.files:
        report_mistakes(
            made.mistakes, place, project, "Nothing was made. Fix the mistake, then run this again."
        )
    return made, order


def _order(asked: _Asked, project: Project, target: PageFolder) -> Order:
    from pathwayctl.rendering.page_sets import FORMATS, Order

    handouts = project.handouts
    wanted = chosen(asked.handouts, [one.id for one in handouts], "handout")
    _refuse_withheld([one for one in handouts if one.id in wanted], asked.audience)
    return Order(
        packets=chosen(asked.packets, [one.id for one in project.packets], "packet"),
        handouts=wanted,
        formats=tuple(form for form in FORMATS if form in asked.formats),
        version=asked.version,
        audience=asked.audience,
        parties=the_parties(asked.people, project.plan),
        present=target.there(asked.audience),
        since=None if asked.since is None else earlier_state(project, asked.since),
    )


def _tell_of_withheld(made: Bundle) -> None:
    if made.withheld:
        tell(
            f"Left out what is for your own staff only: {listed(made.withheld)}. "
            "Add --audience internal to make these pages too."
        )


def _refuse_withheld(wanted: list[Handout], audience: Audience) -> None:
    """Stop if a requested handout is not for this audience, and say what to type."""
    from pathwayctl.handouts.sharing import may_have

    for handout in wanted:
        if not may_have(audience, handout.audience):
            partners = "" if handout.audience is Audience.INTERNAL else "partners and "
            stop(
                f"The handout “{handout.id}” is for {partners}your own staff only. To make it, add: "
                f"--audience {handout.audience.value}"
            )


def _audience(name: str | None, people: Sequence[str] | None) -> Audience:
    """The audience that was named; by default partners, and internal for the pages of one person."""
    if name is None:
        return Audience.INTERNAL if people else Audience.PARTNERS
    known = {one.value: one for one in Audience}
    return known[the_one(name, tuple(known), "audience")]


def _version(header: Header, day: date | None) -> str:
    """The day to print: the status date if there is one, else the day of ``--today``."""
    from pathwayctl.wording import long_day

    shown = header.status_date or day
    return f"As of {long_day(shown)}" if shown else ""
