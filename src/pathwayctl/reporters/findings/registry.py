"""The formats of findings. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pathwayctl.reporters.findings import as_json, github, text
from pathwayctl.reporters.findings.report import Report
from pathwayctl.reporters.lines import Line

FORMATS: Final[dict[str, Callable[[tuple[Report, ...], int], list[Line]]]] = {
    "text": text.write,
    "json": as_json.write,
    "github": github.write,
}
