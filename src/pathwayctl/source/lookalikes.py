"""Characters that are invisible or look like another one on the keyboard, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from pathwayctl.diagnostics import Fix, Position
from pathwayctl.source.character_sets import ALIKE_LETTERS, BULLETS, COLONS, DASHES, FALSE_SPACES, LETTERS
from pathwayctl.source.quoting import LONGEST_ENTRY, LONGEST_HINT, quoted_whole, typed, without_quotes
from pathwayctl.wording import a

_UNSEEN: Final = re.compile("[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
MIXED_WORD: Final = re.compile(
    rf"(?<![A-Za-z{ALIKE_LETTERS}])(?=[A-Za-z]*[{ALIKE_LETTERS}])(?=[{ALIKE_LETTERS}]*[A-Za-z])[A-Za-z{ALIKE_LETTERS}]{{2,}}"
)
"""A word of Latin letters and of others that look like them."""

_SIGNS: Final = {
    **{ord(sign): "-" for sign in DASHES},
    **{ord(sign): ":" for sign in COLONS},
    **{ord(sign): '"' for sign in "“”„‟＂"},
    **{ord(sign): "'" for sign in "‘’‚‛＇"},
}
_TYPED: Final = re.compile(r"[\w.,:+%$@/-]+(?: (?:FS|SS|FF|SF)(?:[-+]\w+)?)?")
"""An id, a dependency, a day, a number, or a code: values in which no other signs are right."""
_ITEM: Final = re.compile(rf"^[ \t]*([{DASHES}{BULLETS}]|\*(?=[ \t]))(?=[ \t{FALSE_SPACES}]*\S)")
_NAME: Final = rf"(?:^[ \t]*(?:-[ \t]+)*|[{{,][ \t]*)[\w-]+[ \t{FALSE_SPACES}]*"
_COLON: Final = re.compile(rf"{_NAME}([{COLONS}])")
_AFTER_COLON: Final = re.compile(rf"{_NAME}:[ \t]*([{FALSE_SPACES}]+)")
_BEFORE_COLON: Final = re.compile(
    rf"(?:^[ \t]*(?:-[ \t]+)*|[{{,][ \t]*)[\w-]+([{FALSE_SPACES}]+)[ \t]*:(?=\s)"
)
_AFTER_DASH: Final = re.compile(rf"^[ \t]*-[ \t]*([{FALSE_SPACES}]+)")
_WIDE: Final = re.compile(r"^[ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?([［｛].*)")
_VALUE: Final = re.compile(r"(?:^[ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?)(?P<value>[“„‘].*\S)")


@cache
def described(character: str) -> str:
    """``en dash (U+2013)``."""
    import unicodedata  # needed only to name what should not be there

    name = unicodedata.name(character, "control character").lower()
    for script in ("cyrillic", "greek", "latin"):
        name = name.replace(script, script.capitalize())
    return f"{name} (U+{ord(character):04X})"


def plain_letters(word: str) -> str:
    """A word with the Latin letters in place of those that look like them."""
    return "".join(LETTERS.get(letter, letter) for letter in word)


def plain_word(word: str) -> str:
    """An id, date, or other short value as it is typed on the keyboard, or the same if it is so already."""
    import unicodedata  # needed only for a word that was refused

    seen = unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).strip()
    found = plain_letters(without_quotes(seen).strip().translate(_SIGNS))
    return found if found.isascii() else word


def plain_line(line: str) -> str:
    """A line with the signs of the keyboard in place of those that keep it from being read.

    Only signs that separate names and values are replaced; the texts stay as they are.
    """
    import unicodedata  # needed only for a line that was refused

    new = line
    for pattern, sign in (
        (_ITEM, "-"),
        (_AFTER_DASH, " "),
        (_BEFORE_COLON, " "),
        (_COLON, ":"),
        (_AFTER_COLON, " "),
    ):
        for found in reversed(list(pattern.finditer(new))):
            start, end = found.span(1)
            new = new[:start] + sign * (end - start) + new[end:]
    new = re.sub(r"^([ \t]*)-(?=[^\s-])", r"\1- ", new) if _ITEM.match(line) else new
    new = re.sub(rf"({_NAME}:)(?=[^\s])", r"\1 ", new) if _COLON.search(line) else new
    wide = _WIDE.match(new)
    new = f"{new[: wide.start(1)]}{unicodedata.normalize('NFKC', wide[1])}" if wide else new
    value = _VALUE.match(new)
    inner = without_quotes(value["value"]) if value else ""
    if value and inner != value["value"] and '"' not in inner and "\\" not in inner:
        new = f'{new[: value.start("value")]}"{inner}"'
    return new


class Misfit(NamedTuple):
    """Why a value does not fit, and what to type.

    ``alone`` is false where a hint that knows what belongs in the field is better than ``hint``.
    """

    message: str
    hint: str
    alone: bool
    fix: Fix | None


def look_alike(lines: Sequence[str], position: Position) -> Misfit | None:
    """The cause of a value that does not fit, if a sign in it or on its line only looks right."""
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    end = position.end_column - 1 if position.end_line == position.line else len(line)
    word = line[position.column - 1 : end]
    new = plain_line(line) if len(line) <= LONGEST_ENTRY else line
    if new != line:
        message = mistaken(line[first_difference(line, new)])
        whole = replace(position, column=1, end_line=position.line, end_column=len(line) + 1)
        return Misfit(message, f"Write {typed(new.strip())}.", alone=True, fix=Fix(whole, new))
    plain = plain_word(word) if len(word) <= LONGEST_HINT else word
    if word.isascii() or plain == word or not _TYPED.fullmatch(plain):
        return None
    sign = next(each for each in word if not each.isascii())
    new = quoted_whole(plain) if ":" in plain else plain
    return Misfit(mistaken(sign), f"Write {new}.", alone=sign in LETTERS, fix=Fix(position, new))


def first_difference(old: str, new: str) -> int:
    """The column, from 0, at which two lines begin to differ."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((column for column, (one, other) in pairs if one != other), min(len(old), len(new)))


@cache
def mistaken(character: str) -> str:
    """Say what a character is and what it was taken for.

    ``“–” is an en dash (U+2013) here, not the hyphen of the keyboard.``
    """
    shape = f"“{character}” is " if character.isprintable() and not character.isspace() else "There is "
    return f"{shape}{a(described(character))} here, not {_meant(character)}."


def _meant(character: str) -> str:
    if re.match(rf"[*{DASHES}{BULLETS}]", character):
        return "the hyphen of the keyboard"
    if re.match(rf"[{FALSE_SPACES}]", character):
        return "the space of the keyboard"
    if character in "“”„‟‘’‚‛＂＇":
        return "the quote of the keyboard"
    if character in LETTERS:
        return f"the Latin letter “{LETTERS[character]}”"
    return f"the “{plain_word(character)}” of the keyboard"
