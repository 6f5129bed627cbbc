"""The texts, numbers, and days inside an element; what is missing or cannot be read is ``None``."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element

from pathwayctl.exchange.cell_text import clean
from pathwayctl.exchange.msproject.terms import read_iso_duration

_EARLIEST: Final = 1985
"""Date that Microsoft Project writes for “not set”."""


class ElementFields:
    """The children of an element that hold a text each, by their names; of several alike, the first."""

    __slots__ = ("_texts", "element")

    def __init__(self, element: Element) -> None:
        self.element = element
        self._texts = {child.tag: child.text for child in reversed(element) if child.text}

    def text(self, name: str) -> str:
        """The text, without hidden characters and on one line."""
        return " ".join(clean(self._texts.get(name, "")).split())

    def lines(self, name: str) -> str:
        """The text as it stands, without hidden characters."""
        return clean(self._texts.get(name, ""))

    def number(self, name: str) -> int | None:
        """A whole number."""
        found = self.amount(name)
        return None if found is None else int(found)

    def amount(self, name: str) -> float | None:
        """Parse a number, capped at the largest plausible value."""
        try:
            found = float(self._texts.get(name, ""))
        except ValueError:
            return None
        return found if abs(found) < 1e12 else None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Whether something is so."""
        text = self.text(name).lower()
        return default if text not in ("0", "1", "true", "false") else text in ("1", "true")

    def moment(self, name: str) -> datetime | None:
        """Parse a date and time; the time defaults to midnight, and a time zone is dropped."""
        try:
            found = datetime.fromisoformat(self.text(name))
        except ValueError:
            return None
        return found.replace(tzinfo=None) if found.year >= _EARLIEST else None

    def minutes(self, name: str) -> int | None:
        """The minutes of a length."""
        return read_iso_duration(self.text(name))

    def each(self, *way: str) -> list[ElementFields]:
        """The elements at a way from here, each with its own children."""
        return [ElementFields(one) for one in self.element.findall("/".join(way))]
