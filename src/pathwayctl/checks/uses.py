"""Every place where one entry refers to another by its id, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pathwayctl.checks.phrases import quoted

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.evidence.index import PlanIndex


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
    """One mention of an id: how it is used, where it stands, and what it is said of."""

    id: str
    use: Use
    path: Path
    subject: str


_PARTY: Final = ("person", "organization")
OWNED: Final = Use("is owned by", _PARTY)
ASSIGNED: Final = Use("is assigned to", _PARTY)
_INVITES: Final = Use("invites", _PARTY)
_LED: Final = Use("is led by", _PARTY)
_HELD: Final = Use("is held by", _PARTY)
_SAID: Final = Use("was said by", _PARTY)
_MEMBER: Final = Use("has the member", _PARTY)
_REPRESENTS: Final = Use("speaks for", ("organization",))
_CONVENED: Final = Use("is convened by", ("organization",))
_OFFERED: Final = Use("is offered by", ("organization",))
_RECOGNIZED: Final = Use("is recognized by", ("organization",))
_FRAMEWORK: Final = Use("belongs to the framework", ("framework",))
_GOAL: Final = Use("serves the goal", ("goal",))
_OCCUPATION: Final = Use("is for the occupation", ("occupation",))
_CREDENTIAL: Final = Use("leads to the credential", ("credential",))
_BROUGHT: Final = Use("is brought about by the task", ("task",))

_TASK_FIELDS: Final = (
    ("owner", OWNED),
    ("assigned", ASSIGNED),
    ("consulted", Use("consults", _PARTY)),
    ("informed", Use("informs", _PARTY)),
    ("depends_on", Use("waits for", ("task",))),
    ("requirement", Use("serves the requirement", ("requirement",))),
)

_FIELDS: Final = (
    ("project.facilitator", Use("is led by", ("person",))),
    ("project.convener", _CONVENED),
    ("partnership.convener", _CONVENED),
    ("partnership.strategic_partners", _MEMBER),
    ("partnership.industry_members", _MEMBER),
    ("sustainability.owner", OWNED),
    ("people.organization", _REPRESENTS),
    ("invitations.to", Use("is addressed to", _PARTY)),
    ("invitations.meeting", Use("asks to the meeting", ("meeting",))),
    ("teams.lead", _LED),
    ("teams.members", _MEMBER),
    ("duties.holders", _HELD),
    ("agreements.parties", Use("binds", ("organization",))),
    ("agreements.owner", OWNED),
    ("agreements.task", _BROUGHT),
    ("beliefs.who", _SAID),
    ("beliefs.priorities", Use("goes with the priority", ("priority",))),
    ("goals.owner", OWNED),
    ("priorities.voiced_by", Use("was raised by", _PARTY)),
    ("priorities.goals", _GOAL),
    ("frameworks.career_options.provider", _OFFERED),
    ("frameworks.course_sequence.provider", _OFFERED),
    ("frameworks.work_based.provider", _OFFERED),
    ("frameworks.postsecondary.provider", _OFFERED),
    ("frameworks.partnerships.provider", _OFFERED),
    ("requirements.frameworks", Use("is asked for by the framework", ("framework",))),
    ("requirements.owner", OWNED),
    ("occupations.frameworks", _FRAMEWORK),
    ("ksas.occupations.occupation", Use("is asked for by the occupation", ("occupation",))),
    ("programs.provider", _OFFERED),
    ("programs.credentials", _CREDENTIAL),
    ("programs.transfers_to", Use("transfers to", ("organization",))),
    ("programs.occupations", _OCCUPATION),
    ("programs.teaches.ksa", Use("teaches the KSA", ("KSA",))),
    ("credentials.stacks_on", Use("builds on the credential", ("credential",))),
    ("credentials.recognized_by", _RECOGNIZED),
    ("shortage_actions.occupation", _OCCUPATION),
    ("shortage_actions.owner", OWNED),
    ("ksa_uses.ksas", Use("uses the KSA", ("KSA",))),
    ("ksa_uses.organization", Use("is put to use by", ("organization",))),
    ("marketing.owner", OWNED),
    ("pathways.framework", _FRAMEWORK),
    ("pathways.providers", _OFFERED),
    ("pathways.courses.provider", _OFFERED),
    ("pathways.credentials", _CREDENTIAL),
    ("pathways.launch", Use("is launched by the task", ("task",))),
    ("work_plan.owner", OWNED),
    ("work_plan.tasks", _BROUGHT),
    ("measures.owner", OWNED),
    ("measures.goals", Use("tells about the goal", ("goal",))),
    ("evaluation.person", Use("is held by", ("person",))),
    ("risks.owner", OWNED),
    ("risks.delays.task", Use("moves the task", ("task",))),
    ("communications.owner", OWNED),
    ("meetings.task", Use("is planned by the task", ("task",))),
    ("meetings.facilitator", _LED),
    ("meetings.invited", _INVITES),
    ("meetings.agenda.lead", _LED),
    ("meetings.logistics.owner", OWNED),
    ("meetings.attended", Use("was attended by", _PARTY)),
    ("meetings.actions.owner", OWNED),
    ("meetings.team", Use("is a meeting of the team", ("team",))),
    ("meetings.reflections.milestone", Use("looks back on the task", ("task",))),
)
"""Where an id stands, section first, through whatever lists lie between, and how it is used there."""

_NAMES: Final = (
    "name", "title", "industry", "audience", "responsibility", "deliverable", "group", "item", "id",
)  # fmt: skip
"""The fields by which an entry is known to people, the best first."""
UNNAMED: Final = {"partnership": "The partnership", "sustainability": "The sustainability plan"}


def stray_references(index: PlanIndex) -> Iterator[Reference]:
    """Every reference of the plan that does not lead to a thing of a kind that fits."""
    return chain(_of_tasks(index), _of_sections(index))


def _of_tasks(index: PlanIndex) -> Iterator[Reference]:
    """There may be very many: so all ids of a field are compared at once, and looked for only if amiss."""
    tasks = [row.task for row in index.breakdown.rows]
    mentioned: dict[str, set[str | None]] = {
        "owner": {task.owner for task in tasks},
        "assigned": {one.resource for task in tasks for one in task.assigned},
        "consulted": {name for task in tasks for name in task.consulted},
        "informed": {name for task in tasks for name in task.informed},
        "depends_on": {link.predecessor for task in tasks for link in task.depends_on},
        "requirement": {task.requirement for task in tasks},
    }
    for field, use in _TASK_FIELDS:
        strays = mentioned[field].difference(index.ids_of(use.kinds), (None,))
        if strays:
            yield from _strays(index, field, use, strays)


def _strays(index: PlanIndex, field: str, use: Use, strays: set[str | None]) -> Iterator[Reference]:
    for row in index.breakdown.rows:
        for below, name in _ids(getattr(row.task, field)):
            if name in strays:
                yield Reference(name, use, (*row.path, field, *below), quoted(row.task.title))


def _ids(value: Any) -> Iterable[tuple[Path, str]]:
    """The ids in a field of a task, each with its place in the field."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (((), value),)
    return [((place,), _id(item)) for place, item in enumerate(value)]


