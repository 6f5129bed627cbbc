"""The career ladder: a column for each level with its jobs and their pay, and arrows for the moves.

Each job has a number, and names those that it leads to by theirs, so that no move depends on an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pathwayctl.handouts.talent.ladder import LadderChart, LadderJob
from pathwayctl.language import phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.charts.boxes import NOTE, PAD, TextBox, lines
from pathwayctl.rendering.charts.frame import NEXT, WIDTH, DrawingPart, drawn, label
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, number, rectangle
from pathwayctl.wording import listed

GAP: Final = 14.0
CHANNEL: Final = 44.0
"""Between two columns: room for arrows."""
TOP: Final = 38.0
HEAD: Final = 24.0
LEGEND: Final = 34.0
GROUNDS: Final = ("#e3edf8", "#e4f3e6", "#fdf0d9", "#f6e6f2", "#eeeeee")


@dataclass(frozen=True, slots=True)
class _PlacedJob:
    """A box with its place on the sheet."""

    box: TextBox
    x: float
    y: float
    wide: float


def draw(chart: LadderChart, title: str, key: str) -> Markup:
    """The ladder as drawings for a page; ``key`` makes their ids unique on it."""
    jobs = [job for rung in chart.rungs for job in rung.jobs]
    sheets = _sheets(chart, jobs)
    parts = [_part(chart, jobs, sheet) for sheet in sheets]
    if any(job.moves for job in jobs):
        parts[0].legend(_entries())
    return drawn(parts, title, key)


def _width(chart: LadderChart) -> float:
    """How wide each column is; moves within the last column take room at its right."""
    first = sum(len(rung.jobs) for rung in chart.rungs[:-1])
    turns = any(move >= first for job in chart.rungs[-1].jobs for move in job.moves)
    return (WIDTH - 2 - CHANNEL * (len(chart.rungs) - (not turns))) / len(chart.rungs)


def _sheets(chart: LadderChart, jobs: Sequence[LadderJob]) -> list[dict[int, _PlacedJob]]:
    """Where each job stands on each part, by its number; long columns go on in the next part."""
    wide = _width(chart)
    sheets: list[dict[int, _PlacedJob]] = [{}]
    place = 0
    for column, rung in enumerate(chart.rungs):
        x, y, sheet = 1 + column * (wide + CHANNEL), TOP, 0
        for job in rung.jobs:
            box = _box(job, place, jobs, wide, GROUNDS[column % len(GROUNDS)])
            if y + box.height > NEXT - LEGEND and y > TOP:
                sheet, y = sheet + 1, TOP
                if sheet == len(sheets):
                    sheets.append({})
            sheets[sheet][place] = _PlacedJob(box, x, y, wide)
            y += box.height + GAP
            place += 1
    return sheets


def _box(job: LadderJob, place: int, jobs: Sequence[LadderJob], wide: float, ground: str) -> TextBox:
    room = wide - 2 * PAD
    leads = phrase("Leads to {jobs}", jobs=listed([str(move + 1) for move in job.moves])) if job.moves else ""
    names = listed([jobs[move].title for move in job.moves])
    said = f"{place + 1}. {job.title}{f', {job.pay}' if job.pay else ''}"
    if names:
        said = phrase("{job}; leads to {jobs}", job=said, jobs=names)
    return TextBox(
        said,
        (
            *lines(f"{place + 1}. {job.title}", room, 4, bold=True),
            *lines(job.pay, room, 2, size=NOTE),
            *lines(leads, room, 2, size=NOTE, color=FAINT),
        ),
        ground,
    )


def _part(chart: LadderChart, jobs: Sequence[LadderJob], placed: Mapping[int, _PlacedJob]) -> DrawingPart:
    part = DrawingPart(_about(chart, jobs), [*_heads(chart)], TOP)
    part.body += _arrows(jobs, placed)
    for one in placed.values():
        part.body.append(one.box.drawn(one.x, one.y, one.wide))
        part.height = max(part.height, one.y + one.box.height)
    return part


def _heads(chart: LadderChart) -> Iterator[str]:
    """The name of each level, in a band that points to the right."""
    wide = _width(chart)
    for column, rung in enumerate(chart.rungs):
        x = 1 + column * (wide + CHANNEL)
        yield rectangle(x, 1, wide, HEAD, f'fill="{GROUNDS[column % len(GROUNDS)]}" stroke="{FAINT}"')
        yield label(x + wide / 2, 16, rung.label, wide - 12, bold=True, anchor="middle")


def _arrows(jobs: Sequence[LadderJob], placed: Mapping[int, _PlacedJob]) -> Iterator[str]:
    for place, job in enumerate(jobs):
        for move in job.moves:
            if place in placed and move in placed and place != move:
                yield _arrow(placed[place], placed[move])


def _arrow(start: _PlacedJob, end: _PlacedJob) -> str:
    """A curve to the next column, or around the right side to a box in the same or an earlier one."""
    y1, y2 = start.y + start.box.height / 2, end.y + end.box.height / 2
    x1 = start.x + start.wide
    if end.x > start.x:
        x2, middle, tip = end.x, (x1 + end.x) / 2, -7
    else:
        x2, tip = end.x + end.wide, 7
        middle = max(x1, x2) + CHANNEL * 0.7
        y1, y2 = y1 + 5, y2 - 5
    turn = f"C{number(middle)} {number(y1)} {number(middle)} {number(y2)}"
    path = f"M{number(x1)} {number(y1)}{turn} {number(x2 + tip * 0.8)} {number(y2)}"
    line = f'<path d="{path}" fill="none" stroke="{FAINT}" stroke-width="1.4"/>'
    return f'{line}<path d="M{number(x2)} {number(y2)}l{tip} -3.5v7z" fill="{FAINT}"/>'


def _entries() -> Iterator[Entry]:
    path = f'<path d="M0 0H{SAMPLE - 6:g}" stroke="{FAINT}" stroke-width="1.4"/>'
    yield f'{path}<path d="M{SAMPLE:g} 0l-7 -3.5v7z" fill="{FAINT}"/>', phrase("Leads to the job")


def _about(chart: LadderChart, jobs: Sequence[LadderJob]) -> str:
    rungs = [f"{rung.label}: {listed([job.title for job in rung.jobs])}" for rung in chart.rungs]
    moves = [
        phrase("{job} to {other}", job=job.title, other=jobs[move].title)
        for job in jobs
        for move in job.moves
    ]
    said = f"{'; '.join(rungs)}."
    return f"{said} {phrase('Moves: {moves}.', moves='; '.join(moves))}" if moves else said
