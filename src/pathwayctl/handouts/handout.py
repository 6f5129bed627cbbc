"""A handout: its id, title, and source, and how its pages are made from a plan.

Each module of this room that makes pages ends in a ``HANDOUT``. The guides' sample texts have placeholders
such as [COLLEGE], and people copy them. ``project.terms`` has the words for them; they are filled in once, in
a finished view, so that no page can forget it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pathwayctl.catalog.terms import fill_text
from pathwayctl.evidence.followed_guides import belongs, follows
from pathwayctl.handouts.sharing import may_have
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.evidence.packets import MeetingPacket
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.plan import Plan


View = TypeVar("View")


def filled(view: View, terms: Mapping[str, str]) -> View:
    """Return the view with the placeholders replaced in all of its texts, at any depth."""
    result: View = _filled(view, terms) if terms else view
    return result


def _filled(value: Any, terms: Mapping[str, str]) -> Any:
    """The value with its texts filled in, at any depth; the same object if nothing changes."""
    if isinstance(value, str):
        return fill_text(value, terms)
    if value is None:
        return value
    if isinstance(value, tuple):
        parts = _each_filled(value, terms)
        if all(map(is_, parts, value)):
            return value
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    kind: Any = type(value)
    names = _fields(kind)
    if not names:
        return value
    held = [getattr(value, name) for name in names]
    parts = _each_filled(held, terms)
    changed = {name: new for name, new, old in zip(names, parts, held, strict=True) if new is not old}
    return replace(value, **changed) if changed else value


def _each_filled(values: Iterable[Any], terms: Mapping[str, str]) -> list[Any]:
    """Each value filled in. Most are texts without a placeholder, and a call for each would take longest."""
    return [one if one.__class__ is str and "[" not in one else _filled(one, terms) for one in values]


@cache
def _fields(kind: type[object]) -> tuple[str, ...]:
    """The names of the fields of a dataclass; anything else has none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


CHAPTER_1: Final = "Designing a Career Pathways System, chapter 1, {} (CCRS Center, 2016)"
CHAPTER_4: Final = "Designing a Career Pathways System, chapter 4, {} (CCRS Center, 2016)"
STAKEHOLDERS: Final = "Texas Regional Pathways Network, Key Stakeholders, {} (undated)"
WORK_PLAN: Final = (
    "Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template, {} (undated)"
)
COLORADO: Final = (
    "Collaborative Economics and The Woolsey Group, Creating Career Pathways in Colorado, {} (2014)"
)


@dataclass(frozen=True)
class PageView:
    """One page of a handout.

    ``slug`` is its file name without an ending, ``view`` what it shows. ``audience`` is the widest
    audience of this page. ``party`` is the id of the one person or organization that the page
    is made for, if it is. ``meeting`` is the kind of meeting that it is for, if only for one: packets
    for other meetings go without it. ``left_out_for`` is the one whose packets go without it. It is ``over``
    if it prepares a meeting that has been held: packets for several meetings go without it. ``source`` is
    given if it is not that of the handout.
    """

    slug: str
    title: str
    view: object
    audience: Audience = Audience.PUBLIC
    party: str = ""
    meeting: MeetingKind | None = None
    left_out_for: MeetingKind | None = None
    over: bool = False
    source: str = ""


@dataclass(frozen=True)
class Handout:
    """A kind of handout: how its pages are made, and the template that lays each of them out.

    ``template`` is the name of a file in ``templates/handouts``, without its ending. ``number`` is
    the number of the handout in the guide, such as 4B, or empty. ``audience`` is its widest
    audience.

    If it belongs to ``guides``, a project that follows others gets it only if one of its ``sections`` (or
    fields, such as ``people.roles``) is filled, a meeting of its ``kinds`` is planned, or it is asked for by
    its id.
    """

    id: str
    title: str
    template: str
    source: str
    about: str
    views: Callable[[Context], tuple[PageView, ...]]
    number: str = ""
    audience: Audience = Audience.PUBLIC
    guides: tuple[Guide, ...] = ()
    sections: tuple[str, ...] = ()
    kinds: tuple[MeetingKind, ...] = ()

    def pages(self, context: Context) -> tuple[PageView, ...]:
        """Return its pages, with the project's words for the guides' placeholders; they are made once.

        Its pages are not made for an audience that may not have it: one without a view stands for them.
        """
        if not may_have(context.audience, self.audience):
            return (PageView(self.id, self.title, None, self.audience),)
        if self.id not in context.asked and not self.belongs(context.plan):
            return ()
        if self.id not in context.made:
            views, terms = self.views(context), context.plan.project.terms
            context.made[self.id] = context.earlier.made(
                ("filled", self.id), (views, terms), lambda: filled(views, terms)
            )
        found: tuple[PageView, ...] = context.made[self.id]
        return found

    def belongs(self, plan: Plan) -> bool:
        """Tell whether a project gets this handout without asking for it."""
        return belongs(plan, self.guides, self.sections, self.kinds)


def ids_named(names: Iterable[str], known: Iterable[Handout | MeetingPacket]) -> dict[str, str]:
    """The id of what each of some names stands for; names that stand for nothing are left out.

    A name is an id, a title, or both, such as ``4B Master schedule``. Titles are known in English and in the
    language of the pages; capitals and spaces make no difference.
    """
    ids: dict[str, str] = {}
    for one in known:
        for title in (one.title, phrase(one.title)):
            for name in (one.id, title, f"{one.id} {title}"):
                ids.setdefault(_folded(name), one.id)
    return {name: ids[_folded(name)] for name in names if _folded(name) in ids}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def one_page(
    slug: str,
    title: str,
    source: str,
    about: str,
    view: Callable[[Context], object],
    *,
    audience: Audience = Audience.PUBLIC,
    guides: tuple[Guide, ...] = (),
    sections: tuple[str, ...] = (),
    source_elsewhere: str = "",
) -> Handout:
    """Return a handout of one page, whose file, template, and id have the same name.

    ``source_elsewhere`` is its source in projects that do not follow the first of its ``guides``.
    """
    number = slug.upper() if slug[0].isdigit() else ""

    def views(context: Context) -> tuple[PageView, ...]:
        own = not source_elsewhere or follows(context.plan, guides[0])
        return (PageView(slug, phrase(title), view(context), source="" if own else source_elsewhere),)

    return Handout(slug, title, slug, source, about, views, number, audience, guides, sections)
