"""The arrays behind a schedule, private to the engine: other rooms ask ``Schedule``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.solve import Solution


@dataclass(frozen=True, slots=True)
class ResourceWait:
    """Someone's time holds a task back in a leveled schedule.

    ``task`` is the row of the task that the person or pool works on until then, or ``None`` if they are on
    leave.
    """

    resource: str
    task: int | None


@dataclass(frozen=True, slots=True)
class Unlevelled:
    """What a leveled schedule was made from: the network without hand-overs, and the plain releases."""

    network: Network
    release: Sequence[int]


@dataclass(frozen=True, slots=True)
class Workings:
    """What the dates of a schedule were calculated from.

    ``waits`` has the rows that a leveled schedule starts later than their links and dates ask for, and
    ``unlevelled`` what it was made from; a plain schedule has neither.
    """

    network: Network
    work: Work
    solution: Solution
    waits: Mapping[int, ResourceWait] = field(default_factory=dict)
    unlevelled: Unlevelled | None = None
