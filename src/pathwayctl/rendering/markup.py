"""Finished HTML and SVG, which no text of a project can pass for: the only import of markupsafe."""

from __future__ import annotations

from markupsafe import Markup, escape

__all__ = ["Markup", "escape", "escaped"]


def escaped(text: str) -> str:
    """What ``escape`` makes of a text, as a plain one: of very many short texts, this takes half as long."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")
