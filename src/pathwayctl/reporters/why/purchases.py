"""Changes that would make a task a day earlier, grouped by their effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.analysis.why.causes import CauseKind
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.reporters.why.words import full_day, lag_days, named, working_days
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH
from pathwayctl.scheduling.what_if import Speedup, SpeedupKind
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.analysis.why.chain import ChainStep
    from pathwayctl.analysis.why.speedups import Purchase, Purchases
    from pathwayctl.model.values import Link
    from pathwayctl.reporters.why.view import WhyReport

_MOST: Final = 6
"""How many changes of one kind are listed."""

Group = tuple[str, tuple[str, ...]]
"""A sentence, and the entries of a list that belongs to it."""


def groups(report: WhyReport) -> Iterator[Group]:
    """Sentences on the effect of changes, each with the changes that have it."""
    answer, found = report.answer, report.answer.purchases
    outcomes: dict[tuple[date, date], list[Purchase]] = {}
    for one in found.single:
        outcomes.setdefault((one.finish, one.project_finish), []).append(one)
    if not any(one.finish < found.finish for one in found.single):
        yield _none(answer, found)
    for bought in outcomes.values():
        texts = [in_words(answer, one.changes[0]) for one in bought]
        shown = texts if report.whole or len(texts) <= _MOST + 1 else texts[:_MOST]
        if len(shown) < len(texts):
            shown = [*shown, f"{len(texts) - len(shown):,} more (--all shows them)"]
        yield _outcome(found, bought), tuple(shown)
    if found.untried:
        yield f"{found.untried:,} more changes further back were not tried.", ()


def _outcome(found: Purchases, bought: list[Purchase]) -> str:
    one = bought[0]
    which = "This brings" if len(bought) == 1 else f"Each of these {len(bought):,} alone brings"
    it, end = full_day(one.finish), full_day(one.project_finish)
    if one.finish == found.finish:
        return f"{which} the finish of the project to {end}, but does not move this task:"
    if one.project_finish == found.project_finish:
        return f"{which} it to {it}, but does not move the finish of the project:"
    if one.finish == one.project_finish:
        return f"{which} it, and with it the finish of the project, to {it}:"
    return f"{which} it to {it}, and the finish of the project to {end}:"


def _none(answer: Explanation, found: Purchases) -> Group:
    """Why no single change brings the task forward, and two that do so together."""
    if found.pair is not None:
        changes = tuple(in_words(answer, change) for change in found.pair.changes)
        and_end = found.pair.project_finish < found.project_finish
        end = f", and the finish of the project to {full_day(found.pair.project_finish)}" if and_end else ""
        return (
            "No single change makes it earlier, because two paths to it are equally long. Together, these "
            f"two bring it to {full_day(found.pair.finish)}{end}:",
            changes,
        )
    first = answer.chain[0]
    if first.because.kind is CauseKind.AS_LATE:
        it = "It" if first.row == answer.row else named(answer, first.row)
        return f"{it} is scheduled as late as possible. Without as_late_as_possible it would be earlier.", ()
    if not found.tried:
        return (
            "No change can: there is no task of two days or more, no lag, and no date to move.",
            (),
        )
    links = [step for step in answer.chain if step.because.bond is not None]
    if any(step.because.others for step in links):
        return "No single change makes it earlier: other paths to it are just as long.", ()
    if any(_ends_on_days_off(answer, step) for step in links):
        wait = "a lag in calendar days ends on days off, so one day less makes no difference"
        return f"No single change makes it earlier: {wait}.", ()
    return "No single change makes it earlier, because something else holds it there as well.", ()


def _ends_on_days_off(answer: Explanation, step: ChainStep) -> bool:
    """Whether the days off after an elapsed lag would swallow a day less."""
    bond, off = step.because.bond, step.because.off
    if bond is None or not bond.link.lag.elapsed or not off:
        return False
    return off[-1].last >= answer.schedule.at(step.row).start - timedelta(days=1)


def in_words(answer: Explanation, change: Speedup) -> str:
    """A change as something that can be done."""
    row, calendar = change.row, answer.schedule.calendar
    task = answer.schedule.records.breakdown.rows[row].task
    if change.kind is SpeedupKind.SHORTEN:
        event = answer.schedule.event(row)
        if event and event.runs_through:
            return f"{named(answer, row)} in {count(event.days - 1, 'calendar day')}, not {event.days:,}"
        left = event.days if event else answer.schedule.remaining(row)
        rest = "the rest of " if answer.schedule.is_under_way(row) else ""
        return f"{rest}{named(answer, row)} in {working_days(left - 1)}, not {left}"
    if change.kind is SpeedupKind.LAG:
        link = task.depends_on[change.place]
        lag = link.lag.days(calendar.week)
        days = lag_days(link.lag, calendar.week)
        return f"a lag of {lag - 1:,}, not {days}, {_between(answer, row, link)}"
    if change.kind is SpeedupKind.DATE:
        day = calendar.day(answer.schedule.release(row) - 1)
        return f"{named(answer, row)} held on {full_day(day)}"
    day = calendar.day(calendar.index(task.not_before) - 1) if task.not_before else answer.plan.project.start
    return f"{named(answer, row)} from {full_day(day)} on"


def _between(answer: Explanation, row: int, link: Link) -> str:
    """``between “Draft” (1) and “Sign” (2)``, or from which side of the one to which of the other."""
    first = named(answer, answer.schedule.records.breakdown.by_id[link.predecessor])
    if link.type is LinkType.FS:
        return f"between {first} and {named(answer, row)}"
    side = "end" if link.type in FROM_FINISH else "start"
    other = "end" if link.type in TO_FINISH else "start"
    return f"from the {side} of {first} to the {other} of {named(answer, row)}"
