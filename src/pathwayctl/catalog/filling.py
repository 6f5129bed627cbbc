"""Turns the values of a data file into frozen records, and puts its source on every one of them.

How a data file is written:

- A record is a list of its fields by name. It may say ``source:``, a whole citation, or ``place:``,
  where in the citation above it; both hold for everything inside it.
- Several records are written under their keys. A key is the first field of its record, and a record
  that is only a text is its second field: ``prepare-people: Teach the staff``.
- Records that share a source are put under ``entries:``, with the ``source:`` or ``place:`` above.

A file that does not fit is our own mistake and raises ``CatalogError``; the tests read every file,
so that nobody else gets to see one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

Record = TypeVar("Record")

_CITING: Final = frozenset({"source", "place"})
_PLAIN: Final = (str, int, bool)


class CatalogError(ValueError):
    """A shipped data file that does not fit the records it is read into."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """The fields of a kind of record in their order, with their types, and which may be left out."""

    types: Mapping[str, Any]
    optional: frozenset[str]

    @property
    def key_and_text(self) -> tuple[str, str]:
        """The first two fields: what a record is keyed by, and what a plain text in its place means."""
        first, second, *_ = self.types
        return first, second


@cache
def _shape(kind: Any) -> _Shape:
    hints = get_type_hints(kind)
    optional = {field.name for field in fields(kind) if field.default is not MISSING}
    return _Shape({field.name: hints[field.name] for field in fields(kind)}, frozenset(optional))


def fill(kind: type[Record], value: object, source: str = "", where: str = "the file") -> Record:
    """A record of a kind from the values of a data file; ``where`` stands in a mistake's message."""
    if not isinstance(value, Mapping):
        raise CatalogError(f"{where}: a record is asked for, not {value!r}")
    make: Any = kind
    shape = _shape(make)
    source = _cited(value, source)
    missing = [name for name in shape.types if name not in value and name not in shape.optional | {"source"}]
    unknown = [name for name in value if name not in shape.types and name not in _CITING]
    if missing or unknown:
        raise CatalogError(f"{where}: missing {missing}, unknown {unknown}")
    found = {
        name: _value(hint, value[name], source, f"{where}, {name}")
        for name, hint in shape.types.items()
        if name in value and name != "source"
    }
    if not source:
        raise CatalogError(f"{where}: there is no source")
    record: Record = make(**found, source=source)
    return record


def _cited(value: Mapping[Any, Any], source: str) -> str:
    """The citation for a record, from the one above it and its own ``source`` or ``place``."""
    source = str(value.get("source", source))
    return f"{source}, {value['place']}" if "place" in value else source


def _value(hint: Any, value: object, source: str, where: str) -> Any:
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return _records(item, value, source, where) if is_dataclass(item) else _list(item, value, where)
    if options := [option for option in get_args(hint) if option is not type(None)]:
        return _value(options[0], value, source, where)
    if is_dataclass(hint) and isinstance(hint, type):
        return fill(hint, value, source, where)
    return _plain(hint, value, where)


def _records(kind: Any, value: object, source: str, where: str) -> tuple[Any, ...]:
    if isinstance(value, Mapping) and value.keys() - _CITING == {"entries"}:
        source, value = _cited(value, source), value["entries"]
    if not isinstance(value, Mapping):
        raise CatalogError(f"{where}: records under their keys are asked for, not {value!r}")
    key, text = _shape(kind).key_and_text
    return tuple(
        fill(kind, {key: name, **(it if isinstance(it, Mapping) else {text: it})}, source, f"{where}, {name}")
        for name, it in value.items()
    )


def _list(kind: Any, value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise CatalogError(f"{where}: a list is asked for, not {value!r}")
    return tuple(_plain(kind, item, where) for item in value)


def _plain(kind: Any, value: object, where: str) -> Any:
    """A text, a number, yes or no, or a word of a vocabulary."""
    if kind in _PLAIN:
        if type(value) is not kind or value == "":
            raise CatalogError(f"{where}: {value!r} is not a {kind.__name__}")
        return value
    try:
        return kind(value)
    except ValueError as mistake:
        raise CatalogError(f"{where}: {mistake}") from mistake
