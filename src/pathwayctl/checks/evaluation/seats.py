"""Seats in the evaluation: groups without a member, members without a task, and one person for all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.evaluation.seats import evaluation_seats
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count

IDLE_SEAT: Final = Rule("PW500")
EMPTY_SEAT: Final = Rule("PW553")
ONE_FOR_ALL: Final = Rule("PW554")


@check(IDLE_SEAT, guides=("ccrs",))
def seats(index: PlanIndex) -> Iterator[Problem]:
    """Members without data or a role; an empty seat has no member."""
    lacks = []
    for one in index.ask(evaluation_seats).without("data", "role"):
        name = f"{index.name_of(one.entry.person or '')} ({one.entry.group.label})"
        lacks.append(without(("evaluation", one.place), name, one.missing))
    yield from gathered(IDLE_SEAT, lacks, "member of the evaluation", "members of the evaluation")


@check(EMPTY_SEAT, ONE_FOR_ALL, needs_all=True, guides=("ccrs",))
def evaluation(index: PlanIndex) -> Iterator[Problem]:
    """Groups without a member, in one finding; nothing is reported before the first seat is listed."""
    seats = index.ask(evaluation_seats)
    if not seats.seats:
        return
    if empty := seats.empty_groups:
        path = index.guide("ccrs") if seats.first_empty is None else ("evaluation", seats.first_empty)
        message = f"The evaluation has no member for {labels(empty)}."
        yield EMPTY_SEAT.at(path, message, f"Under evaluation: write {{group: {empty[0]}, person: ...}}")
    if seats.only_member is not None:
        name = quoted(index.name_of(seats.only_member))
        message = f"{name} is the only member of the evaluation, for {count(len(seats.filled), 'group')}."
        yield ONE_FOR_ALL.at(("evaluation", 0), message)
