"""The rows of an overview: one named tuple of text for each kind of thing in a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pathwayctl.evidence.frameworks.consolidation import areas_of
from pathwayctl.handouts.cells import days, mark, stacked, time_in, weekday_and_day, when, yes_no
from pathwayctl.handouts.context import Context, status_words
from pathwayctl.handouts.goals.definitions_1c import ranking
from pathwayctl.handouts.goals.priorities import crosses, vote_words
from pathwayctl.handouts.outreach.communications import frequency_words
from pathwayctl.handouts.outreach.meeting_words import meeting_day, meeting_time
from pathwayctl.handouts.risks.risk_breakdown import likelihood_words
from pathwayctl.language import marked, phrase
from pathwayctl.model.frameworks import Requirement
from pathwayctl.model.goals import Goal
from pathwayctl.model.outreach import Communication, Meeting
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.risks import Risk
from pathwayctl.scheduling.schedule import ScheduledTask


class OrganizationRow(NamedTuple):
    """An organization that takes part."""

    name: str
    category: str
    group: str
    region: str
    website: str
    note: str


class PersonRow(NamedTuple):
    """A person who represents a stakeholder."""

    name: str
    title: str
    organization: str
    category: str
    email: str
    phone: str
    decides: str
    does_the_work: str
    roles: str
    stages: str
    confirmed: str
    engagement_now: str
    engagement_desired: str


class GoalRow(NamedTuple):
    """A goal that the group agreed on."""

    title: str
    detail: str
    owner: str


class PriorityRow(NamedTuple):
    """An element with its votes; most votes first."""

    title: str
    tally: str
    crosses: str
    votes: str
    voiced_by: str
    goals: str


class FrameworkRow(NamedTuple):
    """One entry of an industry's framework."""

    industry: str
    part: str
    title: str
    state: str
    provider: str
    note: str


class RequirementRow(NamedTuple):
    """A requirement: something the system has or needs."""

    title: str
    area: str
    state: str
    industries: str
    owner: str
    detail: str


class TaskRow(NamedTuple):
    """A task, milestone, or summary with its dates."""

    wbs: str
    title: str
    kind: str
    requirement: str
    waits_for: str
    duration: str
    start: str
    finish: str
    owner: str
    total_float: str
    critical: str
    status: str
    cost: str
    outcome: str


class RiskRow(NamedTuple):
    """A threat or an opportunity."""

    title: str
    kind: str
    category: str
    effect: str
    likelihood: str
    impact: str
    tolerance: str
    response: str
    trigger: str
    owner: str
    measure: str


class CommunicationRow(NamedTuple):
    """An entry of the communication plan."""

    audience: str
    messages: str
    modes: str
    frequency: str
    owner: str
    reviewed: str


class MeetingRow(NamedTuple):
    """A meeting; its agenda has a line per item, without the notes for the facilitator."""

    title: str
    kind: str
    date: str
    time: str
    place: str
    facilitator: str
    purpose: str
    outcomes: str
    agenda: str


def organization(item: Organization) -> OrganizationRow:
    """An organization as text."""
    texts = (item.group, item.region, item.website, item.note)
    return OrganizationRow(item.name, item.category.label, *(text or "" for text in texts))


def person(item: Person, context: Context) -> PersonRow:
    """A person as text."""
    category, engagement = context.index.category_of(item), item.engagement
    return PersonRow(
        name=item.name,
        title=item.title or "",
        organization=context.name(item.organization),
        category=category.label if category else "",
        email=item.email or "",
        phone=item.phone or "",
        decides=yes_no(item.decision_authority),
        does_the_work=yes_no(item.does_the_work),
        roles=stacked(*(role.label for role in item.roles)),
        stages=stacked(*(stage.label for stage in item.stages)),
        confirmed=item.confirmation.label if item.confirmation else "",
        engagement_now=engagement.current.label if engagement else "",
        engagement_desired=engagement.desired.label if engagement else "",
    )


def goal(item: Goal, context: Context) -> GoalRow:
    """A goal as text."""
    return GoalRow(item.title, item.detail or "", context.name(item.owner))


def priorities(context: Context) -> Iterator[PriorityRow]:
    """The elements as text, most votes first."""
    titles = {item.id: item.title for item in context.plan.goals}
    for item, tallied in ranking(context):
        yield PriorityRow(
            item.title,
            str(tallied.votes),
            crosses(item),
            stacked(*(vote_words(vote) for vote in item.votes)),
            context.names(tallied.voiced_by),
            stacked(*(titles.get(key, key) for key in item.goals)),
        )


def frameworks(context: Context) -> Iterator[FrameworkRow]:
    """Every entry of every framework, the career options of each first."""
    for framework in context.plan.frameworks:
        parts = {phrase("Career options"): framework.career_options}
        parts |= {area.label: tuple(items) for area, items in areas_of(framework).items()}
        for part, items in parts.items():
            for item in items:
                provider, note = context.name(item.provider), item.note or ""
                yield FrameworkRow(framework.industry, part, item.title, item.state.label, provider, note)


def requirement(item: Requirement, context: Context) -> RequirementRow:
    """A requirement as text."""
    industries = stacked(*(context.index.industries.get(key, key) for key in item.frameworks))
    owner = context.name(item.owner)
    return RequirementRow(item.title, item.area.label, item.state.label, industries, owner, item.detail or "")


def task(item: ScheduledTask, context: Context) -> TaskRow:
    """A task as text; duration and float in working days."""
    return TaskRow(
        wbs=item.wbs,
        title=item.title,
        kind=item.kind.capitalize(),
        requirement=context.requirement_title(item),
        waits_for=context.waits_for(item),
        duration=days(item.duration),
        start=when(item.start),
        finish=when(item.finish),
        owner=context.name(item.owner),
        total_float=days(item.total_float),
        critical=mark(item.critical, marked("Critical")),
        status=status_words(item),
        cost=context.money(item.cost),
        outcome=item.task.outcome or "",
    )


def risk(item: Risk, context: Context) -> RiskRow:
    """A risk as text."""
    return RiskRow(
        title=item.title,
        kind=item.kind.label,
        category=item.category,
        effect=item.effect.label,
        likelihood=likelihood_words(item),
        impact=item.impact.label if item.impact else "",
        tolerance=item.tolerance or "",
        response=item.response or "",
        trigger=item.trigger or "",
        owner=context.name(item.owner),
        measure=item.measure or "",
    )


def communication(item: Communication, context: Context) -> CommunicationRow:
    """An entry of the communication plan as text."""
    return CommunicationRow(
        item.audience,
        stacked(*item.messages),
        stacked(*item.modes),
        frequency_words(item),
        context.name(item.owner),
        when(item.reviewed),
    )


def meeting(item: Meeting, context: Context) -> MeetingRow:
    """A meeting as text."""
    minutes, lines = 0, []
    for entry in item.agenda:
        lines.append(f"{time_in(minutes, item.starts)} {entry.title}")
        minutes += entry.minutes
    return MeetingRow(
        title=item.title,
        kind=item.kind.label,
        date=weekday_and_day(meeting_day(item, context)),
        time=meeting_time(item),
        place=item.place or "",
        facilitator=context.name(item.facilitator),
        purpose=item.purpose or "",
        outcomes=stacked(*item.outcomes),
        agenda=stacked(*lines),
    )
