"""Whose public holidays a code means, in words, and the code that someone means who wrote something else.

The names come from the ``holidays`` library, which is imported here and in ``daysoff`` and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_SMALL: Final = frozenset(("and", "of", "the"))
_UNITED_STATES: Final = "US"
_WITH_ARTICLE: Final = re.compile(
    r"(Isle|District) of .*|(?!.* the ).*\b(Islands|Territor(y|ies)|Republic|Emirates|Kingdom|States)"
    r"|Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines"
)
_TERRITORIES: Final = frozenset(("AS", "GU", "MP", "PR", "UM", "VI"))


def place_of(code: str) -> str:
    """``Colorado`` for ``US-CO``, ``the Netherlands`` for ``NL``; of an unknown code what it says itself.

    A part of a country that has no name here is named with its country: ``Germany (DE-BY)``.
    """
    country, _, part = code.partition("-")
    name = _with_article(_countries().get(country, country))
    if country == _UNITED_STATES and part in states():
        return _with_article(states()[part])
    return f"{name} ({code})" if part else name


def _with_article(name: str) -> str:
    return f"the {name}" if _WITH_ARTICLE.fullmatch(name) else name


@cache
def states() -> dict[str, str]:
    """The names of the US states and territories by their codes, such as ``CO``."""
    from holidays.countries.united_states import UnitedStates

    return {code: name for name, code in UnitedStates.subdivisions_aliases.items()}


def state_with_code(code: str) -> str | None:
    """The name of the US state whose code is that of another country; ``None`` if no state has it.

    Territories such as Puerto Rico are no such case: as a country the library means the same place.
    """
    return states().get(code) if code in _countries() and code not in _TERRITORIES else None


def code_meant(written: str) -> str | None:
    """The code that a name or another spelling stands for: ``US-OH`` for ``Ohio``, ``OH`` or ``us_oh``.

    States come before countries, since the guides are for states. ``None`` if nothing fits.
    """
    plain = _plain(written)
    found = _named(plain, _countries(), "")
    if found == _UNITED_STATES or plain in ("usa", "america"):
        return _UNITED_STATES
    alone = plain
    for country in ("unitedstates", "usa", "us"):
        alone = alone.removeprefix(country).removesuffix(country)
    state = _named(plain, states(), "US-") or _named(alone.removeprefix("stateof"), states(), "US-")
    return state or found


def _named(plain: str, places: Mapping[str, str], before: str) -> str | None:
    """The code, with something before it, of the place with this code or name."""
    found = (code for code, name in places.items() if plain in (code.lower(), _plain(name)))
    return next((f"{before}{code}" for code in found), None)


@cache
def _countries() -> dict[str, str]:
    from holidays.registry import COUNTRIES

    return {entry[1]: _title(name) for name, entry in COUNTRIES.items()}


def _title(name: str) -> str:
    return " ".join(word if word in _SMALL else word.capitalize() for word in name.split("_"))


def _plain(text: str) -> str:
    """The letters alone, so that spaces, hyphens and capitals do not count."""
    return re.sub(r"[^a-z]", "", text.lower())
