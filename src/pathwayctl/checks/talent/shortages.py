"""Quick actions on shortages, and what makes the pathway known: who sees to it, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.sources import STEPS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Status

NOT_ASSIGNED: Final = Rule(
    "PW538",
    Severity.WARNING,
    "A quick action without an owner or a day",
    "Doing something now means that somebody does it, by a day that is near.",
    "Add owner: and due: to the action.",
    f"{STEPS}, step 8",
    ("sector",),
    bad="""\
occupations: [{id: machinist, title: Machinist}]
shortage_actions:
  - {id: open-house, title: Hold an open house, occupation: machinist}
""",
    good="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
occupations: [{id: machinist, title: Machinist}]
shortage_actions:
  - {id: open-house, title: Hold an open house, occupation: machinist, owner: lee-park, due: 2027-05-07}
""",
)
NOTHING_TO_SAY: Final = Rule(
    "PW539",
    Severity.WARNING,
    "Marketing without a message or an owner",
    "Each audience hears one sentence that is meant for it, from someone who sees to it.",
    "Add message: with that sentence, and owner: with who sees to it.",
    f"{STEPS}, step 14",
    ("sector",),
    bad="""\
marketing:
  - {id: students, audience: Middle school students, materials: [Videos]}
""",
    good="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
marketing:
  - {id: students, audience: Middle school students, message: You can build what flies, owner: lee-park}
""",
)

_OVER: Final = (Status.DONE, Status.DROPPED)


def actions(facts: Facts) -> Iterator[Problem]:
    """Quick actions still to be done that nobody has taken on, or that have no day."""
    lacks = []
    for place, action in enumerate(facts.plan.shortage_actions):
        missing = [field for field in ("owner", "due") if getattr(action, field) is None]
        if missing and action.status not in _OVER:
            lacks.append(without(("shortage_actions", place), action.title, missing))
    yield from gathered(NOT_ASSIGNED, lacks, "quick action")


def marketing(facts: Facts) -> Iterator[Problem]:
    """Audiences without a message or without anyone who sees to it."""
    lacks = []
    for place, entry in enumerate(facts.plan.marketing):
        missing = [field for field in ("message", "owner") if getattr(entry, field) is None]
        if missing:
            lacks.append(without(("marketing", place), entry.audience, missing))
    yield from gathered(NOTHING_TO_SAY, lacks, "marketing for", "entries of marketing")
