"""Markdown of ``detail`` fields as a tree of plain data, for documents that are neither HTML nor Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from pathwayctl.rendering.prose import tokens_of

if TYPE_CHECKING:
    from pathwayctl.rendering.prose import Token

Node = dict[str, Any]
"""``kind`` names the node; ``nodes``, ``items``, or ``parts`` hold what is in it."""
Part = str | Node
_MARKS = {"strong": "strong", "em": "emphasis"}


def to_tree(text: str) -> list[Node]:
    """The text as paragraphs, lists, quotations, code, and rules; the words in them as marked parts."""
    return _nodes(tokens_of(text))


def _nodes(tokens: Sequence[Token]) -> list[Node]:
    return [_node(tokens[start], tokens[start + 1 : end]) for start, end in _spans(tokens)]


def _spans(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where each node of a level begins and ends."""
    spans, start = [], 0
    for place, depth in enumerate(accumulate(token.nesting for token in tokens)):
        if depth == 0:
            spans.append((start, place))
            start = place + 1
    return spans


def _node(token: Token, inside: Sequence[Token]) -> Node:
    match token.type:
        case "paragraph_open":
            return {"kind": "paragraph", "parts": _parts(inside[0].children or ())}
        case "bullet_list_open":
            return {"kind": "list", "items": _items(inside)}
        case "ordered_list_open":
            start = int(token.attrs.get("start", 1))
            return {"kind": "numbered", "start": start, "items": _items(inside)}
        case "blockquote_open":
            return {"kind": "quote", "nodes": _nodes(inside)}
        case "fence" | "code_block":
            return {"kind": "code", "text": token.content.rstrip()}
    return {"kind": "rule"}


def _items(inside: Sequence[Token]) -> list[list[Node]]:
    return [_nodes(inside[start + 1 : end]) for start, end in _spans(inside)]


def _parts(tokens: Sequence[Token]) -> list[Part]:
    """The words of a line, and marked words within them."""
    parts: list[Part] = []
    for start, end in _spans(tokens):
        token, inside = tokens[start], tokens[start + 1 : end]
        match token.type:
            case "text":
                parts.append(token.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append({"kind": "break"})
            case "code_inline":
                parts.append({"kind": "code", "text": token.content})
            case "link_open":
                parts.append({"kind": "link", "address": str(token.attrs["href"]), "parts": _parts(inside)})
            case _ if token.tag in _MARKS:
                parts.append({"kind": _MARKS[token.tag], "parts": _parts(inside)})
    return parts
