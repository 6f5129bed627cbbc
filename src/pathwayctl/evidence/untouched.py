"""Which entries of a plan are a scaffold's own text, as ``pathwayctl init`` wrote it and no one has changed.

They are there to be filled in, so they do not show that anything was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from pathwayctl.model.base import Model
from pathwayctl.model.plan import LIST_SECTIONS, Plan

_LEFT_ALONE: Final = frozenset({"tasks", "packets"})
"""Tasks count by their status alone, so their text shows no progress; packets are about printing."""
_MAPPINGS: Final = ("definition", "partnership", "sustainability")


def touched(plan: Plan) -> Plan:
    """The plan without the entries of scaffolds that no one has changed."""
    from pathwayctl.scaffolds import EARLIEST, LATEST

    if not EARLIEST <= plan.project.start <= LATEST:
        return plan
    ours = _scaffolds(plan.project.start)
    changes: dict[str, Any] = {}
    for section, entries in ours.items():
        there = getattr(plan, section)
        if section in _MAPPINGS:
            if there is not None and there in entries.get(_id(there), ()):
                changes[section] = None
        else:
            changes[section] = tuple(one for one in there if one not in entries.get(_id(one), ()))
    return plan.model_copy(update=changes)


@lru_cache(maxsize=4)
def _scaffolds(start: date) -> Mapping[str, Mapping[str | None, tuple[Model, ...]]]:
    """The entries of all scaffolds by their sections and ids, for a first day."""
    from pathwayctl.scaffolds import ABOUT, scaffold
    from pathwayctl.source.reading import read

    found: dict[str, dict[str | None, tuple[Model, ...]]] = {}
    for text in scaffold(ABOUT, "", start, {}).values():
        for section, value in (read(text.encode()).value or {}).items():
            if section in (*LIST_SECTIONS, *_MAPPINGS) and section not in _LEFT_ALONE and value:
                same = found.setdefault(section, {})
                for one in _models(section, value):
                    same[_id(one)] = (*same.get(_id(one), ()), one)
    return found


def _id(entry: Model) -> str | None:
    """The id of an entry, if it has one: whole entries take long to compare."""
    return getattr(entry, "id", None)


def _models(section: str, value: Any) -> Iterable[Model]:
    from pathwayctl.loading.message_context import MessageContext
    from pathwayctl.loading.validation import settle

    models, _ = settle(section, MessageContext({section: value}), {}, set(), set())
    return models if isinstance(models, tuple) else () if models is None else (models,)
