"""Which entry of an old list is which of a new one: by id, then by key or name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from pathwayctl.model.annotations import Key, marks, name_field
from pathwayctl.model.base import Model

Rule = Callable[[Model], Hashable]
_NONE: Final[Mapping[str, str]] = {}


class Pair(NamedTuple):
    """An old and a new entry that are the same; one of them is ``None`` if it was added or removed."""

    old: Model | None
    new: Model | None


def matched(
    old: Sequence[Model], new: Sequence[Model], renamed: Mapping[str, str] = _NONE
) -> tuple[Pair, ...]:
    """The entries of two lists in pairs: those of the new list in its order, then what was removed.

    ``renamed`` has the new ids of entries that old keys may still name by their old ids. Of entries that
    cannot be told apart, equal ones are paired first, and then each with the next.
    """
    partner: dict[int, Model] = {}
    rules: tuple[Rule, ...] = (
        lambda one: _identity(one, renamed, repr(one)),
        _id,
        lambda one: _identity(one, renamed),
        _single_keys,
    )
    for rule in rules:
        _pair_up(old, new, partner, rule)
    taken = {id(one) for one in partner.values()}
    pairs = (Pair(partner.get(id(one)), one) for one in new)
    return (*pairs, *(Pair(one, None) for one in old if id(one) not in taken))


def _pair_up(old: Sequence[Model], new: Sequence[Model], partner: dict[int, Model], rule: Rule) -> None:
    """Pair what is left by a rule, in the order of the lists; ``None`` matches nothing."""
    taken = {id(one) for one in partner.values()}
    free: dict[Hashable, list[Model]] = {}
    for one in old:
        if id(one) not in taken and (key := rule(one)) is not None:
            free.setdefault((type(one), key), []).append(one)
    for one in new:
        if id(one) not in partner and (found := free.get((type(one), rule(one)))):
            partner[id(one)] = found.pop(0)


def _id(entry: Model) -> Hashable:
    return getattr(entry, "id", None)


def _identity(entry: Model, renamed: Mapping[str, str], content: str = "") -> Hashable:
    fields = _identifying(type(entry))
    return (content, *(_plain(getattr(entry, name), renamed) for name in fields))


def _single_keys(entry: Model) -> Hashable:
    """The keys that are no lists, such as a duty without its holders; ``None`` if there are no others."""
    values = [getattr(entry, name) for name in _identifying(type(entry))]
    single = tuple(one for one in values if not isinstance(one, tuple))
    return single if len(single) < len(values) else None


def _plain(value: Any, renamed: Mapping[str, str]) -> Hashable:
    return " ".join(renamed.get(value, value).casefold().split()) if isinstance(value, str) else repr(value)


@cache
def _identifying(kind: type[Model]) -> tuple[str, ...]:
    """The fields that tell an entry from the others of its list: keys, name, or the first required one."""
    fields = kind.model_fields
    keys = tuple(name for name, field in fields.items() if any(marks(field, Key)))
    named = name_field(kind)
    return keys or (
        (named,) if named else tuple(name for name, one in fields.items() if one.is_required())[:1]
    )
