"""Each fact of a status in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.measures import OffTrack
from pathwayctl.evidence.risks import RiskChange
from pathwayctl.evidence.work.due_items import DueKind
from pathwayctl.reporters.schedule.baseline_sentences import drift
from pathwayctl.reporters.simulation.sentences import promises
from pathwayctl.wording import brief_day, chance, count, listed, long_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pathwayctl.evidence.evaluation.measures import MeasureProgress
    from pathwayctl.evidence.governance.agreements import AgreementReview
    from pathwayctl.evidence.outreach.communications import DueCommunication
    from pathwayctl.evidence.outreach.registers import RegisteredAction
    from pathwayctl.evidence.risks import ChangedRisk
    from pathwayctl.evidence.schedule import MissedDeadline
    from pathwayctl.evidence.work.due_items import DueItem
    from pathwayctl.guidance.status_report import MilestoneStatus, StatusReport
    from pathwayctl.model.evaluation import Measure
    from pathwayctl.model.outreach import Meeting
    from pathwayctl.model.values import Chance
    from pathwayctl.model.vocabulary import RiskLevel
    from pathwayctl.scheduling.loads import Overload
    from pathwayctl.scheduling.schedule import ScheduledTask

_NAMED: Final = 2
"""Of more changes of a kind than one more than these, only the latest are named."""


def finish(report: StatusReport) -> Iterator[str]:
    """The finish with its odds, how it differs from the baseline, and how much is done."""
    project, progress = report.index.plan.project, report.progress
    if report.odds is not None:
        yield f"{' '.join(promises(report.odds))} (Odds from {report.odds.runs:,} simulation runs.)"
    else:
        yield f"The planned finish is {long_day(report.schedule.finish)}."
        if project.finish_by and not report.target:
            yield f"The project should be finished by {long_day(project.finish_by)}."
    if report.target:
        late = count(report.target.days_late, "working day")
        yield f"The planned finish is {late} after the target date, {long_day(report.target.due)}."
    if report.comparison:
        yield from drift(report.comparison, report.index.plan)
    tasks = f"{progress.done:,} of {count(progress.tasks, 'task')}"
    if progress.percent or report.as_of:
        yield f"{tasks} {'is' if progress.done == 1 else 'are'} done, {progress.percent}% of the work."


def owned(report: StatusReport, title: str, owner: str | None, more: str = "") -> str:
    """``Sign the agreement (Lee Park)``."""
    inside = ", ".join(filter(None, (owner and report.index.name_of(owner), more)))
    return f"{' '.join(title.split())} ({inside})" if inside else " ".join(title.split())


def accountable(report: StatusReport, item: DueItem) -> str:
    """The name of the one who is accountable; of someone's own status, of the one whose part it is."""
    return report.index.name_of(item.owners[0]) if item.owners else "No owner"


def due(item: DueItem) -> str:
    """The title; what it is, unless it is something to do."""
    title, kind = " ".join(item.title.split()), _kind(item)
    return f"{title} ({kind})" if kind else title


def overdue(report: StatusReport, item: DueItem) -> str:
    """The title, what it is, who is accountable, and when a task is expected now."""
    expected = item.expected
    now = f"now {_day(report, expected)}" if expected and expected > item.due else ""
    more = ", ".join(filter(None, (_kind(item), now)))
    return owned(report, item.title, item.owners[0] if item.owners else None, more)


def _kind(item: DueItem) -> str:
    is_work = item.kind in (DueKind.TASK, DueKind.ACTION, DueKind.QUICK_ACTION)
    return "" if is_work else item.kind.label.lower()


def task(report: StatusReport, one: ScheduledTask) -> str:
    """The title and the owner."""
    return owned(report, one.title, one.owner)


def missed_deadline(report: StatusReport, one: MissedDeadline) -> str:
    """The title, the owner, and when it is expected."""
    late = f"expected {_day(report, one.placed.finish)}, {count(one.days_late, 'working day')} late"
    return owned(report, one.placed.title, one.placed.owner, late)


def milestone(report: StatusReport, one: MilestoneStatus) -> str:
    """The title, how far it is from the baseline, and the chance of its day."""
    said = []
    if one.moved is not None:
        days = one.moved.finish_variance
        moved = f"{count(abs(days), 'working day')} {'later' if days > 0 else 'earlier'}"
        said.append(moved if days else "as planned")
    elif report.comparison is not None:
        said.append("new")
    if one.chance is not None:
        said.append(f"chance {chance(one.chance)}")
    title = " ".join(one.task.title.split())
    return f"{title}: {', '.join(said)}" if said else title


