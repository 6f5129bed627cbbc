"""Codes, ranges, and addresses are broken nowhere or at their signs, in all formats alike."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathwayctl.handouts.tables import Head
from pathwayctl.rendering.blocks import Table
from pathwayctl.rendering.column_widths import column_widths
from pathwayctl.rendering.html_tables import table_rows
from pathwayctl.rendering.office.word import word_of
from pathwayctl.rendering.pages import Document, Frame, Front, Page
from pathwayctl.rendering.print_data import data_of
from pathwayctl.rendering.word_breaks import pieces, unbroken_words, with_breaks


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("SOC 17-3024.00", ["SOC 17-3024.00"]),
        ("17-3024.00/CIP/15.0403", ["17-3024.00/", "CIP/", "15.0403"]),
        ("Business/Industry/Workforce", ["Business/", "Industry/", "Workforce"]),
        ("s.petrov@state-colleges.example.org", ["s.", "petrov@", "state-colleges.", "example.", "org"]),
        ("2 to 8, likely 4 days", ["2 to 8, likely 4", "", "days"]),
        ("a one-year plan", ["a", "one-", "year", "plan"]),
        ("Due Mar\u00a012,\u00a02027", ["Due", "Mar\u00a012,\u00a02027"]),
        ("$19.50 to $29 an hour", ["$19.50", "to", "", "$29 an hour"]),
        ("$1,650 al año", ["$1,650 al año"]),
        ("grant P6-2026-031", ["grant", "", "P6-2026-031"]),
        ("CIP 15.0403 and NAICS 332710", ["CIP 15.0403", "", "and", "", "NAICS 332710"]),
    ],
)
def test_what_is_never_divided(line: str, words: list[str]) -> None:
    assert list(unbroken_words(line)) == words


@given(st.text(alphabet="ab1 ./@-,SOCtolikey", max_size=40))
def test_no_letter_is_lost(line: str) -> None:
    assert "".join("".join(piece.parts) for piece in pieces(line)) == line
    seen = with_breaks(line).replace("\u2060", "").replace("\u200b", "").replace("\u00a0", " ")
    assert seen == line


CODES = Table("Codes", (Head("Name"), Head("Code")), (("A", "17-3024.00"), ("B", "d.ruiz@example.org")))


def test_the_same_in_html_and_in_widths() -> None:
    html = "".join(table_rows(CODES))
    assert '<span class="whole">17-3024.00</span>' in html
    assert "d.<wbr>ruiz@<wbr>example.<wbr>org" in html
    narrow = column_widths(CODES, 14)
    assert narrow[1] * 14 / 100 > 6


def test_word_and_pdf_get_the_signs() -> None:
    frame = Frame("Example")
    document = Document("codes", frame, Front(), ((Page("Codes", (CODES,)), frame),))
    (table,) = (block for block in data_of(document)["sheets"][0]["blocks"] if block["block"] == "table")
    assert table["rows"][0][1] == "17-\u20603024.00"
    made = word_of(document)
    assert made
    (cells,) = [table._cells for table in docx.Document(io.BytesIO(made)).tables]
    assert cells[3].text == "17-3024.00"
    assert "noBreakHyphen" in cells[3]._tc.xml
