"""A plan as tables of texts: one for each section, and one for each list inside its entries.

The tables, their columns, and what an audience sees of them follow from the model; nothing is listed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_origin

from pathwayctl.editing.edits import Place
from pathwayctl.exchange.cell_text import CellKind, clean, kind_at, text_of
from pathwayctl.handouts.sharing import may_have
from pathwayctl.loading.fields import keys, model_at, type_at
from pathwayctl.model.annotations import Ref, inner_model, internal_fields, is_money, marks
from pathwayctl.model.base import Model
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.references import name_of
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.exchange.export_source import ExportSource

UNUSED_SECTIONS: Final = frozenset({"pathwayctl"})
_ALWAYS_KEPT: Final = (CellKind.FLAG, CellKind.NUMBER)


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A field of a table: the steps to it from an entry, as keys of a file, and what people read above it.

    ``path`` is its path in the plan. ``default`` is the text of its default value, which a cell leaves out.
    """

    steps: tuple[str, ...]
    path: Path
    title: str
    about: str
    kind: CellKind
    ref: Ref | None
    needed: bool
    default: str
    is_money: bool

    def value(self, entry: Model) -> Any:
        """The value in an entry; ``None`` where a group is not there."""
        return _inside(entry, self.steps)

    def text(self, entry: Model, unnamed: frozenset[str] = frozenset()) -> str:
        """The text of the value in an entry, without ids of the unnamed; empty for a usual flag or number."""
        text = text_of(self.value(entry), self.kind)
        if unnamed and text and self.ref is not None:
            text = "; ".join(part for part in text.split("; ") if head(part) not in unnamed)
        return "" if text == self.default else text


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry: what identifies it in its table, where it is for edits, what holds it, and its cells."""

    key: str
    at: Place
    parent: str
    name: str
    entry: Model
    cells: tuple[str, ...]


@dataclass(frozen=True)
class EntryTable:
    """The entries of a section, or of a list inside its entries (``steps`` has both names), with columns.

    In a ``tree`` entries hold others of their kind, as tasks do. The single entry of a section that is no
    list, such as the project itself, is a table of one row.
    """

    steps: tuple[str, ...]
    model: type[Model]
    columns: tuple[FieldColumn, ...]

    @property
    def title(self) -> str:
        """The name of the table as people know it."""
        return " ".join((_words(self.steps[0]), *(f"- {one.replace('_', ' ')}" for one in self.steps[1:])))

    @property
    def is_single(self) -> bool:
        """Whether it holds the one entry of a section that is no list."""
        return self.steps[0] not in LIST_SECTIONS and len(self.steps) == 1

    @property
    def is_of_single(self) -> bool:
        """Whether it is a list inside the one entry of a section."""
        return self.steps[0] not in LIST_SECTIONS and len(self.steps) > 1

    @property
    def has_ids(self) -> bool:
        """Whether its entries have ids."""
        return "id" in self.model.model_fields

    @property
    def tree(self) -> str:
        """The field in which entries hold others of their kind; empty if they do not."""
        return _tree(self.model)

    @property
    def has_parent(self) -> bool:
        """Whether its rows say which entry they are part of."""
        return len(self.steps) > 1 or bool(self.tree)

    @property
    def entry_path(self) -> Path:
        """The path of any entry in the plan."""
        first: Path = self.steps[:1] if self.steps[0] not in LIST_SECTIONS else (self.steps[0], 0)
        return first if len(self.steps) == 1 else (*first, *self.steps[1:], 0)

    def rows(self, source: ExportSource) -> Iterator[EntryRow]:
        """The entries that an audience may see, in the order of the files."""
        for at, key, parent, entry in self._entries(source):
            cells = tuple([column.text(entry, source.unnamed) for column in self.columns])
            yield EntryRow(key, at, parent, clean(name_of(entry)), entry, cells)

    def _entries(self, source: ExportSource) -> Iterator[tuple[Place, str, str, Model]]:
        section = getattr(source.original, self.steps[0])
        if self.steps[0] not in LIST_SECTIONS:
            holders: Iterable[tuple[Place, str, str, Model]] = _single(self.steps[0], section, source)
        else:
            holders = self._listed((self.steps[0],), section, "", source)
        for at, key, parent, entry in holders:
            if len(self.steps) == 1:
                yield at, key, parent, entry
            else:
                way = (at,) if isinstance(at, str) else at
                inner = _inside(entry, self.steps[1:])
                yield from self._listed((*way, *self.steps[1:]), inner or (), key, source)

    def _listed(
        self, way: Path, entries: tuple[Model, ...], parent: str, source: ExportSource
    ) -> Iterator[tuple[Place, str, str, Model]]:
        """The entries of a list with their places, and in a tree those under them."""
        inside = len(self.steps) > 1 and len(way) > 1 and way[-1] == self.steps[-1]
        for number, entry in enumerate(entries):
            seen = source.seen(entry) if inside or len(self.steps) == 1 else source.seen(entry) and entry
            if seen is None:
                continue
            id_ = getattr(entry, "id", None)
            key = id_ or (f"{parent}#{number + 1}" if parent else f"#{number + 1}")
            yield (id_ or (*way, number)), key, parent, seen
            if tree := _tree(type(entry)):
                yield from self._listed((key, tree), getattr(entry, tree), key, source)


def _inside(entry: Model, steps: tuple[str, ...]) -> Any:
    """What is at some steps from an entry; ``None`` where a group on the way is not there."""
    here: Any = entry
    for step in steps:
        if here is None:
            return None
        kind: type[Model] = type(here)
        here = getattr(here, _attribute(kind, step))
    return here


def _single(
    section: str, entry: Model | None, source: ExportSource
) -> Iterator[tuple[Place, str, str, Model]]:
    seen = source.seen(entry) if entry is not None else None
    if seen is not None:
        yield (section,), section, "", seen


@cache
def _tree(model: type[Model]) -> str:
    return next((name for name, one in keys(model).items() if inner_model(one) is model), "")


def tables_of(source: ExportSource) -> tuple[EntryTable, ...]:
    """Every table of a plan, with the columns that its audience may see.

    A table that makes no sense without amounts of money, such as the budget, is for those who may see them.
    """
    return _tables(source.audience, may_have(source.audience, source.original.project.costs_for))


@cache
def _tables(audience: Audience, with_costs: bool) -> tuple[EntryTable, ...]:
    found: list[EntryTable] = []
    for section in Plan.model_fields:
        path: Path = (section, 0) if section in LIST_SECTIONS else (section,)
        model = model_at(path)
        if section in UNUSED_SECTIONS or model is None:
            continue
        for steps, place, kind in ((section,), path, model), *_lists_in((section,), path, model, audience):
            columns = tuple(_columns(place, kind, audience))
            hidden = [one for one in columns if one.is_money and not with_costs]
            if not any(one.needed for one in hidden):
                found.append(EntryTable(steps, kind, tuple(one for one in columns if one not in hidden)))
    return tuple(found)


def _lists_in(
    steps: tuple[str, ...], path: Path, model: type[Model], audience: Audience
) -> Iterator[tuple[tuple[str, ...], Path, type[Model]]]:
    """The lists inside an entry and the groups in it, but for those of its own kind."""
    for name in _shown_fields(model, audience):
        inner, group = (*path, name, 0), model_at((*path, name))
        kind = model_at(inner)
        if group is not None:
            yield from _lists_in((*steps, name), (*path, name), group, audience)
        elif kind is not None and kind is not model and get_origin(type_at((*path, name))) is tuple:
            yield (*steps, name), inner, kind


def _columns(
    path: Path, model: type[Model], audience: Audience, before: tuple[str, ...] = ()
) -> Iterator[FieldColumn]:
    for name in _shown_fields(model, audience):
        place, steps = (*path, name), (*before, name)
        inner = model_at(place)
        if inner is not None:
            yield from _columns(place, inner, audience, steps)
        elif model_at((*place, 0)) is None or get_origin(type_at(place)) is not tuple:
            field = keys(model)[name]
            ref, kind = next(marks(field, Ref), None), kind_at(place)
            default = text_of(field.default, kind) if kind in _ALWAYS_KEPT and not field.is_required() else ""
            about = field.description or ""
            needed = field.is_required()
            yield FieldColumn(steps, place, _title(steps), about, kind, ref, needed, default, is_money(field))


def _shown_fields(model: type[Model], audience: Audience) -> Iterator[str]:
    hidden = (
        frozenset({"private"}) | internal_fields(model) if audience is not Audience.INTERNAL else frozenset()
    )
    return (name for name in keys(model) if _attribute(model, name) not in hidden)


@cache
def _attribute(model: type[Model], key: str) -> str:
    """The attribute of a key in a file, which is another where the key is a word of Python."""
    fields = model.model_fields
    return key if key in fields else next(name for name, one in fields.items() if one.alias == key)


def _title(steps: tuple[str, ...]) -> str:
    return (
        "ID"
        if steps == ("id",)
        else ": ".join((_words(steps[0]), *(one.replace("_", " ") for one in steps[1:])))
    )


def _words(name: str) -> str:
    words = name.replace("_", " ").replace("ksa", "KSA")
    return words[:1].upper() + words[1:]


def nested(values: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    """An entry from the values at some steps."""
    entry: dict[str, Any] = {}
    for steps, value in values.items():
        group = entry
        for step in steps[:-1]:
            group = group.setdefault(step, {})
        group[steps[-1]] = value
    return entry


def missing_in(entry: Mapping[str, Any], table: EntryTable) -> list[FieldColumn]:
    """The columns that an entry needs and does not have; a group that is not there needs nothing."""
    found = []
    for column in table.columns:
        group: Any = entry
        for step in column.steps[:-1]:
            group = group.get(step, {})
        is_there = bool(group) or len(column.steps) == 1
        if column.needed and is_there and column.steps[-1] not in group:
            found.append(column)
    return found


def head(part: str) -> str:
    """The id that an item of a list begins with: ``draft SS+2d``, ``dana-ruiz: 0.5``."""
    return part.split()[0].rstrip(":") if part else ""


def names_ids(row: EntryRow, table: EntryTable) -> frozenset[str]:
    """The ids that an entry refers to, with its own and that of what holds it."""
    refs = [cell for cell, column in zip(row.cells, table.columns, strict=True) if column.ref and cell]
    found = {head(part) for cell in refs for part in cell.split("; ")}
    return frozenset({row.key, row.parent, *found} - {""})
