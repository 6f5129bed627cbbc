"""Which pages an order comes to: packets, all handouts, or what one person gets, for one audience."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.packets import MeetingPacket, packet_for, packets_made, packets_of
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView, ids_named
from pathwayctl.handouts.packets import overview
from pathwayctl.handouts.packets.packet_pages import (
    meeting_cover,
    packet_day,
    packet_pages,
    personal_pages,
)
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.sharing import may_have
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.pages import Front
from pathwayctl.rendering.templates import Templates
from pathwayctl.writing import HANDOUTS_FOLDER, folder_for, is_meeting_folder, safe_name

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.plan_state import PlanState
    from pathwayctl.model.outreach import Meeting
    from pathwayctl.model.plan import Plan

FORMATS: Final = ("html", "md", "txt")
DOCUMENTS: Final = ("pdf", "docx", "pptx")
"""Formats of whole packets: to print, to edit in Word, and slides to edit in PowerPoint."""
MAIL: Final = ("eml", "csv")
"""Formats of letters: drafts of e-mails, and the table for a mail merge."""
INDEX: Final = "index"
ALL: Final = "all"
"""Files that every set has."""
_EACH: Final = marked("Every handout by itself.")
_OWN: Final = marked("A handout of your own.")


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: ids of packets and of handouts (all of both where neither is named), and formats.

    ``parties`` are the ids of the people and organizations that pages are made for, if only for some.
    ``present`` are the folders of packets that were made before and are still there: the front page
    leads to these too. ``since`` is the state that a page of changes begins with, if one was asked for.
    ``meeting`` is the id of a meeting: then the order is the packet for it, with the handouts of the one
    packet that it names, if any. ``documents`` are formats of whole packets, to link to.
    """

    packets: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("html", "md")
    version: str = ""
    audience: Audience = Audience.INTERNAL
    parties: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    since: PlanState | None = None
    meeting: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Set:
    """Pages that go together: a packet, all handouts, or what one person gets.

    ``folder`` has its index, and ``home`` its pages: packets share the pages of all handouts, and what is
    for one person or one meeting is whole in itself. ``withheld`` are the titles of handouts of which the
    audience does not get some pages, or any. ``front`` is its first page, without the logo. ``file`` is the
    name of the whole as a document, and ``day`` the day of its meeting in words.
    """

    folder: str
    home: str
    title: str
    about: str
    views: tuple[tuple[Handout, PageView], ...]
    withheld: tuple[str, ...] = ()
    logo: str = ""
    front: Front = Front()
    file: str = ""
    day: str = ""

    @property
    def document(self) -> str:
        """The name of the whole set as a document, without an ending."""
        return f"{self.folder}/{self.file or self.folder}"


def all_handouts(templates: Templates) -> tuple[Handout, ...]:
    """The built-in handouts, and the project's own: its templates whose names no built-in one has."""
    taken = {handout.template for handout in HANDOUTS}
    names = [name for name in templates.own_handouts() if name not in taken and not name.startswith("_")]
    return (*HANDOUTS, *map(_own, names))


def asked_by_name(order: Order, plan: Plan) -> frozenset[str]:
    """The ids of the handouts that an order or the project itself asks for by name, alone or in a packet."""
    packets = {*order.packets, *(one.id for one in plan.packets)}
    named = (one.handouts for one in packets_of(plan) if one.id in packets)
    brought = (_brought(one, HANDOUTS) for one in plan.meetings if one.id == order.meeting)
    return frozenset(chain(order.handouts, *named, *brought))


def _brought(meeting: Meeting, handouts: Sequence[Handout]) -> tuple[str, ...]:
    """The ids of the handouts that are named as materials on the agenda of a meeting."""
    materials = [material for item in meeting.agenda for material in item.materials]
    return tuple(dict.fromkeys(ids_named(materials, handouts).values()))


def sets_of(context: Context, templates: Templates, order: Order) -> tuple[tuple[Set, ...], tuple[Set, ...]]:
    """The sets of pages that an order comes to, and the other packets that share pages with them.

    ``context`` is as its audience may see it. The others were made before, and are only linked to.
    """
    others: Iterable[Set] = ()
    if order.meeting:
        found = tuple(_for_meeting(context, templates, order))
    elif order.parties:
        found = tuple(_personal(context, order))
    else:
        found = tuple(_sets(context, templates, order))
        others = _made_before(context, templates, order, found)
    every = _apart([_for_audience(one, order.audience) for one in (*found, *others)])
    return every[: len(found)], every[len(found) :]


def _made_before(context: Context, templates: Templates, order: Order, found: Iterable[Set]) -> Iterator[Set]:
    made = {one.folder for one in found}
    for packet in packets_of(context.plan):
        if packet.id in order.present and packet.id not in made:
            yield _of_packet(packet, packet_pages(packet, all_handouts(templates), context), context)


