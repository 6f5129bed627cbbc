"""Quick actions on shortages, and what makes the pathway known: who sees to it, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import STEPS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import listed

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
    for place, action in enumerate(facts.plan.shortage_actions):
        missing = [] if action.owner else ["owner"]
        if action.due is None:
            missing.append("day")
        if missing and action.status not in _OVER:
            message = f"The quick action {quoted(action.title)} has no {listed(missing, 'and no')}."
            yield NOT_ASSIGNED.at(("shortage_actions", place), message)


def marketing(facts: Facts) -> Iterator[Problem]:
    """Audiences without a message or without anyone who sees to it."""
    for place, entry in enumerate(facts.plan.marketing):
        missing = [field for field in ("message", "owner") if getattr(entry, field) is None]
        if missing:
            message = f"The marketing for {quoted(entry.audience)} has no {listed(missing, 'and no')}."
            hint = f"Add {listed([f'{field}:' for field in missing])} to it."
            yield NOTHING_TO_SAY.at(("marketing", place), message, hint)
