"""Blocks to plain text for e-mail: no marks, no links to files, and lines of at most 72 characters.

A table stands as columns if it has few and they fit; otherwise each of its rows is a short list.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.handouts.cells import NONE
from pathwayctl.handouts.tagged_tasks import one_below_the_other
from pathwayctl.language import phrase
from pathwayctl.rendering.blocks import (
    Block,
    Checklist,
    Facts,
    Figure,
    Heading,
    Items,
    Lines,
    Notes,
    Notice,
    PageBreak,
    Paragraph,
    Prose,
    Table,
    in_words,
    is_form,
    naming_column,
)
from pathwayctl.rendering.html_tables import NOTHING
from pathwayctl.rendering.pages import Contents, ContentsEntry, Frame, Front, Page
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.prose_tree import Node, Part, to_tree

WIDTH: Final = 72
"""Characters of a line, as mail programs wrap them; only a longer word or address goes beyond."""
MOST_COLUMNS: Final = 4
_LINES: Final = re.compile(r"\n(?:• )?")
_AFTER_A_SENTENCE: Final = re.compile(r"(?<=[.?!:])\n(?:• )?")
_NOTHING_IN_IT: Final = ("", NONE)
_APART: Final = "  "
_RULE: Final = "_" * 40


def write_page(page: Page, frame: Frame) -> str:
    """A handout as a file of its own."""
    return _joined([*_head(page.title, frame, frame.packet_title), *map(_block, page.blocks), *_foot(frame)])


def write_index(frame: Frame, front: Front, parts: Sequence[Block | Contents]) -> str:
    """A first page: what a packet is for, and its pages. Its title is the frame's ``packet_title``."""
    agency = phrase("Convened by {agency}", agency=front.agency) if front.agency else ""
    words = map(_wrapped, (agency, front.purpose, *front.paragraphs))
    facts = _list(Facts(front.facts))
    head = _head(frame.packet_title, frame, "")
    shown = (_contents(one) if isinstance(one, Contents) else _block(one) for one in parts)
    return _joined([*head, *words, facts, *shown, *_foot(frame)])


def _contents(part: Contents) -> str:
    head = _block(Heading(part.title, part.level)) if part.title else ""
    pages = [": ".join(filter(None, (_entry(one), one.sentence))) for one in part.entries]
    return "\n\n".join(filter(None, (head, _wrapped(part.about), _items(pages))))


def _entry(entry: ContentsEntry) -> str:
    details = ", ".join(filter(None, (entry.day, entry.size)))
    return f"{entry.title} ({details})" if details else entry.title


def _head(title: str, frame: Frame, packet: str) -> Iterator[str]:
    yield _wrapped(title)
    parts = (frame.project if frame.project != title else "", frame.number, packet, frame.version)
    yield _wrapped(" · ".join(filter(None, parts)))
    yield _wrapped(phrase("Source: {source}", source=frame.source)) if frame.source else ""


def _foot(frame: Frame) -> Iterator[str]:
    yield "\n".join(map(_wrapped, frame.brand.foot))


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


def _wrapped(words: str, first: str = "", others: str = "") -> str:
    """A text in lines of the width, the first and the others each after something of their own."""
    lines: list[str] = []
    for line in seen(words).strip().split("\n"):
        begin = others if lines else first
        lines += textwrap.wrap(
            " ".join(line.split()),
            WIDTH,
            initial_indent=begin,
            subsequent_indent=others,
            break_long_words=False,
            break_on_hyphens=False,
        ) or ([first.rstrip()] if first and not lines else [])
    return "\n".join(lines)


