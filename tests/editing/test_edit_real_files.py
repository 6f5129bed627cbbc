"""Edits of the examples and of all new projects: what was asked happens, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import edit_oracle as oracle
import pytest
from edit_projects import data_of, planned
from hypothesis import event, given, settings
from hypothesis import strategies as st
from layouts import Dice

sys.path.append(str(Path(__file__).parents[1] / "scaffolds"))
from project_samples import NAMES, data_of_all, edit_of, readings_of, texts_of

from pathwayctl.editing.edits import AddEntry, MoveEntry, Refused, RemoveEntry, RenameId, SetField

ALLOWED = ("comments inside", "comment between", "there already", "moved into itself", "within brackets")


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=50)
@given(st.integers(0, 2**40))
def test_what_was_asked_happens_and_nothing_else(name: str, seed: int) -> None:
    texts, data = texts_of(name), data_of_all(name)
    edit, wanted = edit_of(Dice(seed), data)
    found = planned(texts, edit, readings=readings_of(name))
    if isinstance(found, Refused):
        assert any(reason in found.message for reason in ALLOWED), (edit, found)
        event(f"{type(edit).__name__} refused")
        return
    event(f"{type(edit).__name__} made")
    after = {file.name: file.data.decode() for file in found.files}
    for file, text in after.items():
        if text == texts.get(file):
            assert not wanted or wanted[file] == data[file]
        elif wanted:
            assert oracle.normal(data_of(text)) == oracle.normal(wanted[file])
    for change in found.transaction.changes:
        old, new = (change.before or b"").decode(), (change.after or b"").decode()
        if isinstance(edit, RenameId):
            assert new.replace("renamed-entry", edit.old) == old
        elif isinstance(edit, AddEntry):
            assert oracle.is_insertion(old, new) or "[]" in old
        elif isinstance(edit, RemoveEntry) or (isinstance(edit, SetField) and edit.value is None):
            assert oracle.is_deletion(old, new) or "[]" in new
        elif isinstance(edit, MoveEntry):
            assert (
                sorted(new.replace(" []", "").split()) == sorted(old.replace(" []", "").split())
                or len(after) > 1
            )
    assert {file for file in after if after[file] != texts.get(file)} == {
        change.name for change in found.transaction.changes
    }
