"""The files of the examples and of every new project, and edits that fit them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import edit_oracle as oracle
from edit_projects import data_of, files_of
from layouts import Dice

from pathwayctl.editing.edits import AddEntry, Edit, MoveEntry, RemoveEntry, RenameId, SetField
from pathwayctl.loading.fields import keys, model_at
from pathwayctl.model.vocabulary import Guide
from pathwayctl.scaffolds import scaffold
from pathwayctl.source.reading import read
from pathwayctl.source.text_report import Reading

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = (
    *sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()),
    *(guide.value for guide in Guide),
    "+".join(guide.value for guide in Guide),
)


@cache
def texts_of(name: str) -> dict[str, str]:
    """The files of an example, or of a new project with the guides of a name."""
    folder = EXAMPLES / name
    if folder.is_dir():
        paths = (
            path for path in folder.rglob("*.yaml") if path.parent.name not in ("baselines", "templates")
        )
        return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in sorted(paths)}
    from scaffold_projects import START, TERMS

    made = scaffold(name.split("+"), "Pathways", START, TERMS)
    return {file: text for file, text in made.items() if file.endswith(".yaml")}


@cache
def data_of_all(name: str) -> oracle.Data:
    return {file: data_of(text) for file, text in texts_of(name).items()}


@cache
def readings_of(name: str) -> tuple[Reading, ...]:
    return tuple(read(file.data) for file in files_of(texts_of(name)))


def edit_of(dice: Dice, data: oracle.Data) -> tuple[Edit, oracle.Data]:
    """An edit of some entry, and the data after it."""
    found = [(entry["id"], path) for _, path, entry in oracle.entries(data)]
    id_, path = dice.pick(found)
    model = model_at(path)
    assert model is not None
    kind = dice.number(1, 6)
    if kind == 1:
        return RenameId(id_, "renamed-entry"), {}
    if kind == 2:
        return RemoveEntry(id_), oracle.after_remove(data, id_)
    if kind == 3:
        others = [other for other, place in found if model_at(place) is model and place[: len(path)] != path]
        if others:
            before = dice.pick(others)
            return MoveEntry(id_, before=before), oracle.after_move(data, id_, before=before)
    if kind == 4:
        section = str(path[0])
        fields = {"title": dice.text(), "id": "added-entry", "note": dice.long_text()}
        value: Any = {key: one for key, one in fields.items() if key in keys(model)}
        file = oracle.find(data, id_)[0]
        return AddEntry(section, value, file), oracle.after_add(data, file, (section,), value)
    names = [field for field in keys(model) if field != "id"]
    field = dice.pick(names)
    values: tuple[Any, ...] = (dice.text(), dice.long_text(), 7, True, ["a", "b"], {"low": "1d"})
    new: Any = None if kind == 5 else dice.pick(values)
    return SetField(id_, field, new), oracle.after_set(data, id_, (field,), new)
