"""The project's words for the placeholders of the guides, such as [COLLEGE] and [SCHOOL/DISTRICT].

The guides' sample texts have such placeholders, and people copy them. ``project.terms`` has the words for
them. They are filled in once, in a finished view, so that no page can forget it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pathwayctl.catalog.terms import fill_text

View = TypeVar("View")


def filled(view: View, terms: Mapping[str, str]) -> View:
    """Return the view with the placeholders replaced in all of its texts, at any depth."""
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
