"""How the sections of two plans differ: entries added, removed, and changed, field by field.

It knows no section: which field identifies an entry, and which holds ids, the model says. An id that was
changed together with every reference to it is one change, not many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pathwayctl.analysis.plan_changes.entry_matching import Pair, matched
from pathwayctl.model.annotations import Ref, inner_model, marks, takes_several_ids
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import MainId, ids_of
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Assignment, Link

Renamed = Mapping[str, str]
"""The new ids of entries, by their old ones."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an entry, by its steps through groups of fields, with its old and its new value."""

    path: tuple[str, ...]
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that was added (no ``old``), removed (no ``new``), or changed.

    ``where`` is its section, and the fields that lead to its list: ``("meetings", "actions")``. ``inner``
    are the entries in its own lists that differ.
    """

    where: tuple[str, ...]
    old: Model | None
    new: Model | None
    fields: tuple[FieldChange, ...] = ()
    inner: tuple[EntryChange, ...] = ()

    @property
    def entry(self) -> Model:
        """The entry as it is, or as it was before it was removed."""
        found = self.new if self.new is not None else self.old
        if found is None:
            raise ValueError("a change has an old or a new entry")
        return found

    def field(self, *path: str) -> FieldChange | None:
        """The change of one field, if it has changed."""
        return next((one for one in self.fields if one.path == path), None)


def section_pairs(old: Plan, new: Plan) -> Mapping[str, tuple[Pair, ...]]:
    """The entries of all sections except the tasks, the old ones with the new ones."""
    names = [name for name in Plan.model_fields if name not in ("tasks", "pathwayctl")]
    return {name: _pairs(getattr(old, name), getattr(new, name)) for name in names}


def section_changes(pairs: Mapping[str, tuple[Pair, ...]], renamed: Renamed) -> tuple[EntryChange, ...]:
    """The changes of the sections, in their order."""
    return tuple(
        change for name, found in pairs.items() for one in found for change in compared((name,), one, renamed)
    )


def new_ids(pairs: Iterable[Pair]) -> Renamed:
    """The new ids of entries whose id was changed, by their old ids."""
    ids = ((getattr(one.old, "id", None), getattr(one.new, "id", None)) for one in pairs)
    return {old: new for old, new in ids if old is not None and new is not None and old != new}


def _pairs(old: Any, new: Any) -> tuple[Pair, ...]:
    if isinstance(old, tuple):
        return matched(old, new)
    return () if old is None and new is None else (Pair(old, new),)


def compared(where: tuple[str, ...], pair: Pair, renamed: Renamed) -> Iterator[EntryChange]:
    """The change of one entry, if it has changed."""
    old, new = pair
    if old is None or new is None:
        yield EntryChange(where, old, new)
    elif not _is_untouched(old, new):
        found = tuple(_differences(where, (), old, new, renamed))
        fields = tuple(one for one in found if isinstance(one, FieldChange))
        inner = tuple(one for one in found if isinstance(one, EntryChange))
        if fields or inner:
            yield EntryChange(where, old, new, fields, inner)


def _is_untouched(old: Model, new: Model) -> bool:
    """Whether two entries are the same. Texts that are ids may name several, which ``==`` does not see."""
    if old.__dict__ != new.__dict__:
        return False
    several, inner = _shape(type(new))
    return not any(getattr(old, name) for name in inner) and all(
        ids_of(getattr(old, name)) == ids_of(getattr(new, name)) for name in several
    )


@cache
def _shape(kind: type[Model]) -> tuple[frozenset[str], frozenset[str]]:
    """The fields that may hold several ids, and those that hold groups of fields of another kind."""
    fields = kind.model_fields
    return (
        frozenset(name for name, field in fields.items() if takes_several_ids(field)),
        frozenset(name for name, field in fields.items() if inner_model(field) not in (None, kind)),
    )


def _differences(
    where: tuple[str, ...], path: tuple[str, ...], old: Model, new: Model, renamed: Renamed
) -> Iterator[FieldChange | EntryChange]:
    """The fields in which two groups of fields differ."""
    for name, field in type(new).model_fields.items():
        before, after, here = getattr(old, name), getattr(new, name), (*path, name)
        if inner_model(field) is type(new):
            continue  # tasks under a task are compared by themselves
        if _holds_entries(before) or _holds_entries(after):
            yield from _inner(where, here, before, after, renamed)
        elif isinstance(before, Model) and isinstance(after, Model):
            yield from _differences(where, here, before, after, renamed)
        elif isinstance(before, Model) or isinstance(after, Model):
            yield from _whole_group(here, before, after)
        elif isinstance(before, dict) or isinstance(after, dict):
            yield from _keys(here, before or {}, after or {})
        elif not same(_renamed(before, renamed) if any(marks(field, Ref)) else before, after):
            yield FieldChange(here, before, after)


def _whole_group(path: tuple[str, ...], old: Any, new: Any) -> Iterator[FieldChange]:
    """The fields of a group that was added or removed; the group itself if none of them is filled."""
    kind = type(old if new is None else new)
    sides = [(getattr(old, name, None), getattr(new, name, None)) for name in kind.model_fields]
    filled = [(name, *pair) for name, pair in zip(kind.model_fields, sides, strict=True) if any(pair)]
    yield from (FieldChange((*path, name), before, after) for name, before, after in filled)
    if not filled:
        yield FieldChange(path, old, new)


def _holds_entries(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, Model) for item in value)


def _keys(path: tuple[str, ...], old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            yield FieldChange((*path, str(key)), old.get(key), new.get(key))


def _inner(
    where: tuple[str, ...],
    path: tuple[str, ...],
    old: tuple[Model, ...],
    new: tuple[Model, ...],
    renamed: Renamed,
) -> Iterator[FieldChange | EntryChange]:
    """The changes of a list in an entry, and of the order of what it still has."""
    pairs = matched(old, new, renamed)
    for one in pairs:
        yield from compared((*where, *path), one, renamed)
    place_of = {id(one): place for place, one in enumerate(old)}
    places = [place_of[id(one.old)] for one in pairs if one.old is not None and one.new is not None]
    if places != sorted(places):
        yield FieldChange(path, old, new)


def same(old: Any, new: Any) -> bool:
    """Whether two values of a field say the same; texts that are ids may name several, unseen by ``==``."""
    if isinstance(old, MainId) or isinstance(new, MainId):
        return bool(old == new) and ids_of(old) == ids_of(new)
    return bool(old == new)


def _renamed(value: Any, renamed: Renamed) -> Any:
    """A value with the new ids of what it refers to."""
    match value:
        case MainId():
            return MainId(renamed.get(value, str(value)), [renamed.get(one, one) for one in value.others])
        case str():
            return renamed.get(value, value)
        case Link():
            return replace(value, predecessor=renamed.get(value.predecessor, value.predecessor))
        case Assignment():
            return replace(value, resource=renamed.get(value.resource, value.resource))
        case tuple():
            return tuple(_renamed(one, renamed) for one in value)
    return value
