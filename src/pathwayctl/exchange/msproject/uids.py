"""Stable numbers (UIDs) for tasks and resources, independent of the others in a plan."""

from __future__ import annotations

from hashlib import sha256

from pathwayctl.exchange.msproject.elements import MOST_UID


class Uids:
    """Gives each id a number made from it, from 1 to the largest that Microsoft Project takes.

    If two ids have the same number, the second gets the next free one.
    """

    def __init__(self) -> None:
        self._used: set[int] = set()

    def of(self, key: str) -> int:
        """Return the UID of an id; call it once per id."""
        uid = int.from_bytes(sha256(key.encode()).digest()[:8], "big") % MOST_UID + 1
        while uid in self._used:
            uid = uid % MOST_UID + 1
        self._used.add(uid)
        return uid
