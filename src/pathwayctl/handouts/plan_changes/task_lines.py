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
    Status.DONE: ("done", marked("is done")),
    Status.IN_PROGRESS: ("started", marked("has started")),
    Status.BLOCKED: ("blocked", marked("is blocked")),
    Status.DROPPED: ("dropped", marked("was dropped")),
    Status.PLANNED: ("planned", marked("is planned again")),
}
_OF_STATUS: Final = ("status", "started", "finished")


def lines_of_task(change: EntryChange, words: ValueWords, *, dated: bool) -> Iterator[ChangeLine]:
    """The lines on one task; if ``dated``, those on its dates tell that a task is new or gone."""
    task, is_summary = change.entry, isinstance(change.entry, Task) and bool(change.entry.tasks)
    title = called(task)
    if change.old is None or change.new is None:
        if is_summary or not dated or getattr(task, "status", None) is Status.DROPPED:
            noun = phrase("Group of tasks") if is_summary else phrase("Task")
            kind, verb = (
                ("added", phrase("is new")) if change.old is None else ("removed", phrase("was removed"))
            )
            yield line_of(kind, f"{noun} {title} {verb}.", change)
        return
    told = [*_renamed(change, title), *_of_status(change, title), *_in_outline(change, title, words)]
    yield from told
    yield from rest_line(change, told, words)


def _renamed(change: EntryChange, title: str) -> Iterator[ChangeLine]:
    name, key = change.field("title"), change.field("id")
    if name:
        yield line_of(
            "renamed",
            phrase("“{cut}” is now called {title}.", cut=cut(name.old), title=title),
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
        kind, verb = _SAID[found.new]
        days = [
            change.field(name) for name in _OF_STATUS[1:] if found.new in (Status.DONE, Status.IN_PROGRESS)
        ]
        new = [one for one in days if one is not None and one.old is None and one.new is not None]
        when = f" ({listed([f'{one.path[0]} {long_day(one.new)}' for one in new])})" if new else ""
        yield line_of(kind, f"{title} {phrase(verb)}{when}.", change, found, *new)


def _in_outline(change: EntryChange, title: str, words: ValueWords) -> Iterator[ChangeLine]:
    found = change.field(*PARENT)
    if found:
        now = (
            phrase("under “{cut}”", cut=cut(words.name(found.new)))
            if found.new
            else phrase("at the top of the work breakdown")
        )
        yield line_of("regrouped", phrase("{title} is now {now}.", title=title, now=now), change, found)
