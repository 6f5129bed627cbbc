"""The gaps of each industry framework, and the needs and requirements that are not covered.

Source: Designing a Career Pathways System, chapter 3, handout 3D, and chapter 4, handout 4A parts 1 and 2
(CCRS Center, 2016). That every career option needs a partnership is our reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.entries import framework_items
from pathwayctl.evidence.frameworks.consolidation import (
    FrameworkCoverage,
    FrameworkEntry,
    consolidate,
    coverage,
    options_of,
)
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.language import marked
from pathwayctl.model.frameworks import Framework, Requirement
from pathwayctl.model.vocabulary import ItemState, RequirementArea
from pathwayctl.quick_dataclass import dataclass

PART_LABELS: Final = {
    "career_options": marked("Career options"),
    "course_sequence": marked("Course sequence"),
    "work_based": marked("Work-based opportunities"),
    "postsecondary": marked("Postsecondary opportunities"),
    "partnerships": marked("Partnerships"),
}
"""What the five parts of a framework are called, by their fields."""


@dataclass(frozen=True, slots=True)
class FrameworkGaps:
    """The gaps of one framework.

    ``empty_parts`` are fields of ``Framework``; ``without_provider`` the titles of needed entries
    without a
    provider (a career option needs none); ``without_partnership`` the titles of career options
    that no partnership supports.
    """

    framework: Framework
    empty_parts: tuple[str, ...]
    without_provider: tuple[str, ...]
    without_partnership: tuple[str, ...]


def framework_gaps(index: PlanIndex) -> tuple[FrameworkGaps, ...]:
    """The gaps of each framework, in the order of the plan."""
    return tuple(map(_gaps, index.plan.frameworks))


def _gaps(framework: Framework) -> FrameworkGaps:
    supported = {title for item in framework.partnerships for title in options_of(item, framework)}
    return FrameworkGaps(
        framework,
        tuple(part for part in PART_LABELS if not getattr(framework, part)),
        tuple(
            item.title
            for part, _, item in framework_items(framework)
            if part != "career_options" and item.state is ItemState.NEEDED and item.provider is None
        ),
        tuple(option.title for option in framework.career_options if option.title not in supported),
    )


_AREAS: Final = {
    "career_options": RequirementArea.PARTNERSHIPS,
    "course_sequence": RequirementArea.COURSES,
    "work_based": RequirementArea.WORK_BASED,
    "postsecondary": RequirementArea.POSTSECONDARY,
    "partnerships": RequirementArea.PARTNERSHIPS,
}
"""The area of the requirements document that each part feeds: career options show which industry
partnerships are needed (chapter 4, handout 4A part 1)."""


@dataclass(frozen=True, slots=True)
class AreaNeed:
    """What one framework needs in one area: the titles, and the path of the first of them."""

    framework: Framework
    area: RequirementArea
    path: Path
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequirementGaps:
    """What is missing between frameworks, requirements, and tasks.

    ``needs`` is everything the frameworks need, by framework and area, and ``uncovered`` the part of it in an
    area where no requirement names the framework. ``unowned`` and ``unserved`` are the positions of
    requirements still to be met that have no owner, or no task.
    """

    needs: tuple[AreaNeed, ...]
    uncovered: tuple[AreaNeed, ...]
    unowned: tuple[int, ...]
    unserved: tuple[int, ...]


def requirement_gaps(index: PlanIndex) -> RequirementGaps:
    """What is missing between the frameworks, the requirements, and the tasks of a plan."""
    requirements = index.plan.requirements
    needs = tuple(need for place, one in enumerate(index.plan.frameworks) for need in _needs(place, one))
    needed = [place for place, one in enumerate(requirements) if one.state is ItemState.NEEDED]
    served = {index.requirement_of.get(row.task.id) for row in index.leaves}
    return RequirementGaps(
        needs,
        tuple(need for need in needs if not any(_names(one, need) for one in requirements)),
        tuple(place for place in needed if requirements[place].owner is None),
        tuple(place for place in needed if requirements[place].id not in served),
    )


def requirement_coverage(index: PlanIndex) -> Mapping[FrameworkEntry, FrameworkCoverage]:
    """Each entry of the consolidated frameworks, with the requirements that serve it."""
    return coverage(consolidate(index.plan.frameworks), index.plan.requirements)


def _needs(place: int, framework: Framework) -> Iterator[AreaNeed]:
    found: dict[RequirementArea, tuple[Path, list[str]]] = {}
    for part, position, item in framework_items(framework):
        if item.state is ItemState.NEEDED:
            path: Path = ("frameworks", place, part, position)
            found.setdefault(_AREAS[part], (path, []))[1].append(item.title)
    for area, (path, titles) in found.items():
        yield AreaNeed(framework, area, path, tuple(titles))


def _names(requirement: Requirement, need: AreaNeed) -> bool:
    """Whether a requirement is for the area and framework of a need; one without frameworks is for all."""
    named = not requirement.frameworks or need.framework.id in requirement.frameworks
    return requirement.area is need.area and named
