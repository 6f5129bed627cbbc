"""Edits of generated files in every layout: what was asked happens, and nothing else."""

from __future__ import annotations

import copy
from typing import Any

import edit_oracle as oracle
from edit_projects import data_of, planned
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from layouts import FIELDS, IDS, MARKS, Dice, file_of

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import (
    AddEntry,
    Edit,
    MoveEntry,
    Refused,
    RemoveEntry,
    RemoveItem,
    RenameId,
    ReplaceReferences,
    SetField,
    Typed,
)
from pathwayctl.source.reading import read

REFERENCES = frozenset(("id", "owner", "assigned", "consulted", "informed", "depends_on"))
ALLOWED = (
    "comments inside",
    "comment between",
    "within brackets",
    "there already",
    "in work.yaml already",
    "in more.yaml already",
    "moved into itself",
    "on the line of another hyphen",
    "would become part of the text above",
    "what it goes to is within brackets",
)
"""The reasons for which edits of such files may be refused."""
MANY = settings(max_examples=150, suppress_health_check=list(HealthCheck))
Project = tuple[dict[str, str], oracle.Data]


SEEDS = given(st.integers(1, 3), st.integers(0, 2**40))
"""How many entries lists have at most, and the seed of all that is generated."""


def project_of(dice: Dice, most: int) -> Project:
    """Two files, as texts and as data.

    What is drawn anew are the few texts in which a comment happens to be part of a text above it, or a tab
    is where none may be.
    """
    while True:
        ids = list(IDS)
        found = {name: file_of(dice, ids, most) for name in ("more.yaml", "work.yaml")}
        if all(reads_as(text, value) for text, value in found.values()):
            return {name: text for name, (text, _) in found.items()}, {
                name: value for name, (_, value) in found.items()
            }


def lines_of(written: dict[str, str]) -> dict[str, list[str]]:
    """The lines but for blank ones, as a blank line that came with an entry stays when it goes."""
    return {name: [line for line in text.splitlines() if line.strip()] for name, text in written.items()}


def reads_as(text: str, value: Any) -> bool:
    reading = read(text.encode())
    return reading.whole and reading.value == value


def tried(written: dict[str, str], *edits: Edit) -> dict[str, str] | None:
    """The texts after edits; ``None`` if they are refused for a reason that is allowed."""
    found = planned(written, *edits)
    kind = type(edits[0]).__name__
    if isinstance(found, Refused):
        assert any(reason in found.message for reason in ALLOWED), found
        event(f"{kind} refused")
        return None
    event(f"{kind} made")
    assert found.transaction.inverse().inverse() == found.transaction
    return {file.name: file.data.decode() for file in found.files}


def check(before: dict[str, str], after: dict[str, str], wanted: oracle.Data) -> None:
    """The texts say what is wanted, and files that say the same as before are the same to the byte."""
    said = {name: data_of(text) for name, text in after.items()}
    assert {name: oracle.normal(one) for name, one in said.items()} == {
        name: oracle.normal(one) for name, one in wanted.items()
    }
    for name, text in before.items():
        if data_of(text) == said[name]:
            assert after[name] == text
        assert after[name].startswith("\ufeff") == text.startswith("\ufeff")
        if "\r\n" in text:
            assert after[name].count("\n") == after[name].count("\r\n")
        elif "\n" in text:
            assert "\r" not in after[name]


def task_ids(data: oracle.Data) -> list[str]:
    return sorted(entry["id"] for _, path, entry in oracle.entries(data) if path[0] == "tasks")


