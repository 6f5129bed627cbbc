"""The assignments of one person or organization, in rows: tasks, action items, risks, and standing roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pathwayctl.evidence.due_dates import due_dates
from pathwayctl.evidence.partners.taking_part import everyone
from pathwayctl.evidence.work.open_items import open_items
from pathwayctl.handouts.cells import bulleted, stacked, when
from pathwayctl.handouts.context import Context, status_words
from pathwayctl.handouts.outreach.communications import frequency_words
from pathwayctl.handouts.outreach.meeting_words import due_words
from pathwayctl.handouts.tables import Row
from pathwayctl.handouts.tagged_tasks import unbroken
from pathwayctl.language import phrase
from pathwayctl.model.governance import DutyState
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import ActionItem
from pathwayctl.model.talent import ShortageAction
from pathwayctl.model.values import Assignment
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.schedule import ScheduledTask


@dataclass
class Mine:
    """The open work of one party by their part in it, and how many of their own tasks are done."""

    owned: list[ScheduledTask] = field(default_factory=list)
    helped: list[ScheduledTask] = field(default_factory=list)
    voiced: list[ScheduledTask] = field(default_factory=list)
    done: int = 0


def by_party(context: Context) -> Mapping[str, Mine]:
    """Return the open work of everyone, in the order in which it starts, gathered in one pass."""
    found: defaultdict[str, Mine] = defaultdict(Mine)
    for task in sorted(context.leaves, key=lambda task: (task.start, task.finish)):
        work = task.task
        if task.status is Status.DONE:
            for party in _owners(task):
                found[party].done += 1
            continue
        for party in _owners(task):
            found[party].owned.append(task)
        for given in context.index.assignees.of_task(work, task.start, task.finish):
            found[given.resource].helped.append(task)
        for party in dict.fromkeys((*work.consulted, *work.informed)):
            found[party].voiced.append(task)
    return found


def _owners(task: ScheduledTask) -> tuple[str, ...]:
    """Return the ids of a task's owner and of those who own it with them."""
    return ids_of(task.task.owner)


def owned(task: ScheduledTask, context: Context) -> Row:
    """Return the row of a task that they own."""
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
    """Return the row of a task that they are assigned to."""
    index, work = context.index, task.task
    share = next(one for one in index.assignees.of_task(work) if one.resource == party)
    named = {one.resource for one in work.assigned}
    teams = [one for one in index.teams if one in named - {party} and party in everyone(index, (one,))]
    return (
        task.wbs,
        task.title,
        stacked(share_words(share), *map(context.name, () if party in named else teams)),
        unbroken(when(task.start)),
        _finish(task),
        context.waits_for(task),
        context.owners(task),
    )


def share_words(share: Assignment) -> str:
    """Return ``All day``, ``50% of a day``, or ``2 at a time`` for a crew."""
    if share.units == 1:
        return phrase("All day")
    return (
        phrase("{units:g} at a time", units=share.units)
        if share.units > 1
        else phrase("{units:.3g}% of a day", units=share.units * 100)
    )


def voiced(party: str, task: ScheduledTask, context: Context) -> Row:
    """Return the row of a task that they are consulted or informed about."""
    consulted, informed = party in task.task.consulted, party in task.task.informed
    part = stacked(
        phrase("Consulted before it is done") if consulted else "",
        phrase("Informed when it is done") if informed else "",
    )
    day = when(task.start if consulted else task.finish)
    return task.wbs, task.title, part, unbroken(day), context.owners(task)


def _finish(task: ScheduledTask) -> str:
    deadline = task.task.deadline
    return stacked(
        unbroken(when(task.finish)),
        phrase("deadline {unbroken}", unbroken=unbroken(when(deadline))) if deadline else "",
    )


