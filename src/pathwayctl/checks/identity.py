"""Ids that are not the only one of their kind, and lists that name the same thing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

from pathwayctl.checks.facts import Entry, Facts
from pathwayctl.checks.phrases import a, quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Path, Problem, Rule, Severity

ID_TWICE: Final = Rule(
    "PW301",
    Severity.ERROR,
    "An id is used twice",
    "Other entries refer to a thing by its id; if two things share one, nobody can say which is meant.",
    "Give one of the two another id, and correct the entries that refer to it.",
    OURS,
    bad="""\
tasks:
  - {id: kickoff, title: Hold the kickoff meeting}
  - {id: kickoff, title: Write the kickoff report}
""",
    good="""\
tasks:
  - {id: kickoff, title: Hold the kickoff meeting}
  - {id: kickoff-report, title: Write the kickoff report}
""",
)
NAMED_TWICE: Final = Rule(
    "PW309",
    Severity.WARNING,
    "A list names the same thing twice",
    "The second mention adds nothing, and often stands where another name was meant.",
    "Take one of the two out, or put the name there that was meant.",
    OURS,
    bad="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
tasks:
  - {id: draft, title: Draft the charter, consulted: [lee-park, lee-park]}
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
tasks:
  - {id: draft, title: Draft the charter, consulted: [lee-park]}
""",
)

_LISTS: Final = (
    ("people", "name", ("roles", "stages")),
    ("priorities", "title", ("voiced_by", "goals")),
    ("requirements", "title", ("frameworks",)),
    ("communications", "audience", ("categories",)),
    ("meetings", "title", ("invited",)),
)
"""Lists of ids or fixed words, by section; those of tasks are looked at apart, as there are so many."""


def ids(facts: Facts) -> Iterator[Problem]:
    """Ids that two things share."""
    for first, *others in facts.shared.values():
        for other in others:
            yield ID_TWICE.at((*other.path, "id"), _shared(first, other))


def lists(facts: Facts) -> Iterator[Problem]:
    """Lists that name a person, a role or another thing twice."""
    for path, name, items in chain(_of_tasks(facts), _of_sections(facts)):
        seen = set()
        for place, item in enumerate(items):
            if item in seen:
                yield NAMED_TWICE.at((*path, place), f"{quoted(name)} names {quoted(item)} twice here.")
            seen.add(item)


def _shared(first: Entry, second: Entry) -> str:
    if first.kind == second.kind:
        both = f"the {first.kind} {quoted(first.name)} and another {second.kind}, {quoted(second.name)}"
    else:
        both = f"{a(first.kind)}, {quoted(first.name)}, and {a(second.kind)}, {quoted(second.name)}"
    return f"Two things have the id {quoted(second.id)}: {both}."


def _of_tasks(facts: Facts) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    for row in facts.breakdown.rows:
        task = row.task
        if len(task.consulted) > 1:
            yield (*row.path, "consulted"), task.title, task.consulted
        if len(task.informed) > 1:
            yield (*row.path, "informed"), task.title, task.informed


def _of_sections(facts: Facts) -> Iterator[tuple[Path, str, Iterable[Any]]]:
    yield ("project", "guides"), facts.plan.project.name, facts.plan.project.guides
    for section, name, fields in _LISTS:
        for place, item in enumerate(getattr(facts.plan, section)):
            for field in fields:
                yield (section, place, field), getattr(item, name), getattr(item, field)
