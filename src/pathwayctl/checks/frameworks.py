"""Frameworks with gaps, and needs that no requirement or no task takes up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import FRAMEWORK_PARTS, PlanIndex, framework_items
from pathwayctl.model.frameworks import Framework
from pathwayctl.model.vocabulary import ItemState, RequirementArea
from pathwayctl.wording import count, listed

EMPTY_PART: Final = Rule("PW520")
NEED_WITHOUT_REQUIREMENT: Final = Rule("PW521")
UNSERVED: Final = Rule("PW522")
UNANSWERED: Final = Rule("PW632")

_AREAS: Final = {
    "career_options": RequirementArea.PARTNERSHIPS,
    "course_sequence": RequirementArea.COURSES,
    "work_based": RequirementArea.WORK_BASED,
    "postsecondary": RequirementArea.POSTSECONDARY,
    "partnerships": RequirementArea.PARTNERSHIPS,
}
"""The area of the requirements document that each part feeds: career options show which industry
partnerships are needed (chapter 4, handout 4A part 1)."""


@check(EMPTY_PART, guides=("ccrs",))
def parts(index: PlanIndex) -> Iterator[Problem]:
    """Frameworks of which a part has no entries."""
    for place, framework in enumerate(index.plan.frameworks):
        empty = [part for part in FRAMEWORK_PARTS if not getattr(framework, part)]
        if empty:
            names = listed([part.replace("_", " ").replace("work based", "work-based") for part in empty])
            message = f"The framework for {quoted(framework.industry)} has nothing under {names}."
            hint = f"Add it under {listed([f'{part}:' for part in empty], 'or')} with a title and a state."
            yield EMPTY_PART.at(("frameworks", place), message, hint)


@check(NEED_WITHOUT_REQUIREMENT, guides=("ccrs",))
def needs(index: PlanIndex) -> Iterator[Problem]:
    """Needs of a framework in an area where no requirement speaks for that framework."""
    if not index.plan.requirements:
        yield from _no_requirements(index)
        return
    for place, framework in enumerate(index.plan.frameworks):
        taken = {
            requirement.area
            for requirement in index.plan.requirements
            if not requirement.frameworks or framework.id in requirement.frameworks
        }
        for area, (path, titles) in _needed(place, framework).items():
            if area not in taken:
                yield NEED_WITHOUT_REQUIREMENT.at(
                    path, _message(framework, area, titles), _hint(framework, area)
                )


@check(UNANSWERED, guides=("ccrs",))
def owners(index: PlanIndex) -> Iterator[Problem]:
    """Requirements still to be met that have no owner."""
    open_ones = [
        (place, one)
        for place, one in enumerate(index.plan.requirements)
        if one.state is ItemState.NEEDED and one.owner is None
    ]
    lacks = [without(("requirements", place), one.title, ["owner"]) for place, one in open_ones]
    yield from gathered(UNANSWERED, lacks, "requirement")


@check(UNSERVED, guides=("ccrs",))
def service(index: PlanIndex) -> Iterator[Problem]:
    """Requirements that are needed and that no task serves; silent as long as there are no tasks."""
    if not index.breakdown.rows:
        return
    served = {row.task.requirement for row in index.live}
    for place, requirement in enumerate(index.plan.requirements):
        if requirement.state is ItemState.NEEDED and requirement.id not in served:
            message = f"No task serves the requirement {quoted(requirement.title)}."
            hint = (
                f"Add requirement: {requirement.id} to the tasks that serve it. "
                "If it is met already, write state: exists here."
            )
            yield UNSERVED.at(("requirements", place), message, hint)


def _needed(place: int, framework: Framework) -> dict[RequirementArea, tuple[Path, list[str]]]:
    """What a framework needs in each area, and where the first of it stands."""
    found: dict[RequirementArea, tuple[Path, list[str]]] = {}
    for part, position, item in framework_items(framework):
        if item.state is ItemState.NEEDED:
            path = ("frameworks", place, part, position)
            found.setdefault(_AREAS[part], (path, []))[1].append(item.title)
    return found


def _no_requirements(index: PlanIndex) -> Iterator[Problem]:
    """One finding while there are no requirements at all."""
    needed = [
        ("frameworks", place, part, position)
        for place, framework in enumerate(index.plan.frameworks)
        for part, position, item in framework_items(framework)
        if item.state is ItemState.NEEDED
    ]
    if needed:
        things = count(len(needed), "thing that is", "things that are")
        message = f"The frameworks list {things} needed, and there are no requirements yet."
        hint = "Add requirements: with an id, a title and an area for what is needed."
        yield NEED_WITHOUT_REQUIREMENT.at(needed[0], message, hint)


def _message(framework: Framework, area: RequirementArea, titles: list[str]) -> str:
    more = f" and {count(len(titles) - 1, 'other thing')}" if len(titles) > 1 else ""
    need = f"{quoted(framework.industry)} needs {quoted(titles[0])}{more}"
    return f"{need}, but no requirement about {area.label.lower()} names this framework."


def _hint(framework: Framework, area: RequirementArea) -> str:
    return f"Add a requirement with area: {area} and frameworks: [{framework.id}]."
