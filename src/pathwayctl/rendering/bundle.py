"""Puts pages together into packets: for each a folder with an index, its pages, and one file to print.

Pages for the public have results alone, without the gaps that staff have to close and the forms to fill in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import quote

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.partners.invitations import InvitationLetter
from pathwayctl.handouts.sharing import shared
from pathwayctl.language import marked, phrase, phrases_of, speaking, spoken
from pathwayctl.loading.colors import WHITE, readable
from pathwayctl.loading.logos import picture_address
from pathwayctl.model.project import Look
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering import html, mail_text, markdown
from pathwayctl.rendering.blocks import Block
from pathwayctl.rendering.loader import OWN_HANDOUTS
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.page_sets import ALL, Order, Set, fronts, sets_of
from pathwayctl.rendering.pages import Brand, ContentsEntry, Document, Frame, Front, Page
from pathwayctl.rendering.public_pages import for_public
from pathwayctl.rendering.sheet_list import sheet_list
from pathwayctl.rendering.templates import Templates

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: its name relative to the output folder, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of an order, the mistakes in templates that kept pages out of it, and what is withheld.

    ``letters`` are letters to mail, each with its name and its page. ``documents`` are its packets, slides,
    and letters as documents, to be written in a format for print.
    ``withheld`` are the titles of handouts of which the order's audience does not get some pages, or any.
    """

    files: tuple[File, ...]
    mistakes: tuple[TemplateMistake, ...]
    withheld: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    letters: tuple[tuple[str, InvitationLetter, Page], ...] = ()


@dataclass(frozen=True, slots=True)
class _ReadyPage:
    handout: Handout
    slug: str
    page: Page
    source: str
    view: object
    logo: str = ""

    def framed(self, frame: Frame) -> Frame:
        """The frame of the page; a letter has its letterhead, and nothing else that would be mailed."""
        if not self.page.letter:
            return frame
        logo = self.logo or frame.brand.seal
        return replace(frame, handout="", packet_title="", version="", source="", logo=logo)


def bundle(
    context: Context, templates: Templates, order: Order, root: Path, progress: Progress | None = None
) -> Bundle:
    """Make the files of an order; none is written yet.

    ``root`` is the project's folder, for its pictures. ``progress`` is called after each page with the
    number of pages done and the number of all pages.
    """
    with speaking(phrases_of(context.plan.project.language)):
        return _bundle(context, templates, order, root, progress)


def _bundle(
    context: Context, templates: Templates, order: Order, root: Path, progress: Progress | None
) -> Bundle:
    style = templates.stylesheet()
    if isinstance(style, TemplateMistake):
        return Bundle((), (style,))
    begun = replace(context, since=order.since) if order.since is not None else context
    if spoken():  # what is known was answered in English
        begun = replace(begun, known=None)
    seen = replace(shared(begun, order.audience), meeting=order.meeting)
    sets, frame = sets_of(seen, templates, order), _frame(seen, order, root)
    maker = _Maker(templates, order, progress, sum(len(one.views) for one in sets))
    files: list[File] = []
    documents: list[Document] = []
    letters: list[tuple[str, InvitationLetter, Page]] = []
    own = picture_address(root, seen.plan.project.logo or "")
    for one in sets:
        ready, logo = maker.pages(one), picture_address(root, one.logo)
        front = replace(one.front, purpose=one.about, logo=logo)
        ready = [replace(page, logo=own) for page in ready]
        made = list(_documents(one, ready, frame, front))
        documents += made
        letters += _letters(one, ready)
        counted = made[:1] if order.meeting and "html" in order.formats else ()
        more = [block for document in counted for block in sheet_list(document)]
        files += _files(one, ready, frame, order, style, front, more)
    files += _front(sets, seen, order, frame, style, own)
    withheld = dict.fromkeys(title for one in sets for title in one.withheld)
    return Bundle(tuple(files), tuple(maker.mistakes), tuple(withheld), tuple(documents), tuple(letters))


def _frame(context: Context, order: Order, root: Path) -> Frame:
    """What all pages of a project have around them."""
    project = context.plan.project
    look = project.look or Look()
    asking = ((phrase("Contact"), project.contact), (phrase("Accommodations"), project.accommodations))
    brand = Brand(
        readable(look.color, WHITE) if look.color else "",
        picture_address(root, look.seal or ""),
        look.footer or "",
        tuple(filter(None, (look.footer, *(f"{name}: {words}" for name, words in asking if words)))),
        tuple((link.label, link.address) for link in look.links),
    )
    return Frame(project.name, version=order.version, brand=brand)


MOST_TOGETHER: Final = 25_000_000
"""Characters of all pages of a run that a project's own templates make; a page counts in each packet."""


