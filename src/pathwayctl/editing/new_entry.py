"""A new entry of any section from fields as people type them: its kind, its id, and what it still needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import count
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import CannotEditError, Refused, Typed
from pathwayctl.editing.typed_text import field_path, plain_value
from pathwayctl.editing.way import refuse_unknown
from pathwayctl.loading.fields import fits_at, keys, model_at, type_at
from pathwayctl.loading.naming import slug
from pathwayctl.model.annotations import inner_model, name_field
from pathwayctl.model.base import Model
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.references import use_at

_LONGEST: Final = 40
"""Letters of an id that is proposed; a longer one is cut after a word."""


class EntryTarget(NamedTuple):
    """The list that an entry is added to, as ``AddEntry`` names it, and the path of an entry of that list."""

    into: str | Path
    path: Path

    @property
    def model(self) -> type[Model]:
        """The model of the entry."""
        model = model_at(self.path)
        if model is None:
            raise TypeError(self.path)
        return model

    @property
    def noun(self) -> str:
        """What the entry is called in a sentence."""
        return self.model.NOUN or word_of(str(self.path[-2]))

    @property
    def required(self) -> tuple[str, ...]:
        """The fields that an entry needs, besides its id."""
        return tuple(name for name, field in keys(self.model).items() if field.is_required() and name != "id")


@cache
def kinds() -> Mapping[str, str]:
    """The section of each kind of entry, by the word for the kind: ``{"risk": "risks"}``."""
    return MappingProxyType({word_of(section): section for section in LIST_SECTIONS})


def word_of(section: str) -> str:
    """The word for an entry of a list: ``person`` for ``people``, ``work-plan`` for ``work_plan``."""
    model = inner_model(Plan.model_fields[section]) if section in Plan.model_fields else None
    if model is not None and model.NOUN and " of " not in model.NOUN:
        return slug(model.NOUN)
    return slug(f"{section[:-3]}y" if section.endswith("ies") else section.removesuffix("s"))


def target_of(kind: str) -> EntryTarget | None:
    """The section that a word means: ``risk``, ``risks``, or ``work_plan``; ``None`` if it means none."""
    word = slug(kind)
    names = {slug(name): name for name in LIST_SECTIONS}
    section = kinds().get(word) or names.get(word)
    return EntryTarget(section, (section, 0)) if section else None


def target_inside(id_: str, path: Path, field: str) -> EntryTarget | Refused:
    """The list of entries in a field of an entry, which is given by its id and by its path in the plan."""
    way = field_path(field)
    inner = (*path, *way)
    try:
        refuse_unknown(inner)
    except CannotEditError as error:
        return error.refused
    if model_at((*inner, 0)) is None or model_at(inner) is not None:
        return Refused(
            f"“{id_}.{field}” is not a list of entries.",
            f'To add an item to a list: pathwayctl set {id_}.{field} += "..."',
        )
    return EntryTarget((id_, *way), (*inner, 0))


def entry_from(target: EntryTarget, options: Iterable[tuple[str, str]]) -> dict[str, Any] | Refused:
    """An entry of fields and their values as typed; a list's field may come several times.

    ``engagement.current`` is a field of a group. Refused if a field is not known.
    """
    entry: dict[str, Any] = {}
    for name, text in options:
        try:
            path, value = typed_field(target, name, text)
        except CannotEditError as error:
            return error.refused
        group = entry
        for part in path[:-1]:
            group = group.setdefault(part, {})
        before = group.get(path[-1])
        both = [*as_list(before), *as_list(value)]
        several = before is not None and fits_at((*target.path, *path), both)
        group[path[-1]] = both if several else value
    return {name: value for name, value in entry.items() if value is not None}


def as_list(value: Any) -> list[Any]:
    """A list as it is, and any other value as a list of it."""
    return value if isinstance(value, list) else [value]


def typed_field(target: EntryTarget, name: str, text: str) -> tuple[tuple[str, ...], Any]:
    """A field's path in its entry, and its value. Raises ``CannotEditError`` if there is no such field."""
    parts = tuple(name.replace("-", "_").split("."))
    path = (*target.path, *parts)
    refuse_unknown(path)
    if type_at(path) is None:
        raise CannotEditError(f"“{name}” is not a field.")
    return parts, plain_value(path, Typed(text))


def proposed_id(target: EntryTarget, entry: Mapping[str, Any], taken: Collection[str]) -> str:
    """An id for an entry after its name or title, which no other entry has."""
    field = name_field(target.model)
    name = str(entry.get(field) or "")
    path = (*target.path, field)
    word = _cut(slug(name))
    if not word or use_at(path) is not None:  # an invitation is not called what its addressee is
        word = "-".join(filter(None, (slug(target.noun), word)))
    numbered = (f"{word}-{number}" for number in count(2))
    return word if word not in taken else next(one for one in numbered if one not in taken)


def _cut(word: str) -> str:
    if len(word) <= _LONGEST:
        return word
    return word[: _LONGEST + 1].rpartition("-")[0] or word[:_LONGEST]


def has_id(target: EntryTarget) -> bool:
    """Whether an entry has an id."""
    return "id" in target.model.model_fields
