"""The files of sets: each page once, and for each set an index and everything on one page to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.earlier_run import EarlierRun
from pathwayctl.handouts.packets.page_index import IndexedPage, IndexGroup, page_index, titles_in_order
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering import html, mail_text, markdown
from pathwayctl.rendering.blocks import Block, Heading
from pathwayctl.rendering.document_links import DocumentLinks
from pathwayctl.rendering.html_blocks import DrawnBlocks
from pathwayctl.rendering.made_file import File, Parts
from pathwayctl.rendering.page_links import PageLinks, relative
from pathwayctl.rendering.page_sets import ALL, INDEX, Order, Set
from pathwayctl.rendering.pages import Contents, ContentsEntry, Frame, Front, Page
from pathwayctl.rendering.ready_pages import ReadyPage, ReadySet
from pathwayctl.rendering.sheet_list import sheet_list
from pathwayctl.wording import listed
from pathwayctl.writing import HANDOUTS_FOLDER

Entries = Sequence[Block | Contents]
PLAIN: Final = {"md": markdown, "txt": mail_text}
"""The writers of formats that are plain text."""
MOST_NAMED: Final = 3
"""Headings of a page that its sentence names."""


@dataclass(frozen=True)
class Writing:
    """How an order is written in one format: what it links to, and the style of its web pages."""

    form: str
    links: PageLinks
    documents: DocumentLinks
    order: Order
    style: bytes
    earlier: EarlierRun
    drawn: DrawnBlocks

    def page(self, name: str, page: Page, frame: Frame) -> File:
        """The file of a page."""
        writer = PLAIN.get(self.form)
        return self._file(
            f"{name}.{self.form}",
            (page, frame),
            lambda: (
                (writer.write_page(page, frame).encode(),)
                if writer
                else html.write_page(page, frame, self.style, self.drawn)
            ),
        )

    def index(self, folder: str, frame: Frame, front: Front, parts: Entries) -> File:
        """The file of an index in a folder, ``""`` for the first page of all."""
        writer = PLAIN.get(self.form)
        return self._file(
            "/".join(filter(None, (folder, f"{INDEX}.{self.form}"))),
            (frame, front, parts),
            lambda: (
                (writer.write_index(frame, front, parts).encode(),)
                if writer
                else html.write_index(frame, front, parts, self.style)
            ),
        )

    def combined(self, ready: ReadySet, outer: Frame) -> File:
        """The file of a set with all of its pages, to print."""
        frame = replace(outer, links=((phrase("Index"), f"{INDEX}.html"),))
        return self._file(
            f"{ready.one.folder}/{ALL}.html",
            (frame, ready.front, ready.sheets),
            lambda: html.write_combined(frame, ready.front, ready.sheets, self.style, self.drawn),
        )

    def _file(self, name: str, parts: tuple[object, ...], write: Callable[[], Parts]) -> File:
        return File(name, self.earlier.made(name, (*parts, self.style), write))


Groups = Mapping[str, Sequence[IndexGroup]]
"""The index of each set by its folder."""


def groups_of(made: Sequence[ReadySet], context: Context) -> Groups:
    """The pages of each set in the groups of its index, which are the same in all formats."""
    found = {}
    for ready in made:
        is_all = ready.one.folder == HANDOUTS_FOLDER
        pages = [page for _, page in dict(_shared(ready, made)).values()] if is_all else ready.pages
        found[ready.one.folder] = page_index([(page.handout, page.view) for page in pages], context)
    return found


def set_files(made: Sequence[ReadySet], writing: Writing, groups: Groups) -> Iterator[File]:
    """The files of all sets in one format."""
    pages = {f"{one.one.home}/{page.slug}": (one, page) for one in made for page in one.pages}
    for name, (ready, page) in pages.items():
        yield writing.page(name, page.page, writing.links.frame(ready, page))
    for ready in made:
        outer = replace(ready.outer, links=((phrase("All packets"), f"../{INDEX}.{writing.form}"),))
        with_all = "html" in writing.order.formats
        whole = () if writing.form == "txt" else tuple(writing.documents.whole(ready, with_all=with_all))
        parts = _parts(ready, made, writing, groups[ready.one.folder])
        yield writing.index(ready.one.folder, outer, ready.front, (*whole, *parts))
        if writing.form == "html":
            yield writing.combined(ready, outer)


def _parts(
    ready: ReadySet, made: Sequence[ReadySet], writing: Writing, groups: Sequence[IndexGroup]
) -> Entries:
    """What an index lists: all handouts in groups, and any other set in its order."""
    if ready.one.folder == HANDOUTS_FOLDER:
        return tuple(_grouped(ready, made, writing, groups))
    known = {one.slug: one for group in groups for one in group.pages}
    entries = tuple(
        entry_of(ready, page, writing, ready.one.folder, known[page.slug]) for page in ready.pages
    )
    return (Contents(phrase(_IN_ORDER), entries, ordered=True), *_sheets(ready, writing))


_IN_ORDER: Final = marked("Its pages, in order")


def entry_of(
    ready: ReadySet, page: ReadyPage, writing: Writing, folder: str, known: IndexedPage
) -> ContentsEntry:
    """The entry of a page in an index that is in a folder; ``known`` is its place in the index."""
    alone = ready.alone(page)
    files = writing.documents.files(alone, folder) if alone else ()
    if dates := writing.links.calendar(ready, page):
        files = (*files, (phrase("Calendar"), relative(folder, f"{ready.one.home}/{dates}")))
    return ContentsEntry(
        page.page.title,
        relative(folder, f"{ready.one.home}/{page.slug}.{writing.form}"),
        known.sentence or _headings(page.page),
        known.day,
        writing.documents.size_of(ready, page),
        files,
    )


def _headings(page: Page) -> str:
    """A sentence about a page from its headings; empty if it has none."""
    found = [one.text for one in page.blocks if isinstance(one, Heading) and one.level == 2]
    named = [f"“{one}”" for one in found[:MOST_NAMED]]
    named += [phrase("more")] if found[MOST_NAMED:] else []
    return phrase("With {parts}.", parts=listed(named)) if named else ""


def _sheets(ready: ReadySet, writing: Writing) -> Iterable[Block]:
    """The list of the sheets to print for a meeting, on its web page."""
    if not writing.order.meeting or writing.form != "html":
        return ()
    document = writing.documents.documents.get(ready.one.document)
    return sheet_list(document, writing.documents.counts(ready.one.document)) if document else ()


def _grouped(
    ready: ReadySet, made: Sequence[ReadySet], writing: Writing, groups: Sequence[IndexGroup]
) -> Iterator[Contents]:
    """All pages in groups, with the packets behind the first group, and all titles from A to Z."""
    folder, pages = HANDOUTS_FOLDER, dict(_shared(ready, made))
    packets = tuple(set_entry(one.one, writing, folder) for one in made if one is not ready)
    for group in groups:
        if packets and group.level == 2 and group is not groups[0]:
            yield Contents(phrase("Packets"), packets)
            packets = ()
        entries = tuple(entry_of(*pages[one.slug], writing, folder, one) for one in group.pages)
        yield Contents(group.title, entries, group.about, group.level)
    if packets:
        yield Contents(phrase("Packets"), packets)
    titled = [(page.page.title, f"{quote(slug)}.{writing.form}") for slug, (_, page) in pages.items()]
    entries = tuple(ContentsEntry(*one) for one in titles_in_order(titled))
    yield Contents(phrase("All titles, from A to Z"), entries, compact=True)


def _shared(ready: ReadySet, made: Iterable[ReadySet]) -> Iterator[tuple[str, tuple[ReadySet, ReadyPage]]]:
    """Every page in the folder of all handouts by its file name, also what only packets have."""
    for one in (*(one for one in made if one.one.home == HANDOUTS_FOLDER and one is not ready), ready):
        for page in one.pages:
            yield page.slug, (one, page)


def set_entry(one: Set, writing: Writing, folder: str) -> ContentsEntry:
    """The entry of a set in an index that is in a folder."""
    address = relative(folder, f"{one.folder}/{INDEX}.{writing.form}")
    size, files = writing.documents.size(one.document), writing.documents.files(one.document, folder)
    return ContentsEntry(one.title, address, one.about, one.day, size, files)
