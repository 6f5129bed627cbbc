"""Who sits in the evaluation: groups without a member, and one person for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.evaluation.seats import evaluation_seats
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count

IDLE_SEAT: Final = Rule("PW500")
EMPTY_SEAT: Final = Rule("PW553")
ONE_FOR_ALL: Final = Rule("PW554")


@check(IDLE_SEAT, guides=("ccrs",))
def seats(index: PlanIndex) -> Iterator[Problem]:
    """Members of whom it is not said what they bring or do; a seat that is empty is no member."""
    lacks = []
    for place, seat in index.ask(evaluation_seats).filled:
        if missing := [field for field in ("data", "role") if getattr(seat, field) is None]:
            name = f"{index.name_of(seat.person or '')} ({seat.group.label})"
            lacks.append(without(("evaluation", place), name, missing))
    yield from gathered(IDLE_SEAT, lacks, "member of the evaluation", "members of the evaluation")


@check(EMPTY_SEAT, ONE_FOR_ALL, needs_all=True, guides=("ccrs",))
def evaluation(index: PlanIndex) -> Iterator[Problem]:
    """Groups without a member, in one finding; silent while nobody has begun."""
    seats = index.ask(evaluation_seats)
    if not seats.seats:
        return
    if empty := seats.empty_groups:
        path = index.guide("ccrs") if seats.first_empty is None else ("evaluation", seats.first_empty)
        message = f"Nobody sits in the evaluation for {labels(empty)}."
        yield EMPTY_SEAT.at(path, message, f"Under evaluation: write {{group: {empty[0]}, person: ...}}")
    if seats.only_member is not None:
        name = quoted(index.name_of(seats.only_member))
        groups = count(len(seats.filled), "group")
        message = f"{name} sits in the evaluation for {groups}, and nobody else does."
        yield ONE_FOR_ALL.at(("evaluation", 0), message)
