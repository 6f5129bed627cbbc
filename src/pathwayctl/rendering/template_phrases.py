"""The fixed phrases of built-in templates, put into the language of the page as a template is compiled.

A phrase is a whole paragraph, with its values in places: ``{{ view.late }} tasks are late.`` is looked up as
``{late} tasks are late.`` So are the texts that block functions are given: ``heading("Agenda")``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from pathwayctl.rendering.arguments import USAGE

_BLANK_LINE: Final = re.compile(r"(\n[^\S\n]*\n\s*)")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_PLACE: Final = re.compile(r"\{(\w+)\}")


class PhraseTransformer(NodeTransformer):
    """Replace each phrase of a template by what ``translate`` makes of it."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - the name is Jinja's
        """Words and values between block functions and blank lines are one phrase."""
        self.generic_visit(node)
        made: list[nodes.Expr] = []
        paragraph: list[nodes.Expr] = []
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                for place, text in enumerate(_BLANK_LINE.split(part.data)):
                    if place % 2:
                        made += [*self._phrase(paragraph), nodes.TemplateData(text)]
                        paragraph = []
                    elif text:
                        paragraph.append(nodes.TemplateData(text))
            elif _is_block(part):
                made += [*self._phrase(paragraph), part]
                paragraph = []
            else:
                paragraph.append(part)
        node.nodes = [*made, *self._phrase(paragraph)]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 - the name is Jinja's
        """``a ~ " by " ~ b`` is one phrase with two places."""
        texts = [_data_of(one) or self.visit(one) for one in node.nodes]
        parts = [
            nodes.Const(one.data) if isinstance(one, nodes.TemplateData) else one
            for one in self._phrase(texts)
        ]
        return nodes.Concat(parts, lineno=node.lineno)

    def visit_Const(self, node: nodes.Const) -> nodes.Const:  # noqa: N802 - the name is Jinja's
        """A text that a function is given; a single word in small letters is a keyword."""
        text = node.value
        if isinstance(text, str) and _LETTERS.search(text) and (" " in text or text[0].isupper()):
            return nodes.Const(self._translate(text), lineno=node.lineno)
        return node

    def _phrase(self, parts: list[nodes.Expr]) -> list[nodes.Expr]:
        """The translated words, and the values at the places that the translation gives them."""
        if not any(_LETTERS.search(one.data) for one in parts if isinstance(one, nodes.TemplateData)):
            return parts
        values: dict[str, nodes.Expr] = {}
        words = ""
        for one in parts:
            if isinstance(one, nodes.TemplateData):
                words += one.data
                continue
            name = _name(one)
            while name in values:
                name += "_"
            values[name] = one
            words += f"{{{name}}}"
        bare = words.strip()
        before, _, after = words.partition(bare)
        pieces = _PLACE.split(before + self._translate(" ".join(bare.split())) + after)
        return [
            values[piece] if place % 2 else nodes.TemplateData(piece)
            for place, piece in enumerate(pieces)
            if piece
        ]


def _is_block(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in USAGE


def _data_of(node: nodes.Expr) -> nodes.TemplateData | None:
    is_text = isinstance(node, nodes.Const) and isinstance(node.value, str)
    return nodes.TemplateData(node.as_const()) if is_text else None


def _name(node: nodes.Node) -> str:
    """What a translator sees of a value: the last name in it."""
    found: nodes.Node | None = node
    while found is not None and not isinstance(found, nodes.Name | nodes.Getattr):
        found = next(iter(found.iter_child_nodes()), None)
    if isinstance(found, nodes.Getattr):
        return found.attr
    return found.name if found is not None else "value"
