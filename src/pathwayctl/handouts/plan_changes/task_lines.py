"""The lines on tasks: added, dropped, renamed, started, done, or blocked, and all else that changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.analysis.plan_changes.task_changes import PARENT
from pathwayctl.handouts.plan_changes.change_lines import ChangeLine, called, line_of, rest_line
from pathwayctl.handouts.plan_changes.value_words import cut
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.wording import listed, long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.entry_changes import EntryChange
    from pathwayctl.handouts.plan_changes.value_words import ValueWords

_SAID: Final = {
    Status.DONE: ("done", marked("{title} is done."), marked("{title} is done ({days}).")),
    Status.IN_PROGRESS: ("started", marked("{title} has started."), marked("{title} has started ({days}).")),
    Status.BLOCKED: ("blocked", marked("{title} is blocked."), ""),
    Status.DROPPED: ("dropped", marked("{title} was dropped."), ""),
    Status.PLANNED: ("planned", marked("{title} is planned again."), ""),
}
"""The kind of line for each status, its sentence, and that with the days on which it began and ended."""
_DAYS: Final = {"started": marked("started {day}"), "finished": marked("finished {day}")}


def lines_of_task(change: EntryChange, words: ValueWords, *, dated: bool) -> Iterator[ChangeLine]:
    """The lines on one task; if ``dated``, those on its dates tell that a task is new or gone."""
    task, is_summary = change.entry, isinstance(change.entry, Task) and bool(change.entry.tasks)
    title = called(task)
    if change.old is None or change.new is None:
        if is_summary or not dated or getattr(task, "status", None) is Status.DROPPED:
            if change.old is None:
                added = (
                    marked("Group of tasks {title} is new.") if is_summary else marked("Task {title} is new.")
                )
                yield line_of("added", phrase(added, title=title), change)
            else:
                gone = (
                    marked("Group of tasks {title} was removed.")
                    if is_summary
                    else marked("Task {title} was removed.")
                )
                yield line_of("removed", phrase(gone, title=title), change)
        return
    told = [*_renamed(change, title), *_of_status(change, title), *_in_outline(change, title, words)]
    yield from told
    yield from rest_line(change, told, words)


def _renamed(change: EntryChange, title: str) -> Iterator[ChangeLine]:
    name, key = change.field("title"), change.field("id")
    if name:
        yield line_of(
            "renamed",
            phrase("“{before}” is now called {title}.", before=cut(name.old), title=title),
            change,
            name,
            key,
        )
    elif key:
        yield line_of(
            "renamed",
            phrase("{title} has the new id {new} (it was {old}).", title=title, new=key.new, old=key.old),
            change,
            key,
        )


def _of_status(change: EntryChange, title: str) -> Iterator[ChangeLine]:
    found = change.field("status")
    if found:
        kind, said, dated = _SAID[found.new]
        days = [change.field(name) for name in _DAYS if found.new in (Status.DONE, Status.IN_PROGRESS)]
        new = [one for one in days if one is not None and one.old is None and one.new is not None]
        when = listed([phrase(_DAYS[one.path[0]], day=long_day(one.new)) for one in new])
        yield line_of(kind, phrase(dated if new else said, title=title, days=when), change, found, *new)


def _in_outline(change: EntryChange, title: str, words: ValueWords) -> Iterator[ChangeLine]:
    found = change.field(*PARENT)
    if found:
        now = (
            phrase("{title} is now under “{group}”.", title=title, group=cut(words.name(found.new)))
            if found.new
            else phrase("{title} is now at the top of the work breakdown.", title=title)
        )
        yield line_of("regrouped", now, change, found)
