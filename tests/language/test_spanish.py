"""Spanish pages: every phrase is translated, with the same values in its places."""

from __future__ import annotations

import re
from typing import Final

import pytest

from marked_phrases import phrases_by_topic
from pathwayctl import assets
from pathwayctl.language import read_po

PHRASES: Final = phrases_by_topic()
FOLDER: Final = assets.templates() / "languages" / "es"


def places(text: str) -> list[str]:
    return sorted(set(re.findall(r"(?<!\{)\{(\w+)", text)))


@pytest.mark.parametrize("topic", sorted(PHRASES))
def test_every_phrase_is_translated(topic: str) -> None:
    file = FOLDER / f"{topic}.po"
    found = read_po(file.read_text("utf-8")) if file.exists() else {}
    missing = PHRASES[topic] - found.keys()
    assert missing == set()
    assert [one for one, two in found.items() if places(one) != places(two)] == []


def test_no_translation_is_out_of_use() -> None:
    known = set().union(*PHRASES.values())
    texts = {one for file in FOLDER.glob("*.po") for one in read_po(file.read_text("utf-8"))}
    assert texts - known == set()
