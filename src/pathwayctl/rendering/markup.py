"""Finished HTML and SVG, which no text of a project can pass for: the only import of markupsafe."""

from __future__ import annotations

from markupsafe import Markup, escape

__all__ = ["Markup", "escape"]
