"""How a schedule differs from its baseline, in sentences: the finish, the causes, and earned value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.analysis.variance.comparison import Comparison, Reason, Share
from pathwayctl.evidence.parties import party_names
from pathwayctl.reporters.schedule.view import signed_days
from pathwayctl.wording import count, long_day, money

if TYPE_CHECKING:
    from pathwayctl.analysis.earned_value import Earned
    from pathwayctl.model.plan import Plan

_NAMED: Final = 6
"""If there are more causes, only the largest are listed, and the others are added up."""
_SAID: Final[dict[Reason, tuple[str, str]]] = {
    Reason.DURATION: ("takes {days} longer", "takes {days} less"),
    Reason.DAYS_OFF: ("loses {days} to days off", "gains {days} that used to be off"),
    Reason.NEW_TASK: ("now comes after {other}, which is new", "now comes after {other}, which is new"),
    Reason.REMOVED_TASK: ("no longer finishes with {other}", "no longer finishes with {other}"),
    Reason.NEW_LINK: ("now waits for {other}", "now waits for {other}, using up {days} between them"),
    Reason.REMOVED_LINK: ("no longer waits for {other}", "no longer waits for {other}"),
    Reason.LAG: ("has a different link to {other}", "has a different link to {other}"),
    Reason.ROOM: ("follows {other} {days} later than planned", "follows {other} {days} closer than planned"),
    Reason.START: (
        "started {days} later after {other} than planned",
        "started {days} sooner after {other} than planned",
    ),
    Reason.REMAINING: ("still waits for {other}", "has less left to do after {other}"),
    Reason.DATE: ("has a later fixed date", "has an earlier fixed date, or none"),
    Reason.NOT_BEFORE: ("has a later earliest start", "can start earlier than planned"),
    Reason.AS_LATE: ("is scheduled as late as possible", "is scheduled as late as possible"),
    Reason.STATUS_DATE: ("has not started by the status date", "can start earlier than planned"),
    Reason.PROJECT_START: (
        "starts with the project, which starts later",
        "starts with the project, earlier than planned",
    ),
    Reason.PERSON: ("waits for {other} to be free", "waits for {other} to be free"),
    Reason.OTHER: ("is scheduled {days} later", "is scheduled {days} earlier"),
}
"""The words for a task that adds days, and for one that saves some."""
_ALONE: Final[dict[Reason, tuple[str, str]]] = {
    Reason.ROOM: _SAID[Reason.OTHER],
    Reason.START: ("started {days} later than planned", "started {days} earlier than planned"),
}
"""The same for a task that follows no other."""


def drift(compared: Comparison, plan: Plan) -> Iterator[str]:
    """A sentence on the finish with its causes, and one on new and removed tasks."""
    words = _Words(compared, plan)
    baseline, days = compared.baseline, compared.finish_variance
    named = f"“{baseline.name}” ({long_day(baseline.finish)})"
    if days:
        direction = "later" if days > 0 else "earlier"
        moved = f"{count(abs(days), 'working day')} {direction}"
        yield f"The plan finishes {moved} than in {named}: {words.causes()}."
    else:
        yield f"The plan finishes on the same working day as in {named}."
    added = sum(task.kind != "summary" for task in compared.added)
    removed = sum(task.start is not None for task in compared.removed)
    parts = [count(added, "task is", "tasks are") + " new"] if added else []
    parts += [count(removed, "task is", "tasks are") + " no longer in the plan"] if removed else []
    if parts:
        yield f"Since then {' and '.join(parts)}."


class _Words:
    """Words for the causes of a new finish, with the titles of a plan and its baseline."""

    def __init__(self, compared: Comparison, plan: Plan) -> None:
        self._compared = compared
        self._names = party_names(plan)

    def causes(self) -> str:
        """The largest causes in the order of the chain, and the sum of the others."""
        shares = self._compared.causes
        largest = sorted(range(len(shares)), key=lambda place: (-abs(shares[place].days), place))[:_NAMED]
        if len(shares) > _NAMED:
            largest = largest[: _NAMED - 1]
        said = [self._share(share) for place, share in enumerate(shares) if place in largest]
        rest = sum(share.days for place, share in enumerate(shares) if place not in largest)
        if len(shares) > len(largest):
            said.append(f"{len(shares) - len(largest)} smaller causes ({signed_days(rest)})")
        return "; ".join(said)

    def _share(self, share: Share) -> str:
        later, sooner = _SAID[share.reason]
        if share.other is None:
            later, sooner = _ALONE.get(share.reason, (later, sooner))
        days = count(abs(share.days), "day")
        other = self._title(share.other) if share.other else "others"
        if share.row is not None:
            said = (later if share.days > 0 else sooner).format(days=days, other=other)
            said = f"{self._title(self._compared.schedule.tasks[share.row].id)} {said}"
        elif share.reason is Reason.NEW_TASK:
            said = f"{other} is new and finishes last"
        elif share.reason is Reason.REMOVED_TASK:
            said = f"{other}, which should have finished last, is no longer in the plan"
        else:
            said = "another task should have finished last"
        return f"{said} ({signed_days(share.days)})"

    def _title(self, name: str) -> str:
        """What people call a thing, on one line: a task of the plan or else of the baseline, or a person."""
        task = self._compared.schedule.find(name)
        frozen = self._compared.baseline.by_id.get(name)
        title = task.title if task else frozen.title if frozen else self._names.get(name, name)
        return f"“{' '.join(title.split())}”"


def earned_in_words(earned: Earned, currency: str) -> Iterator[str]:
    """Earned value against planned value, the actual cost, and the same in time."""
    whole, days = earned.whole, count(round(earned.whole.planned), "working day")
    if earned.in_money:
        planned = f"work worth {_money(whole.planned, currency)} was planned"
        done = f"work worth {_money(whole.earned, currency)} is done"
    else:
        planned, done = f"{days} of work were planned", f"{round(whole.earned):,} of them are done"
    cost = ""
    if whole.actual is not None:
        cost = f", for an actual cost of {_money(whole.actual, currency)}{_index('CPI', whole.cost_index)}"
    named = f"As of {long_day(earned.as_of)}"
    yield f"{named}, {planned} and {done}{_index('SPI', whole.schedule_index)}{cost}."
    yield " ".join(_expected(earned, currency))
    if not earned.in_money:
        yield "No task of the baseline has a cost, so tasks count by their working days."
    if earned.without_cost:
        number = count(earned.without_cost, "task that has started has", "tasks that have started have")
        yield f"{number} no actual_cost, so the cost may look lower than it is."


def _expected(earned: Earned, currency: str) -> Iterator[str]:
    after = count(round(earned.schedule), "working day")
    yield (
        f"This much was planned for {after} after the start; it is now {earned.time:,} days after"
        f"{_index('SPI(t)', earned.time_index)}."
    )
    whole = earned.whole
    if whole.estimate is not None:
        yield (
            f"If costs continue like this, the project will cost {_money(whole.estimate, currency)} "
            f"instead of the planned {_money(whole.budget, currency)}"
            f"{_index('to stay within budget, the remaining work needs a CPI of', whole.to_complete)}."
        )


def _index(name: str, value: float | None) -> str:
    """`` (SPI 0.88)``, or empty if there is nothing to divide by."""
    return "" if value is None else f" ({name} {value:.2f})"


def _money(amount: float, currency: str) -> str:
    return money(round(amount), currency)