def _id(item: Any) -> str:
    """The id in a link, in an assignment, or the item itself."""
    name: str = getattr(item, "predecessor", None) or getattr(item, "resource", item)
    return name


def _of_sections(index: PlanIndex) -> Iterator[Reference]:
    for field, use in _FIELDS:
        steps = tuple(field.split("."))
        section = getattr(index.plan, steps[0])
        if section:
            fitting = index.ids_of(use.kinds)
            for name, path, subject in _mentions(section, steps[1:], steps[:1], UNNAMED.get(steps[0], "")):
                if name not in fitting:
                    yield Reference(name, use, path, subject)


def _mentions(here: Any, steps: tuple[str, ...], path: Path, subject: str) -> Iterator[tuple[str, Path, str]]:
    """The ids at the end of some steps, through lists, with their places and what they are said of."""
    if isinstance(here, tuple):
        for place, item in enumerate(here):
            yield from _mentions(item, steps, (*path, place), subject)
    elif isinstance(here, str):
        yield here, path, subject
    elif here is not None:
        inner = getattr(here, steps[0])
        yield from _mentions(inner, steps[1:], (*path, steps[0]), name_of(here) or subject)


def name_of(item: Any) -> str:
    """What people call an entry, in quotes; nothing if it has no name of its own."""
    return next((quoted(getattr(item, field)) for field in _NAMES if getattr(item, field, None)), "")
