"""The map of a career pathway: grades with their courses, then credentials, then jobs, from left to right.

Long columns go on in a further part. A credential names the jobs it leads to by their numbers; where
both are in one part an arrow shows it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pathwayctl.handouts.pathways.pathway_chart import MapCourse, MapCredential, MapGrade, PathwayMap
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.charts.boxes import (
    NOTE,
    OFF,
    ON,
    PAD,
    PILL,
    TextBox,
    lines,
    narrowest,
    pill,
    pill_width,
    pills,
    pills_width,
    shared_widths,
)
from pathwayctl.rendering.charts.frame import NEXT, WIDTH, DrawingPart, drawn, label
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, INK, PAPER, number, rectangle
from pathwayctl.wording import count, listed

GAP: Final = 12.0
"""Between two columns, and between two boxes."""
CHANNEL: Final = 46.0
"""Between credentials and jobs: room for arrows."""
LANE: Final = 24.0
TOP: Final = 68.0
"""Where the boxes begin: below the names of lanes and grades, and the ways on."""
LEGEND: Final = 34.0
CREDENTIAL: Final = 2.0
JOB: Final = 1.4
"""The widths of these columns, in widths of a grade."""
NARROWEST: Final = 4
"""Grades that the width is shared among at least."""
MOST: Final = 30
"""More arrows than these between credentials and jobs are left to the words."""
GROUNDS: Final[dict[str, str]] = {
    marked("Secondary"): "#e3edf8", marked("Postsecondary"): "#fdf0d9", marked("Credentials"): "#e4f3e6",
    marked("Work"): "#f6e6f2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its lane, its name, its boxes, and whether one gets on above it and off below it."""

    lane: str
    name: str
    x: float
    wide: float
    boxes: tuple[TextBox, ...]
    on: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class _ColumnBox:
    """A box of a column by its number in it, with the height it begins at."""

    number: int
    box: TextBox
    y: float


def draw(chart: PathwayMap, title: str, key: str) -> Markup:
    """The map as drawings for a page; ``key`` makes their ids unique on it."""
    columns = _columns(chart)
    sheets = [_shared_out(column) for column in columns]
    parts = []
    for place in range(max(map(len, sheets))):
        going_on = [at for at, one in enumerate(sheets) if place < len(one)]
        stacks = [sheets[at][place] for at in going_on]
        ends = [place == len(sheets[at]) - 1 for at in going_on]
        own = [columns[at] for at in going_on]
        part = _part(chart, _closed_up(own) if place else own, stacks, ends, first=not place)
        part.about = (
            f"{_about(chart)} {phrase('This part goes on with long columns.') if place else ''}".strip()
        )
        parts.append(part)
    parts[0].legend(_entries(chart))
    return drawn(parts, title, key)


def _columns(chart: PathwayMap) -> list[_Column]:
    """The columns from left to right; together they are as wide as the sheet."""
    lanes = [("Postsecondary" if grade.college else "Secondary", 1.0) for grade in chart.grades]
    lanes += [("Credentials", CREDENTIAL)] if chart.credentials else []
    lanes += [("Work", JOB)] if chart.jobs else []
    gaps = [GAP] * (len(lanes) - 1)
    if chart.credentials and chart.jobs:
        gaps[-1] = CHANNEL
    share = sum(weight for _, weight in lanes)
    if len(chart.grades) < NARROWEST:
        share += NARROWEST - len(chart.grades)
    words = [narrowest(one.title for one in grade.courses) for grade in chart.grades]
    words += [narrowest((one.title for one in chart.credentials), bold=True)] if chart.credentials else []
    words += [narrowest(chart.jobs, bold=True)] if chart.jobs else []
    room = WIDTH - sum(gaps) - 2
    widths = shared_widths([weight for _, weight in lanes], words, room, share)
    found, x = [], 1.0
    for place, ((lane, _), wide) in enumerate(zip(lanes, widths, strict=True)):
        found.append(_column(chart, lane, place, x, wide))
        x += wide + (gaps[place] if place < len(gaps) else 0)
    return found


