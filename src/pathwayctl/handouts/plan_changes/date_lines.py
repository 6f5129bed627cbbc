"""The lines on dates: the finish with its causes, milestones, and tasks that moved or became critical."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pathwayctl.analysis.plan_changes.entry_changes import FieldChange
from pathwayctl.handouts.plan_changes.cause_words import CauseWords
from pathwayctl.handouts.plan_changes.change_lines import ChangeLine
from pathwayctl.handouts.plan_changes.value_words import cut
from pathwayctl.language import marked, phrase
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.analysis.plan_changes.date_changes import DateChanges, DateMove
    from pathwayctl.baselines.frozen import Frozen

_TASKS = ("tasks",)


@dataclass(frozen=True, slots=True)
class DateLines:
    """Words for the changes of dates; ``hidden`` are the ids of tasks that the readers may not see."""

    dates: DateChanges
    names: Mapping[str, str]
    hidden: Collection[str] = ()

    def finish(self) -> Iterator[ChangeLine]:
        """The finish of the project, with what moved it."""
        old, new, days = self.dates.old.finish, self.dates.new.finish, self.dates.finish_days
        if old == new:
            yield ChangeLine("finish", phrase("The project still finishes on {new}.", new=long_day(new)))
            return
        text = phrase("The project now finishes on {new}, {than}.", new=long_day(new), than=_than(days, old))
        yield ChangeLine("finish", text)
        if self.dates.compared and days:
            causes = CauseWords(self.dates.compared, self.names, self.hidden).causes()
            yield ChangeLine("cause", phrase("Why: {causes}.", causes="; ".join(causes)))

    def milestones(self) -> Iterator[ChangeLine]:
        """Milestones that moved, are new, or are no longer planned."""
        for move in self._shown(milestones=True):
            said = marked("Milestone {title} moves to {day}, {than}.")
            yield _moved("milestone", _moving(said, move, to_finish=True), move)
        yield from self.only_in_one(milestones=True)

    def only_in_one(self, *, milestones: bool) -> Iterator[ChangeLine]:
        """Milestones, or tasks, that only one of the two has."""
        for one in self._of_kind(self.dates.added, milestones=milestones):
            yield _line("added", _new_milestone(one) if milestones else _new_task(one), one)
        for one in self._of_kind(self.dates.removed, milestones=milestones):
            if not milestones:
                said = phrase("Task {title} is no longer planned.", title=_title(one))
            elif one.finish:
                text = marked("Milestone {title} is no longer planned (it was due on {day}).")
                said = phrase(text, title=_title(one), day=long_day(one.finish))
            else:
                said = phrase("Milestone {title} is no longer planned.", title=_title(one))
            yield _line("removed", said, one)

    def critical(self) -> Iterator[ChangeLine]:
        """Tasks that have become critical."""
        for name in self.dates.critical:
            if name not in self.hidden:
                task = self.dates.new.by_id[name]
                yield _line(
                    "critical",
                    phrase("{title} is now critical: any delay delays the finish.", title=_title(task)),
                    task,
                )

    def moves(self) -> Iterator[ChangeLine]:
        """Tasks with other dates: those that moved by themselves, largest first, and those that follow."""
        found = self._shown(milestones=False)
        own = [one for one in found if one.own != 0]
        for move in sorted(own, key=lambda one: -abs(one.own or one.finish_days)):
            yield _moved("moved", _task_move(move), move)
        for move in found:
            if move.own == 0:
                yield _moved("follows", _task_move(move), move)

    def _shown(self, *, milestones: bool) -> list[DateMove]:
        return [
            one
            for one in self.dates.moves
            if one.is_milestone is milestones and one.task.id not in self.hidden
        ]

    def _of_kind(self, tasks: Collection[Frozen], *, milestones: bool) -> Iterator[Frozen]:
        return (one for one in tasks if (not one.days) is milestones and one.id not in self.hidden)


def _line(kind: str, text: str, task: Frozen) -> ChangeLine:
    return ChangeLine(kind, text, _TASKS, task.id, cut(task.title))


def _moved(kind: str, text: str, move: DateMove) -> ChangeLine:
    sides = (("start", move.old_start, move.new_start), ("finish", move.old_finish, move.new_finish))
    used = (FieldChange((name,), old, new) for name, old, new in sides if old != new)
    return replace(_line(kind, text, move.task), used=tuple(used))


def _title(task: Frozen) -> str:
    return f"“{cut(task.title)}”"


def _new_milestone(one: Frozen) -> str:
    if one.finish:
        return phrase("New milestone {title} on {day}.", title=_title(one), day=long_day(one.finish))
    return phrase("New milestone {title}.", title=_title(one))


def _new_task(one: Frozen) -> str:
    if one.start is None or one.finish is None:
        return phrase("New task {title}.", title=_title(one))
    if one.start == one.finish:
        return phrase("New task {title} on {day}.", title=_title(one), day=long_day(one.start))
    return phrase(
        "New task {title} from {start} to {finish}.",
        title=_title(one),
        start=long_day(one.start),
        finish=long_day(one.finish),
    )


def _task_move(move: DateMove) -> str:
    """The sentence on a task that has moved; one that only follows others says so."""
    if move.old_finish == move.new_finish:
        own = marked("{title} starts on {day}, {than}.")
        following = marked("{title} starts on {day}, {than}, with what it follows.")
        return _moving(following if move.own == 0 else own, move, to_finish=False)
    own = marked("{title} finishes on {day}, {than}.")
    following = marked("{title} finishes on {day}, {than}, with what it follows.")
    return _moving(following if move.own == 0 else own, move, to_finish=True)


def _moving(said: str, move: DateMove, *, to_finish: bool) -> str:
    """A sentence on a date that has moved: the finish, or the start."""
    days, old, new = (
        (move.finish_days, move.old_finish, move.new_finish)
        if to_finish
        else (move.start_days, move.old_start, move.new_start)
    )
    return phrase(said, title=_title(move.task), day=long_day(new), than=_than(days, old))


def _than(days: int, old: date) -> str:
    """``3 working days later than before (May 3, 2027)``."""
    if not days:
        return phrase("instead of {old}", old=long_day(old))
    said = (
        marked("{days} later than before ({old})")
        if days > 0
        else marked("{days} earlier than before ({old})")
    )
    return phrase(said, days=count(abs(days), "working day"), old=long_day(old))
