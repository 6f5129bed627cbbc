"""The language of pages: fixed phrases, looked up in ``templates/languages`` while pages are made.

The English text of a phrase is its key, as in gettext. Terminal, findings, and docs are in English always:
nothing else is looked up outside of ``speaking``. What a project says itself is never translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Final

from pathwayctl import assets
from pathwayctl.quick_pattern import pattern

ENGLISH: Final = "en"
_TEXT: Final = pattern(r'^(msgid|msgstr)?[ \t]*"(.*)"$', re.MULTILINE)


class Phrases:
    """The phrases of a language by their English texts; ``code`` is what a document says of its language."""

    def __init__(self, code: str, texts: Mapping[str, str]) -> None:
        self.code, self._texts = code, texts

    def translated(self, text: str) -> str:
        """The phrase in this language; one without a translation stays as it is."""
        return self._texts.get(text, text)


_spoken: ContextVar[Phrases | None] = ContextVar("spoken", default=None)


def phrase(text: str, /, **values: object) -> str:
    """Return a whole sentence or label in the language of the page, with values in its ``{places}``."""
    phrases = _spoken.get()
    if phrases is not None and text:
        text = phrases.translated(text)
    return text.format_map(values) if values else str(text)


class Marked(str):
    """A phrase that is declared before the language is known; the code that shows it calls ``phrase``."""

    __slots__ = ()


marked: Final = Marked


def declared(text: str) -> str:
    """Return a text in the language of the page if it is a marked phrase, and any other text as it is."""
    return phrase(str(text)) if isinstance(text, Marked) else text


def spoken() -> Phrases | None:
    """The language in use, or ``None`` for English."""
    return _spoken.get()


def code() -> str:
    """The language in use, as documents name it: ``en`` or ``es``."""
    phrases = _spoken.get()
    return ENGLISH if phrases is None else phrases.code


@contextmanager
def speaking(phrases: Phrases | None) -> Iterator[None]:
    """Make pages in a language: phrases are translated within the block."""
    before = _spoken.set(phrases)
    try:
        yield
    finally:
        _spoken.reset(before)


@cache
def phrases_of(language: str) -> Phrases | None:
    """The phrases of a language from its ``.po`` files; ``None`` for English, which has none."""
    if language == ENGLISH:
        return None
    folder = assets.templates() / "languages" / language
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.po")):
        found |= read_po(file.read_text("utf-8"))
    return Phrases(language, found)


def read_po(text: str) -> dict[str, str]:
    """Read the pairs of English and translated texts of a ``.po`` file; plurals are phrases of their own."""
    texts: list[list[str]] = []
    kinds: list[str] = []
    for kind, part in _TEXT.findall(text):
        if kind:
            kinds.append(kind)
            texts.append([])
        texts[-1].append(_plain(part))
    joined = ["".join(parts) for parts in texts]
    return {one: two for one, two in zip(joined[::2], joined[1::2], strict=True) if one and two}


def _plain(part: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), part)


def is_phrase(text: str) -> bool:
    """Whether a text of a data file is for readers; a single word in small letters is a key."""
    return " " in text or text[:1].isupper()


def keyed(value: Any) -> Any:
    """Every text in plain lists and dictionaries as the language has it; keys and slugs stay."""
    if isinstance(value, str):
        return phrase(value) if is_phrase(value) else value
    if isinstance(value, dict):
        return {name: keyed(one) for name, one in value.items()}
    return [keyed(one) for one in value] if isinstance(value, list) else value
