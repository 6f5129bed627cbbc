"""What code or address is meant: an O*NET code for a SOC code, a web address without https, US-Ohio."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from pathwayctl.loading.understanding.written_form import Meant, bare
from pathwayctl.model.values import (
    CIP_PATTERN,
    COLOR_PATTERN,
    CTID_PATTERN,
    EMAIL_PATTERN,
    LINK_PATTERN,
    NAICS_PATTERN,
    ONET_PATTERN,
    PERKINS_PATTERN,
    SCED_PATTERN,
    SOC_PATTERN,
)
from pathwayctl.source.quoting import quoted_whole

_EMAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_HOST: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_CTID: Final = re.compile(CTID_PATTERN.strip("^$"))
_CURRENCIES: Final = {
    "$": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD",
    "u.s. dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "c$": "CAD", "peso": "MXN",
}  # fmt: skip


def understood_code(value: object, pattern: str) -> Meant | None:
    """The code that a value means, as it is typed, or ``None`` if that is unclear."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = bare(str(value))
    read = _READERS.get(pattern)
    found = read(text) if read else None
    if found is None or not re.match(pattern, found.typed.strip('"')):
        return None
    return found


def _email(text: str) -> Meant | None:
    plain = re.sub(r"\s*[\[(]?\bat\b[\])]?\s*", "@", text, count=1) if "@" not in text else text
    plain = re.sub(r"\s*[\[(]dot[\])]\s*|\s+dot\s+", ".", plain)
    plain = re.sub(r"\s*@\s*", "@", plain)
    found = _EMAIL.findall(plain)
    more = len(found) > 1
    return Meant(found[0], "One address only." if more else "", exact=not more) if found else None


def _link(text: str) -> Meant | None:
    plain = re.sub(r"^(?:https?|ttps?|ftp)?\s*:?/*\s*(?=\S)", "", text.strip("<>"), flags=re.IGNORECASE)
    return Meant(f"https://{plain}") if _HOST.fullmatch(plain) else None


def _soc(text: str) -> Meant | None:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 8:
        code = f"{digits[:2]}-{digits[2:6]}"
        return Meant(
            quoted_whole(code),
            f"An O*NET code with two more digits belongs under onet: {quoted_whole(_onet_of(digits))}.",
            exact=False,
        )
    return Meant(quoted_whole(f"{digits[:2]}-{digits[2:]}")) if len(digits) == 6 else None


def _onet(text: str) -> Meant | None:
    digits = re.sub(r"\D", "", text)
    is_cut = len(digits) == 7 and text[-2:-1] == "."
    if is_cut:
        digits += "0"  # a number loses its last zero
    if len(digits) == 8:
        return Meant(quoted_whole(_onet_of(digits)), exact=not is_cut)
    return Meant(quoted_whole(f"{digits[:2]}-{digits[2:]}")) if len(digits) == 6 else None


def _onet_of(digits: str) -> str:
    return f"{digits[:2]}-{digits[2:6]}.{digits[6:]}"


def _cip(text: str) -> Meant | None:
    before, _, after = text.upper().removeprefix("CIP").strip(" :").partition(".")
    if not before.isdigit() or not (after.isdigit() or not after) or len(before) not in (1, 2, 4, 6):
        return None
    if not after and len(before) > 2:
        before, after = before[:2], before[2:]
    is_cut = len(after) in (1, 3)
    if is_cut:
        after += "0"  # a number loses its last zero
    code = f"{before:0>2}.{after}" if after else f"{before:0>2}"
    return Meant(quoted_whole(code), exact=not is_cut)


def _naics(text: str) -> Meant | None:
    found = re.search(r"\d{2}\s*[-–]\s*\d{2}(?!\d)|\d{2,6}", text)
    return Meant(quoted_whole(re.sub(r"\s*[-–]\s*", "-", found[0]))) if found else None


def _sced(text: str) -> Meant | None:
    found = re.match(r"(\d{4,5})(?:[A-Z].*)?$", text.upper())
    return Meant(quoted_whole(f"{found[1]:0>5}"), exact=found.end(1) == len(text)) if found else None


def _perkins(text: str) -> Meant | None:
    return Meant(re.sub(r"[\s.-]", "", text).upper())


def _ctid(text: str) -> Meant | None:
    found = _CTID.search(text.lower()) or _CTID.search(f"ce-{text.lower()}")
    return Meant(found[0]) if found else None


def _holidays(text: str) -> Meant | None:
    if text.lower() in ("no", "false", "off", "-"):
        return Meant("none")
    return Meant(re.sub(r"[\s_-]+", "-", text.upper()))


def _currency(text: str) -> Meant | None:
    return Meant(_CURRENCIES.get(text.lower(), text.upper()))


def _color(text: str) -> Meant | None:
    digits = text.strip().lstrip("#").lower()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return Meant(quoted_whole(f"#{digits}")) if re.fullmatch("[0-9a-f]{6}", digits) else None


_READERS: Final[dict[str, Callable[[str], Meant | None]]] = {
    EMAIL_PATTERN: _email,
    LINK_PATTERN: _link,
    COLOR_PATTERN: _color,
    SOC_PATTERN: _soc,
    ONET_PATTERN: _onet,
    CIP_PATTERN: _cip,
    NAICS_PATTERN: _naics,
    SCED_PATTERN: _sced,
    PERKINS_PATTERN: _perkins,
    CTID_PATTERN: _ctid,
    r"^([A-Z]{2}(-[A-Z0-9]{1,3})?|none)$": _holidays,
    r"^[A-Z]{3}$": _currency,
}
