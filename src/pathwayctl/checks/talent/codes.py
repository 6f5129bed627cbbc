"""Codes that are in no published list: occupation (SOC), program (CIP), industry (NAICS), and grades.

The form of a code is checked when the files are read; here it is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.entries import framework_items
from pathwayctl.evidence.index import PlanIndex

if TYPE_CHECKING:
    from pathwayctl.catalog.standards import Standards
    from pathwayctl.diagnostics import Path


TWO_OCCUPATIONS: Final = Rule("PW321")
NO_SUCH_GROUP: Final = Rule("PW322")
NO_SUCH_FAMILY: Final = Rule("PW323")
NO_SUCH_SECTOR: Final = Rule("PW324")
WRONG_GRADE: Final = Rule("PW329")

_Code = tuple[Rule, "Path", str, str]
"""A code with the rule that looks it up, its place, and what has it."""
_SOC_LENGTH: Final = len("51-4041")
_FIRST_GRADE: Final = 9
_LAST_GRADE: Final = 14


@check(TWO_OCCUPATIONS, NO_SUCH_GROUP, NO_SUCH_FAMILY, NO_SUCH_SECTOR)
def codes(index: PlanIndex) -> Iterator[Problem]:
    """Look up every code of the plan by its first two digits."""
    for place, occupation in enumerate(index.plan.occupations):
        soc, onet = occupation.soc, occupation.onet
        if soc is not None and onet is not None and onet[:_SOC_LENGTH] != soc:
            message = f"{quoted(occupation.title)} has the code {soc}, but its O*NET code is {onet}."
            hint = f"Write soc: {_in_quotes(onet[:_SOC_LENGTH])}, or correct onet:."
            yield TWO_OCCUPATIONS.at(("occupations", place, "onet"), message, hint)
    found = tuple(_all_codes(index))
    if found:
        from pathwayctl.catalog.reading import standards

        known = _groups(standards())
        for rule, path, code, name in found:
            if code[:2] not in known[rule.code]:
                yield rule.at(path, f"The code {code} of {name} does not exist.")


@check(WRONG_GRADE)
def grades(index: PlanIndex) -> Iterator[Problem]:
    """Report courses outside grades 9 to 14, or out of order; exploring careers may come before grade 9."""
    for place, pathway in enumerate(index.plan.pathways):
        before = 0
        for number, course in enumerate(pathway.courses):
            path, title = ("pathways", place, "courses", number, "grade"), quoted(course.title)
            if course.grade > _LAST_GRADE or (course.grade < _FIRST_GRADE and course.credits):
                outside = f"outside grades {_FIRST_GRADE} to {_LAST_GRADE}"
                yield WRONG_GRADE.at(path, f"{title} is in grade {course.grade}, {outside}.")
            elif course.through is not None and not course.grade < course.through <= _LAST_GRADE:
                message = f"{title} is in grade {course.grade}, and cannot go on to grade {course.through}."
                yield WRONG_GRADE.at((*path[:-1], "through"), message)
            elif course.grade < before:
                after = f"but is listed after a course in grade {before}"
                yield WRONG_GRADE.at(path, f"{title} is in grade {course.grade}, {after}.")
            else:
                before = course.grade


def _in_quotes(code: str) -> str:
    """A code as a file needs it, so that YAML does not read a number."""
    return f'"{code}"'


def _groups(lists: Standards) -> dict[str, frozenset[str]]:
    """The first two digits that codes may have, by the rule that looks them up."""
    sectors = []
    for sector in lists.naics_sectors:
        first, _, last = sector.code.partition("-")
        sectors += [str(number) for number in range(int(first), int(last or first) + 1)]
    return {
        NO_SUCH_GROUP.code: frozenset(group.code for group in lists.soc_major_groups),
        NO_SUCH_FAMILY.code: frozenset(family.code for family in lists.cip_families),
        NO_SUCH_SECTOR.code: frozenset(sectors),
    }


def _all_codes(index: PlanIndex) -> Iterator[_Code]:
    return chain(_of_talent(index), _of_industries(index), _of_framework_items(index))


def _of_talent(index: PlanIndex) -> Iterator[_Code]:
    for place, occupation in enumerate(index.plan.occupations):
        title = quoted(occupation.title)
        if occupation.soc is not None:
            yield NO_SUCH_GROUP, ("occupations", place, "soc"), occupation.soc, title
        elif occupation.onet is not None:
            yield NO_SUCH_GROUP, ("occupations", place, "onet"), occupation.onet, title
    for place, program in enumerate(index.plan.programs):
        if program.cip is not None:
            yield NO_SUCH_FAMILY, ("programs", place, "cip"), program.cip, quoted(program.title)


def _of_industries(index: PlanIndex) -> Iterator[_Code]:
    for where, partnership in index.partnerships:
        for number, code in enumerate(partnership.naics):
            yield NO_SUCH_SECTOR, (*where, "naics", number), code, "the partnership"
    for place, framework in enumerate(index.plan.frameworks):
        for number, code in enumerate(framework.naics):
            path = ("frameworks", place, "naics", number)
            yield NO_SUCH_SECTOR, path, code, quoted(framework.industry)


def _of_framework_items(index: PlanIndex) -> Iterator[_Code]:
    for place, framework in enumerate(index.plan.frameworks):
        for part, position, item in framework_items(framework):
            path = ("frameworks", place, part, position)
            for number, code in enumerate(item.occupations):
                yield NO_SUCH_GROUP, (*path, "occupations", number), code, quoted(item.title)
            if item.program is not None:
                yield NO_SUCH_FAMILY, (*path, "program"), item.program, quoted(item.title)
