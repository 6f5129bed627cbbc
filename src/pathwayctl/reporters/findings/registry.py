"""The formats of findings. A new one is a file and a line here; only the one asked for is loaded."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathwayctl.reporters.findings.view import Report
    from pathwayctl.reporters.layout import Line

    Writer = Callable[[tuple[Report, ...], int], list[Line]]

FORMATS: Final = {"text": "text", "json": "as_json", "github": "github"}
"""The modules of this folder by the names of their formats."""


def writer(form: str) -> Writer:
    """The function that writes findings in a format, for a number of columns."""
    write: Writer = import_module(f"{__package__}.{FORMATS[form]}").write
    return write
