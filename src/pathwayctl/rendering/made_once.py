"""What is made of the parts of pages, each once: a page is in several files and packets."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class MadeOnce(Generic[Thing, Made]):
    """What was made of things in this run and in earlier ones, as long as there is not much of it."""

    def __init__(self) -> None:
        # By identity, since to compare large tables takes long; things are kept, so that no other gets an id.
        self._known: dict[Hashable, tuple[Thing, Made]] = {}
        self._before: dict[Hashable, tuple[Thing, Made]] = {}
        self._most = 0

    def begin_run(self) -> None:
        """Forget what the run before has not asked for, once there is twice as much as the first run made."""
        self._most = self._most or 2 * len(self._known)
        if len(self._before) + len(self._known) > self._most:
            self._before = {}
        self._before |= self._known
        self._known = {}

    def of(self, thing: Thing, make: Callable[[Thing], Made], *how: Hashable) -> Made:
        """What ``make`` makes of a thing; ``how`` is all else that it depends on."""
        key = (id(thing), *how)
        found = self._known.get(key) or self._before.get(key) or (thing, make(thing))
        self._known[key] = found
        return found[1]
