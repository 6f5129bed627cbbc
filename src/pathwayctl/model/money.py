"""Amounts of money: plain numbers, or as offices write them: ``$1,200``."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BeforeValidator, Field, WithJsonSchema

from pathwayctl.model.json_forms import by_type, text_schema
from pathwayctl.quick_pattern import pattern

_MOST: Final = 1e12
_WRITTEN: Final = pattern(r"(?:\$ ?(?=\d)|(?=\d{1,3},))(\d{1,3}(?:,\d{3})+|\d{1,13})(\.\d{1,2})?")


def read_amount(value: object) -> object:
    """The number of ``$1,200`` or ``1,200.50``; anything else as it is, to be judged as a number."""
    found = _WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
    return float(f"{found[1].replace(',', '')}{found[2] or ''}") if found else value


Money = Annotated[
    float,
    BeforeValidator(read_amount),
    Field(strict=True, ge=0, le=_MOST),
    WithJsonSchema(
        by_type(
            "string",
            text_schema(rf"\s*(?:{_WRITTEN.pattern})\s*"),
            {"type": "number", "minimum": 0, "maximum": _MOST},
        )
    ),
]
