"""What each column of a partner's list holds: by its heading, else by what is in it, and as people say it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.editing.edits import Refused
from pathwayctl.editing.journal import put_aside
from pathwayctl.editing.new_entry import target_of
from pathwayctl.exchange.cell_text import CellKind, clean
from pathwayctl.loading.fields import constraints_at, keys, plain_type_at
from pathwayctl.loading.files import OWN_FOLDER
from pathwayctl.model.annotations import name_field
from pathwayctl.model.counterparts import counterparts, plain_key
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import offer

if TYPE_CHECKING:
    from pathwayctl.exchange.entry_tables import EntryTable, FieldColumn
    from pathwayctl.exchange.import_plan import ImportOrder
    from pathwayctl.exchange.spreadsheets import SheetCells

Steps = tuple[str, ...]
UNUSED: Final = "not used"
_FILE: Final = "columns.json"
_FIRST_ROWS: Final = 20
_SAMPLE: Final = 50
"""Rows whose cells are looked at to tell what a column holds."""
_ENOUGH: Final = 0.8
_FIRST: Final = re.compile(r"first|given")
_LAST: Final = re.compile(r"last|family|surname")


@dataclass(frozen=True)
class ListColumns:
    """The row of the headings, and the columns of each field by their numbers; a name may have several."""

    row: int
    fields: Mapping[Steps, tuple[int, ...]]
    mapping: Mapping[str, str]


def columns_of(sheet: SheetCells, table: EntryTable, asked: Mapping[str, str]) -> ListColumns | Refused:
    """The columns of a list; ``asked`` has the fields of some headings, which come first."""
    known = {column.steps: column for column in table.columns}
    found = max(
        range(min(_FIRST_ROWS, len(sheet.rows))), key=lambda at: _likeness(sheet.rows[at], table), default=0
    )
    heads = [clean(str(cell)) for cell in sheet.rows[found]] if sheet.rows else []
    wanted = _asked(heads, table, asked)
    if isinstance(wanted, Refused):
        return wanted
    taken: dict[Steps, list[int]] = {}
    for at, head in enumerate(heads):
        steps = wanted.get(at)
        if at not in wanted:
            steps = _by_heading(head, table) or _by_custom(head, _sample(sheet, found, at), table)
        if steps is not None and _has_room(steps, at, heads, taken, table):
            taken.setdefault(steps, []).append(at)
    named = {at for columns in taken.values() for at in columns} | set(wanted)
    for at in range(len(heads)):
        steps = None if at in named else _by_content(_sample(sheet, found, at), table, taken)
        if steps is not None:
            taken[steps] = [at]
    titles = {at: known[steps].title for steps, columns in taken.items() for at in columns}
    shown = {
        f"{head or '(no heading)'}": titles.get(at, UNUSED)
        for at, head in enumerate(heads)
        if head or at in titles
    }
    order = {steps: tuple(_in_order(columns, heads)) for steps, columns in taken.items()}
    return ListColumns(found, order, shown)


def _likeness(row: Sequence[Any], table: EntryTable) -> int:
    heads = [clean(str(cell)) for cell in row]
    return sum((_by_heading(head, table) or _by_custom(head, [], table)) is not None for head in heads)


def _asked(
    heads: list[str], table: EntryTable, asked: Mapping[str, str]
) -> dict[int, Steps | None] | Refused:
    """The fields that people have given for headings; none for a heading that is not to be used."""
    found: dict[int, Steps | None] = {}
    by_head = {plain_key(head): at for at, head in reversed([*enumerate(heads)])}
    names = {plain_key(word): one.steps for one in table.columns for word in (one.title, ".".join(one.steps))}
    for head, field in asked.items():
        at, steps = by_head.get(plain_key(head)), names.get(plain_key(field))
        if at is None:
            return Refused(
                f"The list has no column “{head}”.", offer(head, [one for one in heads if one], "columns")
            )
        if steps is None and field:
            titles = [".".join(one.steps) for one in table.columns]
            return Refused(f"There is no field “{field}”.", offer(field, titles, "fields"))
        found[at] = steps
    return found


def _by_heading(head: str, table: EntryTable) -> Steps | None:
    """The field whose title or name a heading is; the name of the entry is also called by what it is."""
    word, noun = plain_key(head), plain_key(table.model.NOUN)
    for column in table.columns:
        if word and word in (plain_key(column.title), plain_key("_".join(column.steps))):
            return column.steps
    own_name = (name_field(table.model),)
    is_name = bool(noun) and word in (noun, f"{noun}_name", f"{noun}_title")
    return own_name if is_name and own_name in {column.steps for column in table.columns} else None


def _by_custom(head: str, texts: list[str], table: EntryTable) -> Steps | None:
    """The field that people commonly call so; where the cells fit another choice of words, that one."""
    meant = counterparts(table.model.__name__, keys(table.model), head) if plain_key(head) else ()
    known = {column.steps: column for column in table.columns}
    fields = [(name,) for name in meant if (name,) in known]
    fitting = (one for one in fields if texts and all(map(_test_of(known[one]), texts)))
    return next(fitting, fields[0] if fields else None)


def _has_room(
    steps: Steps, at: int, heads: list[str], taken: Mapping[Steps, list[int]], table: EntryTable
) -> bool:
    """Whether a field takes one more column: a name is made of a first and a last one."""
    before = taken.get(steps, [])
    if not before:
        return True
    one, other = heads[before[0]].lower(), heads[at].lower()
    both = (_FIRST.search(one) and _LAST.search(other)) or (_LAST.search(one) and _FIRST.search(other))
    return len(before) == 1 and bool(both) and steps == ("name",) and table.model.__name__ == "Person"


def _in_order(columns: list[int], heads: list[str]) -> list[int]:
    return sorted(columns, key=lambda at: bool(_LAST.search(heads[at].lower())))


def _sample(sheet: SheetCells, head: int, at: int) -> list[str]:
    rows = sheet.rows[head + 1 : head + 1 + _SAMPLE]
    return [text for row in rows if at < len(row) and (text := clean(str(row[at])))]


def _by_content(texts: list[str], table: EntryTable, taken: Mapping[Steps, list[int]]) -> Steps | None:
    """The field that nearly all cells of a column would fit, where only such a text has its form."""
    if len(texts) < 2:
        return None
    for column in table.columns:
        if column.steps not in taken and column.steps != ("id",):
            fits = sum(map(bool, map(_test_of(column), texts)))
            if fits >= _ENOUGH * len(texts):
                return column.steps
    return None


def _test_of(column: FieldColumn) -> Any:
    """Whether a text has the form of a field; never for fields that take any text."""
    pattern = constraints_at(column.path).get("pattern")
    if pattern is not None and column.ref is None:
        return re.compile(pattern).match
    if column.kind in (CellKind.WORD, CellKind.WORDS):
        path = column.path if column.kind is CellKind.WORD else (*column.path, 0)
        words = {word for one in plain_type_at(path) for word in (one.value, one.label.lower())}
        return lambda text: text.lower() in words
    return lambda _: False


def remembered(root: Path, section: str) -> dict[str, str]:
    """The fields of headings that people have given before; the file is untrusted, so it may give none."""
    try:
        kept = json.loads((root / OWN_FOLDER / _FILE).read_text("utf-8"))[section]
        return {str(head): str(field) for head, field in kept.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def remember(root: Path, order: ImportOrder) -> None:
    """Keep the fields of headings for the next list of the kind, beside the journal of edits."""
    target, mapping = target_of(order.kind), order.mapping or {}
    section = str(target.path[0]) if target is not None else ""
    try:
        kept = json.loads((root / OWN_FOLDER / _FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        kept = {}
    both = {**(kept if isinstance(kept, dict) else {}), section: {**remembered(root, section), **mapping}}
    put_aside(root, _FILE, json.dumps(both, ensure_ascii=False, indent=2, sort_keys=True))


def usable(heads: Iterator[str], kept: Mapping[str, str]) -> dict[str, str]:
    """The remembered fields of headings that a list has."""
    there = {plain_key(head) for head in heads}
    return {head: field for head, field in kept.items() if plain_key(head) in there}