class _Maker:
    """Makes each page once, even if it is in several packets, and keeps the mistakes in templates."""

    def __init__(self, templates: Templates, order: Order, progress: Progress | None, number: int) -> None:
        self.mistakes: dict[TemplateMistake, None] = {}
        self._templates, self._progress = templates, progress
        self._is_public = order.audience is Audience.PUBLIC
        self._made: dict[tuple[str, str, str], Page | TemplateMistake] = {}
        self._done, self._number, self._size = 0, number, 0

    def pages(self, one: Set) -> list[_ReadyPage]:
        """The pages of a set, without those that a mistake has kept out."""
        ready = []
        for handout, view in one.views:
            key = (handout.template, view.slug, view.title)
            if key not in self._made:
                self._made[key] = self._templates.page(handout.template, view.title, view.view)
            page = self._fit(self._made[key], handout)
            if isinstance(page, TemplateMistake):
                self.mistakes[page] = None
            elif shown := for_public(page) if self._is_public else page:
                source = phrase(view.source or handout.source)
                ready.append(_ReadyPage(handout, view.slug, shown, source, view.view))
            self._done += 1
            if self._progress:
                self._progress(self._done, self._number)
        return ready

    def _fit(self, page: Page | TemplateMistake, handout: Handout) -> Page | TemplateMistake:
        """The page, unless those of the project's own become too many."""
        if isinstance(page, Page) and page.size:
            self._size += page.size
            if self._size > MOST_TOGETHER:
                return TemplateMistake(
                    f"{OWN_HANDOUTS}{handout.template}.j2",
                    1,
                    "The pages of this project’s own templates become too large together.",
                    "Show less on each page, or make fewer packets at once: --packet kickoff",
                )
        return page


def _documents(one: Set, ready: Sequence[_ReadyPage], frame: Frame, front: Front) -> Iterator[Document]:
    """Yield a packet as a document; slides and each letter are by themselves."""
    outer = replace(frame, packet_title=one.title)
    sheets = [
        (page.page, page.framed(replace(frame, handout=page.handout.number, source=page.source)))
        for page in ready
    ]
    if printed := tuple(sheet for sheet in sheets if not (sheet[0].slides or sheet[0].letter)):
        yield Document(f"{one.folder}/{one.file or one.folder}", outer, front, printed)
    for page, sheet in zip(ready, sheets, strict=True):
        if page.page.slides or page.page.letter:
            yield Document(f"{one.folder}/{page.slug}", outer, front, (sheet,))


def _letters(one: Set, ready: Sequence[_ReadyPage]) -> Iterator[tuple[str, InvitationLetter, Page]]:
    for page in ready:
        if isinstance(page.view, InvitationLetter) and page.view.recipient:
            yield f"{one.folder}/{page.slug}", page.view, page.page


def _files(
    one: Set,
    ready: Sequence[_ReadyPage],
    frame: Frame,
    order: Order,
    style: str,
    front: Front,
    sheets_to_print: Sequence[Block] = (),
) -> Iterator[File]:
    for form in order.formats:
        links = _PacketLinks(form, ready)
        outer = replace(frame, packet_title=one.title, links=links.of_index())
        entries = [
            ContentsEntry(page.page.title, f"{page.slug}.{form}", phrase(page.handout.about))
            for page in ready
        ]
        sheets = [(page.page, links.frame(outer, at)) for at, page in enumerate(ready)]
        names = [f"{one.folder}/{page.slug}.{form}" for page in ready]
        if writer := _PLAIN.get(form):
            yield File(f"{one.folder}/index.{form}", writer.write_index(outer, front, entries))
            for name, (page, around) in zip(names, sheets, strict=True):
                yield File(name, writer.write_page(page, around))
            continue
        print_all = ContentsEntry(
            phrase("Everything on one page, to print"),
            f"{ALL}.html",
            phrase("All of the above, each on a new sheet."),
        )
        ends = order.documents if one.file else ()
        all_of_it = phrase(_WHOLE)
        whole = [ContentsEntry(f"{one.file}.{end}", f"{quote(one.file)}.{end}", all_of_it) for end in ends]
        index = html.write_index(outer, front, [*whole, *entries, print_all], style, sheets_to_print)
        yield File(f"{one.folder}/index.html", index)
        for name, (page, around) in zip(names, sheets, strict=True):
            yield File(name, html.write_page(page, around, style))
        combined = replace(outer, links=((phrase("Index"), "index.html"),))
        yield File(f"{one.folder}/{ALL}.html", html.write_combined(combined, front, sheets, style))


_PLAIN: Final = {"md": markdown, "txt": mail_text}
"""The writers of formats that are plain text."""
_WHOLE: Final = marked("The whole packet in one file, with a cover, to print and to mail.")


@dataclass(frozen=True, slots=True)
class _PacketLinks:
    """The links of a packet's pages to each other, in one format."""

    form: str
    ready: Sequence[_ReadyPage]

    def of_index(self) -> tuple[tuple[str, str], ...]:
        return ((phrase("All packets"), f"../index.{self.form}"),)

    def frame(self, outer: Frame, at: int) -> Frame:
        """The frame of a page, from the frame of the packet."""
        one = self.ready[at]
        return one.framed(
            replace(outer, handout=one.handout.number, source=one.source, links=self.around(at))
        )

    def around(self, at: int) -> tuple[tuple[str, str], ...]:
        links = [(phrase("Index of this packet"), f"index.{self.form}")]
        for label, near in ((marked("Previous: {title}"), at - 1), (marked("Next: {title}"), at + 1)):
            if 0 <= near < len(self.ready):
                page = self.ready[near]
                links.append((phrase(label, title=page.page.title), f"{page.slug}.{self.form}"))
        return tuple(links)


def _front(
    sets: Iterable[Set], context: Context, order: Order, outer: Frame, style: str, logo: str
) -> Iterator[File]:
    frame = replace(outer, packet_title=outer.project)
    front = Front(context.plan.project.summary or phrase("Packets and handouts of this project."), "", logo)
    for form in order.formats:
        entries = [
            ContentsEntry(title, f"{quote(folder)}/index.{form}", about)
            for folder, title, about in fronts(sets, context, order)
        ]
        if writer := _PLAIN.get(form):
            yield File(f"index.{form}", writer.write_index(frame, front, entries))
        else:
            yield File("index.html", html.write_index(frame, front, entries, style))
