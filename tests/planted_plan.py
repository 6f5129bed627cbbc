"""A plan with a word in every text field of every section, made from the model alone.

Texts that only the project's own staff may see hold ``SECRET``: fields that are internal, what nobody has
consented to share, and everything in private entries. All other texts hold ``OPEN``, and name a person who
is private, as people do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from enum import EnumType
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from pathwayctl.model.annotations import Consented, Internal, Ref, entry_lists, holds_ids, marks
from pathwayctl.model.base import Model
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.values import EMAIL_PATTERN, LINK_PATTERN, PATTERNS, Assigned

SECRET: Final = "zorilla"
OPEN: Final = "quokka"
HIDDEN_PERSON: Final = f"{SECRET} people.name"
VARIANTS: Final = 1
"""Entries of each section that all may see, and as many private ones."""
LABEL: Final = 60
"""Characters of the shortest texts."""
DAY: Final = date(2027, 2, 1)
PRIVATE_KINDS: Final = frozenset(
    one.model.NOUN for one in entry_lists(Plan, Plan.model_fields) if "private" in one.model.model_fields
)
_EXAMPLES: Final = {pattern: one.example.strip('"') for pattern, one in PATTERNS.items()}
_KEPT_PLAIN: Final[dict[str, dict[str, Any]]] = {
    "project": {
        "ignore": [],
        "baseline": None,
        "logo": None,
        "look": None,
        "facilitator": "open-person-0",
        "currency": "USD",
    },
    "calendar": {"holidays": "none", "working_days": ["mon", "tue", "wed", "thu", "fri"]},
}
"""Fields that choose what a project does, so that a made-up word in them is an error."""


def planted() -> dict[str, Any]:
    """Every section of a plan, as its files would have it."""
    return {name: _section(name) for name in Plan.model_fields if name not in ("pathwayctl", "packets")}


def _section(name: str) -> Any:
    (model,) = _models(Plan.model_fields[name].annotation)
    if name not in LIST_SECTIONS:
        return _Entry(name, 0, is_secret=False).of(model) | _KEPT_PLAIN.get(name, {})
    entries = [
        _Entry(name, variant, is_secret=is_secret).of(model)
        for is_secret in ((False, True) if "private" in model.model_fields else (False,))
        for variant in range(VARIANTS)
    ]
    return [_recurring(one) for one in entries] if name == "tasks" else entries


def _recurring(task: dict[str, Any]) -> dict[str, Any]:
    """A task as it must be to have occurrences, the first of which has words of its own."""
    (occurrence,) = task["occurrences"]
    dated = {"every": "month", "times": 2, "occurrences": [occurrence | {"id": f"{task['id']}-2027-02"}]}
    return task | dated | dict.fromkeys(("until", "date", "window", "deadline", "started", "finished"))


def _models(annotation: Any) -> Iterator[type[Model]]:
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, Model):
            yield part


class _Entry:
    """An entry with a word in every field; ``path`` tells in each word which field it stood in."""

    def __init__(self, path: str, variant: int, *, is_secret: bool) -> None:
        self.path, self.variant, self.is_secret = path, variant, is_secret

    def of(self, model: type[Model]) -> dict[str, Any]:
        """The fields of an entry or of a group in it; a group of the same kind as its entry is left out."""
        found: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            if model in _models(field.annotation):
                continue
            within = any(next(marks(field, mark), None) for mark in (Internal, Consented))
            inner = _Entry(f"{self.path}.{name}", self.variant, is_secret=self.is_secret or within)
            found[field.alias or name] = inner._field(model, name, field)
        return found

    def _field(self, model: type[Model], name: str, field: FieldInfo) -> Any:
        if name in ("private", "consent"):
            return self.is_secret if name == "private" else False
        if ref := next(marks(field, Ref), None):
            return self._reference(ref, field)
        if name == "id" and holds_ids(field):
            return self._id(model.NOUN or "part", is_secret=self.is_secret)
        return self._value(field.annotation, field.metadata)

    def _reference(self, ref: Ref, field: FieldInfo) -> Any:
        """What all may see, and in lists also something that is private, which is then to be left out."""
        kind = ref.kinds[0]
        ids = [
            self._id(kind, is_secret=is_secret)
            for is_secret in ((False, True) if kind in PRIVATE_KINDS else (False,))
        ]
        if kind == "task":  # a task that waits for itself has no dates
            return [] if get_origin(field.annotation) is tuple else ids[0]
        return ids if get_origin(field.annotation) is tuple or field.annotation == Assigned else ids[0]

    def _id(self, kind: str, *, is_secret: bool) -> str:
        return f"{SECRET if is_secret else 'open'}-{kind}-{self.variant}".lower().replace(" ", "-")

    def _value(self, annotation: Any, extra: list[Any]) -> Any:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(parts[0], [*parts[1:], *extra])
        if origin in (Union, UnionType):
            return self._value(next(one for one in parts if one is not NoneType), extra)
        if origin is tuple:
            return [self._value(parts[0], [])]
        if origin is dict:
            return {self._value(parts[0], []): self._value(parts[1], [])}
        return self._single(annotation, extra)

    def _single(self, kind: Any, extra: list[Any]) -> Any:
        if isinstance(kind, EnumType):
            words: list[Any] = list(kind)
            return words[self.variant % len(words)].value
        if issubclass(kind, Model):
            return self.of(kind)
        if issubclass(kind, str):
            return self._text(extra)
        if kind is int:
            bounds = [bound for one in extra for bound in (one, *getattr(one, "metadata", ()))]
            least = max([1, *(one.ge for one in bounds if hasattr(one, "ge"))])
            return DAY.year if self.path.endswith("year") else least
        plain: dict[Any, Any] = {bool: True, float: 1.0, date: DAY, time: "9:00"}
        if kind in plain:
            return plain[kind]
        return {"Duration": "2d", "Estimate": "2d", "Every": "month", "Window": "2027-02"}[kind.__name__]

    def _text(self, extra: list[Any]) -> str:
        pattern = next(
            (one.pattern for one in extra if isinstance(one, StringConstraints) and one.pattern), ""
        )
        if any(isinstance(one, WithJsonSchema) for one in extra):
            return "open"
        if pattern in (EMAIL_PATTERN, LINK_PATTERN) and self.is_secret:
            return f"{SECRET}@example.org" if pattern == EMAIL_PATTERN else f"https://{SECRET}.example.org"
        if isinstance(pattern, str) and pattern in _EXAMPLES:
            return _EXAMPLES[pattern]
        words = f"{SECRET if self.is_secret else OPEN} {self.path}"
        is_short = any(getattr(one, "max_length", 0) == LABEL for one in extra)
        return words[:LABEL] if is_short or self.is_secret else f"{words} {HIDDEN_PERSON}"
