"""Blocks to Markdown as GitHub shows it: pipe tables, task lists, and charts as Mermaid.

Whatever a text holds, it stays text. The only HTML is ``<br>``, for a line break inside a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from pathwayctl.language import marked, phrase
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
)
from pathwayctl.rendering.drawings import diagrams
from pathwayctl.rendering.html_tables import NOTHING
from pathwayctl.rendering.pages import Contents, ContentsEntry, Frame, Front, Page, address
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.prose import to_markdown

RULES: Final = {"left": ":---", "center": ":---:", "right": "---:"}
INDENT: Final = "\u2003"
"""A wide space for each level: ordinary spaces at the start of a cell are dropped."""
LINE: Final = "_" * 40
ELSEWHERE: Final = marked("The picture itself is on the HTML page of the same name.")
"""In place of a drawing that Markdown has no words for."""

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&#])")
_MEANING = re.compile(
    r"((?P<blank>(?<=\S\s)_+(?!\S))|\\(?=[!-/:-@\[-`{-~]|$)|[`*|~]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[:])|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)|(?<!\S)#(?=#*$))"
)
"""Signs that mean something where they are: not ``R&D``, ``snake_case``, ``<5``, or ``[COLLEGE]``.

A blank to write on after words, ``Date: ____``, means nothing, and is found whole to stay as it is.
"""
_MAY_MEAN = re.compile(r"[\\`*|~_\]<&#]")
"""Finds whether a line has any of these signs: to look for the signs alone is much quicker."""
_LONE_STAR = re.compile(r"(?<=[^\W_])\*(?=[^\W_])")
_OPENING = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|-[-\s]*$|=+$|#{1,6}(?:\s|$)|[>\[])")
"""The beginning of a line up to a sign that would make a list, a heading, a quotation, or a box of it."""


def write_page(page: Page, frame: Frame) -> str:
    """A handout as a file of its own."""
    dates = phrase("Your dates for a calendar:") if frame.calendar else ""
    theirs = f"{dates} {_link(frame.calendar, frame.calendar)}" if dates else ""
    head = [f"# {text(page.title)}", *_around(frame, frame.packet_title), theirs]
    beside = [" · ".join(_link(*one) for one in packet.all_links) for packet in frame.packets]
    return _joined([*head, *_blocks(page.blocks), *(["---"] if beside else []), *beside])


def write_index(frame: Frame, front: Front, parts: Sequence[Block | Contents]) -> str:
    """A first page: what a packet is for, and its pages. Its title is the frame's ``packet_title``."""
    agency = phrase("Convened by {agency}", agency=front.agency) if front.agency else ""
    words = [text(part) for part in (agency, front.purpose, *front.paragraphs)]
    facts = _list(Facts(front.facts), "*")
    return _joined([f"# {text(frame.packet_title)}", *_around(frame, ""), *words, facts, *_blocks(parts)])


def _contents(part: Contents) -> str:
    title = f"{'#' * part.level} {text(part.title)}" if part.title else ""
    return _joined([title, text(part.about), "\n".join(map(_entry, part.entries))]).rstrip()


def _entry(entry: ContentsEntry) -> str:
    details = [*filter(None, map(text, (entry.day, entry.size))), *(_link(*file) for file in entry.files)]
    after = f" ({', '.join(details)})" if details else ""
    return ": ".join(filter(None, (f"- {_link(entry.title, entry.href)}{after}", text(entry.sentence))))


def text(words: str, *, begins: bool = True) -> str:
    """A text without any meaning as Markdown; its lines are separated by ``<br>``.

    Only what would mean something is escaped. It ``begins`` a block, except in a cell or after other words.
    """
    shown = seen(words).strip()
    has_lone_star = shown.count("*") == 1 and bool(_LONE_STAR.search(shown))
    if "\n" not in shown:
        return _line(shown, begins, has_lone_star)
    return "<br>".join(_line(line, begins, has_lone_star) for line in shown.split("\n"))


