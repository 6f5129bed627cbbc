"""What a link requires, as a clause: “it cannot start before “Draft the agreement” (2.1) is done”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.reporters.why.words import day_near, lag_days, named
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.model.values import Link
    from pathwayctl.scheduling.drivers import Bond


def asks(answer: Explanation, row: int, bond: Bond, since: date, near: date) -> str:
    """What the link that binds a row requires, with the day that it counts from."""
    link = bond.link
    after = day_near(since, near)
    verb = _verb(answer, bond.source, link)
    waited = answer.schedule.records.breakdown.by_id[link.predecessor]
    if since > near and link.type in TO_FINISH and not (link.lag.amount or answer.schedule.is_held(row)):
        # What begins with a day is waited for up to the evening before.
        begins = f"before {after} begins, when {named(answer, bond.source)} {verb}"
        return f"{bound(answer, row, bond.row, link)} {begins}"
    if waited == bond.source:
        what = f"{named(answer, waited)} {verb}, on {after}"
    elif link.type in FROM_FINISH:
        last = named(answer, bond.source)
        what = f"everything in {named(answer, waited)} is done; the last task, {last}, finishes on {after}"
    else:
        first = named(answer, bond.source)
        what = f"anything in {named(answer, waited)} starts; the first task, {first}, starts on {after}"
    return f"{bound(answer, row, bond.row, link)} {_when(answer, link)} {what}"


def bound(answer: Explanation, row: int, carrier: int, link: Link) -> str:
    """What cannot be sooner: ``it cannot start``, ``nothing in “Plan” (2) can be done``."""
    verb = "be done" if link.type in TO_FINISH else "start"
    if carrier != row:
        return f"nothing in {named(answer, carrier)} can {verb}"
    if answer.schedule.is_under_way(row):
        return f"the remaining work cannot {verb}"
    return f"it cannot {'be reached' if is_milestone(answer, row) else verb}"


def waits(answer: Explanation, other: int, link: Link, waited: str) -> str:
    """What a link requires of another task; ``waited`` are the words for the predecessor, with a verb."""
    verb = "be done" if link.type in TO_FINISH else "start"
    if answer.schedule.records.breakdown.rows[other].is_summary:
        return f"nothing in {named(answer, other)} can {verb} {_when(answer, link)} {waited}"
    verb = "be reached" if is_milestone(answer, other) else verb
    return f"{named(answer, other)} cannot {verb} {_when(answer, link)} {waited}"


def is_milestone(answer: Explanation, row: int) -> bool:
    """Whether a row is a task that takes no time."""
    rows = answer.schedule.records.breakdown.rows
    return not rows[row].is_summary and not answer.schedule.duration(row)


def _verb(answer: Explanation, row: int, link: Link) -> str:
    is_done = answer.schedule.is_done(row)
    if is_milestone(answer, row):
        return "was reached" if is_done else "is reached"
    if link.type in FROM_FINISH:
        return "was done" if is_done else "is done"
    return "started" if is_done or answer.schedule.is_under_way(row) else "starts"


def _when(answer: Explanation, link: Link) -> str:
    """``before``, ``until 3 working days after``, ``more than 2 working days before``."""
    if not link.lag.amount:
        return "before"
    days = lag_days(link.lag, answer.schedule.calendar.week)
    return f"until {days} after" if link.lag.amount > 0 else f"more than {days} before"


def in_short(answer: Explanation, bond: Bond) -> str:
    """What a task must do for the one that waits for it, in a few words."""
    link = bond.link
    rows = answer.schedule.records.breakdown
    does = "be done" if link.type in FROM_FINISH else "start"
    does = "be reached" if is_milestone(answer, bond.source) else does
    side = "finishes" if link.type in TO_FINISH else "starts"
    days = lag_days(link.lag, answer.schedule.calendar.week)
    if not link.lag.amount:
        text = f"must {does} before the one above {side}"
    elif link.lag.amount > 0:
        text = f"must {does} {days} before the one above {side}"
    else:
        text = f"must {does} within {days} after the one above {side}"
    waited = rows.by_id[link.predecessor]
    return text if waited == bond.source else f"{text}, with everything in {named(answer, waited)}"
