"""The likeliest slip of a beginner: entries written below a list that still says it is empty."""

from __future__ import annotations

import pytest

from pathwayctl.source.reading import read


@pytest.mark.parametrize("text", ["people: []\n  - id: a\n", "people: [ ]  # nobody\n- id: a\n"])
def test_the_empty_list_is_to_be_taken_away(text: str) -> None:
    (spot,) = read(text.encode()).spots
    assert spot.hint == "Take “[]” away behind “people:” in the line above it."


def test_another_line_above_is_told_as_before() -> None:
    (spot,) = read(b"people: none\n  - id: a\n").spots
    assert spot.hint.startswith("Put the name of the list")
