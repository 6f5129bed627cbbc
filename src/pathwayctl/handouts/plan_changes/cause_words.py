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
    Reason.DURATION: (marked("{task} takes {days} longer"), marked("{task} takes {days} less")),
    Reason.DAYS_OFF: (
        marked("{task} loses {days} to days off"),
        marked("{task} gains {days} that used to be off"),
    ),
    Reason.NEW_TASK: (
        marked("{task} now comes after {other}, which is new"),
        marked("{task} now comes after {other}, which is new"),
    ),
    Reason.REMOVED_TASK: (
        marked("{task} no longer finishes with {other}"),
        marked("{task} no longer finishes with {other}"),
    ),
    Reason.NEW_LINK: (
        marked("{task} now waits for {other}"),
        marked("{task} now waits for {other}, using up {days} between them"),
    ),
    Reason.REMOVED_LINK: (
        marked("{task} no longer waits for {other}"),
        marked("{task} no longer waits for {other}"),
    ),
    Reason.LAG: (
        marked("{task} has a different link to {other}"),
        marked("{task} has a different link to {other}"),
    ),
    Reason.ROOM: (
        marked("{task} follows {other} {days} later than planned"),
        marked("{task} follows {other} {days} closer than planned"),
    ),
    Reason.START: (
        marked("{task} started {days} later after {other} than planned"),
        marked("{task} started {days} sooner after {other} than planned"),
    ),
    Reason.REMAINING: (
        marked("{task} still waits for {other}"),
        marked("{task} has less left to do after {other}"),
    ),
    Reason.DATE: (
        marked("{task} has a later fixed date"),
        marked("{task} has an earlier fixed date, or none"),
    ),
    Reason.NOT_BEFORE: (
        marked("{task} has a later earliest start"),
        marked("{task} can start earlier than planned"),
    ),
    Reason.AS_LATE: (
        marked("{task} is scheduled as late as possible"),
        marked("{task} is scheduled as late as possible"),
    ),
    Reason.STATUS_DATE: (
        marked("{task} has not started by the status date"),
        marked("{task} can start earlier than planned"),
    ),
    Reason.PROJECT_START: (
        marked("{task} starts with the project, which starts later"),
        marked("{task} starts with the project, earlier than planned"),
    ),
    Reason.PERSON: (
        marked("{task} waits for {other} to be free"),
        marked("{task} waits for {other} to be free"),
    ),
    Reason.OTHER: (marked("{task} is scheduled {days} later"), marked("{task} is scheduled {days} earlier")),
}
"""The words for a task that adds days, and for one that saves some."""
_ALONE: Final[dict[Reason, tuple[str, str]]] = {
    Reason.ROOM: _SAID[Reason.OTHER],
    Reason.START: (
        marked("{task} started {days} later than planned"),
        marked("{task} started {days} earlier than planned"),
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
        other = self._title(share.other) if share.other else phrase("other tasks")
        if share.row is not None:
            task = self._title(self._compared.schedule.tasks[share.row].id)
            said = phrase(later if share.days > 0 else sooner, task=task, days=days, other=other)
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
