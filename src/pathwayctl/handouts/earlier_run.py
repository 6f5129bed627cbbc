"""What an earlier run has made, so that a run for a few changes makes only what they concern."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from pathwayctl.language import spoken

Made = TypeVar("Made")


class EarlierRun:
    """Keeps what was made under each name, with the parts that it was made from.

    Where no later run follows, it ``keeps`` nothing, so that memory is free for what comes next.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self.keeps = keeps
        self._kept: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def made(self, name: Hashable, parts: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What ``make`` returns; if it was made before in this language from equal parts, it is not called.

        ``parts`` must hold all that ``make`` depends on.
        """
        if not self.keeps:
            return make()
        parts = (spoken(), *parts)
        kept = self._kept.get(name)
        if kept is None or kept[0] != parts:
            kept = self._kept[name] = (parts, make())
        made: Made = kept[1]
        return made

    def alike(self, name: Hashable, parts: tuple[Made, ...]) -> tuple[Made, ...]:
        """``parts``, each the same object as before if one that is equal was in its place."""
        if not self.keeps:
            return parts
        name = (spoken(), name)
        before: tuple[Made, ...] = self._kept.get(name, ((), ()))[1]
        both = zip(before, parts, strict=False)
        kept = (*(old if old == new else new for old, new in both), *parts[len(before) :])
        self._kept[name] = ((), kept)
        return kept


NO_EARLIER_RUN: Final = EarlierRun(keeps=False)
"""For a run that no other one comes before or after."""
