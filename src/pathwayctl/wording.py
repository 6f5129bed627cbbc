"""Plain words for values: nearest spellings, lists, days, money, and counts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Final

from pathwayctl.language import code, phrase, spoken

HIDDEN: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
"""Within brackets of a pattern: control codes, odd line breaks, and marks that turn the reading direction.
A screen obeys them, and two texts that look alike differ by them."""
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_I: Final = r"(?i) y (?=h?[ií](?!e)[^.]*$)"
_O: Final = r"(?i) o (?=h?[oó][^.]*$)"
"""Spanish says *e* before the sound of i, and *u* before that of o."""
_CLEAR: Final = r"“[^”]*”|\([^()]*\)|, \d{4}\b|(?<=\d),(?=\d)"
"""What may hold a comma and is still clear in a list: quotes, asides, days, and large numbers."""
_NEARLY: Final = 0.995
"""From this share on a percentage would be rounded to 100%."""
_SHORT: Final = 3
"""In a word of so many letters, or fewer, one letter makes another word."""
_FEW: Final = 12
"""Of more names than these only some are listed."""


def long_day(day: date) -> str:
    """``January 4, 2027``."""
    return phrase("{month} {day}, {year}", month=phrase(MONTHS[day.month - 1]), day=day.day, year=day.year)


def short_day(day: date) -> str:
    """``Jan 4, 2027``."""
    return _short_day(day, spoken())


@cache  # pages of a large plan have ten times as many dates as there are days
def _short_day(day: date, _: object) -> str:
    return phrase("{month:.3} {day}, {year}", month=phrase(MONTHS[day.month - 1]), day=day.day, year=day.year)


def brief_day(day: date, year: int) -> str:
    """``Jan 4``, or ``Jan 4, 2028`` in another year than the one given."""
    return month_day(day) if day.year == year else short_day(day)


def month_day(day: date) -> str:
    """``Jan 4``."""
    return phrase("{month:.3} {day}", month=phrase(MONTHS[day.month - 1]), day=day.day)


def count(number: int, one: str, many: str = "") -> str:
    """``1 task``, ``1,200 tasks``."""
    return f"{number:,} {phrase(one if number == 1 else many or one + 's')}"


def signed_days(days: int) -> str:
    """``+5d``, ``-2d``, or ``0d``."""
    return f"{days:+d}d" if days else "0d"


def a(noun: str) -> str:
    """``a task``, ``an organization``."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b, and c``; semicolons stand between words that hold commas themselves."""
    holds_commas = len(words) > 1 and any("," in re.sub(_CLEAR, "", word) for word in words)
    between = ";" if holds_commas else ","
    before, after = f"{between} ".join(words[:-1]), words[-1] if words else ""
    if spoken() and words[1:]:
        joined = phrase(
            "{words} and {last}" if last == "and" else "{words} or {last}",
            words=f"{before};" if holds_commas else before,
            last=after,
        )
        return re.sub(_I, " e ", re.sub(_O, " u ", joined)) if code() == "es" else joined
    if len(words) < 3 and not holds_commas:
        return f" {last} ".join(words)
    return f"{before}{between} {last} {after}"


def money(amount: float, currency: str) -> str:
    """``$1,200`` for US dollars, ``1,200 CAD`` for others; cents only where there are any."""
    text = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"
    return f"${text}" if currency == "USD" else f"{text} {currency}"


def chance(share: float) -> str:
    """``23%`` for a share of runs; ``>99%`` and ``<1%`` for what could still turn out otherwise.

    A number of runs never shows that something is certain, so 100% and 0% are not said of a chance.
    """
    if share >= _NEARLY:
        return ">99%"
    return "<1%" if share < 1 - _NEARLY else f"{share * 100:.0f}%"


def chance_in_words(share: float) -> str:
    """The same within a sentence: ``23%``, ``more than 99%``, ``less than 1%``."""
    words = chance(share)
    if words[0] == ">":
        return phrase("more than {percent}", percent=words[1:])
    return phrase("less than {percent}", percent=words[1:]) if words[0] == "<" else words


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word closest in spelling, or ``None`` if none is close enough to suggest."""
    import difflib  # costs start-up time, and is needed only when something is misspelled

    found = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return found[0] if found else None


def slip_for(word: str, known: Iterable[str]) -> str | None:
    """The only known word from which a word differs by one slip of the hand, or ``None``.

    A slip is a letter left out, added, or changed, or two swapped. Digits are no slips, nor is much of a
    short word.
    """
    there = set(known)
    if word in there:
        return word
    found = [one for one in there if _is_slip(word, one)] if len(word) > _SHORT else []
    return found[0] if len(found) == 1 else None


def _is_slip(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) > 1:
        return False
    start = _alike(word, other)
    end = _alike(word[start:][::-1], other[start:][::-1])
    one, two = word[start : len(word) - end], other[start : len(other) - end]
    if any(letter.isdigit() for letter in one + two):
        return False
    return max(len(one), len(two)) <= 1 or (len(one) == 2 and one == two[::-1])


def _alike(one: str, two: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def suggestion(word: str, known: Iterable[str]) -> str:
    """``Did you mean “kickoff”?`` if some known word is close, else an empty text."""
    near = nearest(word, known)
    return f"Did you mean “{near}”?" if near else ""


def offer(word: str, known: Collection[str], whats: str) -> str:
    """What to type in place of an unknown word: the nearest one, and all that there are if they are few."""
    near = suggestion(word, known)
    if near and len(known) > _FEW:
        return near
    if len(known) > 1:
        shown = list(known)[:_FEW]
        more = [f"{len(known) - _FEW:,} more"] if len(known) > _FEW else []
        return f"{near} The {whats} are {listed([*shown, *more])}.".lstrip()
    return near or (f"Write {listed(tuple(known))}." if known else f"There are no {whats}.")
