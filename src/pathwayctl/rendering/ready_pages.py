"""The pages of sets, made from their views: each page once, even if it is in several packets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from pathwayctl.handouts.earlier_run import NO_EARLIER_RUN, EarlierRun
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.language import phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.loader import OWN_HANDOUTS
from pathwayctl.rendering.made_once import MadeOnce
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.page_sets import Order, Set
from pathwayctl.rendering.pages import Document, Frame, Front, Page
from pathwayctl.rendering.shown_blocks import shown_to
from pathwayctl.rendering.templates import Templates

Progress = Callable[[int, int], None]
MOST_TOGETHER: Final = 25_000_000
"""Characters of all pages of a run that a project's own templates make; a page counts in each packet."""


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """A page of a set: its handout, the view that it was made from, and the page. ``logo`` is a letter's."""

    handout: Handout
    view: PageView
    page: Page
    logo: str = ""

    @property
    def slug(self) -> str:
        """Its file name without an ending."""
        return self.view.slug

    def framed(self, frame: Frame, **around: Any) -> Frame:
        """The frame of the page, with what is ``around`` it.

        A letter has its letterhead, and nothing else that would be mailed.
        """
        if not self.page.letter:
            source = phrase(self.view.source or self.handout.source)
            return replace(frame, handout=self.handout.number, source=source, **around)
        logo = self.logo or frame.brand.seal
        around |= {"handout": "", "packet_title": "", "version": "", "source": "", "logo": logo}
        return replace(frame, **around)


@dataclass(frozen=True)
class ReadySet:
    """A set with its pages and its first page; ``frame`` is the frame of all of them."""

    one: Set
    pages: tuple[ReadyPage, ...]
    frame: Frame
    front: Front

    @property
    def outer(self) -> Frame:
        """The frame of its index."""
        return replace(self.frame, packet_title=self.one.title)

    def alone(self, page: ReadyPage) -> str:
        """The name of the document that a page is by itself, as slides and letters are; else empty."""
        return f"{self.one.home}/{page.slug}" if page.page.slides or page.page.letter else ""

    @cached_property
    def sheets(self) -> list[tuple[Page, Frame]]:
        """Its pages as sheets to print, each with its frame."""
        return [(page.page, page.framed(self.frame)) for page in self.pages]

    def documents(self, ready: MadeOnce[Page, Any]) -> Iterator[Document]:
        """The set as a document; slides and each letter are by themselves. They share ``ready``."""
        names = [self.alone(page) for page in self.pages]
        printed = tuple(sheet for name, sheet in zip(names, self.sheets, strict=True) if not name)
        if printed:
            yield Document(self.one.document, self.outer, self.front, printed, ready=ready)
        for name, sheet in zip(names, self.sheets, strict=True):
            if name:
                yield Document(name, self.outer, self.front, (sheet,), ready=ready)


class SetMaker:
    """Makes each page once, even if it is in several sets, and keeps the mistakes in templates.

    ``progress`` is called after each page with the number of steps done and the number of all of them.
    """

    def __init__(
        self,
        templates: Templates,
        order: Order,
        progress: Progress | None,
        steps: int,
        earlier: EarlierRun = NO_EARLIER_RUN,
    ) -> None:
        self._earlier = earlier
        self.mistakes: dict[TemplateMistake, None] = {}
        self._templates, self._progress = templates, progress
        self._audience = order.audience
        self._made: dict[tuple[str, str, str], Page | TemplateMistake] = {}
        self._done, self._steps, self._size = 0, steps, 0

    def pages(self, one: Set, logo: str) -> Iterator[ReadyPage]:
        """The pages of a set, without those that a mistake has kept out; ``logo`` is that of letters."""
        for handout, view in one.views:
            key = (handout.template, view.slug, view.title)
            if key not in self._made:
                self._made[key] = self._page(key, view.view)
            page = self._fit(self._made[key], handout)
            if isinstance(page, TemplateMistake):
                self.mistakes[page] = None
            elif shown := self._shown(key, page):
                yield ReadyPage(handout, view, shown, logo)
            self.step()

    def _page(self, key: tuple[str, str, str], view: object) -> Page | TemplateMistake:
        """The page of a view; one by a template of the project is made again, since that may have changed."""
        name, _, title = key
        if self._templates.is_own(name):
            return self._templates.page(name, title, view)
        return self._earlier.made(("page", *key), (view,), lambda: self._as_before(key, view))

    def _as_before(self, key: tuple[str, str, str], view: object) -> Page | TemplateMistake:
        """The page made again, with the blocks of an earlier run that are the same."""
        name, _, title = key
        page = self._templates.page(name, title, view)
        if isinstance(page, TemplateMistake):
            return page
        return replace(page, blocks=self._earlier.alike(("blocks", *key), page.blocks))

    def _shown(self, key: tuple[str, str, str], page: Page) -> Page | None:
        parts = (page, self._audience)
        return self._earlier.made(("shown", *key), parts, lambda: shown_to(self._audience, page))

    def step(self) -> None:
        """Count one more step as done."""
        self._done += 1
        if self._progress:
            self._progress(self._done, self._steps)

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
