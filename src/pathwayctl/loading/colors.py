"""Colors of a project: whether words in them can be read, and the nearest color in which they can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.diagnostics import FieldFix, Hint, Problem, Rule

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan

LEAST_CONTRAST: Final = 4.5
"""Of words to their ground (WCAG 2.1, 1.4.3)."""
WHITE, BLACK = "#ffffff", "#000000"
FAINT_COLOR: Final = Rule("PW648")
_STEPS: Final = 50
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)


def faint_color(plan: Plan) -> Iterator[Problem]:
    """The color of a project, if words in it are hard to read on white, and white words on it."""
    color = plan.project.look.color if plan.project.look else None
    if color is None or contrast(color, WHITE) >= LEAST_CONTRAST:
        return
    found, better = contrast(color, WHITE), readable(color, WHITE)
    yield FAINT_COLOR.at(
        ("project", "look", "color"),
        f"The color {color} is too light: its contrast with white is {found:.1f} to 1, and headings need "
        f"{LEAST_CONTRAST} to 1. Pages use {better} instead.",
        Hint(f'Write color: "{better}"', FieldFix(f'"{better}"')),
    )


def readable(color: str, ground: str) -> str:
    """The color, or the nearest darker or lighter one in which words can be read on a ground."""
    end = BLACK if _luminance(ground) > 0.5 else WHITE
    mixed = (_mixed(color, end, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in mixed if contrast(one, ground) >= LEAST_CONTRAST)


def contrast(one: str, other: str) -> float:
    """The contrast of two colors, from 1 to 21, by the formula of WCAG 2.1."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in _parts(color)
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))


def _parts(color: str) -> list[float]:
    """Red, green, and blue, each from 0 to 1."""
    return [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _mixed(color: str, other: str, share: float) -> str:
    pairs = zip(_parts(color), _parts(other), strict=True)
    return "#" + "".join(f"{round(255 * (one + (two - one) * share)):02x}" for one, two in pairs)
