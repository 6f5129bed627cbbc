"""What each entry with an id is, and every field in which one entry names another by its id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

SECTIONS: Final = (
    ("organizations", "organization", "name"),
    ("people", "person", "name"),
    ("invitations", "invitation", "to"),
    ("teams", "team", "title"),
    ("agreements", "agreement", "title"),
    ("beliefs", "belief", "text"),
    ("goals", "goal", "title"),
    ("priorities", "priority", "title"),
    ("frameworks", "framework", "industry"),
    ("requirements", "requirement", "title"),
    ("occupations", "occupation", "title"),
    ("ksas", "KSA", "title"),
    ("programs", "program", "title"),
    ("credentials", "credential", "title"),
    ("shortage_actions", "shortage action", "title"),
    ("ksa_uses", "use of KSAs", "title"),
    ("marketing", "piece of marketing", "audience"),
    ("pathways", "pathway", "title"),
    ("clusters", "cluster", "title"),
    ("measures", "measure", "title"),
    ("risks", "risk", "title"),
    ("communications", "communication", "audience"),
    ("meetings", "meeting", "title"),
    ("packets", "packet", "title"),
)
"""Each list section but the tasks: what one of its entries is, and the field that names it."""


@dataclass(frozen=True, slots=True)
class Use:
    """A way to refer to something: how it is said, and the kinds of things that fit."""

    said: str
    kinds: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """``person or organization``."""
        return " or ".join(self.kinds)


_PARTY: Final = ("person", "organization")
OWNED: Final = Use("is owned by", _PARTY)
ASSIGNED: Final = Use("is assigned to", _PARTY)
WAITS: Final = Use("waits for", ("task",))
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

TASK_FIELDS: Final = (
    ("owner", OWNED),
    ("assigned", ASSIGNED),
    ("consulted", Use("consults", _PARTY)),
    ("informed", Use("informs", _PARTY)),
    ("depends_on", WAITS),
    ("requirement", Use("serves the requirement", ("requirement",))),
)

FIELDS: Final = (
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


@cache
def _uses() -> dict[tuple[str, ...], Use]:
    of_tasks = {("tasks", field): use for field, use in TASK_FIELDS}
    return of_tasks | {tuple(field.split(".")): use for field, use in FIELDS}


def use_at(path: tuple[str | int, ...]) -> Use | None:
    """How an id at a path is used: ``("tasks", 3, "tasks", 0, "owner")``; ``None`` where none belongs."""
    names = tuple(part for part in path if isinstance(part, str))
    while names[:2] == ("tasks", "tasks"):
        names = names[1:]
    return _uses().get(names)