def _column(chart: PathwayMap, lane: str, place: int, x: float, wide: float) -> _Column:
    if lane == "Credentials":
        boxes = tuple(_credential(one, at, chart, wide) for at, one in enumerate(chart.credentials))
        return _Column(lane, count(len(boxes), "credential"), x, wide, boxes)
    if lane == "Work":
        boxes = tuple(_job(title, at, wide) for at, title in enumerate(chart.jobs, 1))
        return _Column(lane, count(len(boxes), "job"), x, wide, boxes)
    grade = chart.grades[place]
    boxes = tuple(_course(one, grade, wide) for one in grade.courses)
    return _Column(lane, grade.label, x, wide, boxes, grade.is_entry, grade.is_exit)


def _course(one: MapCourse, grade: MapGrade, wide: float) -> TextBox:
    room = wide - 2 * PAD
    ground = GROUNDS["Postsecondary" if grade.college else "Secondary"]
    said = f"{grade.label}: {one.title}{f', {one.credits}' if one.credits else ''}"
    return TextBox(
        said, (*lines(one.title, room, 4), *lines(one.credits, room, 2, size=NOTE, color=FAINT)), ground
    )


def _credential(one: MapCredential, place: int, chart: PathwayMap, wide: float) -> TextBox:
    room = wide - 2 * PAD
    builds = ", ".join(f"C{other + 1}" for other in one.builds_on)
    leads = ", ".join(f"J{job + 1}" for job in one.jobs)
    links = _links(builds, leads)
    in_words = _links(
        listed([chart.credentials[other].title for other in one.builds_on]),
        listed([chart.jobs[job] for job in one.jobs]),
    )
    said = "; ".join(filter(None, (f"C{place + 1} {one.title}, {one.kind}", in_words)))
    head = f"C{place + 1}  {one.kind}"
    ways = pills(on=one.is_entry, off=one.is_exit)
    return TextBox(
        said,
        (
            *lines(head, room, 1, size=NOTE, color=FAINT),
            *lines(one.title, room, 3, bold=True),
            *lines(f"{links[:1].upper()}{links[1:]}", room, 3, size=NOTE),
        ),
        GROUNDS["Credentials"],
        ways,
        beside=width(head, NOTE) + 6 + pills_width(ways) <= room,
    )


def _links(builds: str, leads: str) -> str:
    """``builds on C1; leads to J1``."""
    parts = (
        phrase("builds on {credentials}", credentials=builds) if builds else "",
        phrase("leads to {jobs}", jobs=leads) if leads else "",
    )
    return "; ".join(filter(None, parts))


def _job(title: str, place: int, wide: float) -> TextBox:
    room = wide - 2 * PAD
    head = lines(f"J{place}", room, 1, size=NOTE, color=FAINT)
    return TextBox(f"J{place} {title}", (*head, *lines(title, room, 4, bold=True)), GROUNDS["Work"])


def _shared_out(column: _Column) -> list[list[_ColumnBox]]:
    """The boxes of a column on each part, from above to below."""
    sheets: list[list[_ColumnBox]] = [[]]
    y = TOP
    for place, box in enumerate(column.boxes):
        if y + box.height > NEXT - LEGEND - PILL and sheets[-1]:
            sheets.append([])
            y = TOP
        sheets[-1].append(_ColumnBox(place, box, y))
        y += box.height + GAP
    return sheets


def _closed_up(columns: Sequence[_Column]) -> list[_Column]:
    """Columns without the room of those that were between them."""
    found, x = [], 1.0
    for column in columns:
        found.append(replace(column, x=x))
        x += column.wide + (CHANNEL if column.lane == "Credentials" else GAP)
    return found


def _part(
    chart: PathwayMap, columns: Sequence[_Column], stacks: Sequence[Sequence[_ColumnBox]],
    ends: Sequence[bool], *, first: bool,
) -> DrawingPart:  # fmt: skip
    part = DrawingPart("", [*_lanes(columns)], TOP)
    by_lane = {column.lane: stack for column, stack in zip(columns, stacks, strict=True)}
    part.body += _arrows(chart, columns, by_lane)
    for column, stack, last in zip(columns, stacks, ends, strict=True):
        middle = column.x + column.wide / 2
        name = column.name if first else phrase("{name}, continued", name=column.name)
        if stack:
            given = label(middle, LANE + 18, name, column.wide, bold=True, anchor="middle", size=11.5)
            part.body.append(given)
        if column.on and first:
            part.body.append(pill(middle - pill_width(ON) / 2, LANE + 25, ON))
        bottom = TOP
        for one in stack:
            part.body.append(one.box.drawn(column.x, one.y, column.wide))
            bottom = one.y + one.box.height
        if column.off and last:
            part.body.append(pill(middle - pill_width(OFF) / 2, bottom + 5, OFF))
            bottom += 5 + PILL
        part.height = max(part.height, bottom)
    return part