def fronts(sets: Iterable[Set], context: Context, order: Order) -> Iterator[Set]:
    """The sets that the front page leads to, in the order of all packets, all handouts last.

    They are those of the order and, without their pages, those that were made before.
    """
    made = {one.folder: one for one in sets}
    last = [made.pop(HANDOUTS_FOLDER)] if HANDOUTS_FOLDER in made else []
    for packet in packets_of(context.plan):
        if packet.id in made:
            yield made.pop(packet.id)
        elif packet.id in order.present:
            yield _of_packet(packet, (), context)
    for folder in order.present:
        if is_meeting_folder(folder):
            about = phrase("A packet for one meeting.")
            made.setdefault(folder, Set(folder, folder, folder, about, ()))
    yield from made.values()
    if HANDOUTS_FOLDER in order.present and not last:
        last = [Set(HANDOUTS_FOLDER, HANDOUTS_FOLDER, phrase("Handouts"), phrase(_EACH), ())]
    yield from last


def _personal(context: Context, order: Order) -> Iterator[Set]:
    for party in order.parties:
        name = context.name(party)
        about = phrase("What {name} has to do, know, and bring.", name=name)
        yield Set(
            folder_for(party),
            folder_for(party),
            phrase("For {name}", name=name),
            about,
            personal_pages(party, HANDOUTS, context),
        )


def _for_meeting(context: Context, templates: Templates, order: Order) -> Iterator[Set]:
    for meeting in (one for one in context.plan.meetings if one.id == order.meeting):
        handouts = all_handouts(templates)
        named = next(iter(order.packets), "")
        packet = packet_for(context.plan, meeting, named, _brought(meeting, handouts))
        cover, about = meeting_cover(meeting, context), meeting.purpose or packet.about
        front = Front(cover=packet.cover, agency=cover.agency, facts=cover.facts)
        pages = packet_pages(packet, handouts, context)
        front_logo, file = packet.logo, cover.file
        yield Set(file, file, packet.title, about, pages, logo=front_logo, front=front, file=file)


def _sets(context: Context, templates: Templates, order: Order) -> Iterator[Set]:
    everything = not order.packets and not order.handouts
    handouts = all_handouts(templates)
    for packet in packets_made(context.plan) if everything else packets_of(context.plan):
        if everything or packet.id in order.packets:
            yield _of_packet(packet, packet_pages(packet, handouts, context), context)
    if everything or order.handouts:
        chosen = [one for one in handouts if everything or one.id in order.handouts]
        views = tuple((handout, view) for handout in chosen for view in handout.pages(context))
        title = phrase("All handouts") if everything else phrase("Handouts")
        yield Set(HANDOUTS_FOLDER, HANDOUTS_FOLDER, title, phrase(_EACH), views)


def _of_packet(packet: MeetingPacket, views: tuple[tuple[Handout, PageView], ...], context: Context) -> Set:
    front, day = Front(cover=packet.cover), packet_day(packet, context)
    return Set(packet.id, HANDOUTS_FOLDER, packet.title, packet.about, views, (), packet.logo, front, day=day)


def _for_audience(one: Set, audience: Audience) -> Set:
    views, withheld = [], []
    for handout, view in one.views:
        if may_have(audience, handout.audience) and may_have(audience, view.audience):
            views.append((handout, view))
        else:
            withheld.append(handout.title)
    return replace(one, views=tuple(views), withheld=tuple(dict.fromkeys(withheld)))


def _apart(sets: Sequence[Set]) -> tuple[Set, ...]:
    """The same sets, each different page under a name of its own in its folder.

    A project may call a template as it likes. The names of all handouts go first, so that a page has the
    same name whichever packets are made.
    """
    names: dict[tuple[str, str, str, str], str] = {}
    taken = {(one.home, name) for one in sets for name in (INDEX, ALL)}
    for one in sorted(sets, key=lambda one: one.folder != one.home):
        for handout, view in one.views:
            key = (one.home, handout.template, view.slug, view.title)
            if key not in names:
                tries = (view.slug, *(f"{view.slug}-{number}" for number in range(2, len(taken) + 2)))
                names[key] = next(name for name in tries if (one.home, name) not in taken)
                taken.add((one.home, names[key]))
    return tuple(replace(one, views=tuple(_named(one, names))) for one in sets)


def _named(one: Set, names: Mapping[tuple[str, str, str, str], str]) -> Iterator[tuple[Handout, PageView]]:
    for handout, view in one.views:
        slug = names[one.home, handout.template, view.slug, view.title]
        yield handout, view if view.slug == slug else replace(view, slug=slug)


def _own(name: str) -> Handout:
    words = name.replace("-", " ").replace("_", " ")
    title = words[:1].upper() + words[1:]

    def views(context: Context) -> tuple[PageView, ...]:
        return (PageView(safe_name(name), title, overview.view(context)),)

    return Handout(name, title, name, "", _OWN, views)
