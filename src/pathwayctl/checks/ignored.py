"""Findings that the project ignores under ``ignore:``, and entries there that have no effect."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final, TypeVar

from pathwayctl.diagnostics import Finding, Problem, Rule, Severity, Surplus
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import long_day

OUT_OF_DATE: Final = Rule("PW633")
MATCHES_NOTHING: Final = Rule("PW634")


def ignored(plan: Plan, day: date | None) -> frozenset[str]:
    """The codes that the project sets aside on a day; without a day, whatever their last day is."""
    return frozenset(one.code for one in plan.project.ignore if not _is_over(one.until, day))


Found = TypeVar("Found", Finding, Surplus)


def kept(findings: Iterable[Found], codes: Collection[str]) -> tuple[Found, ...]:
    """The findings that are not set aside; an error stops the schedule, so it never is."""
    return tuple(one for one in findings if one.severity is Severity.ERROR or one.code not in codes)


def entries(index: PlanIndex, found: Collection[Rule]) -> Iterator[Problem]:
    """Entries under ``ignore:`` that have no effect, given the rules with a finding."""
    errors = {rule.code for rule in found if rule.severity is Severity.ERROR}
    codes = {rule.code for rule in found} | index.found
    is_whole = isinstance(index.schedule, Schedule) and not index.unread
    day = index.asked_on or index.today
    for place, one in enumerate(index.plan.project.ignore):
        path = ("project", "ignore", place, "code")
        if one.until is not None and _is_over(one.until, day):
            yield OUT_OF_DATE.at(
                ("project", "ignore", place, "until"),
                f"{one.code} was to be ignored until {long_day(one.until)}, so it is shown again.",
            )
        elif one.code in errors:
            hint = "Fix the errors with that code, then delete the entry."
            yield MATCHES_NOTHING.at(path, f"{one.code} is an error, and errors cannot be ignored.", hint)
        elif one.code not in codes and is_whole:
            yield MATCHES_NOTHING.at(path, f"No finding in this project has the code {one.code}.")


def _is_over(until: date | None, day: date | None) -> bool:
    return until is not None and day is not None and day > until
