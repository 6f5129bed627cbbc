"""Words of the project for the placeholders of the guides: [COLLEGE], [SCHOOL/DISTRICT] and so on.

The guides' sample texts leave such gaps, and people copy them. ``project.terms`` says what to write
there. It is done once, on a finished view, so that no page can forget it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from pathwayctl.catalog.terms import term_for

_PLACEHOLDER: Final = re.compile(r"\[([^\[\]\n]{1,80})\](?!\()")
"""Not the words of a web link: ``[COLLEGE](https://...)``."""

View = TypeVar("View")


def fill_text(text: str, terms: Mapping[str, str]) -> str:
    """A text with every known placeholder replaced; one that is not known stays as it is."""
    if "[" not in text:
        return text
    return _PLACEHOLDER.sub(lambda found: term_for(found[1], terms) or found[0], text)


def filled(view: View, terms: Mapping[str, str]) -> View:
    """The same view with the placeholders in all of its texts replaced, however deep they stand."""
    result: View = _filled(view, terms) if terms else view
    return result


def _filled(value: Any, terms: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return fill_text(value, terms)
    if isinstance(value, tuple):
        parts = [_filled(part, terms) for part in value]
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _filled(getattr(value, field.name), terms) for field in fields(value)}
        )
    return value
