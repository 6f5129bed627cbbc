"""Mistakes in templates and styles, as values in plain words."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule
from pathwayctl.quick_dataclass import dataclass

BAD_TEMPLATE: Final = Rule("PW230")


@dataclass(frozen=True, slots=True)
class TemplateMistake:
    """Why a page cannot be made: the template's file, the line (from 1), what is wrong, what to do.

    ``exhausted``: it ran into a limit of time or memory, so that it is no use to run it for other pages.
    """

    file: str
    line: int
    message: str
    hint: str
    exhausted: bool = False


class UnfitError(Exception):
    """Stops a template where it goes wrong; ``template_errors.py`` turns it into a ``TemplateMistake``."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ExhaustedError(UnfitError):
    """Stops a template that has run into a limit of time, memory, or size."""


def too_slow() -> ExhaustedError:
    """The limit of time."""
    return ExhaustedError("This page takes too long to make.", "Look for a loop that runs too often.")
