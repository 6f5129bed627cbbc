"""A language for tests, in which each phrase stands in brackets, and what a page says outside of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any, Final

from marked_phrases import every_model, every_word
from pathwayctl.language import Phrases
from pathwayctl.loading.fields import keys
from pathwayctl.model.base import Model
from pathwayctl.model.vocabulary import Word
from pathwayctl.source.reading import read
from pathwayctl.wording import MONTHS

OPEN, CLOSE = "⟦", "⟧"
PLACE: Final = re.compile(r"\{[^{}]*\}")
SPOKEN: Final = frozenset({"alt", "title", "aria-label"})
"""The attributes that are read aloud."""
SAID: Final = re.compile(r"^(?:X-WR-CALNAME|SUMMARY|LOCATION|DESCRIPTION):(.*?)\r?$", re.MULTILINE)
"""The properties of a calendar that people read; all others are words of the format (RFC 5545)."""
FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
WORD: Final = re.compile(r"[^\W_]+(?:[’'\-.&/@+][^\W_]+)*|…")
CUT: Final = re.compile(r"[\w-]*…")
LONG: Final = 8
"""Letters from which a word may be broken."""
TOGETHER: Final = 3
"""So many words in the order of a project's text are the project's own."""
FIELDS: Final = frozenset(name for kind in every_model(Model) for name in keys(kind))
CHOICES: Final = frozenset(one.value for one in every_word(Word))
"""Words of a project's files that are ours: the names of fields, and values such as ``done``."""


class PseudoLanguage(Phrases):
    """Every phrase in brackets, without its values; the months are cut to three letters, so they have none.

    ``asked`` has the phrases that were looked up, without those that were put together from others.
    """

    def __init__(self) -> None:
        super().__init__("qps", {})
        self.asked: set[str] = set()

    def translated(self, text: str) -> str:
        """The phrase in brackets."""
        if OPEN not in text and re.search(r"[^\W\d_]", re.sub(r"\{[^}]*\}", "", text)):
            self.asked.add(text)
        if text in MONTHS or not text.strip():
            return text
        return OPEN + PLACE.sub(rf"{CLOSE}\g<0>{OPEN}", text) + CLOSE


class PageText(HTMLParser):
    """The texts of an HTML page, those in attributes too; ``pieces`` are in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("style", "script")
        self.pieces += [f" {value} " for name, value in attrs if name in SPOKEN and value]
        if tag != "wbr":
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "script")
        if tag != "wbr":
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def said_by(name: str, text: str) -> str:
    """The words of a page in a format, without its markup and the names of files."""
    return re.sub(r"\S+\.(md|txt|ics)\b", "", _unmarked(name, text))


def _unmarked(name: str, text: str) -> str:
    if name.endswith(".html"):
        page = PageText()
        page.feed(text)
        return "".join(page.pieces)
    if name.endswith(".ics"):
        return "\n".join(SAID.findall(text.replace("\r\n ", ""))).replace("\\n", "\n").replace("\\", "")
    if name.endswith(".md"):
        names = " ".join(re.findall(r'"([^"\n]*)"', "".join(FENCE.findall(text))))
        text = f"{FENCE.sub('', text)}\n{names}"
        text = re.sub(r"<br/?>|\*\*|\]\([^)\s]*\)", "\n", text)
    return text


def outside(text: str) -> Iterator[str]:
    """What stands in no bracket."""
    depth = 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", text):
        if piece in (OPEN, CLOSE):
            depth += 1 if piece == OPEN else -1
        elif not depth:
            yield piece


class OwnWords:
    """The texts of a project's files, to tell them from phrases."""

    def __init__(self, root: Path, more: Iterable[str] = ()) -> None:
        self._next: dict[str, Any] = {}
        self._whole: set[tuple[str, ...]] = set()
        written = (text for file in root.rglob("*.yaml") for text in _texts(read(file.read_bytes()).value))
        for text in chain(written, more):
            words = _words(text)
            self._whole.add(tuple(words))
            for first in range(len(words)):
                step = self._next
                for word in words[first:]:
                    step = step.setdefault(word, {})

    def others(self, text: str) -> list[str]:
        """The words of a text that are not the project's own, which may be cut."""
        words = self._mended(_words(CUT.sub(" … ", text)))
        place, found = 0, []
        while place < len(words):
            known = self._known(words[place:])
            found += [] if known else [words[place]]
            place += known or 1
        return [word for word in found if re.search(r"[^\W\d_]{2}", word)]

    def _mended(self, words: list[str]) -> list[str]:
        """The words with those joined that a picture has broken at the edge of a box."""
        found: list[str] = []
        for word in words:
            if found and len(found[-1]) >= LONG and f"{found[-1]}{word}" in self._next:
                found[-1] += word
            else:
                found.append(word)
        return found

    def _known(self, words: list[str]) -> int:
        """How many words at the beginning are the project's own."""
        step, longest = self._next, 0
        for number, word in enumerate(words, 1):
            if word not in step:
                return number - 1 if word == "…" else longest
            step = step[word]
            if number >= TOGETHER or tuple(words[:number]) in self._whole:
                longest = number
        return longest


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from () if name in FIELDS else (str(name),)
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif value is not None and value not in CHOICES:
        yield str(value)
