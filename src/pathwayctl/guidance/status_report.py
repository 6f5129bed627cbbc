"""The status of a project as of a day: what is late, due, blocked, undecided, at risk, and what has changed.

Every fact is the answer of a function in ``evidence``, so it is the same one that findings, handouts, and
``next`` show. Here the answers are put together, and cut down to one person's if scope.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pathwayctl.evidence import schedule as dates
from pathwayctl.evidence.evaluation.measures import MeasureProgress, OffTrack, outcome_measures
from pathwayctl.evidence.governance.agreements import agreement_reviews
from pathwayctl.evidence.outreach.communications import communications
from pathwayctl.evidence.outreach.meetings import expected, meetings
from pathwayctl.evidence.outreach.registers import action_register, decision_register, pending_decisions
from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.evidence.partners.taking_part import circle_of
from pathwayctl.evidence.risks import risk_changes, risk_register
from pathwayctl.evidence.work.due_items import DueItem, items_due_by, overdue_items
from pathwayctl.evidence.work.overloaded import overloaded
from pathwayctl.guidance.guides import guide_report
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.simulation.quick_odds import quick_odds

if TYPE_CHECKING:
    from pathwayctl.analysis.variance.comparison import Comparison, Variance
    from pathwayctl.evidence.governance.agreements import AgreementReview
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.evidence.outreach.communications import DueCommunication
    from pathwayctl.evidence.outreach.registers import Decision, PendingDecision, RegisteredAction
    from pathwayctl.evidence.partners.engagement import EngagementMove
    from pathwayctl.evidence.risks import ChangedRisk
    from pathwayctl.guidance.report import GuideReport
    from pathwayctl.model.evaluation import Measure, Measured
    from pathwayctl.model.governance import Agreement
    from pathwayctl.model.outreach import ActionItem, Meeting
    from pathwayctl.model.risks import Risk
    from pathwayctl.scheduling.loads import Overload
    from pathwayctl.scheduling.schedule import Schedule, ScheduledTask
    from pathwayctl.simulation.odds import Odds


@dataclass(frozen=True, slots=True)
class StatusScope:
    """What a status covers: how many weeks ahead and back, or since when, and whose it is.

    ``since`` is a day or the name of a baseline; ``None`` means as many weeks before the status date.
    ``parties`` are ids of people and organizations; empty means everyone.
    """

    weeks: int = 4
    since: date | str | None = None
    parties: tuple[str, ...] = ()

    @property
    def baseline(self) -> str | None:
        """The name of the baseline, if it is one."""
        return self.since if isinstance(self.since, str) else None


@dataclass(frozen=True, slots=True)
class MilestoneStatus:
    """A milestone with its dates, how it differs from the baseline, and the chance of its planned day."""

    task: ScheduledTask
    moved: Variance | None
    chance: float | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What was done and decided after ``day``, or since the baseline of that name was saved.

    ``day`` is ``None`` if it is not known. That of a baseline without a status date is its first day.
    """

    day: date | None
    baseline: str | None
    tasks: tuple[ScheduledTask, ...] = ()
    actions: tuple[tuple[ActionItem, Meeting], ...] = ()
    decisions: tuple[Decision, ...] = ()
    readings: tuple[tuple[Measure, Measured], ...] = ()
    risks: tuple[ChangedRisk, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The status of a project. ``first`` and ``last`` are the days of the window of what is due.

    ``as_of`` is the status date, else today's date if it was given, else ``None``; then nothing is overdue
    and the window begins with the project. ``odds`` are ``None`` for a plan without uncertainty. ``risks``
    are the open ones, ``high_risks`` those rated high twice. Without ``parties``, it is everyone's.
    """

    index: PlanIndex
    schedule: Schedule
    scope: StatusScope
    as_of: date | None
    first: date
    last: date
    comparison: Comparison | None
    odds: Odds | None
    target: dates.TargetDate | None
    progress: dates.WorkProgress
    milestones: tuple[MilestoneStatus, ...]
    missed_deadlines: tuple[dates.MissedDeadline, ...]
    overdue: tuple[DueItem, ...]
    blocked: tuple[ScheduledTask, ...]
    due: tuple[DueItem, ...]
    meetings: tuple[tuple[Meeting, date], ...]
    overloaded: tuple[tuple[str, tuple[Overload, ...]], ...]
    actions: tuple[RegisteredAction, ...]
    decisions: tuple[PendingDecision, ...]
    risks: tuple[Risk, ...]
    high_risks: tuple[Risk, ...]
    measures: tuple[tuple[Measure, MeasureProgress, OffTrack], ...]
    agreements: tuple[AgreementReview, ...]
    engagement: tuple[EngagementMove, ...]
    communications: tuple[DueCommunication, ...]
    changes: Changes
    guides: tuple[GuideReport, ...]


@dataclass(frozen=True, slots=True)
class _Circle:
    """Whose things count; without anyone, everyone's."""

    ids: frozenset[str]

    def has(self, *names: str | None) -> bool:
        """Whether any of these ids is one of theirs; each may stand for several."""
        return not self.ids or any(not self.ids.isdisjoint(ids_of(name)) for name in names if name)

    def has_item(self, item: DueItem) -> bool:
        return self.has(*item.owners, *item.assigned)

    def has_task(self, task: ScheduledTask) -> bool:
        return self.has(task.owner, *(one.resource for one in task.task.assigned))

    def has_meeting(self, index: PlanIndex, meeting: Meeting) -> bool:
        return self.has(*meeting.invited, *expected(index, meeting), *meeting.attended)


def status_report(
    index: PlanIndex, schedule: Schedule, scope: StatusScope, comparison: Comparison | None
) -> StatusReport:
    """Put together the status of a project.

    ``comparison`` is with the baseline that was asked for, else with the project's own, if any.
    """
    index = dates.judged(index, index.asked_on)
    circle = _Circle(frozenset(one for party in scope.parties for one in circle_of(index, party)))
    first, odds = index.today or index.plan.project.start, quick_odds(index.plan, schedule)
    last = first + min(timedelta(weeks=scope.weeks), date.max - first)
    register, has, has_task = index.ask(risk_register), circle.has, circle.has_task
    placed = [one for row in index.still_open if (one := index.scheduled(row))]
    return StatusReport(
        index, schedule, scope, index.today, first, last, comparison, odds,
        target=index.ask(dates.missed_target),
        progress=index.ask(dates.work_progress),
        milestones=tuple(_milestones(index, circle, comparison, odds)),
        missed_deadlines=tuple(one for one in index.ask(dates.missed_deadlines) if has_task(one.placed)),
        overdue=tuple(filter(circle.has_item, index.ask(overdue_items))),
        blocked=tuple(one for one in placed if one.status is Status.BLOCKED and has_task(one)),
        due=tuple(filter(circle.has_item, items_due_by(index, first, last))),
        meetings=tuple(_meetings(index, circle, last)),
        overloaded=tuple(one for one in index.ask(overloaded).items() if has(one[0])),
        actions=tuple(one for one in index.ask(action_register) if not one.item.done and has(one.item.owner)),
        decisions=tuple(_pending(index, circle, last)),
        risks=tuple(risk for _, risk in register.risks if has(risk.owner)),
        high_risks=tuple(risk for _, risk in register.rated_high if has(risk.owner)),
        measures=tuple(_off_track(index, circle)),
        agreements=tuple(
            one
            for one in index.ask(agreement_reviews)
            if one.to_renew and has(one.agreement.owner, *one.agreement.parties)
        ),
        engagement=tuple(one for one in index.ask(engagements).to_raise if has(one.person)),
        communications=tuple(
            one for one in index.ask(communications).due_by(last) if index.today and has(one.entry.owner)
        ),
        changes=_changes(index, scope, circle, comparison),
        guides=() if scope.parties else tuple(
            guide_report(index, guide) for guide in dict.fromkeys(index.plan.project.guides)
        ),
    )  # fmt: skip


def _milestones(
    index: PlanIndex, circle: _Circle, comparison: Comparison | None, odds: Odds | None
) -> Iterable[MilestoneStatus]:
    """The milestones that are not done."""
    chances = {one.id: one.chance for one in odds.tasks} if odds else {}
    for task in index.ask(dates.milestones):
        if task.status is not Status.DONE and circle.has_task(task):
            moved = comparison.of(task.id) if comparison else None
            yield MilestoneStatus(task, moved, chances.get(task.id))


def _meetings(index: PlanIndex, circle: _Circle, last: date) -> Iterable[tuple[Meeting, date]]:
    for meeting in index.ask(meetings).to_come:
        day = index.day_of(meeting)
        if day is not None and day <= last and circle.has_meeting(index, meeting):
            yield meeting, day


def _pending(index: PlanIndex, circle: _Circle, last: date) -> Iterable[PendingDecision]:
    for one in index.ask(pending_decisions):
        if one.day is not None and one.day <= last and circle.has_meeting(index, one.meeting):
            yield one


def _off_track(index: PlanIndex, circle: _Circle) -> Iterable[tuple[Measure, MeasureProgress, OffTrack]]:
    found = index.ask(outcome_measures)
    for measure, standing in zip(found.measures, found.standings, strict=True):
        reason = standing.off_track(index.today)
        if reason is not None and circle.has(measure.owner):
            yield measure, standing, reason


def _changes(index: PlanIndex, scope: StatusScope, circle: _Circle, comparison: Comparison | None) -> Changes:
    """What happened after the day that was asked for, up to the status date."""
    today, name = index.today, scope.baseline
    start = None if isinstance(scope.since, str) else scope.since
    if name is not None and comparison is not None:
        baseline = comparison.baseline
        before = {task.id for task in baseline.tasks if task.complete == 100}
        start = baseline.status_date or baseline.start
        rows = [row for row in index.leaves if row.task.status is Status.DONE and row.task.id not in before]
    else:
        start = start or (today and today - min(timedelta(weeks=scope.weeks), today - date.min))
        rows = list(dates.finished_since(index, start)) if start else []
    placed = [one for row in rows if (one := index.scheduled(row)) and circle.has_task(one)]
    tasks = tuple(sorted(placed, key=lambda one: one.finish))
    if start is None:
        return Changes(None, name, tasks)

    def is_new(day: date | None) -> bool:
        return day is not None and day > start and (today is None or day <= today)

    return Changes(
        start, name, tasks,
        actions=tuple(
            (action, meeting)
            for meeting in index.plan.meetings
            for action in meeting.actions
            if action.done and is_new(action.finished) and circle.has(action.owner)
        ),
        decisions=tuple(
            one
            for one in index.ask(decision_register)
            if is_new(one.day) and circle.has_meeting(index, one.meeting)
        ),
        readings=tuple(
            (measure, one)
            for measure in index.plan.measures
            for one in measure.readings
            if is_new(one.date) and circle.has(measure.owner)
        ),
        risks=tuple(one for one in index.ask(risk_changes) if is_new(one.day) and circle.has(one.risk.owner)),
        agreements=tuple(
            one for one in index.plan.agreements if is_new(one.signed) and circle.has(one.owner, *one.parties)
        ),
    )  # fmt: skip
