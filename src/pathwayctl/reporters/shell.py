"""Quote names of files and folders for the command line."""

from __future__ import annotations

from typing import Final

from pathwayctl.quick_pattern import pattern

_AS_IT_IS: Final = pattern(r"[\w./~+:@%\\-]+")
_SPECIAL: Final = pattern(r'["$`\\!]')


def typed(name: str) -> str:
    """The name, in quotes if it needs them: ``my-project``, ``"my project"``."""
    if _AS_IT_IS.fullmatch(name):
        return name
    if not _SPECIAL.search(name):
        return f'"{name}"'
    return "'" + name.replace("'", "'\\''") + "'"