def meeting(report: StatusReport, one: Meeting) -> str:
    """The title, and what its agenda asks to decide."""
    asked = [" ".join(found.item.title.split()) for found in report.decisions if found.meeting is one]
    title = " ".join(one.title.split())
    return f"{title}. To decide: {'; '.join(asked)}" if asked else title


def age(days: int | None) -> str:
    """``12 days``; empty if it is not known."""
    return "" if days is None else count(days, "day")


def action(report: StatusReport, one: RegisteredAction) -> str:
    """The action item, who does it, and by when."""
    due = one.item.due
    late = "overdue since" if one.overdue else "due"
    return owned(
        report, one.item.title, one.item.owner, f"{late} {_day(report, due)}" if due else "no due date"
    )


def overload(report: StatusReport, weeks: Sequence[Overload]) -> str:
    """In how many weeks, and the first of them."""
    first = weeks[0]
    when = f"the week of {_day(report, first.week)}"
    when = when if len(weeks) == 1 else f"{count(len(weeks), 'week')}, the first {when}"
    need = (
        f"needed for {first.needed:g} a day, capacity {first.given:g}" if first.given else "needed while away"
    )
    return f"{when}: {need}"


def changed_risk(report: StatusReport, one: ChangedRisk) -> tuple[str, str]:
    """What happened to a risk and when; of one that was rated again, both ratings."""
    said = owned(report, one.risk.title, one.risk.owner)
    if one.before is not None:
        then = _rating(one.before.likelihood, one.before.impact, one.before.probability)
        now = _rating(one.risk.likelihood, one.risk.impact, one.risk.probability)
        said += f": {then}; now {now}"
    elif one.change is RiskChange.CLOSED and one.risk.result:
        said += f": {' '.join(one.risk.result.split())}"
    return f"{one.change.label} {_day(report, one.day)}", said


def _rating(likelihood: RiskLevel | None, impact: RiskLevel | None, share: Chance | None) -> str:
    levels = (("likelihood", likelihood), ("impact", impact))
    said = [f"{name} {level.label.lower()}" for name, level in levels if level]
    return listed([*said, *([f"a chance of {share:.0%}"] if share is not None else [])]) or "not rated"


def measure(report: StatusReport, one: Measure, standing: MeasureProgress, why: OffTrack) -> tuple[str, str]:
    """Why it is off track, with its latest value and its target."""
    latest = standing.newest if why is OffTrack.NOT_READ else standing.latest
    said = []
    if latest is not None:
        said.append(f"{latest.value:g} on {_day(report, latest.date)}")
    if standing.target is not None:
        by = f" by {_day(report, standing.due)}" if standing.due else ""
        said.append(f"target {standing.target:g}{by}")
    if why is OffTrack.NOT_READ:
        said.append(f"{count(standing.days_late, 'day')} late")
    return why.label, owned(report, one.title, one.owner, ", ".join(said))


def agreement(report: StatusReport, one: AgreementReview) -> tuple[str, str]:
    """The day on which an agreement ends, and how many days are left."""
    left, ends = one.days_left or 0, one.agreement.expires
    said = f"{count(left, 'day')} left" if left >= 0 else f"expired {count(-left, 'day')} ago"
    return _day(report, ends) if ends else "", owned(report, one.agreement.title, one.agreement.owner, said)


def communication(report: StatusReport, one: DueCommunication) -> str:
    """The audience, and whether it is the next message or a review of the entry."""
    late = "overdue" if report.as_of and one.due < report.as_of else ""
    what = "review of its entry" if one.is_review else "next message"
    return owned(report, f"{one.entry.audience}: {what}", one.entry.owner, late)


def changes(report: StatusReport, *, whole: bool) -> Iterator[tuple[str, str]]:
    """What was done, decided, closed, read, and signed, each kind with its number and the latest of them."""
    found = report.changes
    rows: tuple[tuple[str, str, list[str]], ...] = (
        ("task done", "tasks done", [one.title for one in found.tasks]),
        ("action item closed", "action items closed", [one.title for one, _ in found.actions]),
        ("decision", "decisions", [one.text for one in found.decisions]),
        ("value read", "values read", [one.title for one, _ in found.readings]),
        ("agreement signed", "agreements signed", [one.title for one in found.agreements]),
    )
    for one, many, titles in rows:
        if titles:
            latest = list(dict.fromkeys(" ".join(title.split()).rstrip(".") for title in reversed(titles)))
            cut = not whole and len(latest) > _NAMED + 1
            shown = [*latest[:_NAMED], f"and {len(latest) - _NAMED} more"] if cut else latest
            yield count(len(titles), one, many), "; ".join(shown)


def _day(report: StatusReport, day: date) -> str:
    return brief_day(day, report.first.year)
