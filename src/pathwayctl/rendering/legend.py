"""The legend below a drawing: samples with their words, in as many lines as they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pathwayctl.language import phrase
from pathwayctl.rendering import arrows, shapes
from pathwayctl.rendering.arrows import Ends, arrow
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.svg_primitives import line, number, rectangle, words

SAMPLE: Final = 22.0
SIZE: Final = 11.5
LINE: Final = 19.0
EDGE: Final = 4.0
_GAP: Final = 16.0

Entry = tuple[str, str]
"""A sample drawn around height 0 from 0 to ``SAMPLE``, and its words."""


def laid_out(entries: Iterable[Entry], y: float, room: float) -> tuple[list[str], float]:
    """The legend below height ``y`` and within ``room``, and where it ends."""
    x, found = EDGE, []
    middle = y + LINE / 2
    for sample, text in entries:
        takes = SAMPLE + 5 + width(text, SIZE)
        if x > EDGE and x + takes > room:
            x, middle = EDGE, middle + LINE
        label = words(SAMPLE + 5, 3.7, text, f'font-size="{number(SIZE)}"')
        found.append(f'<g transform="translate({number(x)} {number(middle)})">{sample}{label}</g>')
        x += takes + _GAP
    return found, (middle + LINE / 2 if found else y)


def of_bars(shown: frozenset[str], hatch: str, near: int, far: int) -> Iterator[Entry]:
    """What a bar chart shows, by the words for it.

    ``near`` is the float of what is nearly critical; links over more rows than ``far`` are left out.
    """
    samples = {
        "task": (shapes.task(0, 0, SAMPLE, 0, ""), phrase("Task")),
        "done": (shapes.task(0, 0, SAMPLE, 60, ""), phrase("Done part")),
        "critical": (shapes.task(0, 0, SAMPLE, 0, hatch), phrase("C: critical, a delay moves the finish")),
        "near": (
            shapes.task(0, 0, SAMPLE, 0, "", near=True),
            phrase("n: nearly critical, float of {near} or less", near=near),
        ),
        "summary": (shapes.summary(0, 0, SAMPLE, ""), phrase("Summary")),
        "milestone": (shapes.milestone(SAMPLE / 2, 0, ""), phrase("Milestone")),
        "tail": (shapes.tail(0, -3.5, SAMPLE), phrase("Float: how long it can wait")),
        "baseline": (shapes.baseline(0, -8, SAMPLE), phrase("Baseline")),
        "baseline point": (shapes.baseline_point(SAMPLE / 2, 0), phrase("Baseline of a milestone")),
        "deadline": (shapes.deadline(SAMPLE / 2, 0, missed=False), phrase("Deadline")),
        "missed": (shapes.deadline(SAMPLE / 2, 0, missed=True), phrase("Deadline missed")),
        "link": (arrow(Ends(0, 0, 0), Ends(SAMPLE, 0, 0), "FS", 0), phrase("Waits for")),
        "far": (_far(), phrase("Links over more than {far} rows are left out", far=far)),
        "off": (rectangle(0, -6, SAMPLE, 12, shapes.OFF), phrase("Days off")),
        "status": (line(SAMPLE / 2, -8, SAMPLE / 2, 8, shapes.STATUS), phrase("Status date")),
    }
    return (entry for name, entry in samples.items() if name in shown)


def _far() -> str:
    return line(0, 0, 4, 0, arrows.PLAIN) + line(SAMPLE - 4, 0, SAMPLE, 0, arrows.PLAIN)
