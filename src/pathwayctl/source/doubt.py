"""A plain text whose meaning is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pathwayctl.diagnostics import Rule


@dataclass(frozen=True, slots=True)
class Doubt:
    """A plain text that should be written in another way, and the value it has until then.

    ``fix`` is what to write in its place, where that is exactly one thing.
    """

    value: Any
    rule: Rule
    message: str
    hint: str
    fix: str = ""
