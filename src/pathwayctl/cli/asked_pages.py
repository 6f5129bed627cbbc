"""Which pages were asked for on the command line of ``render``, before the project is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pathwayctl.cli.exits import stop
from pathwayctl.cli.output import show_report
from pathwayctl.cli.page_output import refuse_what_lacks_a_package
from pathwayctl.cli.project_paths import HERE, NoProject, find
from pathwayctl.cli.typed_values import chosen, the_one
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.evidence.packets import MeetingPacket
    from pathwayctl.handouts.handout import Handout


@dataclass(frozen=True, slots=True)
class AskedPages:
    """What was typed, before it is compared with what the project has."""

    packets: Sequence[str]
    handouts: Sequence[str]
    people: Sequence[str]
    formats: tuple[str, ...]
    audience: Audience
    meeting: str | None
    is_next: bool
    since: str | None
    is_for_all: bool
    """Whether no audience was named."""


def refuse_mixed(asked: AskedPages) -> None:
    """Stop if one meeting is asked for together with what its packet cannot be."""
    one = asked.is_next or asked.meeting is not None
    if asked.is_next and asked.meeting is not None:
        stop("--meeting names a meeting, and --next finds it. Use one of them.")
    if one and (asked.handouts or asked.people):
        stop(
            "A packet for one meeting is made whole. Leave out --handout and --for, or leave out the meeting."
        )
    if one and len(asked.packets) > 1:
        stop("A packet for one meeting has the handouts of one packet. Name one with --packet, or none.")


def formats_of(asked: str | None, *, is_shown: bool, is_one: bool) -> tuple[str, ...]:
    """The formats that were named, or the usual ones; stops if one is unknown or cannot be made here."""
    from pathwayctl.rendering.page_sets import DOCUMENTS, FORMATS, MAIL

    usual = "html,pdf" if is_one else "html,md"
    wanted = chosen([usual if asked is None else asked], (*FORMATS, *DOCUMENTS, *MAIL), "format")
    refuse_what_lacks_a_package(wanted)
    if is_shown and "html" not in wanted:
        stop("--open shows pages in a browser, so the formats must include html.")
    return wanted


def by_id(asked: Sequence[str], known: Iterable[Handout] | Iterable[MeetingPacket]) -> list[str]:
    """What was typed, with the id in place of each title; a title may have commas in it."""
    from pathwayctl.handouts.handout import ids_named

    ids = ids_named(asked, known)
    return [ids.get(typed, typed) for typed in asked]


def audience_of(name: str | None, people: Sequence[str] | None, forms: Sequence[str]) -> Audience:
    """The audience that was named; by default partners, and internal for what goes to one person."""
    if name is None:
        return Audience.INTERNAL if people or {*forms} <= {"eml", "csv"} else Audience.PARTNERS
    known = {one.value: one for one in Audience}
    return known[the_one(name, tuple(known), "audience")]


def show_list(place: Path, form: str | None) -> None:
    """Show the packets and handouts of a project, or where there is none, those of the guides."""
    from pathwayctl.cli.checked_project import opened
    from pathwayctl.evidence.packets import PACKETS
    from pathwayctl.handouts.registry import HANDOUTS
    from pathwayctl.reporters.page_list import FORMATS, write

    form = the_one(form or FORMATS[0], FORMATS, "format")
    root = find(place)
    if isinstance(root, NoProject):
        if place != HERE:
            stop(root.message)
        packets, handouts = PACKETS, HANDOUTS
    else:
        project = opened(root)
        packets, handouts = project.packets, project.handouts
    show_report(lambda width: write(packets, handouts, form, width))
