"""Public holidays by country and state: their dates, the names of the places, and the code for a name.

The only import of the ``holidays`` library, which takes time to load and is needed only where a plan names a
country. Holidays are named in English: by default the library uses the language of the machine.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from pathwayctl.model.project import NO_HOLIDAYS
from pathwayctl.quick_pattern import pattern

_CODE: Final = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")

_SMALL: Final = frozenset(("and", "of", "the"))
_UNITED_STATES: Final = "US"
_WITH_ARTICLE: Final = pattern(
    r"(Isle|District) of .*|(?!.* the ).*\b(Islands|Territor(y|ies)|Republic|Emirates|Kingdom|States)"
    r"|Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines"
)
_TERRITORIES: Final = frozenset(("AS", "GU", "MP", "PR", "UM", "VI"))


def load() -> None:
    """Load the library now rather than when it is needed; nearly all plans are for the United States."""
    import holidays.countries.united_states  # noqa: F401 - loading it is the purpose


def holidays_known(code: str) -> bool:
    """Whether the library has this country or subdivision; ``none`` is known."""
    return code == NO_HOLIDAYS or (_CODE.fullmatch(code) is not None and holidays_of(code, None) is not None)


@lru_cache(maxsize=256)  # for the two calendars of a plan, and for the runs after each save while watching
def holidays_of(code: str, year: int | None) -> Mapping[date, str] | None:
    """The public holidays of a year by date, or ``None`` for a code that the library does not have."""
    import holidays

    country, _, subdivision = code.partition("-")
    options: dict[str, Any] = {"subdiv": subdivision or None, "years": year, "expand": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about names of regions that are being retired
        try:
            return dict(holidays.country_holidays(country, language="en_US", **options))
        except NotImplementedError:
            return None


def place_of(code: str) -> str:
    """The name of a country or state: ``Colorado`` for ``US-CO``, ``the Netherlands`` for ``NL``.

    A subdivision outside the United States is named with its country: ``Germany (DE-BY)``. An unknown code
    is returned as it is.
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

    Not a territory such as Puerto Rico, whose code means the same place as a country.
    """
    return states().get(code) if code in _countries() and code not in _TERRITORIES else None


def code_meant(written: str) -> str | None:
    """The code for a name or another spelling: ``US-OH`` for ``Ohio``, ``OH``, or ``us_oh``.

    States come before countries, since the guides are for states. ``None`` if there is no match.
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
    """The code, with a prefix, of the place with this code or name."""
    found = (code for code, name in places.items() if plain in (code.lower(), _plain(name)))
    return next((f"{before}{code}" for code in found), None)


@cache
def _countries() -> dict[str, str]:
    from holidays.registry import COUNTRIES

    return {entry[1]: _title(name) for name, entry in COUNTRIES.items()}


def _title(name: str) -> str:
    return " ".join(word if word in _SMALL else word.capitalize() for word in name.split("_"))


def _plain(text: str) -> str:
    """The letters in lower case, without spaces, hyphens, and other characters."""
    return re.sub(r"[^a-z]", "", text.lower())
