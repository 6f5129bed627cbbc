"""An example for each field and a snippet for each kind of entry, from the model and a project's ids."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic.fields import FieldInfo

from pathwayctl.loading.fields import keys
from pathwayctl.model.annotations import Naming, Ref, holds_ids, inner_model, marks
from pathwayctl.model.base import Model
from pathwayctl.model.field_kinds import described
from pathwayctl.model.json_forms import JsonSchema
from pathwayctl.model.vocabulary import Word
from pathwayctl.schema.known_ids import KnownIds
from pathwayctl.schema.value_schemas import classes_in

_SUCH_AS: Final = re.compile(r"such as ([^,;:.()]+)")
_NAMED: Final = re.compile("dana-ruiz|draft")
"""The ids in examples of ``field_kinds``."""
_SAMPLES: Final = {"person": "dana-ruiz", "task": "draft", "organization": "state-board"}
_USUAL: Final = ("owner", "duration", "due")
"""Fields that are soon filled in though they are not required."""
_MOST: Final = 60
"""Choices that a snippet offers."""


def in_words(name: str) -> str:
    """The name of a field as people read it: ``Depends on``."""
    return name.replace("_", " ").capitalize()


def example_of(name: str, field: FieldInfo, known: KnownIds) -> str:
    """A line with the field and a value, such as ``owner: dana-ruiz``; empty if only the reader knows one."""
    value = _value(field, known)
    is_list = value and not value.startswith("[") and described(field)[0].startswith("list:")
    return f"{name}: {f'[{value}]' if is_list else value}" if value else ""


def _value(field: FieldInfo, known: KnownIds) -> str:
    ref = next(marks(field, Ref), None)
    words = next((kind for kind in classes_in(field.annotation) if issubclass(kind, Word)), None)
    value = described(field)[1]
    if inner_model(field) is not None:
        return ""
    if value:
        return value if ref is None else _NAMED.sub(_id(ref, known), value)
    if ref is not None:
        return _id(ref, known)
    if words is not None:
        return next(iter(words)).value
    if bool in classes_in(field.annotation):
        return "true"
    named = _SUCH_AS.search(field.description or "")
    return named[1].strip() if named else ""


def _id(ref: Ref, known: KnownIds) -> str:
    """An id of a kind that fits: the first one of the project, if it has any."""
    return next(iter(known.of(ref.kinds)), _SAMPLES.get(ref.kinds[0], "its-id"))


def snippet_of(model: type[Model], noun: str, known: KnownIds) -> JsonSchema:
    """A new entry to fill in: its id, what is required, its name, and what is soon filled in."""
    body: dict[str, Any] = {}
    for name, field in keys(model).items():
        if field.is_required() or name in _USUAL or next(marks(field, Naming), None):
            body[name] = _to_fill_in(len(body) + 1, name, field, known)
    return {"label": f"New {noun}", "description": f"A new {noun}, with the fields to fill in", "body": body}


def _to_fill_in(place: int, name: str, field: FieldInfo, known: KnownIds) -> Any:
    """A tab stop of a snippet: a choice if there are few, else an example to overtype."""
    ref = next(marks(field, Ref), None)
    words = next((kind for kind in classes_in(field.annotation) if issubclass(kind, Word)), None)
    choices = list(known.of(ref.kinds)) if ref else [word.value for word in words] if words else []
    if 1 < len(choices) <= _MOST and inner_model(field) is None:
        return f"${{{place}|{','.join(choices)}|}}"
    sample = _value(field, known) if ref or words or not holds_ids(field) else f"new-{name}"
    return f"${{{place}:{sample or in_words(name)}}}"
