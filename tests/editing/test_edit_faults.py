"""The properties find faults: each is planted in the engine, and some property must fail on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import test_edit_properties as properties
import test_edit_second_implementation as second

from pathwayctl.editing import (
    changes,
    draft,
    entry_lines,
    list_entries,
    nodes,
    planning,
    references,
    set_field,
    splicing,
    way,
    yaml_text,
)
from pathwayctl.editing.entry_lines import Splice
from pathwayctl.source.reading import read

Fault = tuple[Callable[..., None], Any, str, Callable[[Any], Any]]
"""A property that fails, the module and the name of what is broken, and the broken one from the sound one."""


def _loses_comment(sound: Any) -> Any:
    def replace_value(text: str, *arguments: Any) -> list[Splice]:
        return [
            Splice(start, entry_lines.line_end(text, end), new) for start, end, new in sound(text, *arguments)
        ]

    return replace_value


def _one_further(sound: Any) -> Any:
    return lambda text, *arguments: (
        sound(text, *arguments)[0],
        entry_lines.next_line(text, sound(text, *arguments)[1]),
    )


def _misplaced(sound: Any) -> Any:
    def after(*given: Any, **more: Any) -> Splice:
        start, _, new = sound(*given, **more)
        return Splice(start - 2, start - 2, new)

    return after


def _leaves_comma(sound: Any) -> Any:
    def remove_entry(text: str, *rest: Any) -> list[Splice]:
        return [Splice(start, end, text[start:end][:1]) for start, end, _ in sound(text, *rest)]

    return remove_entry


def _in_bytes(sound: Any) -> Any:
    def spliced(text: str, splices: list[Splice]) -> Any:
        def at(place: int) -> int:
            return len(text[:place].encode())

        return sound(text, [Splice(at(start), at(end), new) for start, end, new in splices])

    return spliced


def _floats(sound: Any) -> Any:
    return lambda value, **more: sound(float(value) if type(value) is int else value, **more)


def _in_front(sound: Any) -> Any:
    return lambda data, path, _, value: sound(data, path, 0, value)


def _flat(sound: Any) -> Any:
    return lambda value, column, *rest, **more: sound(value, 0, *rest, **more)


def _one_above(sound: Any) -> Any:
    return lambda text, start: sound(text, max(sound(text, start) - 1, 0))


SET, SET_BACK = (
    properties.test_a_field_is_set_and_nothing_else,
    properties.test_a_value_set_back_gives_the_original_bytes,
)
OUT, ADDED = (
    properties.test_a_field_is_taken_out_and_nothing_else,
    properties.test_an_entry_is_added_and_taken_out_again,
)
REMOVED, RENAMED = (
    properties.test_an_entry_is_removed_and_nothing_else,
    properties.test_an_id_is_renamed_and_renamed_back,
)
MOVED, SEVERAL = (
    properties.test_an_entry_is_moved_with_its_lines,
    properties.test_several_edits_are_one_transaction,
)

FAULTS: dict[str, Fault] = {
    "a value takes the comment behind it along": (SET, splicing, "replace_value", _loses_comment),
    "texts are not put in quotes": (SET, yaml_text, "_is_plain", lambda _: lambda *_, **__: True),
    "a new field is put in the wrong place": (SET, splicing, "_after", _misplaced),
    "line breaks are those of one system": (SET, draft, "newline_of", lambda _: lambda _: "\n"),
    "the byte-order mark gets lost": (SET, draft, "BOM_UTF8", lambda _: b""),
    "numbers change their kind": (SET_BACK, yaml_text, "scalar", _floats),
    "one line too many goes": (OUT, splicing, "extent", _one_further),
    "comments stay behind": (REMOVED, splicing, "owned_start", lambda _: entry_lines.line_start),
    "other comments go too": (REMOVED, splicing, "owned_start", _one_above),
    "an entry leaves its first sign": (REMOVED, splicing, "remove_entry", _leaves_comma),
    "a new entry is not indented": (ADDED, splicing, "item", _flat),
    "a new entry goes to the beginning": (ADDED, changes, "add_item", _in_front),
    "links are not renamed": (RENAMED, references, "is_named", lambda _: lambda text, old: text == old),
    "keys are not renamed": (RENAMED, changes, "rename_key", lambda _: lambda data, *_: data),
    "an id is renamed within another": (
        RENAMED,
        references,
        "is_named",
        lambda _: lambda text, old: old in text,
    ),
    "a moved entry keeps its indentation": (
        MOVED,
        splicing,
        "reindented",
        lambda sound: lambda a, _, b: sound(a, 0, b),
    ),
    "a moved entry loses its comments": (MOVED, list_entries, "_lines_of", lambda _: lambda *_: None),
    "an entry is copied, not moved": (MOVED, list_entries, "removal", lambda _: lambda *_: []),
    "marks are taken for bytes": (SEVERAL, entry_lines, "spliced", _in_bytes),
    "a text ends with its blank lines": (
        ADDED,
        nodes._NodeWalk,
        "_end_of",
        lambda _: lambda _, one: one.end_mark.index,
    ),
}
NEEDS_CHECK = ("a new entry goes to the beginning", "keys are not renamed")
"""Faults in what a file is expected to say; what is written is right, and refused."""


@pytest.mark.parametrize("checked", [True, False], ids=["with the own check", "without"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_property_fails(name: str, checked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if name in NEEDS_CHECK and not checked:
        return
    fails, place, attribute, broken = FAULTS[name]
    sound = getattr(place, attribute)
    for module in (
        place,
        changes,
        draft,
        entry_lines,
        list_entries,
        planning,
        references,
        set_field,
        splicing,
        way,
    ):
        if getattr(module, attribute, None) is sound:
            monkeypatch.setattr(module, attribute, broken(sound))
    if not checked:
        monkeypatch.setattr(planning, "_checked", lambda file: read(file.data))
    monkeypatch.setattr(properties, "event", lambda _: None)
    assert any(_finds(fails, most, seed) for seed in range(120) for most in (1, 2, 3))


def _finds(test: Any, most: int, seed: int) -> bool:
    try:
        test.hypothesis.inner_test(most, seed)
    except Exception:
        return True
    return False


def test_the_comparison_with_the_other_implementation_fails_on_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sound = yaml_text.scalar
    monkeypatch.setattr(splicing, "scalar", lambda value, **more: sound(value, **more).upper())
    monkeypatch.setattr(planning, "_checked", lambda file: read(file.data))
    with pytest.raises(AssertionError):
        second.test_both_agree_on_generated_files(2)