def _line(words: str, begins: bool, has_lone_star: bool) -> str:
    line = " ".join(words.split())
    opening = _OPENING.match(line) if begins else None
    start = opening.end() if opening else 0
    escaped = line
    if _MAY_MEAN.search(line):
        escaped = _MEANING.sub(
            lambda sign: sign[0] if sign["blank"] or (has_lone_star and sign[0] == "*") else f"\\{sign[0]}",
            line,
        )
    if opening and escaped[start : start + 1] != "\\":
        return f"{escaped[:start]}\\{escaped[start:]}"
    return escaped


def strictly(words: str) -> str:
    """The same with every sign escaped, for words with marks beside them."""
    line = _SIGNS.sub(r"\\\1", " ".join(seen(words).split()))
    opening = _OPENING.match(line)
    return f"{opening[0]}\\{line[opening.end() :]}" if opening else line


def _around(frame: Frame, packet: str) -> Iterator[str]:
    project = "" if frame.project == frame.packet_title else frame.project
    yield text(" · ".join(filter(None, (project, frame.number, packet, frame.version))))
    if frame.source:
        yield phrase("Source: {source}", source=text(frame.source))
    yield " · ".join(_link(label, href) for label, href in frame.links)


def _link(label: str, href: str) -> str:
    target = quote(address(href), safe="/#?=&%:@,;+~.-_")
    return f"[{strictly(label)}]({target})" if target else text(label)


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _blocks(blocks: Sequence[Block | Contents]) -> Iterator[str]:
    """Each block in turn. A list after a list has another bullet, or the two would become one."""
    bullet = ""
    for block in blocks:
        bullet = "*" if bullet == "-" else "-"
        yield _contents(block) if isinstance(block, Contents) else _block(block, bullet)
        if not isinstance(block, Items | Facts | Checklist):
            bullet = ""


def _block(block: Block, bullet: str) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {text(block.text)}"
        case Paragraph():
            return text(block.text)
        case Prose():
            return to_markdown(block.text, strictly)
        case Notice():
            return f"> **{block.word}:** {text(block.text)}"
        case Notes():
            return "\n\n".join([_bold(phrase("Speaker notes")), _list(Items(block.items), "-")])
        case PageBreak():
            return "---"
        case Figure():
            drawn = list(diagrams(block.drawing)) or [f"*{phrase(ELSEWHERE)}*"]
            return "\n\n".join(filter(None, (_bold(block.title), text(in_words(block)), *drawn)))
        case Lines():
            return "\n\n".join([_bold(block.label), *([LINE] * block.count)])
        case Table():
            return _table(block)
    return _list(block, bullet)


def _list(block: Items | Facts | Checklist, bullet: str) -> str:
    match block:
        case Items(ordered=True):
            close = "." if bullet == "-" else ")"
            return "\n".join(f"{number}{close} {text(item)}" for number, item in enumerate(block.items, 1))
        case Items():
            return "\n".join(f"{bullet} {text(item)}" for item in block.items)
        case Facts():
            return "\n".join(f"{bullet} **{text(name)}:** {text(words)}" for name, words in block.pairs)
    boxes = [f"{bullet} [{'x' if ticked else ' '}] {text(words)}" for words, ticked in block.items]
    return "\n\n".join(filter(None, (_bold(block.caption), "\n".join(boxes))))


def _table(table: Table) -> str:
    titles = [text(column.title, begins=False) for column in table.columns]
    indents = table.indents or (0,) * len(table.rows)
    rows = table.rows or ((phrase(NOTHING), *([""] * (len(titles) - 1))),)
    lines = [_row(titles), _row([RULES[column.align] for column in table.columns])]
    known = {"": ""}  # names, dates, and so on are in very many rows
    for row, indent in zip(rows, indents or (0,), strict=True):
        for cell in row:
            if cell not in known:
                known[cell] = text(cell, begins=False)
        first, *others = map(known.__getitem__, row)
        lines.append(_row([INDENT * indent + first, *others]))
    return "\n\n".join(filter(None, (_bold(table.caption), "\n".join(lines), text(table.note))))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bold(words: str) -> str:
    return f"**{text(words)}**" if words.strip() else ""
