"""The network diagram of a schedule, as facts: its boxes, and the arrows between them.

It is a precedence diagram (activity on node): a box for each task and milestone, an arrow for each
link. A summary with successors has a box for its end, and one with predecessors a box for its beginning,
so that a link of a summary is one arrow, however many tasks it has. The engine's graph
(``scheduling.network``) is built in the same way; the diagram leaves out arrows between a summary and its
tasks that other arrows imply.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.drivers import FROM_FINISH, driver

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.values import Link
    from pathwayctl.scheduling.breakdown import Row
    from pathwayctl.scheduling.schedule import Schedule, ScheduledTask


@dataclass(frozen=True, slots=True)
class NetworkNode:
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
        return {"begin": phrase("start of "), "end": phrase("end of ")}.get(self.kind, "") + self.number


def standing(node: NetworkNode) -> str:
    """What is most important to know of a box, in a word."""
    if node.critical:
        return phrase("CRITICAL")
    return phrase("done") if node.done else phrase("float {days}", days=node.slack)


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

    nodes: tuple[NetworkNode, ...]
    edges: tuple[Edge, ...]
    groups: tuple[str, ...]


Key = tuple[int, str]
"""A box: its row, and ``begin`` or ``end`` for a box of a summary, else an empty text."""

_BEGIN: Final = "begin"
_END: Final = "end"


@dataclass(frozen=True, slots=True)
class Tie:
    """An arrow between two boxes; see ``Edge``."""

    before: Key
    after: Key
    words: str
    critical: bool
    member: bool = False


@dataclass(frozen=True, slots=True)
class NetworkArrows:
    """All arrows, and the boxes of summaries that they need."""

    arrows: list[Tie] = field(default_factory=list)
    gates: set[Key] = field(default_factory=set)


def network(context: Context, *, critical_only: bool = False) -> NetworkChart | None:
    """Return the network without dropped tasks, or ``None`` if there are no tasks to show."""
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


def _boxes(rows: tuple[Row, ...], kept: list[bool], tied: NetworkArrows) -> list[Key]:
    """Return the boxes of all rows: one for a task, up to two for a summary."""
    found: list[Key] = []
    for row in rows:
        if not kept[row.index]:
            continue
        if not row.is_summary:
            found.append((row.index, ""))
        else:
            found += [(row.index, kind) for kind in ("begin", "end") if (row.index, kind) in tied.gates]
    return found


def _node(task: ScheduledTask, kind: str, group: int, context: Context) -> NetworkNode:
    return NetworkNode(
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
        owner=context.owners(task),
    )


def _groups(rows: tuple[Row, ...], kept: list[bool]) -> tuple[list[int], tuple[str, ...]]:
    """Return the group of each row: its outermost summary, unless one summary contains everything."""
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


def ties(schedule: Schedule, kept: list[bool]) -> NetworkArrows:
    """Return the arrows between the kept rows of a schedule."""
    rows = schedule.records.breakdown.rows
    found = NetworkArrows()
    driving = _driving(schedule, kept)
    for row in rows:
        if kept[row.index]:
            found.arrows.extend(_of_row(schedule, row, kept, driving))
    found.gates.update(key for tie in found.arrows for key in (tie.before, tie.after) if key[1])
    found.arrows.extend(_members(rows, kept, found))
    return found


LINK_CODES: Final = marked(
    "SS: start to start, FF: finish to finish, SF: start to finish, +2d: 2 working days later, "
    "+7ed: 7 calendar days later. All other links are finish to start."
)
"""What ``link_words`` stand for."""


def link_words(link: Link) -> str:
    """Return ``SS+2d``, ``FF``; for a finish-to-start link only its lag, such as ``+7ed``, if it has one."""
    lag = f"{link.lag.amount:+d}{link.lag.unit}" if link.lag.amount else ""
    return lag if link.type is LinkType.FS else f"{link.type}{lag}"


def _of_row(schedule: Schedule, row: Row, kept: list[bool], driving: set[tuple[int, Link]]) -> Iterator[Tie]:
    breakdown = schedule.records.breakdown
    for link in row.task.depends_on:
        source = breakdown.by_id.get(link.predecessor)
        if source is None or source == row.index or not kept[source]:
            continue
        side = _END if link.type in FROM_FINISH else _BEGIN
        before = source, side if breakdown.rows[source].is_summary else ""
        after = row.index, _BEGIN if row.is_summary else ""
        critical = (row.index, link) in driving and schedule.tasks[source].critical
        yield Tie(before, after, link_words(link), critical)


def _driving(schedule: Schedule, kept: list[bool]) -> set[tuple[int, Link]]:
    """Return the links that drive critical tasks, each with the row that declares it."""
    found: set[tuple[int, Link]] = set()
    for row, task in enumerate(schedule.tasks):
        if kept[row] and task.critical and task.kind != "summary":
            found.update((bond.row, bond.link) for bond in driver(schedule, row).bonds)
    return found


def _members(rows: tuple[Row, ...], kept: list[bool], found: NetworkArrows) -> Iterator[Tie]:
    """Yield the arrows from the start of a summary to its first tasks, and from its last tasks to its end."""
    before: dict[Key, list[int]] = {}
    after: dict[Key, list[int]] = {}
    critical = {key for tie in found.arrows if tie.critical for key in (tie.before, tie.after)}
    for tie in found.arrows:
        before.setdefault(tie.after, []).append(tie.before[0])
        after.setdefault(tie.before, []).append(tie.after[0])
    for row in rows:
        if not kept[row.index]:
            continue
        for side, others in ((_BEGIN, before), (_END, after)):
            key = (row.index, side if row.is_summary else "")
            if row.is_summary and key not in found.gates:
                continue
            gate = _around(rows, row, side, found.gates)
            if gate is None or any(gate < one < rows[gate].end for one in others.get(key, ())):
                continue
            outer = (gate, side)
            thick = outer in critical and key in critical
            ends = (outer, key) if side == _BEGIN else (key, outer)
            yield Tie(*ends, "", thick, member=True)


def _around(rows: tuple[Row, ...], row: Row, side: str, gates: set[Key]) -> int | None:
    """Return the innermost summary of a row that has a box on this side."""
    up = row.parent
    while up >= 0 and (up, side) not in gates:
        up = rows[up].parent
    return up if up >= 0 else None
