"""A pattern that is compiled late does what a pattern does."""

from __future__ import annotations

import re

import pytest

from pathwayctl.quick_pattern import pattern


@pytest.mark.parametrize("method", ["match", "fullmatch", "search"])
@pytest.mark.parametrize("text", ["A1", "xa1", "b"])
def test_a_late_pattern_finds_what_the_standard_one_finds(method: str, text: str) -> None:
    late, standard = pattern("a[0-9]", re.IGNORECASE), re.compile("a[0-9]", re.IGNORECASE)
    assert str(getattr(late, method)(text)) == str(getattr(standard, method)(text))
    assert late.sub("-", text) == standard.sub("-", text)


def test_a_pattern_is_not_compiled_before_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("a")
