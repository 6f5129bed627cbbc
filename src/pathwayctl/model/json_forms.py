"""The JSON Schema of values that are read by a function of their own, for the annotations of their types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

JsonSchema: TypeAlias = dict[str, Any]
"""A JSON Schema, draft 7, as it is written."""


def text_schema(*patterns: str) -> JsonSchema:
    """A text that fits one of some patterns as a whole."""
    return {"type": "string", "pattern": f"^(?:{'|'.join(patterns)})$"}


def group_schema(fields: Mapping[str, JsonSchema]) -> JsonSchema:
    """A group that has exactly these fields."""
    return {
        "type": "object",
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }


def by_type(kind: str, then: JsonSchema, otherwise: JsonSchema) -> JsonSchema:
    """One schema for values of a JSON type, and another for all others.

    Editors explain such a field, and what is wrong in it, better than one with alternatives. They complete
    no words or names in it, though.
    """
    return {"if": {"type": kind}, "then": then, "else": otherwise}


def either(*schemas: JsonSchema) -> JsonSchema:
    """What fits one of some schemas, or several."""
    return {"anyOf": list(schemas)}
