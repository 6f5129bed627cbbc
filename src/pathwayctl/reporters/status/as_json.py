"""The status as JSON for other programs: every fact, with nothing cut short."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pathwayctl.evidence.gap import State
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pathwayctl.evidence.work.due_items import DueItem
    from pathwayctl.guidance.report import GuideReport
    from pathwayctl.guidance.status_report import Changes, StatusReport
    from pathwayctl.model.outreach import Meeting
    from pathwayctl.reporters.status.view import StatusView
    from pathwayctl.scheduling.schedule import ScheduledTask

Record = dict[str, Any]


def write(view: StatusView, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object, as docs/status.md describes it."""
    report = view.report
    document = {
        "version": 1,
        "project": view.title,
        "as_of": _day(report.as_of),
        "for": report.scope.parties,
        "due_from": _day(report.first),
        "due_until": _day(report.last),
        "finish": _finish(report),
        **_work(report),
        **_registers(report),
        "changes": _changes(report.changes),
        "guides": [_guide(one) for one in report.guides],
    }
    return [line(json.dumps(document, ensure_ascii=False, indent=2))]


def _finish(report: StatusReport) -> Record:
    project, compared, odds = report.index.plan.project, report.comparison, report.odds
    return {
        "planned": _day(report.schedule.finish) if report.index.leaves else None,
        "target": _day(project.finish_by),
        "days_after_target": report.target.days_late if report.target else 0,
        "baseline": compared.baseline.name if compared else None,
        "baseline_finish": _day(compared.baseline.finish) if compared else None,
        "variance": compared.finish_variance if compared else None,
        "chance_of_planned": odds.chance_of_planned if odds else None,
        "chance_of_target": odds.finish_by.chance if odds and odds.finish_by else None,
        "p80": _day(odds.finish.p80) if odds else None,
        "runs": odds.runs if odds else None,
        "tasks": report.progress.tasks,
        "tasks_done": report.progress.done,
        "percent": report.progress.percent,
    }


def _work(report: StatusReport) -> Record:
    return {
        "milestones": [
            {
                **_task(one.task),
                "baseline_finish": _day(one.moved.finish) if one.moved else None,
                "variance": one.moved.finish_variance if one.moved else None,
                "chance": one.chance,
            }
            for one in report.milestones
        ],
        "overdue": [_item(one) for one in report.overdue],
        "due": [_item(one) for one in report.due],
        "blocked": [_task(one) for one in report.blocked],
        "missed_deadlines": [
            {**_task(one.placed), "deadline": _day(one.due), "days_late": one.days_late}
            for one in report.missed_deadlines
        ],
        "overbooked": [
            {
                "id": party,
                "weeks": [
                    {"week": _day(one.week), "needed": one.needed, "capacity": one.given} for one in weeks
                ],
            }
            for party, weeks in report.overloaded
        ],
    }


def _registers(report: StatusReport) -> Record:
    return {
        "meetings": [_meeting(one, day) for one, day in report.meetings],
        "actions": [
            {
                "title": one.item.title,
                "owner": one.item.owner,
                "due": _day(one.item.due),
                "overdue": one.overdue,
                "age": one.age,
                **_meeting(one.meeting, one.day),
            }
            for one in report.actions
        ],
        "decisions": [
            {"title": one.item.title, **_meeting(one.meeting, one.day)} for one in report.decisions
        ],
        "risks": {
            "open": [one.id for one in report.risks],
            "high": [one.id for one in report.high_risks],
        },
        "measures": list(_measures(report)),
        "agreements": [
            {
                "id": one.agreement.id,
                "title": one.agreement.title,
                "expires": _day(one.agreement.expires),
                "days_left": one.days_left,
            }
            for one in report.agreements
        ],
        "communications": [
            {
                "id": one.entry.id,
                "audience": one.entry.audience,
                "due": _day(one.due),
                "what": "review" if one.is_review else "message",
            }
            for one in report.communications
        ],
        "engagement": [
            {"id": one.person, "current": one.current.value, "desired": one.desired.value}
            for one in report.engagement
        ],
    }


def _measures(report: StatusReport) -> Iterator[Record]:
    for one, standing, why in report.measures:
        yield {
            "id": one.id,
            "title": one.title,
            "owner": one.owner,
            "reason": why.value,
            "latest": standing.latest.value if standing.latest else None,
            "date": _day(standing.latest.date) if standing.latest else None,
            "target": standing.target,
            "target_due": _day(standing.due),
            "days_late": standing.days_late,
        }


def _changes(found: Changes) -> Record:
    return {
        "since": _day(found.day),
        "baseline": found.baseline,
        "tasks_done": [_task(one) for one in found.tasks],
        "actions_closed": [
            {"title": one.title, "finished": _day(one.finished), "meeting": meeting.id}
            for one, meeting in found.actions
        ],
        "decisions": [
            {"text": one.text, "age": one.age, **_meeting(one.meeting, one.day)} for one in found.decisions
        ],
        "values_read": [
            {"id": one.id, "date": _day(value.date), "value": value.value} for one, value in found.readings
        ],
        "risks": [
            {"id": one.risk.id, "change": one.change.value, "date": _day(one.day)} for one in found.risks
        ],
        "agreements_signed": [{"id": one.id, "signed": _day(one.signed)} for one in found.agreements],
    }


def _item(one: DueItem) -> Record:
    return {
        "kind": one.kind.value,
        "id": one.id,
        "title": one.title,
        "owners": one.owners,
        "due": _day(one.due),
        "expected": _day(one.expected),
    }


def _task(one: ScheduledTask) -> Record:
    return {
        "id": one.id,
        "title": one.title,
        "owners": ids_of(one.owner),
        "status": one.status.value,
        "finish": _day(one.finish),
    }


def _meeting(one: Meeting, day: date | None) -> Record:
    return {"meeting": one.id, "meeting_title": one.title, "meeting_date": _day(day)}


def _guide(guide: GuideReport) -> Record:
    return {
        "guide": guide.guide.value,
        "counts": {state.value: guide.number(state) for state in State},
        "next": guide.next.key if guide.next else None,
        "next_title": guide.next.title if guide.next else None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
