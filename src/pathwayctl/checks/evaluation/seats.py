"""Who sits in the evaluation: groups without a member, and one person for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import EvaluationGroup
from pathwayctl.wording import count

IDLE_SEAT: Final = Rule("PW500")
EMPTY_SEAT: Final = Rule("PW553")
ONE_FOR_ALL: Final = Rule("PW554")


@check(IDLE_SEAT, guides=("ccrs",))
def seats(index: PlanIndex) -> Iterator[Problem]:
    """Members of whom it is not said what they bring or do; a seat that is empty is no member."""
    lacks = []
    for place, seat in enumerate(index.plan.evaluation):
        missing = [field for field in ("data", "role") if getattr(seat, field) is None]
        if seat.person is not None and missing:
            name = f"{index.name_of(seat.person)} ({seat.group.label})"
            lacks.append(without(("evaluation", place), name, missing))
    yield from gathered(IDLE_SEAT, lacks, "member of the evaluation", "members of the evaluation")


@check(EMPTY_SEAT, ONE_FOR_ALL, needs_all=True, guides=("ccrs",))
def evaluation(index: PlanIndex) -> Iterator[Problem]:
    """Groups without a member, in one finding; silent while nobody has begun."""
    seats = index.plan.evaluation
    if not seats:
        return
    filled = {seat.group: seat.person for seat in seats if seat.person is not None}
    empty = [group for group in EvaluationGroup if group not in filled]
    if empty:
        place = next((place for place, seat in enumerate(seats) if seat.group in empty), None)
        path = index.guide("ccrs") if place is None else ("evaluation", place)
        message = f"Nobody sits in the evaluation for {labels(empty)}."
        yield EMPTY_SEAT.at(path, message, f"Under evaluation: write {{group: {empty[0]}, person: ...}}")
    if len(filled) > 1 and len(set(filled.values())) == 1:
        name = quoted(index.name_of(next(iter(filled.values()))))
        groups = count(len(filled), "group")
        message = f"{name} sits in the evaluation for {groups}, and nobody else does."
        yield ONE_FOR_ALL.at(("evaluation", 0), message)
