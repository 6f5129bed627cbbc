"""The examples with their optional texts left blank: every page is made, without the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from pathwayctl.app import open_project
from pathwayctl.diagnostics import Severity
from pathwayctl.handouts.context import Context
from pathwayctl.loading.fields import field_at, type_at
from pathwayctl.model.values import Text
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.bundle import bundle
from pathwayctl.rendering.page_sets import Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.source.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
BLANKS = (" ", "\n", "\u2003 ", "")


def _optional_texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str | int]]:
    """Each optional text, as the list or group that holds it and its place there."""
    for place, part in value.items() if isinstance(value, dict) else enumerate(value):
        here = (*path, place)
        if isinstance(part, dict | list):
            yield from _optional_texts(part, here)
        elif (
            isinstance(part, str) and Text in (type_at(here), *get_args(type_at(here))) and not _needed(here)
        ):
            yield value, place


def _needed(path: tuple[str | int, ...]) -> bool:
    field = field_at(path) if isinstance(path[-1], str) else None
    return field is not None and field.is_required()


def _blanked(example: Path, root: Path, group: int, groups: int) -> int:
    """Write an example anew with every ``groups``-th of its optional texts blank; gives their number."""
    number = 0
    for file in sorted(example.rglob("*.yaml")):
        name = file.relative_to(example)
        if name.parts[0] in ("baselines", "templates"):
            continue
        data = read(file.read_bytes()).value
        for holder, place in _optional_texts(data):
            number += 1
            if number % groups == group:
                holder[place] = BLANKS[number // groups % len(BLANKS)]
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(json.dumps(data, default=str), "utf-8")
    return number


@pytest.mark.parametrize(("group", "groups"), [(0, 1), (0, 2), (1, 2)], ids=["all", "one half", "the other"])
@pytest.mark.parametrize("name", ["colorado_sector", "state_agency"])
def test_blank_texts_stop_no_page(name: str, group: int, groups: int, tmp_path: Path) -> None:
    assert _blanked(EXAMPLES / name, tmp_path, group, groups) > 500
    examined = open_project(tmp_path)
    assert [one for one in examined.findings if one.severity is Severity.ERROR] == []
    assert isinstance(examined.schedule, Schedule)
    context = Context(examined.loaded.plan, examined.schedule)
    order = Order((), (), ("html",), "", Audience.INTERNAL, (), ())
    made = bundle(context, Templates(tmp_path), order, tmp_path)
    assert made.mistakes == ()
    assert len(made.files) > 100
