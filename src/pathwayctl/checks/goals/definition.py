"""The groundwork of a system: its definition, whom it has thought of, and what people said it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import named, titles
from pathwayctl.checks.sources import CHAPTER_1
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import count, listed

OPEN_DEFINITION: Final = Rule(
    "PW515",
    Severity.NOTE,
    "A definition that is not adopted yet, or that names no elements",
    "The group agrees on a definition and on the elements that it stresses, and chooses among these.",
    "Add elements: with what the definition stresses, and adopted: with the day the group agreed on it.",
    f"{CHAPTER_1}, defining career pathways goals (slides 18-25) and handout 1C",
    ("ccrs",),
    bad="""\
definition: {text: Education and work that lead step by step to good jobs}
""",
    good="""\
definition:
  text: Education and work that lead step by step to good jobs
  elements: [Several ways in and out, Learning at work]
  adopted: 2027-02-10
""",
)
NOT_CONSIDERED: Final = Rule(
    "PW516",
    Severity.NOTE,
    "A consideration for inviting people that nobody has seen to",
    "The guide asks four things of the list of stakeholders, so that nobody who matters is left out.",
    "Look at the list with this in mind, and write {consideration: ..., met: true} once it is seen to.",
    f"{CHAPTER_1}, considerations for identifying stakeholders",
    ("ccrs",),
    bad="""\
considerations:
  - {consideration: all-programs, met: true}
  - {consideration: major-employers, note: The hospital is missing}
""",
    good="""\
considerations:
  - {consideration: all-programs, met: true}
  - {consideration: major-employers, met: true}
  - {consideration: experience-and-influence, met: true}
  - {consideration: collaboration, met: true}
""",
)
NO_PRIORITY: Final = Rule(
    "PW519",
    Severity.NOTE,
    "Something was said in the first discussion, and no priority takes it up",
    "Once the elements are chosen, they are set beside what people said they care about.",
    "Add priorities: to the belief, with what it goes with, or ask the group whether one is missing.",
    f"{CHAPTER_1}, note on prioritizing elements (slides 26-28)",
    ("ccrs",),
    bad="""\
priorities: [{id: entry-points, title: Several ways in and out, votes: [{group: Table 1}]}]
beliefs:
  - {id: change-course, text: Students should be able to change course}
""",
    good="""\
priorities: [{id: entry-points, title: Several ways in and out, votes: [{group: Table 1}]}]
beliefs:
  - {id: change-course, text: Students should be able to change course, priorities: [entry-points]}
""",
)

_CONSIDERATIONS: Final = ("all-programs", "major-employers", "experience-and-influence", "collaboration")


def definition(facts: Facts) -> Iterator[Problem]:
    """What the definition lacks, once there is one."""
    text = facts.plan.definition
    if text is None:
        return
    missing = [] if text.elements else ["elements"]
    if text.adopted is None:
        missing.append("day on which it was adopted")
    if missing:
        yield OPEN_DEFINITION.at(("definition",), f"The definition has no {listed(missing, 'and no')}.")


def considerations(facts: Facts) -> Iterator[Problem]:
    """The considerations that are not met, in one finding; silent while none is written down."""
    entries = facts.plan.considerations
    met = {entry.consideration for entry in entries if entry.met}
    left = [name for name in _CONSIDERATIONS if name not in met]
    if entries and left:
        place = next((place for place, entry in enumerate(entries) if entry.consideration in left), None)
        path = facts.guide("ccrs") if place is None else ("considerations", place)
        message = f"Not seen to yet: {named(left)}."
        hint = f"Once it is, write under considerations: {{consideration: {left[0]}, met: true}}"
        yield NOT_CONSIDERED.at(path, message, hint)


def beliefs(facts: Facts) -> Iterator[Problem]:
    """Beliefs that go with no priority, in one finding; silent until there are priorities."""
    loose = [(place, one.text) for place, one in enumerate(facts.plan.beliefs) if not one.priorities]
    if loose and facts.plan.priorities:
        number = count(len(loose), "belief goes", "beliefs go")
        message = f"{number} with no priority: {titles(loose)}."
        yield NO_PRIORITY.at(("beliefs", loose[0][0]), message)