@MANY
@SEEDS
def test_a_field_is_set_and_nothing_else(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    id_, field = dice.pick(task_ids(data)), dice.pick(FIELDS)
    value = dice.value(field)
    after = tried(written, SetField(id_, field, value))
    if after is None:
        return
    check(written, after, oracle.after_set(data, id_, (field,), value))
    name, path = oracle.find(data, id_)
    if field not in oracle.at(data[name], path):
        assert oracle.is_insertion(written[name], after[name])
        back = tried(after, SetField(id_, field, None))
        assert back in (written, None)
    elif not isinstance(value, list | dict) and not isinstance(
        oracle.at(data[name], path)[field], list | dict
    ):
        assert oracle.comments(written, MARKS) == oracle.comments(after, MARKS)


@MANY
@SEEDS
def test_a_value_set_back_gives_the_original_bytes(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    numbers = [
        (entry["id"], field, entry[field])
        for _, path, entry in oracle.entries(data)
        for field in ("priority", "cost", "private")
        if path[0] == "tasks" and field in entry
    ]
    if not numbers:
        return
    id_, field, old = dice.pick(sorted(numbers))
    value = dice.value(field)
    if old == value:
        return
    after = tried(written, SetField(id_, field, value))
    assert after is not None
    assert tried(after, SetField(id_, field, old)) == written


@MANY
@SEEDS
def test_a_field_is_taken_out_and_nothing_else(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    id_ = dice.pick(task_ids(data))
    name, path = oracle.find(data, id_)
    field = dice.pick([field for field in oracle.at(data[name], path) if field != "id"] or ["title"])
    after = tried(written, SetField(id_, field, None))
    if after is not None:
        check(written, after, oracle.after_set(data, id_, (field,), None))
        assert oracle.is_deletion(written[name], after[name])


@MANY
@SEEDS
def test_an_entry_is_added_and_taken_out_again(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    fields = dice.some(FIELDS, 4)
    value = {"id": "added-entry"} | {field: dice.value(field) for field in fields}
    under = dice.pick((None, *task_ids(data)))
    file = dice.pick(("work.yaml", "more.yaml", "new.yaml"))
    edit = AddEntry("tasks", value, file) if under is None else AddEntry((under, "tasks"), value)
    after = tried(written, edit)
    if after is None:
        return
    name, path = (file, ()) if under is None else oracle.find(data, under)
    check(written, after, oracle.after_add(data, name, (*path, "tasks"), value))
    there = oracle.at(data.get(name, {}), path).get("tasks")
    if name in written and there != []:
        assert oracle.is_insertion(written[name], after[name])
    if there:
        assert lines_of(tried(after, RemoveEntry("added-entry")) or {}) == lines_of(written)


@MANY
@SEEDS
def test_an_entry_is_removed_and_nothing_else(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    id_ = dice.pick(task_ids(data))
    after = tried(written, RemoveEntry(id_))
    if after is None:
        return
    check(written, after, oracle.after_remove(data, id_))
    name, path = oracle.find(data, id_)
    if len(oracle.at(data[name], path[:-1])) > 1:
        assert oracle.is_deletion(written[name], after[name])
        assert oracle.takes_its_comments(written[name], after[name])


@MANY
@SEEDS
def test_an_id_is_renamed_and_renamed_back(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    old = dice.pick(task_ids(data))
    after = tried(written, RenameId(old, "renamed-entry"))
    assert after is not None
    check(written, after, oracle.after_rename(data, old, "renamed-entry", fields=REFERENCES))
    assert tried(after, RenameId("renamed-entry", old)) == written


LISTS = ("informed", "depends_on")


def items_of(data: oracle.Data, id_: str, field: str) -> list[str]:
    name, path = oracle.find(data, id_)
    found = oracle.at(data[name], path).get(field)
    return found if isinstance(found, list) else []


@MANY
@SEEDS
def test_an_item_is_added_to_a_list_once_and_taken_out_again(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    id_, field = dice.pick(task_ids(data)), dice.pick(LISTS)
    items = items_of(data, id_, field)
    add = AddEntry((id_, field), Typed("new-entry"))
    after = tried(written, add)
    if after is None:
        return
    check(written, after, oracle.after_set(data, id_, (field,), [*items, "new-entry"]))
    assert tried(after, add) == after
    back = tried(after, RemoveItem((id_, field), "new-entry"))
    if back is not None and items:
        assert lines_of(back) == lines_of(written)


@MANY
@SEEDS
def test_an_item_is_taken_out_and_nothing_else(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    full = [(id_, field) for id_ in task_ids(data) for field in LISTS if items_of(data, id_, field)]
    if not full:
        return
    id_, field = dice.pick(full)
    items = items_of(data, id_, field)
    value = dice.pick(items).split()[0]
    at = next(number for number, item in enumerate(items) if item.split()[0] == value)
    after = tried(written, RemoveItem((id_, field), value))
    if after is not None:
        check(written, after, oracle.after_set(data, id_, (field,), [*items[:at], *items[at + 1 :]]))
        name, _ = oracle.find(data, id_)
        if len(items) > 1:
            assert oracle.is_deletion(written[name], after[name])


def references_to(data: oracle.Data, old: str) -> list[Path]:
    """Every place that refers to an id, as a path that begins with the id of its task."""
    found: list[Path] = []
    for id_ in task_ids(data):
        name, path = oracle.find(data, id_)
        entry = oracle.at(data[name], path)
        found += [(id_, "owner")] if entry.get("owner") == old else []
        for field in (*LISTS, "consulted", "assigned"):
            items = entry.get(field) or ()
            named = enumerate(items if isinstance(items, list | dict) else ())
            found += [(id_, field, at) for at, item in named if str(item).split()[:1] == [old]]
    return found


@MANY
@SEEDS
def test_references_are_replaced_where_asked_and_back(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    known = [one for one in IDS if references_to(data, one)]
    if not known:
        return
    old = dice.pick(known)
    places = dice.some(references_to(data, old), 4) or references_to(data, old)[:1]
    after = tried(written, ReplaceReferences(tuple(places), old, "new-person"))
    if after is None:
        return
    wanted = copy.deepcopy(data)
    for id_, field, *at in places:
        name, path = oracle.find(data, str(id_))
        entry = oracle.at(wanted[name], path)
        if isinstance(entry[field], dict):
            pairs = entry[field].items()
            entry[field] = {"new-person" if key == old else key: share for key, share in pairs}
        elif at:
            entry[field][at[0]] = entry[field][at[0]].replace(old, "new-person", 1)
        else:
            entry[field] = "new-person"
    check(written, after, wanted)
    assert tried(after, ReplaceReferences(tuple(places), "new-person", old)) == written


@MANY
@SEEDS
def test_an_entry_is_moved_with_its_lines(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    ids = task_ids(data)
    id_, other = dice.pick(ids), dice.pick(ids)
    file = dice.pick(("work.yaml", "more.yaml", "new.yaml"))
    how = dice.pick(({"file": file}, {"under": other}, {"before": other}))
    after = tried(written, MoveEntry(id_, **how))
    if after is None:
        return
    check(written, after, oracle.after_move(data, id_, **how))
    assert oracle.comments(written, MARKS) == oracle.comments(after, MARKS)


@MANY
@SEEDS
def test_several_edits_are_one_transaction(most: int, seed: int) -> None:
    dice = Dice(seed)
    written, data = project_of(dice, most)
    edits: list[Edit] = []
    wanted = copy.deepcopy(data)
    for _ in range(dice.number(2, 5)):
        id_ = dice.pick(task_ids(wanted))
        field = dice.pick(("title", "owner", "priority", "deadline"))
        value = dice.value(field)
        edits.append(SetField(id_, field, value))
        wanted = oracle.after_set(wanted, id_, (field,), value)
    added = {"id": "added-entry", "title": dice.text()}
    edits.append(AddEntry("tasks", added, "new.yaml"))
    wanted = oracle.after_add(wanted, "new.yaml", ("tasks",), added)
    after = tried(written, *edits)
    if after is not None:
        check(written, after, wanted)
