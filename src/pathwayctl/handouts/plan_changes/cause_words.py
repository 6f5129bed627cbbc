"""The words for what moved the finish of a project."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from pathwayctl.analysis.variance.comparison import Comparison, Reason, Share
from pathwayctl.language import marked, phrase
from pathwayctl.wording import count, signed_days

_NAMED: Final = 6
"""If there are more causes, only the largest are listed, and the others are added up."""
_SAID: Final[dict[Reason, tuple[str, str]]] = {
    Reason.DURATION: (marked("takes {days} longer"), marked("takes {days} less")),
    Reason.DAYS_OFF: (marked("loses {days} to days off"), marked("gains {days} that used to be off")),
    Reason.NEW_TASK: (
        marked("now comes after {other}, which is new"),
        marked("now comes after {other}, which is new"),
    ),
    Reason.REMOVED_TASK: (
        marked("no longer finishes with {other}"),
        marked("no longer finishes with {other}"),
    ),
    Reason.NEW_LINK: (
        marked("now waits for {other}"),
        marked("now waits for {other}, using up {days} between them"),
    ),
    Reason.REMOVED_LINK: (marked("no longer waits for {other}"), marked("no longer waits for {other}")),
    Reason.LAG: (marked("has a different link to {other}"), marked("has a different link to {other}")),
    Reason.ROOM: (
        marked("follows {other} {days} later than planned"),
        marked("follows {other} {days} closer than planned"),
    ),
    Reason.START: (
        marked("started {days} later after {other} than planned"),
        marked("started {days} sooner after {other} than planned"),
    ),
    Reason.REMAINING: (marked("still waits for {other}"), marked("has less left to do after {other}")),
    Reason.DATE: (marked("has a later fixed date"), marked("has an earlier fixed date, or none")),
    Reason.NOT_BEFORE: (marked("has a later earliest start"), marked("can start earlier than planned")),
    Reason.AS_LATE: (marked("is scheduled as late as possible"), marked("is scheduled as late as possible")),
    Reason.STATUS_DATE: (
        marked("has not started by the status date"),
        marked("can start earlier than planned"),
    ),
    Reason.PROJECT_START: (
        marked("starts with the project, which starts later"),
        marked("starts with the project, earlier than planned"),
    ),
    Reason.PERSON: (marked("waits for {other} to be free"), marked("waits for {other} to be free")),
    Reason.OTHER: (marked("is scheduled {days} later"), marked("is scheduled {days} earlier")),
}
"""The words for a task that adds days, and for one that saves some."""
_ALONE: Final[dict[Reason, tuple[str, str]]] = {
    Reason.ROOM: _SAID[Reason.OTHER],
    Reason.START: (
        marked("started {days} later than planned"),
        marked("started {days} earlier than planned"),
    ),
}
"""The same for a task that follows no other."""


class CauseWords:
    """Words for the causes of a new finish, with the titles of a plan and its baseline.

    ``names`` has the names of people, and ``hidden`` the ids of tasks that are not named.
    """

    def __init__(self, compared: Comparison, names: Mapping[str, str], hidden: Collection[str] = ()) -> None:
        self._compared, self._names, self._hidden = compared, names, hidden

    def causes(self) -> list[str]:
        """The largest causes in the order of the chain, and the sum of the others."""
        shares = self._compared.causes
        largest = sorted(range(len(shares)), key=lambda place: (-abs(shares[place].days), place))[:_NAMED]
        if len(shares) > _NAMED:
            largest = largest[: _NAMED - 1]
        said = [self._share(share) for place, share in enumerate(shares) if place in largest]
        rest = sum(share.days for place, share in enumerate(shares) if place not in largest)
        if len(shares) > len(largest):
            said.append(
                phrase(
                    "{number} smaller causes ({signed_days})",
                    number=len(shares) - len(largest),
                    signed_days=signed_days(rest),
                )
            )
        return said

    def _share(self, share: Share) -> str:
        later, sooner = _SAID[share.reason]
        if share.other is None:
            later, sooner = _ALONE.get(share.reason, (later, sooner))
        days = count(abs(share.days), "day")
        other = self._title(share.other) if share.other else phrase("others")
        if share.row is not None:
            said = phrase(later if share.days > 0 else sooner, days=days, other=other)
            said = f"{self._title(self._compared.schedule.tasks[share.row].id)} {said}"
        elif share.reason is Reason.NEW_TASK:
            said = phrase("{other} is new and finishes last", other=other)
        elif share.reason is Reason.REMOVED_TASK:
            said = phrase("{other}, which should have finished last, is no longer in the plan", other=other)
        else:
            said = phrase("another task should have finished last")
        return f"{said} ({signed_days(share.days)})"

    def _title(self, name: str) -> str:
        """What people call a thing, on one line: a task of the plan or else of the baseline, or a person."""
        if name in self._hidden:
            return phrase("a task that is not shown")
        task = self._compared.schedule.find(name)
        frozen = self._compared.baseline.by_id.get(name)
        title = task.title if task else frozen.title if frozen else self._names.get(name, name)
        return f"“{' '.join(title.split())}”"
