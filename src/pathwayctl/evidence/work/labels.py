"""The project's own groups of tasks: their ``tags``, beside the one tree that they are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.breakdown import Row


def labels_of(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """The tags of each row: its own, then those of the summaries it is in."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        above = found[row.parent] if row.parent >= 0 else ()
        found.append(tuple(dict.fromkeys((*row.task.tags, *above))) if row.task.tags else above)
    return found


def rows_by_label(index: PlanIndex) -> Mapping[str, tuple[Row, ...]]:
    """The leaves that count, by tag, in the order in which the plan first names the tags."""
    rows = index.breakdown.rows
    found: dict[str, list[Row]] = {tag: [] for row in rows for tag in row.task.tags}
    if not found:
        return {}
    labels = labels_of(rows)
    for row in index.leaves:
        if row.task.status is not Status.DROPPED:
            for tag in labels[row.index]:
                found[tag].append(row)
    return {tag: tuple(inside) for tag, inside in found.items() if inside}
