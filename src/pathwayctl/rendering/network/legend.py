"""The legend of a network diagram: only what it really shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.handouts.schedule.network_chart import NetworkChart
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.network.boxes import BARE, Outline
from pathwayctl.rendering.network.layout import Band
from pathwayctl.rendering.svg_primitives import FAINT, INK, PAPER, line, words

_THIN: Final = f'stroke="{FAINT}" stroke-width="1"'
_THICK: Final = f'stroke="{INK}" stroke-width="2.6"'
_KINDS: Final = (LinkType.SS, LinkType.FF, LinkType.SF)
_LAGS: Final = {"d": "working days", "w": "working weeks", "ed": "calendar days", "ew": "calendar weeks"}


def entries(chart: NetworkChart, bands: Sequence[Band]) -> Iterator[Entry]:
    """Samples with their words."""
    nodes = [chart.nodes[box.node] for band in bands for box in band.boxes]
    edges = [chart.edges[wire.edge] for band in bands for wire in band.wires]
    kinds = {node.kind for node in nodes}
    for names, words_for in (
        (("task",), "Task"),
        (("milestone",), "Milestone"),
        (("begin", "end"), "Start or end of a group of tasks"),
    ):
        if kinds.intersection(names):
            yield _outline(names[0]), words_for
    if any(node.critical for node in nodes):
        yield _double(), "Critical: a delay moves the finish"
    if any(not edge.critical and not edge.member for edge in edges):
        yield _arrow(_THIN, FAINT, 3), "Goes before"
    if any(edge.critical for edge in edges):
        yield _arrow(_THICK, INK, 4.5), "Goes before, and decides the date"
    if any(edge.member for edge in edges):
        yield _arrow(f'{_THIN} stroke-dasharray="4 3"', FAINT, 3), "Is in the group"
    if texts := sorted({edge.words for edge in edges if edge.words}):
        sample = next((kind.value for kind in _KINDS if any(text.startswith(kind) for text in texts)), "+2d")
        yield words(SAMPLE, 3.5, sample, 'font-size="9.5" text-anchor="end"'), ", ".join(_meanings(texts))
    if any(box.arrives or box.leaves for band in bands for box in band.boxes):
        yield (
            words(SAMPLE, 3.5, "to", 'font-size="9.5" text-anchor="end"'),
            "The arrow goes on at that number",
        )


def _meanings(texts: Sequence[str]) -> Iterator[str]:
    """What the words on arrows mean, for those that the drawing has."""
    for kind in _KINDS:
        if any(text.startswith(kind) for text in texts):
            yield f"{kind.value}: {kind.label}"
    units = {text.lstrip("FS+-0123456789") for text in texts}
    yield from (f"+2{unit}: 2 {meaning} later" for unit, meaning in _LAGS.items() if unit in units)


def _outline(kind: str) -> str:
    paths = {"milestone": "M0 0L6 -7H16L22 0L16 7H6z", "begin": "M7 -7h8a7 7 0 0 1 0 14h-8a7 7 0 0 1 0 -14z"}
    path = paths.get(kind) or Outline(kind, 0, -7, SAMPLE, 14).path(0)
    return f'<path d="{path}" fill="{BARE}" stroke="{INK}"/>'


def _double() -> str:
    outer, inner = Outline("task", 0, -7, SAMPLE, 14), Outline("task", 3, -4, SAMPLE - 6, 8)
    return (
        f'<path d="{outer.path(0)}" fill="{PAPER}" stroke="{INK}" stroke-width="2.2"/>'
        f'<path d="{inner.path(0)}" fill="{BARE}" stroke="{INK}" stroke-width="0.9"/>'
    )


def _arrow(stroke: str, color: str, half: float) -> str:
    tip = f'<path d="M{SAMPLE:g} 0l-7 {-half:g}v{2 * half:g}z" fill="{color}"/>'
    return line(0, 0, SAMPLE - 6, 0, stroke) + tip
