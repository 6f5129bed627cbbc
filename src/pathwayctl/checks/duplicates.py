"""Ids that are not the only one of their kind, and lists that name the same thing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import a, quoted
from pathwayctl.checks.uses import name_of
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.entries import Entry
from pathwayctl.evidence.index import PlanIndex

ID_TWICE: Final = Rule("PW301")
NAMED_TWICE: Final = Rule("PW309")

ENTRY_TWICE: Final = Rule("PW326")

_LISTS: Final = (
    "people.roles", "people.stages", "teams.members", "agreements.parties", "beliefs.priorities",
    "priorities.voiced_by", "priorities.goals", "requirements.frameworks", "occupations.frameworks",
    "programs.credentials", "programs.transfers_to", "programs.occupations", "credentials.stacks_on",
    "credentials.recognized_by", "ksa_uses.ksas", "pathways.providers", "pathways.credentials",
    "work_plan.tasks", "measures.goals", "communications.categories", "meetings.invited",
    "meetings.attended",
)  # fmt: skip
"""Lists of ids or fixed words; those of tasks are looked at apart, as there are so many."""
_ENTRIES: Final = (
    ("considerations", ("consideration",), "The consideration"),
    ("credentials", ("ctid",), "The identifier"),
    ("duties", ("responsibility", "role"), "The responsibility"),
    ("phases", ("phase",), "The phase"),
    ("work_plan", ("deliverable",), "The deliverable"),
)
"""Sections, the fields that no two of their entries should share, and what these fields name."""
_INNER: Final = (
    ("ksas", "occupations", ("occupation",), "The occupation"),
    ("programs", "teaches", ("ksa",), "The KSA"),
    ("risks", "delays", ("task",), "The task"),
    ("meetings", "logistics", ("item",), "The item"),
)
"""Likewise for lists inside the entries of a section."""


@check(ID_TWICE)
def ids(index: PlanIndex) -> Iterator[Problem]:
    """Ids that two things share."""
    for first, *others in index.shared.values():
        for other in others:
            yield ID_TWICE.at((*other.path, "id"), _shared(first, other))


@check(NAMED_TWICE)
def lists(index: PlanIndex) -> Iterator[Problem]:
    """Lists that name a person, a role or another thing twice."""
    for path, subject, items in chain(_of_tasks(index), _of_sections(index)):
        seen = set()
        for place, item in enumerate(items):
            if item in seen:
                yield NAMED_TWICE.at((*path, place), f"{subject} names {quoted(item)} twice here.")
            seen.add(item)


@check(ENTRY_TWICE)
def entries(index: PlanIndex) -> Iterator[Problem]:
    """Entries that speak of the same thing, though they do not share an id."""
    for path, items, fields, noun in _groups(index):
        seen = set()
        for place, item in enumerate(items):
            key = tuple(getattr(item, field) for field in fields)
            if key in seen and None not in key:
                message = f"{noun} {quoted(key[0])} has two entries; this is the second."
                yield ENTRY_TWICE.at((*path, place, fields[0]), message)
            seen.add(key)


def _groups(index: PlanIndex) -> Iterator[tuple[Path, Iterable[Any], tuple[str, ...], str]]:
    """Lists in which no two entries should agree in some fields."""
    for section, fields, noun in _ENTRIES:
        yield (section,), getattr(index.plan, section), fields, noun
    for section, inner, fields, noun in _INNER:
        for place, item in enumerate(getattr(index.plan, section)):
            yield (section, place, inner), getattr(item, inner), fields, noun


def _shared(first: Entry, second: Entry) -> str:
    if first.kind == second.kind:
        both = f"the {first.kind} {quoted(first.name)} and another {second.kind}, {quoted(second.name)}"
    else:
        both = f"{a(first.kind)}, {quoted(first.name)}, and {a(second.kind)}, {quoted(second.name)}"
    return f"Two things have the id {quoted(second.id)}: {both}."


def _of_tasks(index: PlanIndex) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    for row in index.breakdown.rows:
        task = row.task
        if len(task.consulted) > 1:
            yield (*row.path, "consulted"), quoted(task.title), task.consulted
        if len(task.informed) > 1:
            yield (*row.path, "informed"), quoted(task.title), task.informed


def _of_sections(index: PlanIndex) -> Iterator[tuple[Path, str, Iterable[Any]]]:
    plan = index.plan
    yield ("project", "guides"), quoted(plan.project.name), plan.project.guides
    partnership = plan.partnership
    if partnership is not None:
        for field in ("naics", "strategic_partners", "industry_members"):
            yield ("partnership", field), "The partnership", getattr(partnership, field)
    for where in _LISTS:
        section, field = where.split(".")
        for place, item in enumerate(getattr(plan, section)):
            items = getattr(item, field)
            if len(items) > 1:
                yield (section, place, field), name_of(item), items