def action_items(party: str, context: Context) -> Iterator[Row]:
    """Yield what they owe to meetings, shortages, and funders, the earliest due date first, undated last."""
    found: list[tuple[date | None, Row]] = []
    for item in context.index.ask(open_items):
        if item.owner == party:
            match item.source:
                case ActionItem() as action:
                    origin = item.meeting.title if item.meeting else ""
                    found.append((item.due, (item.title, due_words(action, context), origin)))
                case ShortageAction():
                    found.append(
                        (item.due, (item.title, when(item.due), phrase("Quick action on a shortage")))
                    )
    for due in context.index.ask(due_dates):
        if due.grant and due.owner == party and due.done is None:
            found.append(
                (
                    due.due,
                    (
                        due.title,
                        when(due.due),
                        phrase("{kind} for {grant}", kind=phrase(due.kind), grant=due.grant),
                    ),
                )
            )
    for _, row in sorted(found, key=lambda one: one[0] or date.max):
        yield row


def messages(party: str, context: Context) -> Iterator[Row]:
    """Yield the communications and marketing that they own."""
    for item in context.plan.communications:
        if item.owner == party:
            yield item.audience, bulleted(item.messages), bulleted(item.modes), frequency_words(item)
    for one in context.plan.marketing:
        if one.owner == party:
            yield one.audience, one.message or "", bulleted(one.materials), when(one.due)


def risks(party: str, context: Context) -> Iterator[Row]:
    """Yield the risks that they own."""
    for risk in context.plan.risks:
        if risk.owner == party and risk.closed is None:
            yield risk.title, risk.trigger or "", risk.response or ""


def standing(party: str, context: Context) -> Iterator[Row]:
    """Yield their standing roles: the kind, and what it is."""
    for source in STANDING:
        yield from source(party, context)


def _goals(party: str, context: Context) -> Iterator[Row]:
    for goal in context.plan.goals:
        if goal.owner == party:
            yield phrase("Goal"), goal.title
    for need in context.plan.requirements:
        if need.owner == party:
            yield phrase("Requirement"), need.title


def _agreements(party: str, context: Context) -> Iterator[Row]:
    for one in context.plan.agreements:
        if party == one.owner or party in one.parties:
            parts = phrase("Owner") if party == one.owner else phrase("Party to it")
            ends = phrase("expires on {expires}", expires=when(one.expires)) if one.expires else ""
            yield phrase("Agreement"), stacked(one.title, ", ".join(filter(None, (parts, ends))))


def _duties(party: str, context: Context) -> Iterator[Row]:
    from pathwayctl.catalog.reading import components

    texts = {one.id: one.text for one in components().responsibilities}
    for duty in context.plan.duties:
        if party in duty.holders and duty.state not in (DutyState.DONE, DutyState.NOT_APPLICABLE):
            due = phrase(", due {due}", due=when(duty.due)) if duty.due else ""
            state = f"{duty.role.label}: {duty.state.label.lower()}{due}"
            text = duty.text or texts.get(duty.responsibility, duty.responsibility)
            yield phrase("Responsibility"), stacked(text, state)


def _evaluation(party: str, context: Context) -> Iterator[Row]:
    for seat in context.plan.evaluation:
        if seat.person == party:
            yield phrase("Evaluation group"), stacked(seat.group.label, seat.role or "", seat.data or "")
    for measure in context.plan.measures:
        if measure.owner == party:
            cadence = measure.cadence.label if measure.cadence else ""
            yield phrase("Measure to collect"), stacked(measure.title, cadence)
    for source in context.plan.data_sources:
        if source.owner == party:
            cadence = source.cadence.label if source.cadence else ""
            yield phrase("Data to receive"), stacked(source.title, cadence)


def _teams(party: str, context: Context) -> Iterator[Row]:
    for team in context.plan.teams:
        if party in everyone(context.index, (team.id,)):
            part = phrase("Lead") if party == team.lead else phrase("Member")
            cadence = phrase("meets {cadence}", cadence=team.cadence.label.lower()) if team.cadence else ""
            yield phrase("Team"), stacked(team.title, ", ".join(filter(None, (part, cadence))))


def _successions(party: str, context: Context) -> Iterator[Row]:
    for person in context.plan.people:
        if person.successor == party:
            until = phrase(", whose last day is {until}", until=when(person.until)) if person.until else ""
            yield (
                phrase("Successor"),
                phrase("Takes over from {person}{until}", person=person.name, until=until),
            )
        if party in person.delegates:
            yield phrase("Delegate"), phrase("Acts for {person}", person=person.name)


STANDING: Final = (_successions, _teams, _goals, _agreements, _evaluation, _duties)
