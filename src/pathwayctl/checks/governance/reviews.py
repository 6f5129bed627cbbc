"""What the guides ask to keep up to date, and nobody has looked at for a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import titles
from pathwayctl.checks.sources import COMPONENTS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import count, long_day

NOT_KEPT_UP: Final = Rule(
    "PW608",
    Severity.NOTE,
    "Programs, credentials or a sustainability plan that nobody has looked at for a year",
    "The asset map is kept up, credentials are reviewed against demand, and plans grow old.",
    "Go through it with those who know, and set refined: or reviewed: to the day you did.",
    f"{COMPONENTS}, Cross-Sector Partnerships and Credentials with Value (a year is our reading)",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2028-06-01, guides: [components]}
organizations: [{id: college, name: Front Range College, category: postsecondary}]
programs:
  - {id: welding, title: Welding, provider: college, refined: 2027-02-01}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2028-06-01, guides: [components]}
organizations: [{id: college, name: Front Range College, category: postsecondary}]
programs:
  - {id: welding, title: Welding, provider: college, refined: 2028-02-01}
""",
)

_YEAR: Final = 366


def upkeep(facts: Facts) -> Iterator[Problem]:
    """Programs, credentials and the sustainability plan, in one finding of each."""
    plan = facts.plan
    if facts.today is None:
        return
    programs = ((place, one.title, one.refined) for place, one in enumerate(plan.programs))
    yield from _stale(facts.today, "programs", "refined", programs, "program")
    credentials = ((place, one.title, one.reviewed) for place, one in enumerate(plan.credentials))
    yield from _stale(facts.today, "credentials", "reviewed", credentials, "credential")
    sustained = plan.sustainability
    if sustained is not None and _is_old(facts.today, sustained.reviewed):
        last = f"since {long_day(sustained.reviewed)}" if sustained.reviewed else "yet"
        message = f"Nobody has gone through the sustainability plan {last}."
        yield NOT_KEPT_UP.at(("sustainability",), message, "Once you have, add reviewed: with the day.")


def _stale(
    today: date, section: str, field: str, entries: Iterable[tuple[int, str, date | None]], noun: str
) -> Iterator[Problem]:
    old = [(place, title) for place, title, seen in entries if _is_old(today, seen)]
    if old:
        number = count(len(old), f"{noun} has", f"{noun}s have")
        message = f"{number} not been gone through for a year: {titles(old)}."
        yield NOT_KEPT_UP.at((section, old[0][0]), message, f"Once you have, set {field}: to the day.")


def _is_old(today: date, seen: date | None) -> bool:
    return seen is None or (today - seen).days > _YEAR
