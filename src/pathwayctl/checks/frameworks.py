"""Industry frameworks with empty parts, and requirements without a need, an owner, or a task."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.frameworks.requirements import (
    PART_LABELS,
    AreaNeed,
    framework_gaps,
    requirement_gaps,
)
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed

EMPTY_PART: Final = Rule("PW520")


@check(EMPTY_PART, guides=("ccrs",))
def parts(index: PlanIndex) -> Iterator[Problem]:
    """Report each framework with empty parts, all of them in one finding."""
    for place, gaps in enumerate(index.ask(framework_gaps)):
        if gaps.empty_parts:
            names = listed([PART_LABELS[part].lower() for part in gaps.empty_parts], "or")
            message = f"The framework for {quoted(gaps.framework.industry)} has no {names}."
            fields = listed([f"{part}:" for part in gaps.empty_parts], "or")
            yield EMPTY_PART.at(
                ("frameworks", place), message, f"Add entries with a title and a state under {fields}."
            )


NEED_WITHOUT_REQUIREMENT: Final = Rule("PW521")
UNSERVED: Final = Rule("PW522")
UNOWNED: Final = Rule("PW632")


@check(NEED_WITHOUT_REQUIREMENT, guides=("ccrs",))
def needs(index: PlanIndex) -> Iterator[Problem]:
    """Report what a framework needs in an area where no requirement covers it."""
    gaps = index.ask(requirement_gaps)
    if gaps.needs and not index.plan.requirements:
        number = count(sum(len(need.titles) for need in gaps.needs), "need")
        message = f"The frameworks list {number}, but there are no requirements yet."
        hint = "Add requirements: with an id, a title, and an area for each need."
        yield NEED_WITHOUT_REQUIREMENT.at(gaps.needs[0].path, message, hint)
        return
    for need in gaps.uncovered:
        hint = f"Add a requirement with area: {need.area} and frameworks: [{need.framework.id}]."
        yield NEED_WITHOUT_REQUIREMENT.at(need.path, _message(need), hint)


@check(UNOWNED, guides=("ccrs",))
def owners(index: PlanIndex) -> Iterator[Problem]:
    """Report requirements still to be met that have no owner."""
    requirements = index.plan.requirements
    lacks = [
        without(("requirements", place), requirements[place].title, ["owner"])
        for place in index.ask(requirement_gaps).unowned
    ]
    yield from gathered(index, UNOWNED, lacks, "requirement")


@check(UNSERVED, guides=("ccrs",))
def service(index: PlanIndex) -> Iterator[Problem]:
    """Report requirements still to be met that no task serves; silent while there are no tasks."""
    if not index.breakdown.rows:
        return
    for place in index.ask(requirement_gaps).unserved:
        requirement = index.plan.requirements[place]
        message = f"No task serves the requirement {quoted(requirement.title)}."
        hint = (
            f"Add requirement: {requirement.id} to the tasks that serve it. "
            "If it is already met, write state: exists here."
        )
        yield UNSERVED.at(("requirements", place), message, hint)


def _message(need: AreaNeed) -> str:
    others = count(len(need.titles) - 1, "other thing")
    more = f" and {others}" if len(need.titles) > 1 else ""
    what = f"{quoted(need.framework.industry)} needs {quoted(need.titles[0])}{more}"
    return f"{what}, but no requirement in the area {quoted(need.area.label)} covers this framework."
