"""How values become records, and that a file that does not fit is noticed."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from pathwayctl.catalog import reading
from pathwayctl.catalog.catalog_entry import CatalogLine
from pathwayctl.catalog.data_records import Number, Record
from pathwayctl.model.vocabulary import Role
from pathwayctl.source.reading import Reading


class Part(CatalogLine):
    role: Role = Role.DOER
    number: Number = 0
    words: tuple[str, ...] = ()
    inner: CatalogLine | None = None


class Whole(Record):
    parts: tuple[Part, ...]


def whole(parts: Any) -> Whole:
    return Whole.model_validate({"source": "A guide (2016)", "parts": parts})


def test_a_text_in_place_of_a_record_is_its_second_field() -> None:
    assert whole({"one": "Do it."}).parts == (Part(id="one", text="Do it.", source="A guide (2016)"),)


def test_fields_are_read_by_their_types() -> None:
    value = {"text": "Do it.", "role": "connector", "number": 3, "words": ["a", "b"]}
    (part,) = whole({"one": value}).parts
    assert (part.role, part.number, part.words, part.inner) == (Role.CONNECTOR, 3, ("a", "b"), None)


def test_a_place_is_added_to_the_source_above_it() -> None:
    (part,) = whole({"one": {"text": "Do it.", "place": "table 2"}}).parts
    assert part.source == "A guide (2016), table 2"


def test_a_place_holds_for_all_entries_and_what_is_in_them() -> None:
    inner = {"id": "in", "text": "Inside.", "place": "row 1"}
    parts = {"place": "table 2", "entries": {"one": {"text": "Do it.", "inner": inner}, "two": "Say it."}}
    one, two = whole(parts).parts
    assert one.source == two.source == "A guide (2016), table 2"
    assert one.inner == CatalogLine(id="in", text="Inside.", source="A guide (2016), table 2, row 1")


def test_a_source_takes_the_place_of_the_one_above_it() -> None:
    (part,) = whole({"source": "A law (2014)", "entries": {"one": "Do it."}}).parts
    assert part.source == "A law (2014)"


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        pytest.param(["Do it."], "valid dictionary or instance of Part", id="a list of records"),
        pytest.param({"one": {"role": "doer"}}, "parts.0.text\n  Field required", id="missing field"),
        pytest.param(
            {"one": {"text": "Do it.", "rule": 1}}, "parts.0.rule\n  Extra inputs", id="unknown field"
        ),
        pytest.param({"one": ""}, "at least 1 character", id="an empty text"),
        pytest.param({"one": 5}, "a valid string", id="a number for a text"),
        pytest.param({"one": {"text": "Do it.", "number": True}}, "a valid integer", id="yes for a number"),
        pytest.param({"one": {"text": "Do it.", "words": "a"}}, "a valid tuple", id="no list"),
        pytest.param({"one": {"text": "Do it.", "role": "cook"}}, "Input should be", id="an unknown word"),
        pytest.param({"one": {"text": "Do it.", "inner": "a"}}, "parts.0.inner", id="no record"),
    ],
)
def test_what_does_not_fit_is_a_mistake(parts: Any, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        whole(parts)


def test_a_record_without_a_source_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="source\n  Field required"):
        Whole.model_validate({"parts": {}})


def test_a_data_file_that_is_not_clean_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    spots: Any = ("a spot",)
    monkeypatch.setattr("pathwayctl.source.reading.read", lambda data: Reading(None, spots, whole=False))
    monkeypatch.setattr(reading, "spoken", lambda: "a language not read yet")
    with pytest.raises(ValueError, match=r"sector.yaml is not clean YAML: \('a spot',\)"):
        reading.sector()
