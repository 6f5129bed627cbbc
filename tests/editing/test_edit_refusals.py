"""Edits that are refused with a reason, since nobody could make them safely."""

from __future__ import annotations

from typing import Any

import pytest
from edit_projects import planned, refused

from pathwayctl.editing.edits import AddEntry, Edit, MoveEntry, Refused, RemoveEntry, RenameId, SetField

PAIR = "tasks:\n- id: a\n  title: A\n- id: b\n  title: B\n"

REFUSED: dict[str, tuple[str, Edit, str]] = {
    "an alias as the value": (
        "people:\n- {id: p, note: &n N}\ntasks:\n- id: a\n  title: *n\n",
        SetField("a", "title", "New"),
        "repeats a value",
    ),
    "inside a repeated value": (
        "tasks:\n- id: a\n  duration: &d {low: 1d, likely: 2d, high: 3d}\n- id: b\n  duration: *d\n",
        SetField("a", "duration.low", "2d"),
        "*d repeats it",
    ),
    "a repeated value": (
        "tasks:\n- id: a\n  title: &t T\n- id: b\n  title: *t\n",
        SetField("a", "title", "U"),
        "*t repeats it",
    ),
    "a merge key": (
        "tasks:\n- &x {id: b, title: T}\n- <<: *x\n  id: a\n",
        SetField("a", "title", "U"),
        "takes lines over",
    ),
    "several documents": (PAIR + "---\nrisks: []\n", SetField("a", "title", "U"), "second document"),
    "a file with an error": (
        PAIR + "risks: [\n",
        AddEntry("tasks", {"id": "n"}, "work.yaml"),
        "has an error",
    ),
    "a key twice": ("tasks:\n- id: a\n  title: A\n  title: B\n", SetField("a", "title", "U"), "has an error"),
    "no such id": (PAIR, RemoveEntry("c"), "No entry has the id “c”"),
    "an id twice": (PAIR.replace("b\n", "a\n"), RemoveEntry("a"), "More than one entry"),
    "no such field": (PAIR, SetField("a", "titel", "U"), "no field “titel”"),
    "no such item": (PAIR, SetField("a", ("informed", 3), "x"), "There is no “a.informed.4”"),
    "a field of a text": (PAIR, SetField("a", "title.more", "x"), "holds no fields"),
    "the id as a field": (PAIR, SetField("a", "id", "c"), "changes together with all references"),
    "no such section": (PAIR, AddEntry("task", {"id": "n"}), "“task” is not a list"),
    "a list that is none": (PAIR, AddEntry(("a", "title"), "x"), "is not a list"),
    "a file with a wrong ending": (PAIR, AddEntry("tasks", {"id": "n"}, "a.txt"), "does not end in .yaml"),
    "a file outside": (PAIR, AddEntry("tasks", {"id": "n"}, "../a.yaml"), "not a safe name"),
    "an absolute file": (PAIR, AddEntry("tasks", {"id": "n"}, "/a.yaml"), "not a safe name"),
    "a hidden file": (PAIR, AddEntry("tasks", {"id": "n"}, ".a.yaml"), "not a safe name"),
    "a file of baselines": (PAIR, AddEntry("tasks", {"id": "n"}, "baselines/a.yaml"), "not part of the plan"),
    "a device": (PAIR, AddEntry("tasks", {"id": "n"}, "nul.yaml"), "not a safe name"),
    "a file for an inner list": (
        PAIR,
        AddEntry(("a", "informed"), "x", "b.yaml"),
        "Only an entry of a section",
    ),
    "a section": ("project:\n  name: N\n", RemoveEntry("project"), "Only an entry of a list"),
    "not an id": (PAIR, RenameId("a", "My Task"), "cannot be an id"),
    "the same id": (PAIR, RenameId("a", "a"), "“a” is its id already"),
    "an item number 0": (PAIR, SetField("a", "informed.0", "x"), "There is no “a.informed.0”"),
    "an id in use": (PAIR, RenameId("a", "b"), "already in use"),
    "no place to move to": (PAIR, MoveEntry("a"), "exactly one place"),
    "two places to move to": (PAIR, MoveEntry("a", under="b", before="b"), "exactly one place"),
    "moved to where it is": (PAIR, MoveEntry("a", before="b"), "there already"),
    "moved to its own file": (PAIR, MoveEntry("a", file="work.yaml"), "in work.yaml already"),
    "moved under itself": (PAIR, MoveEntry("a", under="a"), "cannot be moved into itself"),
    "moved among other kinds": (PAIR + "risks:\n- id: r\n", MoveEntry("r", before="a"), "cannot go there"),
    "moved with an anchor": (
        "tasks:\n- id: a\n  owner: &o x\n- id: b\n  owner: *o\n",
        MoveEntry("a", file="c.yaml"),
        "marks a value with &",
    ),
    "a comment inside what is replaced": (
        "tasks:\n- id: a\n  informed:\n  - x\n  # y is new\n  - y\n",
        SetField("a", "informed", ["z"]),
        "comments inside",
    ),
    "a comment behind an item in brackets": (
        "tasks: [\n {id: a}, # of a\n {id: b}\n]\n",
        RemoveEntry("b"),
        "within brackets",
    ),
    "a text that nothing can hold": (PAIR, SetField("a", "title", "bell \x07"), "cannot keep intact"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str) -> None:
    text, edit, reason = REFUSED[name]
    assert reason in refused(text, edit)


def test_the_hint_names_what_is_meant() -> None:
    hints: dict[str, Any] = {}
    for edit in (
        SetField("kickof", "title", "T"),
        SetField("kickoff", "ownr", "x"),
        RenameId("kickoff", "A B"),
    ):
        found = planned({"work.yaml": "tasks:\n- id: kickoff\n  title: T\n"}, edit)
        assert isinstance(found, Refused)
        hints[type(edit).__name__ + found.message[:3]] = found.hint
    assert list(hints.values()) == ["Did you mean “kickoff”?", "Did you mean “owner”?", "Write a-b."]


def test_one_refused_edit_refuses_them_all() -> None:
    assert "No entry" in refused(PAIR, SetField("a", "title", "U"), RemoveEntry("zzz"))


def test_broken_files_do_not_hinder_edits_of_others() -> None:
    texts = {"work.yaml": PAIR, "broken.yaml": "risks: [\n"}
    assert not isinstance(planned(texts, SetField("a", "title", "U")), Refused)
    assert "broken.yaml" in refused(texts, AddEntry("risks", {"id": "n"}, "broken.yaml"))
