"""Every place where one entry refers to another by its id, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, NamedTuple

from pathwayctl.checks.facts import Facts, framework_items
from pathwayctl.diagnostics import Path


@dataclass(frozen=True, slots=True)
class Use:
    """A way to refer to something: how it is said, and the kinds of things that fit."""

    said: str
    kinds: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """``person or organization``."""
        return " or ".join(self.kinds)


class Reference(NamedTuple):
    """One mention of an id; ``path`` and ``below`` together are its place."""

    id: str
    use: Use
    path: Path
    below: Path
    name: str


_PARTY: Final = ("person", "organization")
OWNED: Final = Use("is owned by", _PARTY)
ASSIGNED: Final = Use("is assigned to", _PARTY)
CONSULTS: Final = Use("consults", _PARTY)
INFORMS: Final = Use("informs", _PARTY)
INVITES: Final = Use("invites", _PARTY)
LED: Final = Use("is led by", _PARTY)
FACILITATED: Final = Use("is led by", ("person",))
VOICED: Final = Use("was raised by", _PARTY)
REPRESENTS: Final = Use("speaks for", ("organization",))
CONVENED: Final = Use("is convened by", ("organization",))
OFFERED: Final = Use("is offered by", ("organization",))
WAITS: Final = Use("waits for", ("task",))
DELAYS: Final = Use("moves the task", ("task",))
PLANNED: Final = Use("is planned by the task", ("task",))
SERVES: Final = Use("serves the requirement", ("requirement",))
ASKED_BY: Final = Use("is asked for by the framework", ("framework",))
REACHES: Final = Use("serves the goal", ("goal",))

_ONE: Final = (
    ("people", "organization", "name", REPRESENTS),
    ("goals", "owner", "title", OWNED),
    ("requirements", "owner", "title", OWNED),
    ("risks", "owner", "title", OWNED),
    ("communications", "owner", "audience", OWNED),
    ("meetings", "task", "title", PLANNED),
    ("meetings", "facilitator", "title", LED),
)
"""Fields that hold one id: section, field, the field that names the entry, and the use."""

_MANY: Final = (
    ("priorities", "voiced_by", "title", VOICED),
    ("priorities", "goals", "title", REACHES),
    ("requirements", "frameworks", "title", ASKED_BY),
    ("meetings", "invited", "title", INVITES),
)
"""Fields that hold a list of ids."""


def references(facts: Facts) -> Iterator[Reference]:
    """Every reference of the plan."""
    return chain(_of_tasks(facts), _of_project(facts), _single(facts), _listed(facts), _nested(facts))


def _of_tasks(facts: Facts) -> Iterator[Reference]:
    for row in facts.breakdown.rows:
        task, path = row.task, row.path
        title = task.title
        if task.owner is not None:
            yield Reference(task.owner, OWNED, path, ("owner",), title)
        if task.requirement is not None:
            yield Reference(task.requirement, SERVES, path, ("requirement",), title)
        for place, assignment in enumerate(task.assigned):
            yield Reference(assignment.resource, ASSIGNED, path, ("assigned", place), title)
        for place, person in enumerate(task.consulted):
            yield Reference(person, CONSULTS, path, ("consulted", place), title)
        for place, person in enumerate(task.informed):
            yield Reference(person, INFORMS, path, ("informed", place), title)
        for place, link in enumerate(task.depends_on):
            yield Reference(link.predecessor, WAITS, path, ("depends_on", place), title)


def _of_project(facts: Facts) -> Iterator[Reference]:
    project = facts.plan.project
    if project.facilitator is not None:
        yield Reference(project.facilitator, FACILITATED, ("project",), ("facilitator",), project.name)
    if project.convener is not None:
        yield Reference(project.convener, CONVENED, ("project",), ("convener",), project.name)


def _single(facts: Facts) -> Iterator[Reference]:
    for section, field, name, use in _ONE:
        for place, item in enumerate(getattr(facts.plan, section)):
            target = getattr(item, field)
            if target is not None:
                yield Reference(target, use, (section, place), (field,), getattr(item, name))


def _listed(facts: Facts) -> Iterator[Reference]:
    for section, field, name, use in _MANY:
        for place, item in enumerate(getattr(facts.plan, section)):
            for position, target in enumerate(getattr(item, field)):
                yield Reference(target, use, (section, place), (field, position), getattr(item, name))


def _nested(facts: Facts) -> Iterator[Reference]:
    """References that stand inside the items of an entry: a framework's, an agenda's, a risk's."""
    here: Any
    for place, framework in enumerate(facts.plan.frameworks):
        for part, position, here in framework_items(framework):
            if here.provider is not None:
                path = ("frameworks", place)
                yield Reference(here.provider, OFFERED, path, (part, position, "provider"), here.title)
    for place, risk in enumerate(facts.plan.risks):
        for position, here in enumerate(risk.delays):
            yield Reference(here.task, DELAYS, ("risks", place), ("delays", position, "task"), risk.title)
    for place, meeting in enumerate(facts.plan.meetings):
        for position, here in enumerate(meeting.agenda):
            if here.lead is not None:
                path = ("meetings", place)
                yield Reference(here.lead, LED, path, ("agenda", position, "lead"), here.title)
