"""The network diagram of a schedule, as facts: its boxes, and the arrows between them.

It is a precedence diagram (activity on node): a box for each task and milestone, an arrow for each
link. A summary with successors has a box for its end, and one with predecessors a box for its beginning,
so that a link of a summary is one arrow, however many tasks it has. The engine's graph
(``scheduling.network``) is built in the same way; the diagram leaves out arrows between a summary and its
tasks that other arrows imply.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.handouts.schedule.network_links import Key, Ties, ties

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.breakdown import Row
    from pathwayctl.scheduling.schedule import ScheduledTask


@dataclass(frozen=True, slots=True)
class Node:
    """A box. ``kind`` is ``task``, ``milestone``, or ``begin`` or ``end`` of a summary.

    ``days`` and ``slack`` (the total float) are working days. ``group`` is a position in the chart's
    groups, or -1 for a task without a group.
    """

    number: str
    title: str
    kind: str
    start: date
    finish: date
    days: int
    slack: int
    critical: bool
    done: bool
    group: int
    owner: str

    @property
    def name(self) -> str:
        """How other boxes refer to this one: ``2.3``, or ``start of 2`` and ``end of 2`` for a summary."""
        return {"begin": "start of ", "end": "end of "}.get(self.kind, "") + self.number


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow between two boxes, by their positions in the chart's nodes.

    ``words`` is the link's type and lag (``SS+2d``), empty for a finish-to-start link without lag. A
    ``member`` is not a link, but joins a summary with its tasks. ``critical`` marks a link between
    critical tasks that drives the dates of the second.
    """

    before: int
    after: int
    words: str
    critical: bool
    member: bool


@dataclass(frozen=True, slots=True)
class NetworkChart:
    """All boxes in the order of the work breakdown, all arrows, and the titles of the groups."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[str, ...]


def network(context: Context, *, critical_only: bool = False) -> NetworkChart | None:
    """The network without dropped tasks, or ``None`` if there are no tasks to show."""
    rows, tasks = context.schedule.records.breakdown.rows, context.schedule.tasks
    live = {task.wbs for task in context.live if task.critical or not critical_only}
    kept = [row.wbs in live for row in rows]
    if not any(kept):
        return None
    tied = ties(context.schedule, kept)
    boxes = list(_boxes(rows, kept, tied))
    place = {key: number for number, key in enumerate(boxes)}
    group_of, groups = _groups(rows, kept)
    return NetworkChart(
        nodes=tuple(_node(tasks[row], kind, group_of[row], context) for row, kind in boxes),
        edges=tuple(
            Edge(place[tie.before], place[tie.after], tie.words, tie.critical, tie.member)
            for tie in tied.arrows
        ),
        groups=groups,
    )


def _boxes(rows: tuple[Row, ...], kept: list[bool], tied: Ties) -> list[Key]:
    """The boxes of all rows: one for a task, up to two for a summary."""
    found: list[Key] = []
    for row in rows:
        if not kept[row.index]:
            continue
        if not row.is_summary:
            found.append((row.index, ""))
        else:
            found += [(row.index, kind) for kind in ("begin", "end") if (row.index, kind) in tied.gates]
    return found


def _node(task: ScheduledTask, kind: str, group: int, context: Context) -> Node:
    return Node(
        number=task.wbs,
        title=task.title,
        kind=kind or task.kind,
        start=task.start,
        finish=task.finish,
        days=task.duration,
        slack=task.total_float,
        critical=task.critical,
        done=task.status.value == "done",
        group=group,
        owner=context.name(task.owner),
    )


def _groups(rows: tuple[Row, ...], kept: list[bool]) -> tuple[list[int], tuple[str, ...]]:
    """The group of each row: its outermost summary, unless one summary contains everything."""
    top = 0
    while len(outer := [row for row in rows if kept[row.index] and row.depth == top]) == 1:
        if not outer[0].is_summary:
            break
        top += 1
    found = [-1] * len(rows)
    titles: list[str] = []
    for row in outer:
        if row.is_summary:
            found[row.index : row.end] = [len(titles)] * (row.end - row.index)
            titles.append(f"{row.wbs} {row.task.title}")
    return found, tuple(titles)
