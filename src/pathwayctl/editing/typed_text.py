"""Values as people type them on a command line, read as the type of their field says."""

from __future__ import annotations

from typing import Any, get_origin

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import Typed, Value
from pathwayctl.loading.fields import fits_at, plain_type_at, type_at
from pathwayctl.model.vocabulary import Word
from pathwayctl.source.reading import read


def plain_value(path: Path, value: Value) -> Any:
    """The plain value for a field; one that was typed is read as the field's type says.

    A text or word of a vocabulary is taken as it is typed, and anything else as it would be read in a
    file: ``60``, ``true``, ``2027-03-01``, ``[a, b]``.
    """
    if not isinstance(value, Typed):
        return value
    text = value.text.strip()
    if not text:
        return None
    kind = type_at(path)
    if get_origin(kind) is tuple and text[0] not in "[{":
        one = plain_value((*path, 0), value)
        return one if fits_at(path, one) else [one]
    base = plain_type_at(path)
    if isinstance(base, type) and (base is str or issubclass(base, Word)):
        return text
    return as_in_file(text)


def field_path(text: str) -> Path:
    """The way to a field as it is typed; items of a list are counted from 1: ``agenda.2.minutes``."""
    return tuple(int(part) - 1 if part.isdecimal() and int(part) else part for part in text.split("."))


def as_in_file(text: str) -> Any:
    """What a text says as the value of a field in a file."""
    reading = read(f"value: {text}".encode())
    found = reading.value.get("value") if reading.whole and reading.value else None
    return text if found is None else found
