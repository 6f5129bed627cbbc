"""What Tab offers from the project: ids, fields, and kinds of entries. Only the text of files is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import typer

_ID: Final = re.compile(rb"(?:^|[\s{,-])id:[ \t]*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)", re.MULTILINE)
_MOST: Final = 2_000
"""Ids that are offered at once; a shell cannot show more of them."""


def ids_like(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids in the project that begin with what is typed, in the order of the alphabet."""
    return [one for one in _ids(ctx) if one.startswith(incomplete)][:_MOST]


def id_and_field(ctx: typer.Context, incomplete: str) -> list[str]:
    """``ID.`` for the ids that begin with what is typed, and after the period the fields of the entry."""
    return _with_fields(ctx, incomplete, lists_only=False)


def kind_or_list(ctx: typer.Context, incomplete: str) -> list[str]:
    """The kinds of entries, and after an id and a period the lists of entries in it."""
    from pathwayctl.editing.new_entry import kinds

    if "." in incomplete:
        return _with_fields(ctx, incomplete, lists_only=True)
    return [kind for kind in kinds() if kind.startswith(incomplete.lower())]


def _with_fields(ctx: typer.Context, incomplete: str, *, lists_only: bool) -> list[str]:
    id_, period, _ = incomplete.partition(".")
    if not period:
        singles = (
            [] if lists_only else [f"{name}." for name in ("project", "calendar") if name.startswith(id_)]
        )
        return [*singles, *(f"{one}." for one in ids_like(ctx, id_))]
    return [
        one
        for name in _fields(ctx, id_, lists_only=lists_only)
        if (one := f"{id_}.{name}").startswith(incomplete)
    ]


def _fields(ctx: typer.Context, id_: str, *, lists_only: bool) -> list[str]:
    """The fields of the entry with an id; those of every kind of entry that it could be, if it is new."""
    from pathwayctl.editing.draft import own_ids
    from pathwayctl.loading.fields import keys, model_at
    from pathwayctl.loading.files import read_files
    from pathwayctl.source.reading import read

    root = _root(ctx)
    if id_ in ("project", "calendar"):
        paths: list[Any] = [(id_,)]
    elif root is None:
        return []
    else:
        mark = id_.encode()
        values = [read(file.data).value for file in read_files(root)[0] if mark in file.data]
        paths = [path for value in values if value for own, path in own_ids(value) if own == id_]
    found = []
    for path in paths[:1]:
        model = model_at(path)
        for name in keys(model) if model else ():
            if name != "id" and (not lists_only or model_at((*path, name, 0)) is not None):
                found.append(name)
    return found


def _ids(ctx: typer.Context) -> list[str]:
    from pathwayctl.loading.files import read_files

    root = _root(ctx)
    if root is None:
        return []
    files, _ = read_files(root)
    return sorted({found.decode() for file in files for found in _ID.findall(file.data)})


def _root(ctx: typer.Context) -> Path | None:
    """Find the folder of the project among the words typed so far."""
    from pathwayctl.loading.files import find_project

    params = getattr(ctx, "params", {})
    named = params.get("in_project") or params.get("project")
    try:
        return find_project(Path(named or "."))
    except OSError:
        return None
