from __future__ import annotations

import pytest

from effort import grows_evenly
from pathwayctl.handouts.cells import unmarked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, ""),
        ("plain", "plain"),
        ("**bold** and *slanted*", "bold and slanted"),
        ("__bold__ and _slanted_", "bold and slanted"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("# Head\n\n- one\n- two", "Head\n• one\n• two"),
        ("see [the page](https://example.org/a)", "see the page"),
        ("see [the page](javascript:x)", "see [the page](javascript:x)"),
        ("run `this`", "run this"),
        ("> said", "said"),
        ("1. first\n2. second", "1. first\n2. second"),
    ],
)
def test_words_without_marks(text: str | None, words: str) -> None:
    assert unmarked(text) == words


@pytest.mark.parametrize("piece", ["**a", "*a ", "_a", "[a](https://", "`", "# ", "\n\n ", "* "])
def test_no_text_takes_long(piece: str) -> None:
    assert grows_evenly(lambda: unmarked(piece * 10_000), lambda: unmarked(piece * 20_000))
