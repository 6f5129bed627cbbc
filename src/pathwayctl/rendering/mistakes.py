"""Mistakes in templates and styles, as values in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathwayctl.diagnostics import Rule, Severity

BAD_TEMPLATE: Final = Rule(
    "PW230",
    Severity.ERROR,
    "A template of the project has a mistake",
    "The pages that are made from the template are left out until it is mended.",
    "Correct the line that the message shows; docs/facilitators.md lists what a template may use.",
    source="pathwayctl",
)


@dataclass(frozen=True, slots=True)
class TemplateMistake:
    """Why a page cannot be made: the template's file, the line (from 1), what is wrong, what to do."""

    file: str
    line: int
    message: str
    hint: str


class UnfitError(Exception):
    """Stops a template where it goes wrong; ``blame.py`` turns it into a ``TemplateMistake``."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
