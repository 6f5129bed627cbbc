"""Puts pages together into packets: each page once, and for each packet an index and one file to print.

Pages for the public have results alone, without the gaps that staff have to close and the forms to fill in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.earlier_run import NO_EARLIER_RUN, EarlierRun
from pathwayctl.handouts.partners.invitations import InvitationLetter
from pathwayctl.handouts.sharing import shared
from pathwayctl.language import phrase, phrases_of, speaking, spoken
from pathwayctl.loading.colors import WHITE, readable
from pathwayctl.loading.logos import picture_address
from pathwayctl.model.project import Look
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.document_links import DocumentLinks
from pathwayctl.rendering.front_index import front_files
from pathwayctl.rendering.made_file import File
from pathwayctl.rendering.made_once import MadeOnce
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.page_links import PageLinks
from pathwayctl.rendering.page_sets import Order, Set, asked_by_name, sets_of
from pathwayctl.rendering.pages import Brand, Document, Frame, Page
from pathwayctl.rendering.pdf import NoDocument, Printed, printed_together
from pathwayctl.rendering.person_calendars import calendars
from pathwayctl.rendering.ready_pages import Progress, ReadySet, SetMaker
from pathwayctl.rendering.set_files import Writing, groups_of, set_files
from pathwayctl.rendering.templates import Templates
from pathwayctl.writing import HANDOUTS_FOLDER


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of an order, the mistakes in templates that kept pages out of it, and what is withheld.

    ``letters`` are letters to mail, each with its name and its page. ``documents`` are its packets, slides,
    and letters as documents, to be written in a format for print, and ``prints`` those of them that were
    printed already, as PDFs, by their names.
    ``withheld`` are the titles of handouts of which the order's audience does not get some pages, or any.
    """

    files: tuple[File, ...]
    mistakes: tuple[TemplateMistake, ...]
    withheld: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    letters: tuple[tuple[str, InvitationLetter, Page], ...] = ()
    prints: Mapping[str, Printed | NoDocument] = field(default_factory=dict)


def bundle(
    context: Context,
    templates: Templates,
    order: Order,
    root: Path,
    progress: Progress | None = None,
    earlier: EarlierRun | None = None,
) -> Bundle:
    """Make the files of an order; none is written yet.

    ``root`` is the project's folder, for its pictures. ``progress`` is called after each page and each PDF
    with the number of those done and the number of all. What ``earlier`` has is not made again.
    """
    with speaking(phrases_of(context.plan.project.language)):
        return _bundle(context, templates, order, root, progress, earlier or NO_EARLIER_RUN)


def _bundle(
    context: Context,
    templates: Templates,
    order: Order,
    root: Path,
    progress: Progress | None,
    earlier: EarlierRun,
) -> Bundle:
    style = templates.stylesheet()
    if isinstance(style, TemplateMistake):
        return Bundle((), (style,))
    begun = replace(context, since=order.since) if order.since is not None else context
    if earlier.keeps:
        begun = replace(begun, earlier=earlier)
    if spoken() and begun.known:  # what is known was answered in English
        begun = replace(begun, known=replace(begun.known))
    seen = shared(begun, order.audience)
    seen = replace(seen, meeting=order.meeting, asked=asked_by_name(order, seen.plan))
    sets, others = sets_of(seen, templates, order)
    maker = SetMaker(templates, order, progress, sum(len(one.views) for one in sets), earlier)
    made = tuple(_ready(sets, maker, _frame(seen, order, root), seen, root))
    to_print, drawn = (earlier.made(name, (), MadeOnce[Any, Any]) for name in ("to print", "blocks"))
    for kept in (to_print, drawn):
        kept.begin_run()
    documents = {one.name: one for ready in made for one in ready.documents(to_print)}
    prints = dict(_prints(documents, order))
    links = DocumentLinks(documents, order.documents, prints)
    has_all = any(one.folder == HANDOUTS_FOLDER for one in sets) or HANDOUTS_FOLDER in order.present
    dates = dict(calendars(made, seen))
    rest = (links, order, style.encode(), earlier, drawn)
    writings = [
        Writing(form, PageLinks(form, made, others, has_all, bool(order.handouts), dates), *rest)
        for form in order.formats
    ]
    groups = groups_of(made, seen) if writings else {}
    files = [file for writing in writings for file in set_files(made, writing, groups)]
    own = picture_address(root, seen.plan.project.logo or "")
    if set(order.formats) & {"html", "md"}:
        files += [File(name, (text.encode(),)) for name, text in dates.items()]
    files += front_files(made, writings, seen, _frame(seen, order, root), own)
    withheld = dict.fromkeys(title for one in sets for title in one.withheld)
    letters = tuple(one for ready in made for one in _letters(ready))
    return Bundle(
        tuple(files), tuple(maker.mistakes), tuple(withheld), tuple(documents.values()), letters, prints
    )


def _ready(
    sets: Iterable[Set], maker: SetMaker, frame: Frame, context: Context, root: Path
) -> Iterator[ReadySet]:
    own = picture_address(root, context.plan.project.logo or "")
    for one in sets:
        front = replace(one.front, purpose=one.about, logo=picture_address(root, one.logo))
        yield ReadySet(one, tuple(maker.pages(one, own)), frame, front)


def _prints(documents: Mapping[str, Document], order: Order) -> Iterator[tuple[str, Printed | NoDocument]]:
    """The documents whose sheets an index counts: all if PDFs are asked for, and the packet of a meeting."""
    is_counted = bool(order.meeting) and "html" in order.formats
    wanted = list(documents) if "pdf" in order.documents else list(documents)[: int(is_counted)]
    yield from zip(wanted, printed_together(documents[name] for name in wanted), strict=True)


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


def _letters(ready: ReadySet) -> Iterator[tuple[str, InvitationLetter, Page]]:
    for page in ready.pages:
        letter = page.view.view
        if isinstance(letter, InvitationLetter) and letter.recipient:
            yield f"{ready.one.home}/{page.slug}", letter, page.page
