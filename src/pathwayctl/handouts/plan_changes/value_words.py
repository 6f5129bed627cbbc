"""The values of fields in words, and how a field changed: ``owner changed from Dana Ruiz to Lee Park``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.handouts.cells import clock, yes_no
from pathwayctl.language import phrase
from pathwayctl.model.annotations import Ref, field_at, marks
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.recurrence import Every, Window
from pathwayctl.model.references import name_of
from pathwayctl.model.values import Assignment, Duration, Estimate, Link
from pathwayctl.model.vocabulary import Word
from pathwayctl.scheduling.records import written
from pathwayctl.wording import count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.entry_changes import EntryChange, FieldChange

MOST_OF_TEXT: Final = 80
"""Characters of a text that are repeated."""
NOTHING: Final = (None, (), "")


@dataclass(frozen=True)
class ValueWords:
    """Words for values, with the ``names`` of what has an id."""

    names: Mapping[str, str]

    def name(self, key: str) -> str:
        """What an id names, on one line."""
        return " ".join(self.names.get(key, str(key)).split())

    def of_field(self, kind: type[Model], change: FieldChange) -> str:
        """How a field of an entry has changed."""
        field, title = field_at(kind, change.path), field_title(kind, change.path)
        is_id = field is not None and any(marks(field, Ref))
        old, new = change.old, change.new
        if isinstance(old, tuple) and isinstance(new, tuple) and old and new:
            return f"{title}: {self._items(old, new, is_id=is_id)}"
        before, after = (self.of(value, is_id=is_id) for value in (old, new))
        if new in NOTHING:
            return phrase("{title} removed (was {before})", title=title, before=before)
        if old in NOTHING:
            return phrase("{title} is now {after}", title=title, after=after)
        return (
            phrase("{title} changed from {before} to {after}", title=title, before=before, after=after)
            if before != after
            else phrase("{title} reworded", title=title)
        )

    def of(self, value: Any, *, is_id: bool = False) -> str:
        """A value of a field in words; ``is_id`` if its texts are ids."""
        match value:
            case None | ():
                return phrase("none")
            case bool():
                return yes_no(value).lower()
            case Word():
                return value.label
            case str():
                return (
                    listed([self.name(one) for one in ids_of(value)])
                    if is_id
                    else f"“{cut(value).rstrip('.')}”"
                )
            case int() | float():
                return f"{value:,.10g}"
            case date():
                return long_day(value)
            case time():
                return clock(value.hour * 60 + value.minute)
            case tuple():
                return listed([self.of(one, is_id=is_id) for one in value])
            case Model():
                return f"“{cut(name_of(value))}”" if name_of(value) else phrase("an entry")
        return self._of_work(value)

    def _of_work(self, value: Any) -> str:
        match value:
            case Duration():
                return count(value.amount, "working week" if value.unit == "w" else "working day")
            case Estimate():
                low, likely, high = map(self._of_work, (value.low, value.likely, value.high))
                if value.low.unit == value.likely.unit == value.high.unit:
                    low, likely = (
                        f"{value.low.amount:,}",
                        f"{value.likely.amount:,}" if low != high else likely,
                    )
                return (
                    likely
                    if value.low == value.high
                    else phrase("{low} to {high}, likely {likely}", low=low, high=high, likely=likely)
                )
            case Link():
                more = written(value).removeprefix(value.predecessor).strip()
                return f"“{cut(self.name(value.predecessor))}”{f' ({more})' if more else ''}"
            case Assignment():
                share = f" ({value.units:g})" if value.units != 1 else ""
                return f"{self.name(value.resource)}{share}"
            case Every():
                return f"“{value.text}”"
            case Window():
                return phrase("{first} to {last}", first=long_day(value.first), last=long_day(value.last))
        return str(value)

    def _items(self, old: tuple[Any, ...], new: tuple[Any, ...], *, is_id: bool) -> str:
        """What was added to a list and removed from it."""
        added, gone = [one for one in new if one not in old], [one for one in old if one not in new]
        said = (
            [phrase("added {entries}", entries=listed([self.of(one, is_id=is_id) for one in added]))]
            if added
            else []
        )
        said += (
            [phrase("removed {entries}", entries=listed([self.of(one, is_id=is_id) for one in gone]))]
            if gone
            else []
        )
        return listed(said) or phrase("in another order")


def cut(text: str) -> str:
    """A text on one line, or as many of its whole words as fit."""
    words = " ".join(text.split())
    if len(words) <= MOST_OF_TEXT:
        return words
    return words[:MOST_OF_TEXT].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def field_title(kind: type[Model], path: tuple[str, ...]) -> str:
    """What a field is called, as people write it: ``not before``, ``engagement (current)``."""
    field = field_at(kind, path)
    last = phrase((field.alias if field is not None and field.alias else path[-1]).replace("_", " "))
    return f"{phrase(path[0].replace('_', ' '))} ({last})" if len(path) > 1 else last


def said_name(entry: Model) -> str:
    """The name of an entry on one line; empty if it has none."""
    named = name_of(entry)
    return cut(named.label if isinstance(named, Word) else named)


def noun_of(change: EntryChange) -> str:
    """What an entry is, in a word or two: ``risk``, ``action item``."""
    return phrase(noun_in(type(change.entry), change.where[-1]))


def noun_in(kind: type[Model], field: str) -> str:
    """What the entries of a list are, in English: by their kind, or by the name of the field."""
    if kind.NOUN:
        return kind.NOUN
    if kind.SUBJECT:
        return kind.SUBJECT.partition(" ")[2] or kind.SUBJECT
    words = {
        "actions": "action item",
        "agenda": "agenda item",
        "logistics": "preparation",
        "teaches": "KSA taught",
    }
    single = f"{field[:-3]}y" if field.endswith("ies") else field.removesuffix("s")
    return words.get(field, single.replace("_", " "))
