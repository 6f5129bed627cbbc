"""The arrows of a network diagram: the links of a plan, and the arrows that join a summary with its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import LinkType
from pathwayctl.scheduling.drivers import FROM_FINISH, driver

if TYPE_CHECKING:
    from pathwayctl.model.values import Link
    from pathwayctl.scheduling.breakdown import Row
    from pathwayctl.scheduling.schedule import Schedule

Key = tuple[int, str]
"""A box: its row, and ``begin`` or ``end`` for a box of a summary, else an empty text."""

_BEGIN: Final = "begin"
_END: Final = "end"


@dataclass(frozen=True, slots=True)
class Tie:
    """An arrow between two boxes; see ``network_chart.Edge``."""

    before: Key
    after: Key
    words: str
    critical: bool
    member: bool = False


@dataclass(frozen=True, slots=True)
class Ties:
    """All arrows, and the boxes of summaries that they need."""

    arrows: list[Tie] = field(default_factory=list)
    gates: set[Key] = field(default_factory=set)


def ties(schedule: Schedule, kept: list[bool]) -> Ties:
    """The arrows between the kept rows of a schedule."""
    rows = schedule.records.breakdown.rows
    found = Ties()
    driving = _driving(schedule, kept)
    for row in rows:
        if kept[row.index]:
            found.arrows.extend(_of_row(schedule, row, kept, driving))
    found.gates.update(key for tie in found.arrows for key in (tie.before, tie.after) if key[1])
    found.arrows.extend(_members(rows, kept, found))
    return found


def in_words(link: Link) -> str:
    """``SS+2d``, ``FF``; for a finish-to-start link only its lag, such as ``+7ed``, if it has one."""
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
        yield Tie(before, after, in_words(link), critical)


def _driving(schedule: Schedule, kept: list[bool]) -> set[tuple[int, Link]]:
    """The links that drive critical tasks, each with the row that declares it."""
    found: set[tuple[int, Link]] = set()
    for row, task in enumerate(schedule.tasks):
        if kept[row] and task.critical and task.kind != "summary":
            found.update((bond.row, bond.link) for bond in driver(schedule, row).bonds)
    return found


def _members(rows: tuple[Row, ...], kept: list[bool], found: Ties) -> Iterator[Tie]:
    """The arrows from the beginning of a summary to its first tasks, and from its last tasks to its end."""
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
    """The innermost summary of a row that has a box on this side."""
    up = row.parent
    while up >= 0 and (up, side) not in gates:
        up = rows[up].parent
    return up if up >= 0 else None
