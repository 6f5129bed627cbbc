"""What the records of a data file have in common, and how the file writes them.

- A record is a list of its fields by name. It may say ``source:``, a whole citation, or ``place:``,
  where in the citation above it; both hold for everything inside it.
- Several records are written under their keys. A key is the first field of its record, and a record
  that is only a text is its second field: ``prepare-people: Teach the staff``.
- Records that share a source are put under ``entries:``, with the ``source:`` or ``place:`` above.

A file that does not fit is our own mistake and raises pydantic's ValidationError; the tests read every file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, model_validator

_CITING: Final = frozenset({"source", "place"})

Number = Annotated[int, Field(strict=True)]


class Record(BaseModel):
    """A frozen record with a short citation of where it comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=1)

    source: str

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, value: Any) -> Any:
        """Hand the citation down to the records inside, and make lists of those under keys."""
        if not isinstance(value, Mapping):
            return value
        cited = _cited(value)
        inside = {
            name: _below(field.annotation, value[name], cited.get("source", ""))
            for name, field in cls.model_fields.items()
            if name in value and name != "source"
        }
        return {**{name: it for name, it in value.items() if name != "place"}, **inside, **cited}


def _cited(value: Mapping[Any, Any]) -> dict[str, Any]:
    """The citation of a group, its ``place`` put behind its ``source``."""
    if "place" in value:
        return {"source": f"{value.get('source', '')}, {value['place']}"}
    return {"source": value["source"]} if "source" in value else {}


def _below(kind: Any, value: Any, source: str) -> Any:
    """A field's value, with the citation handed down where it holds records."""
    if not isinstance(value, Mapping):
        return value
    item = _record_in(kind)
    if item is None:
        return value
    if get_origin(kind) is not tuple:
        return {"source": source, **value}
    if value.keys() - _CITING == {"entries"}:
        source, value = _cited({"source": source, **value})["source"], value["entries"]
    key, text = [name for name in item.model_fields if name != "source"][:2]
    return [
        {"source": source, key: name, **(it if isinstance(it, Mapping) else {text: it})}
        for name, it in value.items()
    ]


def _record_in(kind: Any) -> type[Record] | None:
    """The kind of record that a field holds: itself, in a list, or beside ``None``."""
    parts = (kind, *get_args(kind))
    return next((part for part in parts if isinstance(part, type) and issubclass(part, Record)), None)
