"""A file that was made and is not written yet."""

from __future__ import annotations

from pathwayctl.quick_dataclass import dataclass

Parts = tuple[bytes, ...]
"""The bytes of a file, piece by piece."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: its name relative to the output folder, and its bytes in parts.

    All files of an order are kept until they are written. A large table is in many of them, so they share
    its bytes, and the whole of a file is put together only while it is written.
    """

    name: str
    parts: Parts

    @property
    def data(self) -> bytes:
        """All of its bytes."""
        return b"".join(self.parts)

    @property
    def text(self) -> str:
        """What it says."""
        return self.data.decode()
