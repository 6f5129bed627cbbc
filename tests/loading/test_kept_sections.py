"""Of a project that is read again, only sections whose files have changed are validated and filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from conftest import HEAD, MakeProject
from pathwayctl.app import examine
from pathwayctl.catalog import terms
from pathwayctl.loading import validation
from pathwayctl.loading.opening import begin_reading, reopen
from pathwayctl.model.kept_sections import KeptSections

FILES = {
    "pathway.yaml": f"{HEAD}  terms: {{college: Two Rivers}}\n",
    "people.yaml": "people:\n  - {id: ann, name: 'Ann of [COLLEGE]'}\n",
    "work-1.yaml": "tasks:\n  - {id: a, title: 'Open at [COLLEGE]', duration: 1d}\n",
    "work-2.yaml": "tasks:\n  - {id: b, title: Close, duration: 1d}\n",
}


@pytest.mark.parametrize(
    ("old", "new", "is_kept"),
    [
        ([[1]], [[1]], False),
        ([1], [True], False),
        ([1000], [1000.0], False),
        ([1, 2], [1], False),
        ({}, {}, False),
        ([], [], True),
    ],
)
def test_only_the_same_objects_are_as_they_were(old: Any, new: Any, is_kept: bool) -> None:
    kept = KeptSections()
    assert [kept.made("a", (old,), lambda: "first") for _ in range(2)] == ["first", "first"]
    assert kept.made("a", (new,), lambda: "second") == ("first" if is_kept else "second")


def test_lists_of_the_same_entries_are_as_they_were() -> None:
    sections, entry = KeptSections(), {"id": "a"}
    first = sections.made("a", ([entry],), lambda: "first")
    assert sections.made("a", ([entry],), lambda: "second") == first
    assert sections.made("b", ([entry],), lambda: "other") == "other"
    assert sections.made("a", ([entry, entry],), lambda: "third") == "third"


def test_only_what_a_changed_file_holds_is_validated_and_filled_in(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(FILES)
    validated: list[str] = []
    filled: list[object] = []
    validate, fill = validation._validated, terms._filled

    def validate_noted(name: str, value: object) -> object:
        validated.append(name)
        return validate(name, value)

    def fill_noted(value: object, words: Mapping[str, str]) -> object:
        filled.append(value)
        return fill(value, words)

    monkeypatch.setattr(validation, "_validated", validate_noted)
    monkeypatch.setattr(terms, "_filled", fill_noted)

    def run(before: Any) -> Any:
        validated.clear()
        filled.clear()
        return examine(reopen(before)).loaded

    first = run(begin_reading(root, in_one_process=True))
    assert {"project", "people", "tasks"} <= set(validated)
    assert "Ann of [COLLEGE]" in filled
    again = run(first.opened)
    assert validated == []
    assert "Ann of [COLLEGE]" not in filled
    assert again.plan == first.plan
    (root / "work-2.yaml").write_text(FILES["work-2.yaml"].replace("Close", "'Close [COLLEGE]'"), "utf-8")
    other = run(again.opened)
    assert validated == ["tasks"]
    assert [one.title for one in other.plan.tasks] == ["Open at Two Rivers", "Close Two Rivers"]
    assert other.plan.people is first.plan.people
    (root / "pathway.yaml").write_text(FILES["pathway.yaml"].replace("Two", "Three"), "utf-8")
    last = run(other.opened)
    assert validated == ["project"]
    assert last.plan.people[0].name == "Ann of Three Rivers"


def test_a_mistake_is_found_again_and_again(make_project: MakeProject) -> None:
    root = make_project(FILES | {"work-1.yaml": "tasks:\n  - {id: a, titel: Open}\n"})
    first = examine(reopen(begin_reading(root, in_one_process=True)))
    again = examine(reopen(first.loaded.opened))
    assert again.errors
    assert again.findings == first.findings
    (root / "work-1.yaml").write_text(FILES["work-1.yaml"], "utf-8")
    assert not examine(reopen(again.loaded.opened)).errors
