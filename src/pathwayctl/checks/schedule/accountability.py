"""Who answers for the work, who does it, and who watches the risks.

Where the guide for a whole system asks for an owner of each task and risk, its own rules say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import Lack, gathered
from pathwayctl.checks.sources import GAO
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

NO_OWNER: Final = Rule(
    "PW623",
    Severity.NOTE,
    "A task without an owner",
    "Someone has to answer for each task, and to say how far it has come.",
    "Add owner: with the one person or organization that answers for it.",
    f"{GAO}, best practice 3: assigning resources to all activities (that one owner answers is our reading)",
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [sector]}
tasks:
  - {id: draft, title: Draft the agreement, duration: 5d}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [sector]}
people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]
tasks:
  - {id: draft, title: Draft the agreement, duration: 5d, owner: dana-ruiz}
""",
)
NOBODY_DOES: Final = Rule(
    "PW624",
    Severity.NOTE,
    "Work that nobody is assigned to",
    "The plan says of other tasks who does them, so this work is in nobody's weeks and overloads do not "
    "show.",
    "Add assigned: with who does it and the share of a day, such as {dana-ruiz: 0.5}.",
    f"{GAO}, best practice 3: assigning resources to all activities",
    bad="""\
people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]
tasks:
  - {id: draft, title: Draft it, duration: 5d, owner: dana-ruiz, assigned: {dana-ruiz: 0.5}}
  - {id: sign, title: Sign it, duration: 2d, owner: dana-ruiz, depends_on: [draft]}
""",
    good="""\
people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]
tasks:
  - {id: draft, title: Draft it, duration: 5d, owner: dana-ruiz, assigned: {dana-ruiz: 0.5}}
  - {id: sign, title: Sign it, duration: 2d, owner: dana-ruiz, assigned: [dana-ruiz], depends_on: [draft]}
""",
)
UNWATCHED: Final = Rule(
    "PW626",
    Severity.NOTE,
    "A risk without an owner",
    "A risk that nobody watches is noticed when it has happened.",
    "Add owner: with who watches it.",
    f"{GAO}, best practice 8: conducting a schedule risk analysis (an owner for each risk is our reading)",
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [sector]}
risks:
  - {id: layoffs, title: A large employer leaves, kind: external, category: Economy}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [sector]}
people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]
risks:
  - {id: layoffs, title: A large employer leaves, kind: external, category: Economy, owner: dana-ruiz}
""",
)


def owners(facts: Facts) -> Iterator[Problem]:
    """Tasks and milestones that nobody answers for."""
    if Guide.CCRS not in facts.plan.project.guides:
        rows = [row for row in facts.still_open if row.task.owner is None]
        lacks = [Lack(row.path, row.task.title, "no owner") for row in rows]
        yield from gathered(NO_OWNER, lacks, "task")


def assigned(facts: Facts) -> Iterator[Problem]:
    """Work that somebody answers for and nobody is assigned to, where the plan assigns anyone at all."""
    idle = [row for row in facts.still_open if not row.task.assigned]
    if len(idle) < len(facts.still_open):
        lacks = [Lack(row.path, row.task.title, "nobody assigned to it") for row in idle if _is_work(row)]
        yield from gathered(NOBODY_DOES, lacks, "task")


def _is_work(row: Row) -> bool:
    task = row.task
    return task.owner is not None and (task.duration is None or task.duration.likely.amount > 0)


def watched(facts: Facts) -> Iterator[Problem]:
    """Risks that nobody watches."""
    if Guide.CCRS not in facts.plan.project.guides:
        risks = [(place, risk) for place, risk in enumerate(facts.plan.risks) if risk.owner is None]
        lacks = [Lack(("risks", place), risk.title, "no owner") for place, risk in risks]
        yield from gathered(UNWATCHED, lacks, "risk")
