"""The words that people use for fields and sections: what they stand for exists, and each can be found."""

from __future__ import annotations

from collections.abc import Iterator

from pathwayctl.loading.fields import keys
from pathwayctl.model import counterparts, key_advice
from pathwayctl.model.annotations import inner_model
from pathwayctl.model.base import Model
from pathwayctl.model.common_words import EVERYWHERE
from pathwayctl.model.plan import Plan


def _models(model: type[Model], seen: set[type[Model]]) -> Iterator[type[Model]]:
    if model not in seen:
        seen.add(model)
        yield model
        for field in model.model_fields.values():
            if inner := inner_model(field):
                yield from _models(inner, seen)


FIELDS = {model.__name__: set(keys(model)) for model in _models(Plan, set())}


def test_a_word_stands_for_a_field_that_there_is() -> None:
    known = {(name, field) for name, fields in counterparts._OF.items() for field in fields}
    known |= set(key_advice.REMARKS)
    assert {(name, field) for name, field in known if field not in FIELDS.get(name, ())} == set()
    everywhere = set().union(*FIELDS.values())
    assert set(EVERYWHERE) - everywhere == set()
    assert {name for name, _ in key_advice.NO_PLACE} - set(FIELDS) == set()
    assert set(key_advice.SECTION_WORDS) - set(Plan.model_fields) == set()


def test_no_word_that_has_no_place_is_a_field() -> None:
    for name, words in key_advice.NO_PLACE:
        assert set(words.split()) & FIELDS[name] == set(), name


def test_words_are_written_as_they_are_looked_up() -> None:
    tables = [*counterparts._OF.values(), EVERYWHERE, key_advice.SECTION_WORDS]
    words = [word for table in tables for line in table.values() for word in line.split()]
    assert [word for word in words if counterparts.plain_key(word) != word] == []
