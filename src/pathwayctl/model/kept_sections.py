"""What was made of the sections of a project, for a later run in which most of them are as they were."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import is_
from typing import Any, TypeVar

Made = TypeVar("Made")


class KeptSections:
    """Keeps what was made under each name, with the parts that it was made from.

    A part is as it was if it is the same object, or a list of the same ones: to compare what a file says
    takes longer, and ``1`` would be equal to ``true``.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def made(self, name: Hashable, parts: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What ``make`` returns; if it was made before of the same parts, it is not called."""
        kept = self._kept.get(name)
        if kept is None or not all(map(_is_same, kept[0], parts)):
            kept = self._kept[name] = (parts, make())
        made: Made = kept[1]
        return made


def _is_same(old: object, new: object) -> bool:
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(is_, old, new))
    return old is new
