"""Puts pages together into packets: for each a folder with an index, its pages, and one file to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pathwayctl.handouts import overview
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS, PACKETS, Handout, PageView, packet_pages
from pathwayctl.rendering import html, markdown
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.pages import Entry, Frame, Page
from pathwayctl.rendering.templates import Templates
from pathwayctl.writing import safe_name

FORMATS: Final = ("html", "md")
_INDEX: Final = "index"
_ALL: Final = "all"
"""Files that every packet has."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: ids of packets and of handouts (all of both where neither is named), and formats."""

    packets: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    version: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: its name relative to the output folder, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of an order, and the mistakes in templates that kept pages out of it."""

    files: tuple[File, ...]
    mistakes: tuple[TemplateMistake, ...]


@dataclass(frozen=True, slots=True)
class _Set:
    """Pages that go together: a packet, or all handouts."""

    folder: str
    title: str
    about: str
    views: tuple[tuple[Handout, PageView], ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    handout: Handout
    slug: str
    page: Page


def known_handouts(templates: Templates) -> tuple[str, ...]:
    """The ids of the built-in handouts and of the project's own."""
    return tuple(handout.id for handout in (*HANDOUTS, *_own(templates)))


def known_packets() -> tuple[str, ...]:
    """The ids of all packets."""
    return tuple(packet.id for packet in PACKETS)


def bundle(context: Context, templates: Templates, order: Order) -> Bundle:
    """The files of an order; nothing is written yet."""
    style = templates.stylesheet()
    mistakes: dict[TemplateMistake, None] = {}
    if isinstance(style, TemplateMistake):
        return Bundle((), (style,))
    made: dict[tuple[str, str], Page | TemplateMistake] = {}
    files: list[File] = []
    sets = list(_sets(context, templates, order))
    for one in sets:
        ready = []
        for handout, view in one.views:
            key = (handout.template, view.slug)
            if key not in made:
                made[key] = templates.page(handout.template, view.title, view.view)
            page = made[key]
            if isinstance(page, TemplateMistake):
                mistakes[page] = None
            else:
                ready.append(_Ready(handout, view.slug, page))
        files += _files(one, ready, context, order, style)
    files += _front(sets, context, order, style)
    return Bundle(tuple(files), tuple(mistakes))


def _sets(context: Context, templates: Templates, order: Order) -> Iterator[_Set]:
    everything = not order.packets and not order.handouts
    for packet in PACKETS:
        if everything or packet.id in order.packets:
            yield _Set(packet.id, packet.title, packet.about, packet_pages(packet, context))
    if everything or order.handouts:
        chosen = [one for one in (*HANDOUTS, *_own(templates)) if everything or one.id in order.handouts]
        views = _apart((handout, view) for handout in chosen for view in handout.pages(context))
        yield _Set(
            "handouts", "All handouts" if everything else "Handouts", "Every handout by itself.", views
        )


def _apart(views: Iterable[tuple[Handout, PageView]]) -> tuple[tuple[Handout, PageView], ...]:
    """The same pages, each under a name of its own: a project may call a template as it likes."""
    taken = {_INDEX, _ALL}
    apart = []
    for handout, view in views:
        names = (view.slug, *(f"{view.slug}-{number}" for number in range(2, len(taken) + 2)))
        slug = next(name for name in names if name not in taken)
        taken.add(slug)
        apart.append((handout, replace(view, slug=slug)))
    return tuple(apart)


def _own(templates: Templates) -> tuple[Handout, ...]:
    """The project's own handouts: its templates whose names no built-in handout has."""
    taken = {handout.template for handout in HANDOUTS}
    names = [name for name in templates.own_handouts() if name not in taken and not name.startswith("_")]
    return tuple(_own_handout(name) for name in names)


def _own_handout(name: str) -> Handout:
    words = name.replace("-", " ").replace("_", " ")
    title = words[:1].upper() + words[1:]

    def pages(context: Context) -> tuple[PageView, ...]:
        return (PageView(safe_name(name), title, overview.view(context)),)

    return Handout(name, title, name, "", "A handout of this project's own.", pages)


def _files(one: _Set, ready: Sequence[_Ready], context: Context, order: Order, style: str) -> Iterator[File]:
    project = context.plan.project.name
    for form in order.formats:
        links = _Links(form, ready)
        frames = [
            Frame(
                project, page.handout.number, one.title, order.version, page.handout.source, links.around(at)
            )
            for at, page in enumerate(ready)
        ]
        outer = Frame(project, "", one.title, order.version, "", links.of_index())
        entries = [Entry(page.page.title, f"{page.slug}.{form}", page.handout.about) for page in ready]
        if form == "md":
            yield File(f"{one.folder}/index.md", markdown.write_index(outer, one.about, entries))
            for page, frame in zip(ready, frames, strict=True):
                yield File(f"{one.folder}/{page.slug}.md", markdown.write_page(page.page, frame))
            continue
        print_all = Entry(
            "Everything on one page, to print", f"{_ALL}.html", "All of the above, each on a new sheet."
        )
        yield File(
            f"{one.folder}/index.html", html.write_index(outer, one.about, [*entries, print_all], style)
        )
        for page, frame in zip(ready, frames, strict=True):
            yield File(f"{one.folder}/{page.slug}.html", html.write_page(page.page, frame, style))
        sheets = [(page.page, frame) for page, frame in zip(ready, frames, strict=True)]
        combined = Frame(project, "", one.title, order.version, "", (("Index", "index.html"),))
        yield File(f"{one.folder}/{_ALL}.html", html.write_combined(combined, sheets, style))


@dataclass(frozen=True, slots=True)
class _Links:
    """The links of a packet's pages to each other, in one format."""

    form: str
    ready: Sequence[_Ready]

    def of_index(self) -> tuple[tuple[str, str], ...]:
        return (("All packets", f"../index.{self.form}"),)

    def around(self, at: int) -> tuple[tuple[str, str], ...]:
        links = [("Index of this packet", f"index.{self.form}")]
        for label, near in (("Previous", at - 1), ("Next", at + 1)):
            if 0 <= near < len(self.ready):
                page = self.ready[near]
                links.append((f"{label}: {page.page.title}", f"{page.slug}.{self.form}"))
        return tuple(links)


def _front(sets: Iterable[_Set], context: Context, order: Order, style: str) -> Iterator[File]:
    frame = Frame(context.plan.project.name, "", context.plan.project.name, order.version)
    about = context.plan.project.summary or "Packets and handouts of this project."
    for form in order.formats:
        entries = [Entry(one.title, f"{one.folder}/index.{form}", one.about) for one in sets]
        if form == "md":
            yield File("index.md", markdown.write_index(frame, about, entries))
        else:
            yield File("index.html", html.write_index(frame, about, entries, style))
