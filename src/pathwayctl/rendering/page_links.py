"""Where pages are, and how they link to each other: each page once, with the packets that it is in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final
from urllib.parse import quote

from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.page_sets import INDEX, Set
from pathwayctl.rendering.pages import Frame, Neighbors
from pathwayctl.rendering.person_calendars import calendar_of
from pathwayctl.rendering.ready_pages import ReadyPage, ReadySet
from pathwayctl.writing import HANDOUTS_FOLDER

_BESIDE: Final = ((marked("Previous: {title}"), -1), (marked("Next: {title}"), 1))
_Titles = Sequence[tuple[str, str]]
"""The file names, without an ending, and titles of the pages of a packet."""


def relative(folder: str, name: str) -> str:
    """The address of a file of the output from a page in a folder, which is ``""`` at the top."""
    other, _, file = name.rpartition("/")
    if other == folder:
        return quote(file)
    return f"{'../' if folder else ''}{quote(name)}"


@dataclass(frozen=True)
class PageLinks:
    """The links of pages in one format.

    ``others`` are packets that were made before and have some of the pages. ``has_all`` says whether there
    is an index of all handouts, and ``in_turn`` whether the handouts of this order follow each other.
    ``calendars`` are the files with the dates of people.
    """

    form: str
    made: Sequence[ReadySet]
    others: Sequence[Set]
    has_all: bool
    in_turn: bool = False
    calendars: Collection[str] = ()

    def calendar(self, ready: ReadySet, page: ReadyPage) -> str:
        """The file with the dates of the person that a page is for, beside it; empty if there is none."""
        name = calendar_of(page)
        return name if f"{ready.one.home}/{name}" in self.calendars else ""

    def frame(self, ready: ReadySet, page: ReadyPage) -> Frame:
        """The frame of a page: its links, and the packets that it is in."""
        calendar = self.calendar(ready, page)
        if ready.one.home != HANDOUTS_FOLDER:  # whole in itself, so there is one way through it
            titles = [(one.slug, one.page.title) for one in ready.pages]
            index = (phrase("Index of this packet"), f"{INDEX}.{self.form}")
            beside = self._beside(titles, [slug for slug, _ in titles].index(page.slug))
            return page.framed(ready.outer, links=(index, *beside), calendar=calendar)
        packets = self._packets.get(page.slug, ())
        top = [(phrase("All packets"), f"../{INDEX}.{self.form}")]
        top += [(phrase("All handouts"), f"{INDEX}.{self.form}")] if self.has_all else []
        links = (*top, *((one.title, one.index) for one in packets if "/" in one.index))
        return page.framed(ready.frame, links=links, packets=packets, calendar=calendar)

    @cached_property
    def _packets(self) -> Mapping[str, tuple[Neighbors, ...]]:
        """The packets that each of the shared pages is in."""
        found: dict[str, tuple[Neighbors, ...]] = {}
        for one, titles in self._shared():
            index = relative(HANDOUTS_FOLDER, f"{one.folder}/{INDEX}.{self.form}")
            for at, (slug, _) in enumerate(titles):
                place = Neighbors(one.title, index, tuple(self._beside(titles, at)))
                found[slug] = (*found.get(slug, ()), place)
        return found

    def _shared(self) -> Iterator[tuple[Set, _Titles]]:
        for ready in self.made:
            is_packet = ready.one.folder != HANDOUTS_FOLDER
            if ready.one.home == HANDOUTS_FOLDER and (is_packet or self.in_turn):
                yield ready.one, [(page.slug, page.page.title) for page in ready.pages]
        for one in self.others:
            yield one, [(view.slug, view.title) for _, view in one.views]

    def _beside(self, titles: _Titles, at: int) -> Iterator[tuple[str, str]]:
        for label, step in _BESIDE:
            if 0 <= at + step < len(titles):
                slug, title = titles[at + step]
                yield phrase(label, title=title), f"{slug}.{self.form}"