def _lanes(columns: Sequence[_Column]) -> Iterator[str]:
    """The name of each lane over its columns, in a band that points to the right."""
    for lane in dict.fromkeys(column.lane for column in columns):
        own = [column for column in columns if column.lane == lane]
        x, end = own[0].x, own[-1].x + own[-1].wide
        tip = 8
        shape = f"M{number(x)} 0H{number(end - tip)}l{tip} {LANE / 2:g}l{-tip} {LANE / 2:g}H{number(x)}z"
        yield f'<path d="{shape}" fill="{GROUNDS[lane]}" stroke="{FAINT}"/>'
        yield label((x + end) / 2, 16, phrase(lane), end - x - 2 * tip, bold=True, anchor="middle")


def _arrows(
    chart: PathwayMap, columns: Sequence[_Column], stacks: dict[str, Sequence[_ColumnBox]]
) -> Iterator[str]:
    """From each credential down to the next that builds on it, and to the jobs that it leads to."""
    own = stacks.get("Credentials", ())
    left = next((column for column in columns if column.lane == "Credentials"), None)
    jobs = {one.number: one for one in stacks.get("Work", ())}
    pairs = [(one, jobs[job]) for one in own for job in chart.credentials[one.number].jobs if job in jobs]
    if left is None:
        return
    for one in own:
        if one.number - 1 in chart.credentials[one.number].builds_on and one is not own[0]:
            yield _down(left.x + left.wide / 2, one.y - GAP, one.y)
    for one, job in pairs if sum(len(one.jobs) for one in chart.credentials) <= MOST else ():
        x1, y1 = left.x + left.wide, one.y + one.box.height / 2
        x2, y2 = x1 + CHANNEL, job.y + job.box.height / 2
        middle = number((x1 + x2) / 2)
        turn = f"C{middle} {number(y1)} {middle} {number(y2)}"
        path = f"M{number(x1)} {number(y1)}{turn} {number(x2 - 6)} {number(y2)}"
        yield f'<path d="{path}" fill="none" stroke="{FAINT}" stroke-width="1.2"/>'
        yield f'<path d="M{number(x2)} {number(y2)}l-7 -3.5v7z" fill="{FAINT}"/>'


def _down(x: float, top: float, end: float) -> str:
    return (
        f'<path d="M{number(x)} {number(top)}V{number(end - 5)}" stroke="{INK}" stroke-width="1.8"/>'
        f'<path d="M{number(x)} {number(end)}l-4.5 -7h9z" fill="{INK}"/>'
    )


def _entries(chart: PathwayMap) -> Iterator[Entry]:
    stops = [(one.is_entry, one.is_exit) for one in chart.grades]
    stops += [(one.is_entry, one.is_exit) for one in chart.credentials]
    if any(on for on, _ in stops):
        yield _sample(INK), phrase("Entry point: one can begin here")
    if any(off for _, off in stops):
        yield _sample(PAPER), phrase("Exit point: one can leave here with something in hand")
    if any(place - 1 in one.builds_on for place, one in enumerate(chart.credentials)):
        yield _down(SAMPLE / 2, -8, 8), phrase("Builds on what stands above it")
    if 0 < sum(len(one.jobs) for one in chart.credentials) <= MOST:
        path = f'<path d="M0 0H{SAMPLE - 6:g}" stroke="{FAINT}" stroke-width="1.2"/>'
        yield f'{path}<path d="M{SAMPLE:g} 0l-7 -3.5v7z" fill="{FAINT}"/>', phrase("Leads to the job")


def _sample(fill: str) -> str:
    return rectangle(0, -6, SAMPLE, 12, f'rx="6" fill="{fill}" stroke="{INK}"')


def _about(chart: PathwayMap) -> str:
    """The map in words: the contents of each column."""
    grades = [f"{grade.label}: {listed([one.title for one in grade.courses])}" for grade in chart.grades]
    parts = [f"{'; '.join(grades)}." if grades else ""]
    if chart.credentials:
        credentials = listed([one.title for one in chart.credentials])
        parts.append(phrase("Credentials: {credentials}.", credentials=credentials))
    if chart.jobs:
        parts.append(phrase("Jobs: {jobs}.", jobs=listed(chart.jobs)))
    return " ".join(part for part in parts if part)
