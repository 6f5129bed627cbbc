"""The lines on dates: the finish with its causes, milestones, and tasks that moved or became critical."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pathwayctl.analysis.plan_changes.entry_changes import FieldChange
from pathwayctl.handouts.plan_changes.cause_words import CauseWords
from pathwayctl.handouts.plan_changes.change_lines import ChangeLine
from pathwayctl.handouts.plan_changes.value_words import cut
from pathwayctl.language import phrase
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
        yield ChangeLine(
            "finish",
            phrase("The project now finishes on {new}{than}.", new=long_day(new), than=_than(days, old)),
        )
        if self.dates.compared and days:
            causes = CauseWords(self.dates.compared, self.names, self.hidden).causes()
            yield ChangeLine("cause", phrase("Why: {causes}.", causes="; ".join(causes)))

    def milestones(self) -> Iterator[ChangeLine]:
        """Milestones that moved, are new, or are no longer planned."""
        for move in self._shown(milestones=True):
            said = phrase(
                "Milestone {title} moves to {new_finish}",
                title=_title(move.task),
                new_finish=long_day(move.new_finish),
            )
            yield _moved("milestone", f"{said}{_than(move.finish_days, move.old_finish)}.", move)
        yield from self.only_in_one(milestones=True)

    def only_in_one(self, *, milestones: bool) -> Iterator[ChangeLine]:
        """Milestones, or tasks, that only one of the two has."""
        noun = "milestone" if milestones else "task"
        for one in self._of_kind(self.dates.added, milestones=milestones):
            day = phrase(" on {finish}", finish=long_day(one.finish)) if milestones and one.finish else ""
            yield _line(
                "added",
                phrase("New {noun} {title}{value}.", noun=noun, title=_title(one), value=day or _span(one)),
                one,
            )
        for one in self._of_kind(self.dates.removed, milestones=milestones):
            was = (
                phrase(" (it was due on {finish})", finish=long_day(one.finish))
                if one.finish and milestones
                else ""
            )
            yield _line(
                "removed",
                phrase(
                    "{noun} {title} is no longer planned{was}.",
                    noun=noun.capitalize(),
                    title=_title(one),
                    was=was,
                ),
                one,
            )

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
            yield _moved("moved", self._move(move), move)
        for move in found:
            if move.own == 0:
                yield _moved(
                    "follows", phrase("{move}, with what it follows.", move=self._move(move)[:-1]), move
                )

    def _move(self, move: DateMove) -> str:
        if move.old_finish == move.new_finish:
            said = phrase(
                "{title} starts on {new_start}", title=_title(move.task), new_start=long_day(move.new_start)
            )
            return f"{said}{_than(move.start_days, move.old_start)}."
        said = phrase(
            "{title} finishes on {new_finish}", title=_title(move.task), new_finish=long_day(move.new_finish)
        )
        return f"{said}{_than(move.finish_days, move.old_finish)}."

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


def _span(task: Frozen) -> str:
    if task.start is None or task.finish is None:
        return ""
    if task.start == task.finish:
        return phrase(" on {start}", start=long_day(task.start))
    return phrase(" from {start} to {finish}", start=long_day(task.start), finish=long_day(task.finish))


def _than(days: int, old: date) -> str:
    """``, 3 working days later than before (May 3, 2027)``."""
    if not days:
        return phrase(", instead of {old}", old=long_day(old))
    direction = "later" if days > 0 else "earlier"
    return phrase(
        ", {working_days} {direction} than before ({old})",
        working_days=count(abs(days), "working day"),
        direction=direction,
        old=long_day(old),
    )
