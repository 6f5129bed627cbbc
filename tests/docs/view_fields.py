"""What each handout's view holds, as the docs show it: read off the dataclasses and the templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from handout_samples import views_of

from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.tables import HandoutTable, Row
from pathwayctl.rendering.drawings import DRAWINGS

KINDS: Final = {
    str: "a text",
    bool: "true or false",
    int: "a number",
    Row: "texts, for `items`",
    tuple[tuple[str, str], ...]: "pairs, for `facts`",
    tuple[tuple[str, bool], ...]: "pairs, for `checklist`",
    tuple[Row, ...]: "rows, for `table`",
    tuple[int, ...]: "numbers",
    tuple[bool, ...]: "true or false, for each",
    HandoutTable: "a table, for `table`",
}


def fields_of(view: type) -> Iterator[tuple[str, str]]:
    """The name of each field of a view, with what it is; parts of parts come after their whole."""
    for name, kind in get_type_hints(view, include_extras=False).items():
        yield from _described(name, kind)


def _described(name: str, kind: Any) -> Iterator[tuple[str, str]]:
    bare = _without_none(kind)
    maybe = "" if bare is kind else ", if there is one"
    part = get_args(bare)[0] if get_origin(bare) is tuple else bare
    if bare in KINDS:
        yield name, KINDS[bare] + maybe
    elif part in DRAWINGS:
        yield name, ("drawings" if part is not bare else "a drawing") + f", for `figure`{maybe}"
    elif hasattr(part, "_fields"):  # a row whose cells have names
        yield name, f"rows, for `table`: {_listed(part._fields)}"
    elif isinstance(part, type) and is_dataclass(part):
        inner = list(fields_of(part))
        many = "a list; each has " if part is not bare else "has "
        yield name, many + _listed([one for one, _ in inner if "." not in one]) + maybe
        yield from ((f"{name}.{one}", what) for one, what in inner)
    else:
        raise AssertionError(f"no words for {name}: {kind}")


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (UnionType, Union):
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
    return kind


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


def view_of(handout: Handout) -> type:
    """The type of a handout's views: all its pages have one."""
    (kind,) = {type(page.view) for page in views_of(handout)}
    return kind


def columns_of(handout: Handout) -> dict[str, tuple[str, ...]]:
    """The titles of the columns of a view’s tables, by the names of the tables, unless they vary."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for page in views_of(handout):
        for name, titles in _tables(page.view):
            found.setdefault(name, set()).add(titles)
    return {name: next(iter(titles)) for name, titles in found.items() if len(titles) == 1}


def _tables(part: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, HandoutTable):
            if value.columns:
                yield field.name, tuple(head.title for head in value.columns)
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if is_dataclass(one) and not isinstance(one, (type, *DRAWINGS)):
                yield from ((f"{field.name}.{name}", titles) for name, titles in _tables(one))
