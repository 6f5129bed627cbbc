"""Registers across all meetings: every action item, every decision, and those that are still to be made."""

from __future__ import annotations

from datetime import date

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.meeting_days import days_of
from pathwayctl.evidence.outreach.meetings import meetings
from pathwayctl.model.outreach import ActionItem, AgendaItem, Meeting
from pathwayctl.model.vocabulary import AgendaPurpose
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RegisteredAction:
    """An action item of a meeting, the day of the meeting if it is known, and whether it is overdue.

    ``age``: the calendar days since the meeting, ``None`` if they are not known.
    """

    item: ActionItem
    meeting: Meeting
    day: date | None
    overdue: bool
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a meeting, and the day of the meeting if it is known; ``age`` as of an action item."""

    text: str
    meeting: Meeting
    day: date | None
    age: int | None = None


@dataclass(frozen=True, slots=True)
class PendingDecision:
    """An agenda item of a meeting still to come that asks for a decision, and the day of the meeting."""

    item: AgendaItem
    meeting: Meeting
    day: date | None


def action_register(index: PlanIndex) -> tuple[RegisteredAction, ...]:
    """Every action item: the open ones first, by the day they are due; then the others, by meeting."""
    found = [
        RegisteredAction(item, meeting, day, _is_overdue(item, index.today), _age(day, index.today))
        for meeting, day in _by_day(index)
        for item in meeting.actions
    ]
    return tuple(sorted(found, key=lambda one: (one.item.done, one.item.due or date.max)))


def decision_register(index: PlanIndex) -> tuple[Decision, ...]:
    """Every decision, by the day of its meeting."""
    return tuple(
        Decision(text, meeting, day, _age(day, index.today))
        for meeting, day in _by_day(index)
        for text in meeting.decisions
    )


def pending_decisions(index: PlanIndex) -> tuple[PendingDecision, ...]:
    """The decisions that the agendas of meetings still to come ask for, by the day of the meeting."""
    return tuple(
        PendingDecision(item, meeting, index.day_of(meeting))
        for meeting in index.ask(meetings).to_come
        for item in meeting.agenda
        if item.purpose is AgendaPurpose.DECIDE
    )


def _by_day(index: PlanIndex) -> list[tuple[Meeting, date | None]]:
    """The meetings by their days; those without a day last."""
    found = [(meeting, _recorded_day(index, meeting)) for meeting in index.plan.meetings]
    return sorted(found, key=lambda one: one[1] or date.max)


def _recorded_day(index: PlanIndex, meeting: Meeting) -> date | None:
    """The day that the minutes of a meeting are about: of a series, its last one up to the status date."""
    days = days_of(index, meeting)
    held = [day for day in days if index.today is None or day <= index.today]
    return held[-1] if held else next(iter(days), None)


def _is_overdue(item: ActionItem, today: date | None) -> bool:
    return not item.done and item.due is not None and today is not None and item.due < today


def _age(day: date | None, today: date | None) -> int | None:
    return None if day is None or today is None or day > today else (today - day).days
