"""The front door: the bytes of a YAML file become a plain value and everything that is wrong with its text.

The value is what ruamel's safe loader makes of the text by YAML 1.2 (texts, numbers, truth values,
days, ``None``, lists and dictionaries); the parser is its C one, and the values are built here.
Names of dictionaries are always texts.
"""

from __future__ import annotations

from typing import Any

from pathwayctl.source.characters import decode
from pathwayctl.source.documents import begins_with_order, goes_on
from pathwayctl.source.events import BROKEN, Build
from pathwayctl.source.file_rules import NO_SECTIONS
from pathwayctl.source.names import report_names
from pathwayctl.source.parser import YAMLError
from pathwayctl.source.places import find
from pathwayctl.source.quoting import shown
from pathwayctl.source.report import Reading, Report, Spot
from pathwayctl.source.stream import worth_another_try

__all__ = ["Reading", "Spot", "read"]


def read(data: bytes) -> Reading:
    """Read a YAML file from its bytes. Never raises; an empty file has no sections, ``{}``."""
    report = Report()
    text = decode(data, report)
    value = None if text is None else _value(text, report)
    return Reading(value, report.in_order(), value is not None, report.further())


def _value(text: str, report: Report) -> dict[str, Any] | None:
    """The sections, or ``None``."""
    if begins_with_order(text, report):
        return None
    build, value = _built(text, report)
    report_names(text, build.wrong_names, report)
    if value is BROKEN or goes_on(text, build.end, report):
        return None
    if value is None:
        return {}
    if not isinstance(value, dict):
        place = find(text, [((), False)])[(), False]
        what = "a list" if isinstance(value, list) else shown(str(value))
        report.add(NO_SECTIONS, place, f"The file holds {what} and no sections.")
        return None
    return value


def _built(text: str, report: Report, *, lenient: bool = False) -> tuple[Build, Any]:
    """The value, or ``BROKEN`` after reporting why, with the building that it came from."""
    before = report.mark()
    build = Build(text, report, lenient)
    try:
        return build, build.run()
    except (YAMLError, UnicodeError) as error:
        if not lenient and worth_another_try(text, error):
            report.go_back(before)
            return _built(text, report, lenient=True)
        from pathwayctl.source.complaints import complain  # only a broken text needs it

        complain(error, text, build.last, report)
        return build, BROKEN
