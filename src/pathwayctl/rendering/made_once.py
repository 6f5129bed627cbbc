"""What is made of the parts of pages, each once: a page is in several files and packets."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class MadeOnce(Generic[Thing, Made]):
    """What was made of things in this run and in the one before; that of earlier ones is forgotten."""

    def __init__(self) -> None:
        # By identity, since to compare large tables takes long; things are kept, so that no other gets an id.
        self._known: dict[Hashable, tuple[Thing, Made]] = {}
        self._before: dict[Hashable, tuple[Thing, Made]] = {}

    def begin_run(self) -> None:
        """Forget what the run before has not asked for."""
        self._before, self._known = self._known, {}

    def of(self, thing: Thing, make: Callable[[Thing], Made], *how: Hashable) -> Made:
        """What ``make`` makes of a thing; ``how`` is all else that it depends on."""
        key = (id(thing), *how)
        found = self._known.get(key) or self._before.get(key) or (thing, make(thing))
        self._known[key] = found
        return found[1]
