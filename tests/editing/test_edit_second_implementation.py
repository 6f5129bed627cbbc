"""A second implementation of edits agrees with ours wherever it makes the edit: the package yaml-edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import edit_oracle as oracle
import pytest
from edit_projects import data_of, planned
from layouts import FIELDS, IDS, Dice, file_of
from project_samples import texts_of
from yaml_edit import Document, YamlError

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import AddEntry, Edit, Refused, RemoveEntry, SetField
from pathwayctl.source.reading import read

Case = tuple[Edit, Callable[[Document], object]]
"""One of our edits, and the same with the other package."""


def _at(document: Document, path: Path) -> Any:
    return document.get_path(_dotted(path))


def _dotted(path: Path) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def case_of(dice: Dice, path: Path, entry: dict[str, Any]) -> Case:
    """An edit that both can make."""
    id_ = entry["id"]
    kind = dice.number(1, 4)
    if kind == 1:
        return RemoveEntry(id_), lambda document: _at(document, path[:-1]).as_sequence().pop(path[-1])
    if kind == 2 and len(entry) > 1:
        field = dice.pick([name for name in entry if name != "id"])
        return SetField(id_, field, None), lambda document: document.remove_path(_dotted((*path, field)))
    if kind == 3:
        lists = [
            name for name, one in entry.items() if isinstance(one, list) and one and isinstance(one[0], str)
        ]
        if lists:
            name = dice.pick(lists)
            return (
                AddEntry((id_, name), "added-id"),
                lambda document: _at(document, (*path, name)).as_sequence().append("added-id"),
            )
    field = dice.pick(
        [name for name in FIELDS if name not in ("deadline", "assigned", "depends_on", "duration")]
    )
    value = dice.value(field)
    return SetField(id_, field, value), lambda document: document.set_path(_dotted((*path, field)), value)


def theirs(text: str, make: Callable[[Document], object]) -> str | None:
    """The text after their edit; ``None`` if they do not make it, or read the file differently."""
    try:
        document = Document.parse(text)
        make(document)
        after = str(document)
    except (YamlError, AttributeError, IndexError, KeyError, TypeError):
        return None
    return after


@pytest.mark.parametrize("most", [1, 2, 3])
def test_both_agree_on_generated_files(most: int) -> None:
    seen: Counter[str] = Counter()
    for seed in range(400):
        dice = Dice(seed * 7 + most)
        text, data = file_of(dice, list(IDS), most)
        if data_or_none(text) == data:
            found = [pair for pair in _tasks(data) if pair[0][0] == "tasks"]
            seen[compared(text, *case_of(dice, *dice.pick(found)))] += 1
    both = seen["same bytes"] + seen["same data"]
    assert seen.keys() <= {"same bytes", "same data", "not made by both"}
    assert (both > 350, seen["same bytes"] > both / 2) == (True, True), seen


@pytest.mark.parametrize("name", ["colorado_sector", "state_agency"])
def test_both_agree_on_the_examples(name: str) -> None:
    seen: Counter[str] = Counter()
    works = (text for file, text in texts_of(name).items() if file.startswith("work/"))
    files = [(text, found) for text in works if (found := _tasks(data_of(text)))]
    for seed in range(60):
        dice = Dice(seed)
        text, found = dice.pick(files)
        seen[compared(text, *case_of(dice, *dice.pick(found)))] += 1
    assert seen.keys() <= {"same bytes", "same data", "not made by both"}
    assert seen["same bytes"] + seen["same data"] > 50, seen


def _tasks(data: dict[str, Any]) -> list[tuple[Path, dict[str, Any]]]:
    return [(path, entry) for _, path, entry in oracle.entries({"work.yaml": data})]


def data_or_none(text: str) -> Any:
    reading = read(text.encode())
    return reading.value if reading.whole else None


def compared(text: str, edit: Edit, make: Callable[[Document], object]) -> str:
    """How the results of both implementations compare."""
    ours, other = planned({"work.yaml": text}, edit), theirs(text, make)
    if isinstance(ours, Refused) or other is None:
        return "not made by both"
    own = ours.files[0].data
    if other.encode() == own:
        return "same bytes"
    agree = oracle.normal(data_or_none(other)) == oracle.normal(data_of(own))
    return "same data" if agree else f"{edit} of\n{text}\nhere:\n{own.decode()}\nthere:\n{other}"
