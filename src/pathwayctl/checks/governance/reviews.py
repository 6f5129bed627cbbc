"""Overdue reviews of programs, credentials, and the sustainability plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, long_day

NOT_REVIEWED: Final = Rule("PW608")

_YEAR: Final = 366


@check(NOT_REVIEWED, guides=("components",))
def reviews(index: PlanIndex) -> Iterator[Problem]:
    """Report overdue reviews, in one finding for each section."""
    plan = index.plan
    if index.today is None:
        return
    programs = ((place, one.title, one.refined) for place, one in enumerate(plan.programs))
    yield from _stale(index.today, "programs", "refined", programs, "program")
    credentials = ((place, one.title, one.reviewed) for place, one in enumerate(plan.credentials))
    yield from _stale(index.today, "credentials", "reviewed", credentials, "credential")
    sustained = plan.sustainability
    if sustained is not None and _is_old(index.today, sustained.reviewed):
        last = f"since {long_day(sustained.reviewed)}" if sustained.reviewed else "yet"
        message = f"The sustainability plan has not been reviewed {last}."
        yield NOT_REVIEWED.at(("sustainability",), message, "Review it, then set reviewed: to the date.")


def _stale(
    today: date, section: str, field: str, entries: Iterable[tuple[int, str, date | None]], noun: str
) -> Iterator[Problem]:
    old = [(place, title) for place, title, seen in entries if _is_old(today, seen)]
    if old:
        number = count(len(old), f"{noun} has", f"{noun}s have")
        message = f"{number} not been reviewed for a year: {titles(old)}."
        yield NOT_REVIEWED.at((section, old[0][0]), message, f"Review each, then set {field}: to the date.")


def _is_old(today: date, seen: date | None) -> bool:
    return seen is None or (today - seen).days > _YEAR