def _items(texts: Sequence[str], *, ordered: bool = False, start: int = 1) -> str:
    heads = [f"{number}. " if ordered else "- " for number in range(start, start + len(texts))]
    return "\n".join(_wrapped(text, head, " " * len(head)) for text, head in zip(texts, heads, strict=True))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _wrapped(block.text.upper() if block.level == 2 else block.text)
        case Paragraph():
            return _wrapped(block.text)
        case Prose():
            return "\n\n".join(map(_node, to_tree(block.text)))
        case Table():
            return "\n\n".join(filter(None, (_wrapped(block.caption), _table(block), _wrapped(block.note))))
        case Lines():
            return f"{_wrapped(block.label)}\n{_RULE}"
        case Notice():
            return _wrapped(f"{block.word}: {block.text}", "", "  ")
        case Notes():
            return f"{phrase('Speaker notes')}\n{_items(block.items)}"
        case Figure():
            return _wrapped(": ".join(filter(None, (block.title, in_words(block)))))
        case PageBreak():
            return _RULE if block.cut else ""
    return _list(block)


def _list(block: Items | Facts | Checklist) -> str:
    match block:
        case Items():
            return _items(block.items, ordered=block.ordered)
        case Facts():
            return "\n".join(_wrapped(f"{name}: {words}", "", "  ") for name, words in block.pairs)
    boxes = [_wrapped(words, "[x] " if done else "[ ] ", "    ") for words, done in block.items]
    return "\n".join(filter(None, (_wrapped(block.caption), *boxes)))


def _table(table: Table) -> str:
    if not table.rows:
        return phrase(NOTHING)
    if is_form(table):
        return "\n".join(f"{_wrapped(head.title)}: {_RULE}" for head in table.columns)
    rows = [[" ".join(seen(_in_a_line(cell)).split()) for cell in row] for row in table.rows]
    titles = [" ".join(seen(head.title).split()) for head in table.columns]
    widths = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    if len(titles) <= MOST_COLUMNS and sum(widths) + len(_APART) * (len(titles) - 1) <= WIDTH:
        rights = [head.align == "right" for head in table.columns]
        lines = [titles, ["-" * width for width in widths], *rows]
        return "\n".join(_in_columns(line, widths, rights) for line in lines)
    return "\n".join(map("\n".join, _records(table, titles)))


def _in_columns(cells: Sequence[str], widths: Sequence[int], rights: Sequence[bool]) -> str:
    placed = zip(cells, widths, rights, strict=True)
    line = (cell.rjust(width) if right else cell.ljust(width) for cell, width, right in placed)
    return _APART.join(line).rstrip()


def _records(table: Table, titles: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each row: its name, and what is in its other cells."""
    naming = naming_column(table)
    for row in table.rows:
        if not any(row[naming:]):
            continue  # a row to write on
        number = f"{row[0]} " if naming else ""
        yield [_wrapped(number + row[naming], "- ", "  ")] + [
            _wrapped(f"{title}: {_in_a_line(cell)}", "  ", "    ")
            for place, (title, cell) in enumerate(zip(titles, row, strict=True))
            if cell not in _NOTHING_IN_IT and place > naming
        ]


def _in_a_line(cell: str) -> str:
    """The lines of a cell, one after the other; after a sentence, and before ``to`` a day, goes no mark."""
    if "\n" not in cell:
        return cell.removeprefix("• ")
    to_a_day = one_below_the_other("", "")
    joined = cell.removeprefix("• ").replace(to_a_day, f" {to_a_day.lstrip()}")
    return _LINES.sub("; ", _AFTER_A_SENTENCE.sub(" ", joined))


def _node(node: Node) -> str:
    match node["kind"]:
        case "paragraph":
            return _wrapped(_said(node["parts"]))
        case "list" | "numbered":
            texts = ["\n".join(map(_node, item)) for item in node["items"]]
            return _items(texts, ordered=node["kind"] == "numbered", start=node.get("start", 1))
        case "quote":
            return textwrap.indent("\n\n".join(map(_node, node["nodes"])), "  ")
        case "code":
            return seen(node["text"])
    return ""


def _said(parts: Sequence[Part]) -> str:
    """The words of a line without their marks; a link has its address behind it."""
    said = []
    for part in parts:
        if isinstance(part, str):
            said.append(part)
        elif part["kind"] == "break":
            said.append("\n")
        elif part["kind"] == "code":
            said.append(part["text"])
        else:
            words = _said(part["parts"])
            address = part.get("address", "").removeprefix("mailto:")
            said.append(words if not address or address == words else f"{words} ({address})")
    return "".join(said)
