"""The rows of a table as HTML. They are the bulk of every page, so this one place joins texts by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pathwayctl.handouts.tables import Head
from pathwayctl.language import marked, phrase
from pathwayctl.rendering.blocks import SHORT, Table, is_form, is_group_row, naming_column
from pathwayctl.rendering.column_widths import form_widths
from pathwayctl.rendering.markup import Markup, escape, escaped
from pathwayctl.rendering.word_breaks import is_plain, pieces

LONG: Final = 24
"""Letters of a word that is too long for a narrow column."""

_LONG_WORD = re.compile(rf"\S{{{LONG}}}")
_COLUMN: Final = '<th scope="col"'
_ROW: Final = '<th scope="row"'
NOTHING: Final = marked("Nothing here yet.")
_EMPTY: Final = "&nbsp;"
"""What an empty cell holds: Chromium leaves a cell without text out of a PDF's tags, and others move up."""
DEEPEST: Final = 6
"""Rows deeper than this are not moved further to the right."""
STACKED_FROM: Final = 3
"""Columns from which the cells of a row stand below each other on a phone."""


def broken(text: str) -> Markup:
    """A text, with its line breaks kept."""
    return Markup("<br>").join(text.split("\n"))


def in_cell(text: str) -> str:
    """The HTML of a cell: codes such as 17-3024.00 stay on one line, and addresses break at their signs.

    It is joined as plain texts: pages have very many, and markup takes long to join.
    """
    return _breaking(text) if "\n" not in text else "<br>".join(map(_breaking, text.split("\n")))


def _breaking(line: str) -> str:
    """The HTML of a line."""
    if is_plain(line):
        return escaped(line)
    return "".join(
        [
            f'<span class="whole">{escaped(piece.parts[0])}</span>'
            if piece.kind == "whole"
            else "<wbr>".join(map(escaped, piece.parts))
            for piece in pieces(line)
        ]
    )


def stacks(table: Table) -> bool:
    """Tell whether the cells of a row stand below each other on a phone; a form to fill in stays a grid.

    Browsers no longer take such a table for one, so its parts name their roles.
    """
    return len(table.columns) >= STACKED_FROM and not is_form(table)


def table_head(table: Table) -> Markup:
    """The titles of a table's columns."""
    role = ' role="columnheader"' if stacks(table) else ""
    cells = [
        f"{_tag('th', look).replace('<th', _COLUMN + role, 1)}{in_cell(column.title)}</th>"
        for column, look in zip(table.columns, _looks(table), strict=True)
    ]
    return Markup("".join(cells))


def form_columns(table: Table) -> Markup:
    """The ``<col>`` elements of a form, whose empty columns cannot show how wide they should be."""
    made = (Markup('<col style="width: {}%">').format(f"{width:.1f}") for width in form_widths(table))
    return Markup("").join(made)


def table_rows(table: Table) -> Iterator[str]:
    """The ``<tr>`` elements of a table's body, as HTML."""
    if not table.rows:
        yield f'<tr><td colspan="{len(table.columns)}">{escaped(phrase(NOTHING))}</td></tr>'
        return
    indents = table.indents or (0,) * len(table.rows)
    marks = table.marks or ("",) * len(table.rows)
    naming, row_role = naming_column(table), ' role="row"' if stacks(table) else ""
    tags = {indent: _tags(table, naming, indent) for indent in set(indents)}
    known: dict[str, str] = {}  # names, dates, and so on are in very many rows
    for number, (row, indent, mark) in enumerate(zip(table.rows, indents, marks, strict=True)):
        if is_group_row(table, number):
            span = tags[indent].name.replace("<th", f'<th colspan="{len(row)}"', 1)
            yield f"{_tag(f'tr{row_role}', mark)}{span}{in_cell(row[0])}</th></tr>"
            continue
        parts = [_tag(f"tr{row_role}", mark, "" if any(row[1:]) else "blank")]
        named_by = 0 if mark == "total" else naming
        for place, (tag, cell) in enumerate(zip(tags[indent].cells, row, strict=True)):
            if not cell:
                parts += (tags[indent].empty[place], _EMPTY, "</td>")
                continue
            html = known.get(cell)
            if html is None:
                html = in_cell(cell)
                if len(cell) < LONG:
                    known[cell] = html
            parts += (tags[indent].name, html, "</th>") if place == named_by else (tag, html, "</td>")
        parts.append("</tr>")
        yield "".join(parts)


class _Tags(NamedTuple):
    """The opening tags of a row: of full cells, of empty cells, and of the cell that names the row."""

    cells: list[str]
    empty: list[str]
    name: str


def _tags(table: Table, naming: int, indent: int) -> _Tags:
    deep = f"in-{min(indent, DEEPEST)}" if indent else ""
    plain = [_tag("td", look, "" if place else deep) for place, look in enumerate(_looks(table))]
    name = plain[naming].replace("<td", _ROW, 1)
    if not stacks(table):
        return _Tags(plain, plain, name)
    cells = [
        tag.replace("<td", f'<td role="cell" data-label="{escape(column.title)}"', 1)
        for tag, column in zip(plain, table.columns, strict=True)
    ]
    empty = [tag.replace("<td", '<td role="cell"', 1) for tag in plain]
    return _Tags(cells, empty, name.replace("<th", '<th role="rowheader"', 1))


def _looks(table: Table) -> list[str]:
    """The classes of each column: its side, and how its words may be broken."""
    looks = []
    for column, *cells in zip(table.columns, *table.rows, strict=True):
        width = "wide-column" if column.width == "wide" else _fit(column, cells)
        looks.append(
            " ".join(word for word in ("" if column.align == "left" else column.align, width) if word)
        )
    return looks


def _fit(column: Head, cells: list[str]) -> str:
    """A column as short as dates is never broken, and words as long as addresses are broken anywhere.

    A narrow one with a long title gets room for it: a title of one word in each line makes a high head.
    """
    if cells and max(map(len, cells)) <= SHORT and len(column.title) < LONG:
        titled = " titled" if len(column.title) > SHORT else ""
        return f"short narrow-column{titled}" if column.width else "short"
    texts = (column.title, *cells)
    return "long" if any(len(text) >= LONG and _LONG_WORD.search(text) for text in texts) else ""


def _tag(name: str, *classes: str) -> str:
    """An opening tag. Names and classes come from the code and from checked words, never from data."""
    words = " ".join(word for word in classes if word)
    return f'<{name} class="{words}">' if words else f"<{name}>"
