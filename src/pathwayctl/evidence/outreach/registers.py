"""Registers across all meetings: every action item, and every decision."""

from __future__ import annotations

from datetime import date

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.outreach import ActionItem, Meeting
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RegisteredAction:
    """An action item of a meeting, the day of the meeting if it is known, and whether it is overdue."""

    item: ActionItem
    meeting: Meeting
    day: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a meeting, and the day of the meeting if it is known."""

    text: str
    meeting: Meeting
    day: date | None


def action_register(index: PlanIndex) -> tuple[RegisteredAction, ...]:
    """Every action item: the open ones first, by the day they are due; then the others, by meeting."""
    found = [
        RegisteredAction(item, meeting, day, _is_overdue(item, index.today))
        for meeting, day in _by_day(index)
        for item in meeting.actions
    ]
    return tuple(sorted(found, key=lambda one: (one.item.done, one.item.due or date.max)))


def decision_register(index: PlanIndex) -> tuple[Decision, ...]:
    """Every decision, by the day of its meeting."""
    return tuple(
        Decision(text, meeting, day) for meeting, day in _by_day(index) for text in meeting.decisions
    )


def _by_day(index: PlanIndex) -> list[tuple[Meeting, date | None]]:
    """The meetings by their days; those without a day last."""
    meetings = [(meeting, index.day_of(meeting)) for meeting in index.plan.meetings]
    return sorted(meetings, key=lambda one: one[1] or date.max)


def _is_overdue(item: ActionItem, today: date | None) -> bool:
    return not item.done and item.due is not None and today is not None and item.due < today
