"""The values of fields as texts in cells, and texts that people have typed into cells as values of fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from pathwayctl.loading.fields import field_at, plain_type_at, type_at
from pathwayctl.model.annotations import Ref, marks, takes_several_ids
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.recurrence import Every, Window
from pathwayctl.model.values import Assignment, Duration, Estimate, Link
from pathwayctl.model.vocabulary import Word
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.records import written

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path

_MARK: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufeff\u200b]|_x00[01][0-9A-Fa-f]_")
"""What no cell can hold, and what Excel writes in its place."""
_ITEMS: Final = re.compile(r"[;\n]")
_SERIAL: Final = range(20_000, 80_000)
"""Days since 1900 as Excel counts them, from 1954 to 2119."""
_MOST: Final = 32_767
"""Characters that a cell of Excel holds."""
_TOO_LONG: Final = "(This text is too long for a cell. It stays as it is in the project.)"
_YES: Final = frozenset({"yes", "y", "true", "x", "1", "✓", "✔"})
_NO: Final = frozenset({"no", "n", "false", "0"})


class CellKind(StrEnum):
    """What a cell holds, and so how it is written and read."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    FLAG = "yes or no"
    WORD = "one word of a list"
    WORDS = "words of a list"
    ID = "an id"
    IDS = "ids"
    ITEMS = "items"
    LINES = "lines"
    PAIRS = "names with values"
    PLAIN = "text with a form"


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a cell cannot be read, and what to type instead."""

    message: str


def kind_at(path: Path) -> CellKind:
    """What the cells of a field hold, by its path in the plan."""
    field, kind, plain = field_at(path), type_at(path), plain_type_at(path)
    if field is not None and next(marks(field, Ref), None) and get_origin(kind) is not tuple:
        return CellKind.IDS if takes_several_ids(field) else CellKind.ID
    if get_origin(kind) is tuple:
        return _kind_of_items(path)
    if get_origin(plain) is dict:
        return CellKind.PAIRS
    for base, found in _KINDS:
        if isinstance(plain, type) and issubclass(plain, base):
            return found
    return CellKind.PLAIN


def _kind_of_items(path: Path) -> CellKind:
    field, item = field_at(path), plain_type_at((*path, 0))
    if isinstance(item, type) and issubclass(item, Assignment):
        return CellKind.PAIRS
    if isinstance(item, type) and issubclass(item, Word):
        return CellKind.WORDS
    if field is not None and next(marks(field, Ref), None):
        return CellKind.ITEMS if item is Link else CellKind.IDS
    metadata = getattr(get_args(type_at(path))[0], "__metadata__", ())
    is_text = item is str and all(getattr(mark, "max_length", 0) in (None, 20_000) for mark in metadata)
    return CellKind.LINES if is_text else CellKind.ITEMS


_KINDS: Final = (
    (Word, CellKind.WORD),
    (bool, CellKind.FLAG),
    (int, CellKind.NUMBER),
    (float, CellKind.NUMBER),
    (date, CellKind.DAY),
    (str, CellKind.TEXT),
)


def text_of(value: Any, kind: CellKind) -> str:
    """The text of a value in a cell; days are ISO dates, and what is not there is an empty text."""
    if value is None:
        return ""
    if type(value) is str:
        return clean(value)
    if isinstance(value, tuple):
        return ("\n" if kind is CellKind.LINES else "; ").join(text_of(one, kind) for one in value)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {clean(one)}" for key, one in value.items())
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, Word):
        return value.label
    return "; ".join(ids_of(value)) if isinstance(value, str) else str(value)


def number_text(number: float) -> str:
    """A number without decimals that say nothing."""
    return str(int(number)) if number == int(number) else repr(number)


def _estimate(value: Estimate) -> str:
    three = [_WRITERS[Duration](one) for one in (value.low, value.likely, value.high)]
    return three[1] if three[0] == three[2] else " / ".join(three)


_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    bool: lambda value: "yes" if value else "no",
    int: number_text,
    float: number_text,
    date: date.isoformat,
    time: lambda value: f"{value:%H:%M}",
    Duration: lambda value: f"{value.amount}{value.unit}",
    Estimate: _estimate,
    Link: written,
    Assignment: lambda value: value.resource + (f": {value.units:g}" if value.units != 1 else ""),
    Every: lambda value: value.text,
    Window: lambda value: f"{value.first} to {value.last}",
}


def in_cell(text: str) -> str:
    """A text, or a remark in place of one that is too long for a cell."""
    return text if len(text) <= _MOST else _TOO_LONG


def clean(text: str) -> str:
    """A text without what no cell can hold, with plain line breaks, and no blanks around it."""
    if not text.isprintable():
        text = _MARK.sub("", text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))
    return text.strip()


def typed_text(value: Any, path: Path, kind: CellKind, start: date, *, from_1904: bool = False) -> str:
    """What a cell of a file says, as ``text_of`` writes it if it can be understood, else as it stands."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _READ.get(kind, _as_typed)(clean(value), path, start)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if kind is CellKind.DAY and isinstance(value, int | float) and int(value) in _SERIAL:
        epoch = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
        return (epoch + timedelta(int(value))).isoformat()
    write = _WRITERS.get(type(value))
    return write(value) if write else str(value)


def _as_typed(text: str, _path: Path, _start: date) -> str:
    return text


def _day(text: str, _path: Path, start: date) -> str:
    if len(text) == 10 and text[4] == text[7] == "-":
        return text
    from pathwayctl.loading.understanding.days import understood_day

    meant = understood_day(text, start)
    return meant.typed if meant is not None and meant.typed and meant.exact else text


def _number(text: str, _path: Path, _start: date) -> str:
    try:
        return number_text(float(text.replace(",", "").replace("$", "").strip()))
    except (ValueError, OverflowError):
        return text


def _word(text: str, path: Path, _start: date) -> str:
    from pathwayctl.loading.understanding.vocabulary import understood_word

    kind = plain_type_at(path)
    word = kind.__members__.get(text) or understood_word(text, kind)
    return word.label if word is not None else text


def _words(text: str, path: Path, start: date) -> str:
    return "; ".join(_word(part, (*path, 0), start) for part in parts_of(text))


def _flag(text: str, _path: Path, _start: date) -> str:
    word = text.lower()
    return "yes" if word in _YES else "no" if word in _NO else text


def _list(text: str, _path: Path, _start: date) -> str:
    return "; ".join(parts_of(text))


def _lines(text: str, _path: Path, _start: date) -> str:
    return "\n".join(filter(None, (line.strip() for line in text.split("\n"))))


_READ: Final[dict[CellKind, Callable[[str, Path, date], str]]] = {
    CellKind.DAY: _day,
    CellKind.NUMBER: _number,
    CellKind.FLAG: _flag,
    CellKind.WORD: _word,
    CellKind.WORDS: _words,
    CellKind.IDS: _list,
    CellKind.ITEMS: _list,
    CellKind.LINES: _lines,
    CellKind.PAIRS: _lines,
}


def parts_of(text: str) -> list[str]:
    """The items of a list in a cell, which are parted by semicolons or line breaks."""
    return [part for one in _ITEMS.split(text) if (part := one.strip())]
