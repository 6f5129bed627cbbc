"""What tasks belong to: a step, a phase, a focus area, a component, or a requirement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pathwayctl.scheduling.breakdown import Row

Tag = Literal["step", "phase", "focus_area", "component", "requirement"]
"""The fields of a task that say what it belongs to; a summary's holds for the tasks under it."""


def tag_values(rows: Sequence[Row], tag: Tag) -> list[Any]:
    """For every row what it belongs to, ``None`` if to none: its own value, else the nearest summary's."""
    values: list[Any] = []
    for row in rows:
        own = getattr(row.task, tag)
        values.append(own if own is not None or row.parent < 0 else values[row.parent])
    return values
