"""Tasks that no order of work can place: they need more than there is, or someone who never comes back."""

from __future__ import annotations

from enum import Enum, auto

from pathwayctl.levelling.demands import Demands
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.givers import Giver
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.schedule import Schedule


class Hindrance(Enum):
    """Why a task cannot be done without asking someone for too much."""

    TOO_MUCH = auto()
    """It needs more of someone than they can ever give."""
    AWAY = auto()
    """Someone it needs goes on leave that never ends before it can be done."""
    TOO_FAR = auto()
    """It would not be done by the last year there is, 9999."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A task that cannot be done, and who it needs: ``units`` a day of a ``capacity``."""

    hindrance: Hindrance
    row: int
    resource: str
    units: float
    capacity: float


def obstacles(demands: Demands, schedule: Schedule) -> list[Obstacle]:
    """The tasks that cannot be done whatever the order, from the plain schedule."""
    work = [0] * len(demands.givers)
    lasts = [_last(demands, giver) for giver in demands.givers]
    found = []
    for row, needs in demands.needs.items():
        finish, length = schedule.span(row)[1], demands.length[row]
        for who, units in needs:
            giver = demands.givers[who]
            work[who] += units * length
            share = giver.id, units / 1000, giver.capacity / 1000
            if units > giver.capacity:
                found.append(Obstacle(Hindrance.TOO_MUCH, row, *share))
            elif row not in demands.held and _is_gone(lasts[who], demands.end, giver, finish, work[who]):
                found.append(Obstacle(Hindrance.AWAY, row, *share))
            elif work[who] > demands.end * giver.capacity:
                found.append(Obstacle(Hindrance.TOO_FAR, row, *share))
    return found


def _is_gone(last: int, end: int, giver: Giver, finish: int, work: int) -> bool:
    """Whether someone is on leave that never ends before a task is done, or before all that is up to it.

    ``last`` is the boundary of that leave, ``finish`` that of the earliest finish, ``end`` that of all
    working days, and ``work`` thousandths of a day.
    """
    return finish > last or (last < end and work > last * giver.capacity)


def unplaced(demands: Demands, early: ForwardPass) -> list[Obstacle]:
    """The tasks that people had no time for up to the last year there is."""
    size = len(early.at) // 2
    found = []
    for row, needs in demands.needs.items():
        if early.at[size + row] < demands.end:
            continue
        giver = demands.givers[needs[0][0]]
        away = [demands.givers[who] for who, _ in needs if _last(demands, demands.givers[who]) < demands.end]
        why = Hindrance.AWAY if away else Hindrance.TOO_FAR
        found.append(Obstacle(why, row, (away or [giver])[0].id, 0, 0))
    return found


def _last(demands: Demands, giver: Giver) -> int:
    """The boundary at which someone goes on leave that never ends."""
    return min((begin for begin, end in giver.leave if end >= demands.end), default=demands.end)
