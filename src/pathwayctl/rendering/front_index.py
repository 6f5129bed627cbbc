"""The first page of the output: the next meeting, what is late, what has changed, and all packets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pathwayctl.evidence.packets import WHAT_CHANGED
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.packets.front_page import FrontPage, NextMeeting, front_page
from pathwayctl.handouts.packets.page_index import page_index, slugs_of
from pathwayctl.handouts.tables import HandoutTable
from pathwayctl.language import phrase
from pathwayctl.rendering.blocks import Block, Facts, Heading, Items, Paragraph, Table
from pathwayctl.rendering.made_file import File
from pathwayctl.rendering.page_sets import Set, fronts
from pathwayctl.rendering.pages import Contents, Frame, Front
from pathwayctl.rendering.ready_pages import ReadyPage, ReadySet
from pathwayctl.rendering.set_files import Writing, entry_of, set_entry
from pathwayctl.writing import HANDOUTS_FOLDER


def front_files(
    made: Sequence[ReadySet], writings: Sequence[Writing], context: Context, frame: Frame, logo: str
) -> Iterator[File]:
    """The first page in each format. What is for one person alone does not begin with the project's news."""
    project = context.plan.project
    outer = replace(frame, packet_title=project.name)
    front = Front(project.summary or phrase("Packets and handouts of this project."), "", logo)
    facts = front_page(context) if writings and not writings[0].order.parties else None
    for writing in writings:
        sets = tuple(fronts([ready.one for ready in made], context, writing.order))
        ahead = _packet_of(facts.meeting, sets) if facts and facts.meeting else None
        parts: list[Block | Contents] = list(_news(facts, ahead, made, writing, context)) if facts else []
        if sets != (ahead,):  # a packet that is all there is stands at its meeting alone
            title = phrase("Packets and handouts") if parts else ""
            parts.append(Contents(title, tuple(set_entry(one, writing, "") for one in sets)))
        yield writing.index("", outer, front, tuple(parts))


def _packet_of(meeting: NextMeeting, sets: Sequence[Set]) -> Set | None:
    """The packet that was made for a meeting, or else the one for its kind, if there is any."""
    folders = {one.folder: one for one in sets}
    return folders.get(meeting.cover.file) or folders.get(meeting.packet.id if meeting.packet else "")


def _news(
    facts: FrontPage, ahead: Set | None, made: Sequence[ReadySet], writing: Writing, context: Context
) -> Iterator[Block | Contents]:
    if facts.meeting:
        yield from _meeting(facts.meeting, ahead, made, writing, context)
    if facts.late.rows:
        yield Heading(phrase("What is late"))
        yield _table(phrase("Overdue tasks and action items"), facts.late, facts.late_note)
    if facts.since:
        yield Heading(phrase("What has changed"))
        yield Paragraph(facts.since)
    if facts.changes:
        yield Items(facts.changes)
        if facts.changes_note:
            yield Paragraph(facts.changes_note)
        yield from _listed(made, writing, context, lambda page: page.handout.id == WHAT_CHANGED)


def _listed(
    made: Sequence[ReadySet], writing: Writing, context: Context, is_listed: Callable[[ReadyPage], bool]
) -> Iterator[Contents]:
    """Some of the pages in the folder of all handouts, if there are any."""
    shared = [one for one in made if one.one.home == HANDOUTS_FOLDER]
    found = {page.slug: (one, page) for one in shared for page in one.pages if is_listed(page)}
    if found:
        views = [(page.handout, page.view) for _, page in found.values()]
        known = [one for group in page_index(views, context) for one in group.pages]
        yield Contents("", tuple(entry_of(*found[one.slug], writing, "", one) for one in known))


def _meeting(
    meeting: NextMeeting, packet: Set | None, made: Sequence[ReadySet], writing: Writing, context: Context
) -> Iterator[Block | Contents]:
    """The next meeting, with its packet, or else its pages."""
    yield Heading(phrase("Next meeting: {title}", title=meeting.meeting.title))
    yield Facts(meeting.cover.facts)
    if packet:
        yield Contents("", (set_entry(packet, writing, ""),))
    else:
        slugs = slugs_of(meeting.meeting)
        yield from _listed(made, writing, context, lambda page: page.slug in slugs)


def _table(caption: str, found: HandoutTable, note: str) -> Table:
    heads = tuple(replace(head, title=phrase(head.title)) for head in found.columns)
    return Table(caption, heads, found.rows, note=note)
