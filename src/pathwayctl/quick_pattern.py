"""Patterns that are compiled when they are first used: most runs use few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["pattern"]

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:  # noqa: N801 - it is used as ``re.compile`` is
        """A pattern, as ``re.compile`` makes it, that is made when one of its methods is asked for."""

        def __init__(self, text: str | bytes, flags: int = 0) -> None:
            self._parts = text, flags

        def __getattr__(self, name: str) -> Any:
            """Return a method of the pattern, and keep it, so that each later call costs as much as any."""
            found = getattr(re.compile(*self._parts), name)
            setattr(self, name, found)
            return found
