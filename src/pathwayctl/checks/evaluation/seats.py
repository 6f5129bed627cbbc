"""Who sits in the evaluation: groups without a member, and one person for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.sources import CHAPTER_4
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.governance_words import EvaluationGroup
from pathwayctl.wording import count

_SOURCE: Final = f"{CHAPTER_4}, identify risks and define quality metrics, and handout 4D"

IDLE_SEAT: Final = Rule(
    "PW500",
    Severity.NOTE,
    "A member of the evaluation without data or a role",
    "Members are asked for the data that they hold and for what they do with it; a name alone evaluates "
    "nothing.",
    "Add data: with what the member holds or can reach, and role: with what they do in the evaluation.",
    f"{CHAPTER_4}, handout 4D",
    ("ccrs",),
    bad="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
evaluation:
  - {group: k-12, person: lee-park}
""",
    good="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
evaluation:
  - {group: k-12, person: lee-park, data: Enrollment by course, role: Brings the figures each fall}
""",
)
EMPTY_SEAT: Final = Rule(
    "PW553",
    Severity.WARNING,
    "A group without a member in the evaluation",
    "A member from each of eight groups makes the evaluation complete: each knows other data.",
    "Find a member, and write {group: ..., person: ...} with their id under evaluation:.",
    _SOURCE,
    ("ccrs",),
    bad="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
evaluation:
  - {group: k-12, person: lee-park}
  - {group: cte}
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
  - {id: ana-silva, name: Ana Silva, category: cte}
evaluation:
  - {group: k-12, person: lee-park}
  - {group: postsecondary, person: ana-silva}
  - {group: cte, person: ana-silva}
  - {group: business-industry-workforce, person: ana-silva}
  - {group: policy-legislative, person: lee-park}
  - {group: state-data-directors, person: lee-park}
  - {group: longitudinal-data, person: lee-park}
  - {group: labor-data, person: ana-silva}
""",
)
ONE_FOR_ALL: Final = Rule(
    "PW554",
    Severity.NOTE,
    "One person sits in the evaluation for every group",
    "Eight groups are asked so that eight views of the results come together.",
    "Find a member from each group.",
    _SOURCE,
    ("ccrs",),
    bad="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
evaluation:
  - {group: k-12, person: lee-park}
  - {group: cte, person: lee-park}
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
  - {id: ana-silva, name: Ana Silva, category: cte}
evaluation:
  - {group: k-12, person: lee-park}
  - {group: cte, person: ana-silva}
""",
)
RULES: Final = (EMPTY_SEAT, ONE_FOR_ALL)


def seats(facts: Facts) -> Iterator[Problem]:
    """Members of whom it is not said what they bring or do; a seat that is empty is no member."""
    lacks = []
    for place, seat in enumerate(facts.plan.evaluation):
        missing = [field for field in ("data", "role") if getattr(seat, field) is None]
        if seat.person is not None and missing:
            name = f"{facts.name_of(seat.person)} ({seat.group.label})"
            lacks.append(without(("evaluation", place), name, missing))
    yield from gathered(IDLE_SEAT, lacks, "member of the evaluation", "members of the evaluation")


def evaluation(facts: Facts) -> Iterator[Problem]:
    """Groups without a member, in one finding; silent while nobody has begun."""
    seats = facts.plan.evaluation
    if not seats:
        return
    filled = {seat.group: seat.person for seat in seats if seat.person is not None}
    empty = [group for group in EvaluationGroup if group not in filled]
    if empty:
        place = next((place for place, seat in enumerate(seats) if seat.group in empty), None)
        path = facts.guide("ccrs") if place is None else ("evaluation", place)
        message = f"Nobody sits in the evaluation for {labels(empty)}."
        yield EMPTY_SEAT.at(path, message, f"Under evaluation: write {{group: {empty[0]}, person: ...}}")
    if len(filled) > 1 and len(set(filled.values())) == 1:
        name = quoted(facts.name_of(next(iter(filled.values()))))
        groups = count(len(filled), "group")
        message = f"{name} sits in the evaluation for {groups}, and nobody else does."
        yield ONE_FOR_ALL.at(("evaluation", 0), message)
