"""References to things that are not in the plan, or that are something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import a, quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.checks.spelling import Speller
from pathwayctl.checks.uses import ASSIGNED, Reference, references
from pathwayctl.diagnostics import Problem, Rule, Severity

UNKNOWN_TASK: Final = Rule(
    "PW302",
    Severity.ERROR,
    "A task that is not in the plan",
    "The dates follow from what waits for what; a link that leads nowhere would be left out.",
    "Write the id of a task of this plan, or take the name out.",
    OURS,
    bad="""\
tasks:
  - {id: kickoff, title: Hold the kickoff meeting}
  - {id: charter, title: Write the charter, depends_on: [kickof]}
""",
    good="""\
tasks:
  - {id: kickoff, title: Hold the kickoff meeting}
  - {id: charter, title: Write the charter, depends_on: [kickoff]}
""",
)
UNKNOWN_PARTY: Final = Rule(
    "PW303",
    Severity.ERROR,
    "A person or organization that is not in the plan",
    "Handouts, workloads and invitations are made from these names; an unknown one would be missing there.",
    "Write the id of an entry under people: or organizations:, or add the entry.",
    OURS,
    bad="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
tasks:
  - {id: kickoff, title: Hold the kickoff meeting, owner: dana-riuz}
""",
    good="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
tasks:
  - {id: kickoff, title: Hold the kickoff meeting, owner: dana-ruiz}
""",
)
UNKNOWN_ORGANIZATION: Final = Rule(
    "PW304",
    Severity.ERROR,
    "An organization that is not in the plan",
    "A person's stakeholder category comes from the organization; without it they count for no sector.",
    "Write the id of an entry under organizations:, or add the organization there.",
    OURS,
    bad="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, organization: front-range}
""",
    good="""\
organizations:
  - {id: front-range, name: Front Range Community College, category: postsecondary}
people:
  - {id: dana-ruiz, name: Dana Ruiz, organization: front-range}
""",
)
UNKNOWN_REQUIREMENT: Final = Rule(
    "PW305",
    Severity.ERROR,
    "A requirement that is not in the plan",
    "The requirements document shows the tasks under the requirement that they serve.",
    "Write the id of an entry under requirements:, or add the requirement there.",
    OURS,
    bad="""\
tasks:
  - {id: draft, title: Draft the agreement, requirement: partnerships}
""",
    good="""\
requirements:
  - {id: partnerships, title: Agreements with employers, area: partnerships}
tasks:
  - {id: draft, title: Draft the agreement, requirement: partnerships}
""",
)
UNKNOWN_FRAMEWORK: Final = Rule(
    "PW306",
    Severity.ERROR,
    "A framework that is not in the plan",
    "A requirement is shown with the industries that ask for it.",
    "Write the id of an entry under frameworks:, or add the framework there.",
    OURS,
    bad="""\
requirements:
  - {id: welding, title: A welding course, area: course-sequences, frameworks: [machining]}
""",
    good="""\
frameworks:
  - {id: machining, industry: Precision machining}
requirements:
  - {id: welding, title: A welding course, area: course-sequences, frameworks: [machining]}
""",
)
UNKNOWN_GOAL: Final = Rule(
    "PW307",
    Severity.ERROR,
    "A goal that is not in the plan",
    "Priorities are shown beside the goals that they serve.",
    "Write the id of an entry under goals:, or add the goal there.",
    OURS,
    bad="""\
priorities:
  - {id: entry-points, title: Multiple entry points, goals: [graduates]}
""",
    good="""\
goals:
  - {id: graduates, title: More graduates find skilled work}
priorities:
  - {id: entry-points, title: Multiple entry points, goals: [graduates]}
""",
)
WRONG_KIND: Final = Rule(
    "PW308",
    Severity.ERROR,
    "A name that belongs to something else",
    "Each field holds one kind of thing: an owner is a person or organization, a predecessor is a task.",
    "Write the id of something that fits here.",
    OURS,
    bad="""\
tasks:
  - {id: launch, title: Hold the launch meeting}
  - {id: report, title: Write the report, owner: launch}
""",
    good="""\
tasks:
  - {id: launch, title: Hold the launch meeting}
  - {id: report, title: Write the report, depends_on: [launch]}
""",
)
RULES: Final = (
    UNKNOWN_TASK,
    UNKNOWN_PARTY,
    UNKNOWN_ORGANIZATION,
    UNKNOWN_REQUIREMENT,
    UNKNOWN_FRAMEWORK,
    UNKNOWN_GOAL,
    WRONG_KIND,
)

_RULE_OF: Final = {
    "task": UNKNOWN_TASK,
    "person": UNKNOWN_PARTY,
    "organization": UNKNOWN_ORGANIZATION,
    "requirement": UNKNOWN_REQUIREMENT,
    "framework": UNKNOWN_FRAMEWORK,
    "goal": UNKNOWN_GOAL,
}
"""The rule for an unknown name, by the first kind of thing that fits."""


def names(facts: Facts) -> Iterator[Problem]:
    """References that lead nowhere, or to a thing of another kind."""
    known, unread = facts.known, facts.unread
    spellers: dict[tuple[str, ...], Speller] = {}
    for reference in references(facts):
        target, use = reference.id, reference.use
        entry = known.get(target)
        if entry is not None:
            if entry.kind not in use.kinds and not _is_also(facts, reference):
                yield _wrong_kind(reference, entry.kind)
        elif target not in unread:
            if use.kinds not in spellers:
                fitting = (found.id for found in facts.entries if found.kind in use.kinds)
                spellers[use.kinds] = Speller(fitting)
            yield _unknown(reference, spellers[use.kinds].hint(target))


def _is_also(facts: Facts, reference: Reference) -> bool:
    """Whether an id that is used twice also names something that fits; its double use is reported."""
    return any(entry.kind in reference.use.kinds for entry in facts.shared.get(reference.id, ()))


def _wrong_kind(reference: Reference, kind: str) -> Problem:
    wanted = " or ".join(a(fitting) for fitting in reference.use.kinds)
    message = f"{_said(reference)}, which is {a(kind)}, not {wanted}."
    return WRONG_KIND.at(_place(reference), message, on_key=reference.use is ASSIGNED)


def _unknown(reference: Reference, hint: str) -> Problem:
    rule = _RULE_OF[reference.use.kinds[0]]
    message = f"{_said(reference)}, but no {reference.use.wanted} has that id."
    return rule.at(_place(reference), message, hint, on_key=reference.use is ASSIGNED)


def _said(reference: Reference) -> str:
    return f"{quoted(reference.name)} {reference.use.said} {quoted(reference.id)}"


def _place(reference: Reference) -> tuple[str | int, ...]:
    return (*reference.path, *reference.below)
