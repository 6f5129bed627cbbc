"""Spanish pages: every phrase is translated, with the same values in its places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from marked_phrases import phrases_by_topic
from pathwayctl import assets
from pathwayctl.handouts.context import Context
from pathwayctl.language import phrases_of, read_po, speaking
from pathwayctl.loading.project import load
from pathwayctl.rendering.bundle import bundle
from pathwayctl.rendering.page_sets import Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.wording import listed
from rendered_pages import EXAMPLES, FILLED, in_spanish

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


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.po")), ids=lambda file: file.stem)
def test_no_translation_is_out_of_use_or_there_twice(file: Path) -> None:
    text = file.read_text("utf-8")
    assert read_po(text).keys() - PHRASES[file.stem] == set()
    assert len(re.findall("^msgid ", text, re.MULTILINE)) == len(read_po(text)) + 1  # the head has no text


@pytest.mark.parametrize("example", FILLED)
def test_no_phrase_of_a_picture_is_cut(example: str, tmp_path: Path) -> None:
    root = in_spanish(EXAMPLES / example, tmp_path / "new")
    plan = load(root).plan
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    made = bundle(Context(plan, schedule), Templates(root), Order(formats=("html",)), root)
    shown = {
        text
        for file in made.files
        for drawing in re.findall(r"<svg.*?</svg>", file.text, re.DOTALL)
        for text in re.findall(r"<text[^>]*>([^<]+)</text>", drawing)
    }
    cut = [text.removesuffix("…") for text in shown if text.endswith("…")]
    phrases = {two for file in FOLDER.glob("*.po") for two in read_po(file.read_text("utf-8")).values()}
    assert len(shown) > 100
    assert "Entrada: se puede empezar aquí" in shown
    assert [one for one in cut if any(phrase.startswith(one) for phrase in phrases)] == []


def test_names_that_hold_commas_are_listed_with_semicolons() -> None:
    commas = ["Shop math, from fractions on", "Be on time", "Run a machine"]
    assert listed(commas) == "Shop math, from fractions on; Be on time; and Run a machine"
    assert listed(commas[:2]) == "Shop math, from fractions on; and Be on time"
    for clear in ("“Math, in short”", "Math (5, 6)", "Mar 17, 2027"):
        assert listed([clear, "Be on time"]) == f"{clear} and Be on time"
    with speaking(phrases_of("es")):
        assert listed(commas[:2]) == "Shop math, from fractions on; y Be on time"
