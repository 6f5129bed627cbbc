"""The data that all formats of the answer show."""

from __future__ import annotations

from pathwayctl.analysis.why.answer import Explanation
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class WhyReport:
    """An answer; ``place`` is what follows a task's name to ask about another one. ``whole`` cuts no list."""

    answer: Explanation
    place: str = ""
    whole: bool = False
