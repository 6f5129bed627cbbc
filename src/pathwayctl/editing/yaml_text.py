"""Values written as YAML in the style of what is around them.

A text is written plain wherever it reads back as the same text, and in quotes otherwise. What is written
is read again in every case before it is saved (``checking.py``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.quoting import quoted_whole
from pathwayctl.source.scalars import resolve

WIDEST: Final = 100
"""Columns of a line from which on a list, mapping, or text is written over several lines."""
_FIRST: Final = re.compile(r"[^\W_]|[(_$/.+’“]")
_NOT_PLAIN: Final = re.compile(r":(?:\s|\Z)|\s#|[\t\r\n]")
_ENDS_BLANK: Final = re.compile(r"[ \t\n]\Z|[ \t]\n")
_NOT_IN_BRACKETS: Final = re.compile(r"[,\[\]{}:?]")


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written: its line break, and by how many columns it indents lists below their keys.

    ``flow`` says of fields that neighbors have whether those are written within brackets or braces.
    Without ``block_texts``, no text is written as a block scalar, since a comment below would become part
    of it. ``final_break`` says whether the file ends in a line break: without one, no block scalar at its
    end does.
    """

    newline: str = "\n"
    list_indent: int = 2
    flow: Mapping[str, bool] = field(default_factory=dict)
    block_texts: bool = True
    final_break: bool = True


def scalar(value: Any, *, flow: bool = False, quote: str = "") -> str:
    """A text, number, truth value, day, or ``None`` on one line.

    ``flow`` is for a place within brackets or braces, ``quote`` the kind of quotes that a text had before.
    """
    if isinstance(value, str):
        return _text(value, flow=flow, quote=quote)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return repr(value)


def inline(value: Any) -> str:
    """A value on one line, as it can be written within brackets and braces."""
    if isinstance(value, dict):
        pairs = (f"{scalar(key, flow=True)}: {inline(one)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return scalar(value, flow=True)


def beside_key(value: Any, column: int, used: int, style: Style, *, name: str = "") -> str:
    """What follows the colon of a key in a block mapping: `` value``, or a line break and more lines.

    ``column`` is that of the key, and ``used`` the columns taken up to the colon.
    """
    if isinstance(value, list | dict):
        if not value or _fits(value, used, style.flow.get(name)):
            return " " + inline(value)
        if isinstance(value, list):
            indent = column + style.list_indent
            lines = [item(one, indent, style) for one in value]
        else:
            indent = column + 2
            lines = [pair(key, one, indent, style) for key, one in value.items()]
        return "".join(f"{style.newline}{' ' * indent}{line}" for line in lines)
    if isinstance(value, str):
        return " " + (_long(value, column + 2, used, style) or _text(value))
    return " " + scalar(value)


def pair(key: str, value: Any, column: int, style: Style) -> str:
    """A key and its value in a block mapping; the first line is not indented."""
    name = scalar(key)
    return f"{name}:{beside_key(value, column, column + len(name) + 1, style, name=key)}"


def item(value: Any, column: int, style: Style, *, gap: str = " ", block: bool = False) -> str:
    """An item of a block list, with its hyphen; the first line is not indented.

    With ``block``, a mapping is never written in braces. ``gap`` is what is between hyphen and value.
    """
    inner = column + 1 + len(gap)
    if isinstance(value, dict) and value and (block or not _fits(value, inner, None)):
        lines = [pair(key, one, inner, style) for key, one in value.items()]
        return f"-{gap}" + f"{style.newline}{' ' * inner}".join(lines)
    if isinstance(value, str):
        return f"-{gap}" + (_long(value, inner, inner, style) or _text(value))
    return f"-{gap}{inline(value)}"


def block_text(value: str, mark: str, column: int, style: Style) -> str | None:
    """A text as a block scalar that begins with ``mark`` (``|`` or ``>``) and is indented to a column.

    ``None`` if the text does not read back as itself when written so.
    """
    body, chomp = (value[:-1], "") if value.endswith("\n") else (value, "-")
    printable = body.replace("\n", "").isprintable() and style.block_texts
    if chomp == "" and not style.final_break:
        return None
    if not body.strip() or not printable or body[0] in " \n" or _ENDS_BLANK.search(body):
        return None
    if mark == "|":
        lines = body.split("\n")
    elif "\n" in body or "  " in body or body.endswith(" "):
        return None
    else:
        lines = _wrapped(body, max(WIDEST - column, 40))
    indent = " " * column
    joined = style.newline.join(f"{indent}{line}" if line else "" for line in lines)
    return f"{mark}{chomp}{style.newline}{joined}"


def _long(value: str, column: int, used: int, style: Style) -> str | None:
    """A text of several lines, or too long for one, as a block scalar; ``None`` for any other."""
    if "\n" in value:
        return block_text(value, "|", column, style)
    return block_text(value, ">", column, style) if used + len(value) > WIDEST + 10 else None


def _wrapped(text: str, width: int) -> list[str]:
    """The words of a text in lines; joined by spaces, they are the text again."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fits(value: Any, used: int, as_before: bool | None) -> bool:
    """Whether a list or mapping is written on one line, as its neighbors are, or if it is short and plain."""
    if as_before is not None and as_before is False:
        return False
    items = list(value.values()) if isinstance(value, dict) else value
    texts = [one for one in items if isinstance(one, str)]
    if as_before is None and any(isinstance(one, list | dict) for one in items):
        return False
    if any("\n" in one for one in texts):
        return False
    if as_before is None and isinstance(value, list) and any(map(_is_sentence, texts)):
        return False
    return used + 1 + len(inline(value)) <= WIDEST + 10


def _is_sentence(text: str) -> bool:
    """Whether an item of a list is better read on a line of its own."""
    return "," in text or len(text) > 40 or text.count(" ") > 1


def _text(value: str, *, flow: bool = False, quote: str = "") -> str:
    if quote == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if quote != '"' and _is_plain(value, flow=flow):
        return value
    if quote != '"' and value.isprintable() and value == " ".join(value.split()):
        return quoted_whole(value)
    return json.dumps(value, ensure_ascii=False)


def _is_plain(value: str, *, flow: bool) -> bool:
    """Whether a text reads back as itself without quotes."""
    if not value or not value.isprintable() or value != value.strip() or not _FIRST.match(value):
        return False
    if _NOT_PLAIN.search(value) or (flow and _NOT_IN_BRACKETS.search(value)):
        return False
    return resolve(value) is value
