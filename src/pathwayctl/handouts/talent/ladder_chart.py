"""The career ladder as facts of a picture: jobs by level with their pay, and the moves between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.talent.occupations import wage_words
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.talent.career_ladder import CareerLadder
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent_demand import JobLevel

NO_LEVEL: Final = "No level yet"


@dataclass(frozen=True, slots=True)
class LadderJob:
    """A job; ``pay`` is in words, and ``moves`` are the positions, in the picture, of jobs it leads to."""

    title: str
    pay: str
    moves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LadderRung:
    """The jobs of one level."""

    label: str
    jobs: tuple[LadderJob, ...]


@dataclass(frozen=True, slots=True)
class LadderChart:
    """From left to right: the levels from lowest to highest. Jobs are counted through all levels."""

    rungs: tuple[LadderRung, ...]


def ladder_chart(found: CareerLadder, context: Context) -> LadderChart | None:
    """The picture, or ``None`` while there are neither levels nor moves to draw."""
    if not found.steps and all(level is None for level, _ in found.rungs):
        return None
    jobs = [one for _, own in found.rungs for one in own]
    place = {one.id: number for number, one in reversed(tuple(enumerate(jobs)))}
    moves: dict[str, list[int]] = {}
    for step in found.steps:
        moves.setdefault(step.start.id, []).append(place[step.end.id])
    return LadderChart(
        tuple(
            LadderRung(
                level_label(level),
                tuple(
                    LadderJob(
                        one.title,
                        "; ".join(wage_words(one, context).split("\n")),
                        tuple(dict.fromkeys(moves.get(one.id, ()))),
                    )
                    for one in own
                ),
            )
            for level, own in found.rungs
        )
    )


def level_label(level: JobLevel | None) -> str:
    """Return the level in words."""
    return level.label if level else NO_LEVEL


def in_words(chart: LadderChart) -> str:
    """``5 jobs on 3 levels, from left to right, and 4 moves ...``."""
    jobs = [one for rung in chart.rungs for one in rung.jobs]
    parts = [count(len(jobs), "job"), count(sum(len(one.moves) for one in jobs), "move")]
    levels = count(len(chart.rungs), "level")
    return f"{listed(parts)} on {levels}, from left to right. The tables on this page say the same in words."
