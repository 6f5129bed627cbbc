"""What one person or organization has to do, in rows: tasks, promises, and what they watch over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, bulleted, stacked, when
from pathwayctl.handouts.context import status_words
from pathwayctl.handouts.outreach.communications import frequency_words
from pathwayctl.handouts.outreach.follow_up import due_words
from pathwayctl.handouts.tagged_tasks import unbroken
from pathwayctl.model.governance_words import Progress
from pathwayctl.model.vocabulary import Status

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.values import Assignment
    from pathwayctl.scheduling.schedule import ScheduledTask


@dataclass
class Mine:
    """The work of one party: what they own, are assigned to, have a say in, and how much they have done."""

    owned: list[ScheduledTask] = field(default_factory=list)
    helped: list[ScheduledTask] = field(default_factory=list)
    voiced: list[ScheduledTask] = field(default_factory=list)
    done: int = 0


def by_party(context: Context) -> Mapping[str, Mine]:
    """The open work of everyone in one pass; whatever comes first stands before the rest."""
    found: defaultdict[str, Mine] = defaultdict(Mine)
    for task in sorted(context.leaves, key=lambda task: (task.start, task.finish)):
        work = task.task
        if task.status is Status.DONE:
            if work.owner:
                found[work.owner].done += 1
            continue
        if work.owner:
            found[work.owner].owned.append(task)
        for given in work.assigned:
            found[given.resource].helped.append(task)
        for party in dict.fromkeys((*work.consulted, *work.informed)):
            found[party].voiced.append(task)
    return found


def owned(task: ScheduledTask, context: Context) -> Row:
    """Number, work, from, to, what it waits for, outcome, status."""
    return (
        task.wbs,
        task.title,
        unbroken(when(task.start)),
        _finish(task),
        context.waits_for(task),
        task.task.outcome or "",
        status_words(task),
    )


def helped(party: str, task: ScheduledTask, context: Context) -> Row:
    """Number, work, how much of a day, from, to, what it waits for, who answers for it."""
    share = next(given for given in task.task.assigned if given.resource == party)
    return (
        task.wbs,
        task.title,
        share_words(share),
        unbroken(when(task.start)),
        _finish(task),
        context.waits_for(task),
        context.name(task.owner),
    )


def share_words(share: Assignment) -> str:
    """``All day``, ``50% of a day``, or ``2 at a time`` for a crew."""
    if share.units == 1:
        return "All day"
    return f"{share.units:g} at a time" if share.units > 1 else f"{share.units * 100:.3g}% of a day"


def voiced(party: str, task: ScheduledTask, context: Context) -> Row:
    """Number, work, the part in it, when, who answers for it."""
    asked, told = party in task.task.consulted, party in task.task.informed
    part = stacked(("Asked before it is done" if asked else "", "Told when it is done" if told else ""))
    day = when(task.start if asked else task.finish)
    return task.wbs, task.title, part, unbroken(day), context.name(task.owner)


def _finish(task: ScheduledTask) -> str:
    deadline = task.task.deadline
    return stacked((unbroken(when(task.finish)), f"deadline {unbroken(when(deadline))}" if deadline else ""))


def promises(party: str, context: Context) -> Iterator[Row]:
    """Actions that meetings gave them, still open: action, due, agreed at."""
    for meeting in context.plan.meetings:
        for action in meeting.actions:
            if action.owner == party and not action.done:
                yield action.title, due_words(action, context), meeting.title
    for quick in context.plan.shortage_actions:
        if quick.owner == party and quick.status not in (Status.DONE, Status.DROPPED):
            yield quick.title, when(quick.due), "Quick action on a shortage"


def messages(party: str, context: Context) -> Iterator[Row]:
    """What they tell others: audience, messages, modes, how often or by when."""
    for item in context.plan.communications:
        if item.owner == party:
            yield item.audience, bulleted(item.messages), bulleted(item.modes), frequency_words(item)
    for one in context.plan.marketing:
        if one.owner == party:
            yield one.audience, one.message or "", bulleted(one.materials), when(one.due)


def risks(party: str, context: Context) -> Iterator[Row]:
    """Risks that they watch: risk, first sign, response."""
    for risk in context.plan.risks:
        if risk.owner == party:
            yield risk.title, risk.trigger or "", risk.response or ""


def standing(party: str, context: Context) -> Iterator[Row]:
    """What they answer for without an end: what it is, and what of it."""
    for source in STANDING:
        yield from source(party, context)


def _goals(party: str, context: Context) -> Iterator[Row]:
    for goal in context.plan.goals:
        if goal.owner == party:
            yield "Goal", goal.title
    for need in context.plan.requirements:
        if need.owner == party:
            yield "Requirement", need.title


def _agreements(party: str, context: Context) -> Iterator[Row]:
    for one in context.plan.agreements:
        if party == one.owner or party in one.parties:
            parts = "Sees to it" if party == one.owner else "Is bound by it"
            ends = f"runs out on {when(one.expires)}" if one.expires else ""
            yield "Agreement", stacked((one.title, ", ".join(filter(None, (parts, ends)))))


def _duties(party: str, context: Context) -> Iterator[Row]:
    from pathwayctl.catalog.reading import components

    texts = {one.id: one.text for one in components().responsibilities}
    for duty in context.plan.duties:
        if party in duty.holders and duty.state is not Progress.DONE:
            state = f"{duty.role.label}: {duty.state.label.lower()}"
            yield "Responsibility", stacked((texts.get(duty.responsibility, duty.responsibility), state))


def _evaluation(party: str, context: Context) -> Iterator[Row]:
    for seat in context.plan.evaluation:
        if seat.person == party:
            yield "Evaluation group", stacked((seat.group.label, seat.role or "", seat.data or ""))
    for measure in context.plan.measures:
        if measure.owner == party:
            cadence = measure.cadence.label if measure.cadence else ""
            yield "Measure to collect", stacked((measure.title, cadence))


def _teams(party: str, context: Context) -> Iterator[Row]:
    for team in context.plan.teams:
        if party in (team.lead, *team.members):
            part = "Leads it" if party == team.lead else "Member"
            cadence = f"meets {team.cadence.label.lower()}" if team.cadence else ""
            yield "Team", stacked((team.title, ", ".join(filter(None, (part, cadence)))))


STANDING: Final = (_teams, _goals, _agreements, _evaluation, _duties)
