"""The formats of the answer to why. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathwayctl.reporters.layout import Line
    from pathwayctl.reporters.why.view import WhyReport

    Writer = Callable[[WhyReport, int], list[Line]]

FORMATS: Final = {"text": "text", "json": "as_json"}
"""The modules of this folder by the names of their formats."""


def writer(form: str) -> Writer:
    """The function that writes an answer in a format, for a number of columns."""
    write: Writer = import_module(f"{__package__}.{FORMATS[form]}").write
    return write
