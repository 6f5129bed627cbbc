"""The consolidated industry frameworks: each entry once, with the industries that have or need it.

The requirements document starts from the frameworks of all industries put into one (Designing a
Career Pathways System, chapter 4, handout 4A part 1; CCRS Center, 2016). Here that is computed:
entries of one area with the same title are one entry. Capitals, spaces, and a period at the end
make no difference to a title; what one industry has and another needs remains two entries.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from pathwayctl.model.frameworks import Framework, FrameworkItem, Requirement
from pathwayctl.model.vocabulary import ItemState, RequirementArea
from pathwayctl.quick_dataclass import dataclass

SOC_DIGITS: Final = 7
"""``51-4041`` of ``51-4041.00``: two codes are for one occupation if these agree."""
_ANY: Final = ""


@dataclass(frozen=True, slots=True)
class FrameworkEntry:
    """Something that exists or is needed, in one area, for one or several industries.

    ``frameworks`` are the ids of the industries' frameworks. A partnership also says which career
    options it supports: ``career_options`` by their titles, and all of those in ``whole_frameworks``.
    """

    key: str
    title: str
    area: RequirementArea
    state: ItemState
    frameworks: tuple[str, ...]
    career_options: tuple[str, ...] = ()
    whole_frameworks: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def normal(title: str) -> str:
    """What makes two titles one entry: ``Welding  certificate.`` becomes ``welding certificate``."""
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split()).rstrip(" .")


def consolidate(frameworks: Iterable[Framework]) -> tuple[FrameworkEntry, ...]:
    """Every entry of the four areas once, in the order in which they first appear."""
    together: dict[tuple[RequirementArea, ItemState, str], FrameworkEntry] = {}
    for framework in frameworks:
        for entry in _entries(framework):
            place = (entry.area, entry.state, entry.key)
            together[place] = _merged(together[place], entry) if place in together else entry
    return tuple(together.values())


def _entries(framework: Framework) -> Iterator[FrameworkEntry]:
    for area, items in areas_of(framework).items():
        for item in items:
            options = options_of(item, framework) if area is RequirementArea.PARTNERSHIPS else ()
            whole = 0 < len(options) == len(framework.career_options)
            yield FrameworkEntry(
                normal(item.title),
                item.title,
                area,
                item.state,
                (framework.id,),
                () if whole else options,
                (framework.id,) if whole else (),
                (item.provider,) if item.provider else (),
                (item.note,) if item.note else (),
            )


def areas_of(framework: Framework) -> Mapping[RequirementArea, Sequence[FrameworkItem]]:
    """The entries of a framework under the four areas of the requirements document."""
    return {
        RequirementArea.PARTNERSHIPS: framework.partnerships,
        RequirementArea.COURSES: framework.course_sequence,
        RequirementArea.WORK_BASED: framework.work_based,
        RequirementArea.POSTSECONDARY: framework.postsecondary,
    }


def options_of(partnership: FrameworkItem, framework: Framework) -> tuple[str, ...]:
    """The career options that a partnership supports: those it shares an occupation with.

    A partnership that names no occupation is for all career options of its industry.
    """
    codes = {code[:SOC_DIGITS] for code in partnership.occupations}
    return tuple(
        option.title
        for option in framework.career_options
        if not codes or codes & {code[:SOC_DIGITS] for code in option.occupations}
    )


def _merged(one: FrameworkEntry, other: FrameworkEntry) -> FrameworkEntry:
    return replace(
        one,
        frameworks=_union(one.frameworks, other.frameworks),
        career_options=_union(one.career_options, other.career_options),
        whole_frameworks=_union(one.whole_frameworks, other.whole_frameworks),
        providers=_union(one.providers, other.providers),
        notes=_union(one.notes, other.notes),
    )


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one + other))


@dataclass(frozen=True, slots=True)
class FrameworkCoverage:
    """The ids of the requirements that serve an entry, and the frameworks for which none does."""

    requirements: tuple[str, ...]
    open_frameworks: tuple[str, ...]


def coverage(
    entries: Sequence[FrameworkEntry], requirements: Iterable[Requirement]
) -> dict[FrameworkEntry, FrameworkCoverage]:
    """Which requirements serve each entry.

    A requirement serves entries of its own area: if it is titled as one of them, those of that title
    alone, else all of them. It serves them for the frameworks that it names, or for all if it names none.
    """
    titles = {(entry.area, entry.key) for entry in entries}
    serving: dict[tuple[RequirementArea, str], list[Requirement]] = {}
    for requirement in requirements:
        key = normal(requirement.title)
        place = (requirement.area, key if (requirement.area, key) in titles else _ANY)
        serving.setdefault(place, []).append(requirement)
    return {
        entry: _coverage(
            entry, [*serving.get((entry.area, entry.key), ()), *serving.get((entry.area, _ANY), ())]
        )
        for entry in entries
    }


def _coverage(entry: FrameworkEntry, candidates: Iterable[Requirement]) -> FrameworkCoverage:
    serving: list[str] = []
    open_frameworks = entry.frameworks
    for requirement in candidates:
        served = requirement.frameworks or entry.frameworks
        if set(served) & set(entry.frameworks):
            serving.append(requirement.id)
            open_frameworks = tuple(key for key in open_frameworks if key not in served)
    return FrameworkCoverage(tuple(serving), open_frameworks)
