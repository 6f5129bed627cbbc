"""Invitations: whether they say all they should, whom they leave out, and which are not answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import titles
from pathwayctl.checks.sources import CHAPTER_1
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.governance_words import Answer
from pathwayctl.wording import count

_SOURCE: Final = f"{CHAPTER_1}, outreach and communication"

PARTS_MISSING: Final = Rule(
    "PW517",
    Severity.WARNING,
    "An invitation that lacks one of its five parts",
    "People say yes if they see why it is done, what is asked of them, what it is to them, what they get, "
    "and when.",
    "Add rationale:, role:, importance:, supports: and dates: to the invitation.",
    _SOURCE,
    ("ccrs",),
    bad="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
invitations:
  - {id: ask-lee, to: lee-park, rationale: Our employers cannot find machinists}
""",
    good="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
invitations:
  - id: ask-lee
    to: lee-park
    rationale: Our employers cannot find machinists
    role: Speak for the schools, two hours a month
    importance: Your students get college credit
    supports: Travel is paid
    dates: [2027-02-10, 2027-05-12]
""",
)
NOT_INVITED: Final = Rule(
    "PW518",
    Severity.NOTE,
    "Someone who is neither invited nor confirmed",
    "Everyone on the list is asked to take part, in words that are meant for them.",
    "Add an invitation with to: and their id, or confirmation: to the person if they have agreed already.",
    _SOURCE,
    ("ccrs",),
    bad="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
  - {id: ana-silva, name: Ana Silva, category: cte}
invitations: [{id: ask-lee, to: lee-park}]
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
  - {id: ana-silva, name: Ana Silva, category: cte, confirmation: verbal}
invitations: [{id: ask-lee, to: lee-park}]
""",
)
UNANSWERED: Final = Rule(
    "PW605",
    Severity.NOTE,
    "An invitation that nobody has answered for two weeks",
    "A letter may have been overlooked; a call brings most people to the table.",
    "Call them. Then write answer: yes or answer: no.",
    f"{_SOURCE} (two weeks is our reading)",
    ("ccrs",),
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-03-01, guides: [ccrs]}
people: [{id: lee-park, name: Lee Park, category: k-12}]
invitations: [{id: ask-lee, to: lee-park, sent: 2027-02-01}]
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-03-01, guides: [ccrs]}
people: [{id: lee-park, name: Lee Park, category: k-12}]
invitations: [{id: ask-lee, to: lee-park, sent: 2027-02-01, answer: "yes"}]
""",
)
RULES: Final = (PARTS_MISSING, NOT_INVITED, UNANSWERED)

_PARTS: Final = ("rationale", "role", "importance", "supports", "dates")
_DAYS_TO_ANSWER: Final = 14


def invitations(facts: Facts) -> Iterator[Problem]:
    """What is wrong with the invitations; silent while there are none."""
    lacks = []
    for place, invitation in enumerate(facts.plan.invitations):
        missing = [part for part in _PARTS if not getattr(invitation, part)]
        if missing and invitation.answer is Answer.WAITING:
            lacks.append(without(("invitations", place), facts.name_of(invitation.to), missing))
    yield from gathered(PARTS_MISSING, lacks, "invitation to", "invitations")
    if facts.plan.invitations:
        yield from _not_invited(facts)
        yield from _unanswered(facts)


def _not_invited(facts: Facts) -> Iterator[Problem]:
    left = [
        (place, person.name)
        for place, person in enumerate(facts.plan.people)
        if person.confirmation is None and not facts.is_invited(person)
    ]
    if left:
        number = count(len(left), "person is", "people are")
        message = f"{number} neither invited nor confirmed: {titles(left)}."
        yield NOT_INVITED.at(("people", left[0][0]), message)


def _unanswered(facts: Facts) -> Iterator[Problem]:
    """Invitations sent more than two weeks before the status date, in one finding."""
    waiting = [
        (place, facts.name_of(invitation.to))
        for place, invitation in enumerate(facts.plan.invitations)
        if invitation.answer is Answer.WAITING
        and invitation.sent is not None
        and facts.today is not None
        and (facts.today - invitation.sent).days > _DAYS_TO_ANSWER
    ]
    if waiting:
        message = f"Sent more than two weeks ago and not answered: the invitation to {titles(waiting)}."
        yield UNANSWERED.at(("invitations", waiting[0][0], "sent"), message)
