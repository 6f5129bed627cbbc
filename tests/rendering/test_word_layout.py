"""What keeps a Word file fit to print: what stays together, how wide tables are, and the contents."""

from __future__ import annotations

import io
import subprocess
from dataclasses import asdict
from typing import Final

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from pathwayctl.handouts.tables import Head
from pathwayctl.language import phrases_of, speaking
from pathwayctl.rendering.blocks import Block, Checklist, Facts, Heading, Items, Lines, Paragraph, Table
from pathwayctl.rendering.office.word import word_of
from pathwayctl.rendering.office.word_pictures import add_picture, height_above
from pathwayctl.rendering.pages import Document, Frame, Front, Page

FRAME: Final = Frame("A project")
TABLE: Final = Table("Tasks", (Head("Task"), Head("Owner")), (("Draft it", "Dana"),), note="All of them.")
WIDE: Final = Table("Tasks", tuple(Head(f"Title {place}") for place in range(9)), (("words",) * 9,))
LETTER: Final = Page("Letter to Dana", (Paragraph("The agency"), Paragraph("Dear Dana,")), letter=True)


def word(*pages: Page, reference: bytes | None = None) -> docx.document.Document:
    document = Document("x/x", FRAME, Front(), tuple((page, FRAME) for page in pages))
    data = word_of(document, reference)
    assert data
    return docx.Document(io.BytesIO(data))


def kept(*blocks: Block) -> list[str]:
    """The texts that are to be on the page of what comes after them, but for headings."""
    found = word(Page("A handout", blocks))
    return [one.text for one in found.paragraphs if one.paragraph_format.keep_with_next]


def test_what_introduces_a_block_stays_on_its_page() -> None:
    assert kept(Heading("Area"), Facts((("Owner", "Dana"),)), Paragraph("Said before."), TABLE) == [
        "Owner\tDana",
        "Said before.",
        "Tasks",
    ]
    assert kept(Paragraph("Choose."), Items(("one", "two"))) == ["Choose."]
    assert kept(Paragraph("One."), Paragraph("Two.")) == []


def test_lines_to_write_on_stay_together_as_far_apart_as_each_other() -> None:
    found = word(Page("A handout", (Lines("Notes", 3), Paragraph("After."))))
    (label,) = (place for place, one in enumerate(found.paragraphs) if one.text == "Notes")
    formats = [one.paragraph_format for one in found.paragraphs[label : label + 4]]
    assert [one.keep_with_next for one in formats] == [True, True, True, False]
    assert len({(one.line_spacing, one.space_before, one.space_after) for one in formats[1:]}) == 1


def test_room_for_notes_is_not_alone_on_the_last_page_after_a_checklist() -> None:
    things = [f"Thing {place}, which takes most of a line in the column" for place in range(5)]
    boxes = Checklist("Bring", tuple((words, False) for words in things))
    assert kept(boxes, Lines("Notes", 1)) == ["Bring", *(f" {words}" for words in things[-3:]), "Notes"]
    assert kept(boxes, Paragraph("Said.")) == ["Bring"]


def test_a_table_has_the_letters_for_which_its_columns_are_calculated() -> None:
    for table, size in ((TABLE, 9), (WIDE, 8)):
        (found,) = word(Page("A handout", (table,))).tables
        assert {
            run.font.size.pt for row in found.rows for cell in row.cells for run in cell.paragraphs[0].runs
        } == {size}


def test_the_titles_of_a_table_are_not_parted_from_its_rows_nor_its_last_row_from_its_note() -> None:
    (found,) = word(Page("A handout", (TABLE,))).tables
    assert [
        cell.paragraphs[0].paragraph_format.keep_with_next for row in found.rows for cell in row.cells
    ] == [True] * 4


def rows_kept(*rows: str, note: str = "") -> list[str]:
    """The rows of a table that are to be on the page of what comes after them."""
    (found,) = word(
        Page("A handout", (Table("T", (Head("A"),), tuple((one,) for one in rows), note=note),))
    ).tables
    texts = [row.cells[0].paragraphs[0] for row in found.rows[1:]]
    return [one.text for one in texts if one.paragraph_format.keep_with_next]


def test_no_row_of_a_table_is_alone_on_its_last_page() -> None:
    assert rows_kept("a", "b", "c", "d") == ["c"]
    assert rows_kept("a", "b", "c", note="All of them.") == ["b", "c"]
    assert rows_kept("a") == []


def test_a_row_that_goes_on_over_the_end_of_a_page_is_kept_with_none() -> None:
    tall = "word " * 400
    assert rows_kept("a", "b", tall) == rows_kept("a", tall, "b") == []
    assert rows_kept(tall, "b", "c") == ["b"]


def test_figures_stand_at_the_right_of_their_column() -> None:
    figures = Table("Costs", (Head("What"), Head("Cost", "right")), (("Room", "$5"),))
    (found,) = word(Page("A handout", (figures,))).tables
    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in found.rows]
    assert sides == [[None, WD_ALIGN_PARAGRAPH.RIGHT]] * 2


def test_a_row_to_sign_in_has_room_for_a_pen() -> None:
    sheet = Table("Participants", (Head("Name"), Head("Signature")), (("Dana Ruiz", ""), ("", "")))
    (found,) = word(Page("A handout", (sheet,))).tables
    title, *rows = [row.height for row in found.rows]
    assert title is None
    assert all(height is not None and height >= Pt(20) for height in rows)


def test_a_row_too_high_for_a_page_may_go_on_over_its_end() -> None:
    tall = Table("Tall", (Head("What"),), (("word " * 400,), ("short",)))
    (found,) = word(Page("A handout", (tall,))).tables
    assert [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in found.rows] == [True, False, True]


def test_facts_line_up_after_the_longest_name() -> None:
    found = word(Page("A handout", (Facts((("Date", "May 1"), ("Implementation meeting, again", "May 2"))),)))
    facts = [one.paragraph_format for one in found.paragraphs if "\t" in one.text]
    indents = {one.left_indent.inches for one in facts}
    assert len(indents) == 1
    assert indents.pop() > 2.2


def test_an_empty_fact_has_a_line_to_write_on() -> None:
    found = word(Page("A handout", (Facts((("Company", ""), ("Date", "May 1"))),)))
    company, day = (one for one in found.paragraphs if "\t" in one.text)
    assert [stop.leader for stop in company.paragraph_format.tab_stops] == [
        WD_TAB_LEADER.SPACES,
        WD_TAB_LEADER.LINES,
    ]
    assert len(day.paragraph_format.tab_stops) == 1


def test_short_boxes_are_two_in_a_line_in_the_order_that_they_are_read_in() -> None:
    many = Checklist("Present", tuple((f"Person {place}", False) for place in range(7)))
    lines = [one.text for one in word(Page("A handout", (many,))).paragraphs if "Person" in one.text]
    assert lines == [" Person 0\t Person 1", " Person 2\t Person 3", " Person 4\t Person 5", " Person 6"]
    few = Checklist("Present", (("Person 0", False), ("Person 1", False)))
    assert [one.text for one in word(Page("A handout", (few,))).paragraphs if "Person" in one.text] == [
        " Person 0",
        " Person 1",
    ]


def test_the_contents_are_links_to_handouts_and_letters_that_word_can_update() -> None:
    found = word(Page("One", ()), LETTER)
    (contents,) = found.element.iter(qn("w:docPartGallery"))
    assert contents.get(qn("w:val")) == "Table of Contents"
    links = [
        (link.get(qn("w:anchor")), "".join(text.text for text in link.iter(qn("w:t"))))
        for link in found.element.iter(qn("w:hyperlink"))
    ]
    targets = {one.get(qn("w:name")) for one in found.element.iter(qn("w:bookmarkStart"))}
    assert [words for _, words in links] == ["One", "Letter to Dana"]
    assert {anchor for anchor, _ in links} == targets
    codes = [one.text.strip() for one in found.element.iter(qn("w:instrText"))]
    assert codes == [r'TOC \o "1-1" \f \h \z', r'TC "Letter to Dana" \f C \l 1']
    kinds = [one.get(qn("w:fldCharType")) for one in found.element.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end", "begin", "end"]


def test_long_contents_are_in_two_columns_below_their_title() -> None:
    found = word(*(Page(f"Handout {place}", ()) for place in range(40)))
    columns = [one._sectPr.find(qn("w:cols")).get(qn("w:num")) for one in found.sections]
    assert columns[:4] == [None, "2", "1", "1"]
    assert set(columns[3:]) == {"1"}
    starts = [one.start_type for one in found.sections]
    assert starts[1:4] == [WD_SECTION.CONTINUOUS, WD_SECTION.CONTINUOUS, WD_SECTION.NEW_PAGE]
    before, contents = (end.getparent().getparent() for end in list(found.element.iter(qn("w:sectPr")))[:2])
    assert WordParagraph(before, found._body).text == "Contents"
    assert contents.getprevious().tag == qn("w:sdt")
    assert page_numbers(found) == pytest.approx(3.4, abs=0.01)


def test_short_contents_are_in_one_column_also_after_long_ones() -> None:
    word(*(Page(f"Handout {place}", ()) for place in range(40)))
    found = word(Page("One", ()), Page("Two", ()))
    assert len(found.sections) == 3
    assert page_numbers(found) == pytest.approx(7.1, abs=0.01)


def page_numbers(found: docx.document.Document) -> float:
    """Where page numbers end in contents, in inches."""
    (stop,) = found.styles["toc 1"].paragraph_format.tab_stops
    return float(stop.position.inches)


def picture_height(above: tuple[Block, ...], high: int) -> float:
    """Inches of a picture 600 by ``high`` points below some blocks, on an upright page."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 {high}"><path d="M0 0H600"/></svg>'
    blocks = [{"block": type(one).__name__.lower(), **asdict(one)} for one in above]
    paragraph = docx.Document().add_paragraph()
    free = 8.7 - height_above(blocks, 7.1)
    add_picture(paragraph, {"svg": svg, "alt": "A line"}, 1001, 7.1, 8.7, free)
    ((shape,),) = [list(paragraph._p.iter(qn("wp:extent")))]
    return int(shape.get("cy")) / 914400


def test_a_picture_is_made_to_fit_below_a_short_beginning_and_on_a_page() -> None:
    facts = Facts(tuple((f"Name {place}", "words") for place in range(10)))
    assert picture_height((facts,), 300) == pytest.approx(7.1 / 2, abs=0.02)
    assert picture_height((facts,), 550) == pytest.approx(8.7 - 1.1 - 1.9, abs=0.02)
    assert picture_height((facts, TABLE), 550) == pytest.approx(7.1 * 550 / 600, abs=0.02)
    assert picture_height((), 2000) == pytest.approx(8.7, abs=0.02)


def test_a_sheet_that_ends_with_a_table_leaves_no_blank_page() -> None:
    found = word(Page("One", (Table("T", (Head("A"),), (("b",),)),)), Page("Two", ()))
    ends = [one for one in found.paragraphs if one._p.pPr is not None and one._p.pPr.sectPr is not None]
    assert [one.text for one in ends] == ["", ""]
    assert all((one.paragraph_format.line_spacing or Pt(99)) <= Pt(1) for one in ends)


def test_a_file_of_ours_is_no_old_one_for_word() -> None:
    (mode,) = (
        one.get(qn("w:val"))
        for one in word(Page("One", ())).settings.element.iter(qn("w:compatSetting"))
        if one.get(qn("w:name")) == "compatibilityMode"
    )
    assert mode == "15"


def test_a_file_in_spanish_is_checked_and_dated_in_spanish() -> None:
    with speaking(phrases_of("es")):
        found = word(Page("Uno", (Facts((("Fecha", ""),)),)))
    assert {one.get(qn("w:val")) for one in found.styles.element.iter(qn("w:lang"))} == {"es-US"}
    assert [one.get(qn("w:val")) for one in found.element.iter(qn("w:lid"))] == ["es-US"]
    assert [one.get(qn("w:val")) for one in found.element.iter(qn("w:dateFormat"))] == ["d MMM yyyy"]


def without(*names: str) -> bytes:
    """A reference document that lacks styles, as Word saves only those that are used."""
    own = docx.Document()
    for name in names:
        own.styles[name].delete()
    data = io.BytesIO()
    own.save(data)
    return data.getvalue()


@pytest.mark.parametrize("depth", [1, 2])
def test_a_reference_document_needs_none_of_the_styles(depth: int) -> None:
    missing = ("List Bullet", "List Bullet 2", "List Number", "Quote", "Heading 3", "TOC Heading")
    found = word(
        *[Page("A handout", (Heading("A heading", 3), Items(("one",)), TABLE))] * depth,
        reference=without(*missing),
    )
    (style,) = {one.style.name for one in found.paragraphs if one.style and one.text == "one"}
    assert style == "List Bullet"
    number = found.styles["List Bullet"].element.pPr.numPr.numId.val
    assert found.part.numbering_part.element.num_having_numId(number) is not None
    assert "Heading 3" in {one.style.name for one in found.paragraphs if one.style}


def test_a_reference_document_of_pandoc_is_fit() -> None:
    try:
        done = subprocess.run(
            ["pandoc", "--print-default-data-file", "reference.docx"], capture_output=True, check=True
        )
    except FileNotFoundError:
        pytest.skip("pandoc is not installed here")
    found = word(Page("A handout", (Heading("A heading"), Items(("one",)))), reference=done.stdout)
    styles = {one.text: one.style.name for one in found.paragraphs if one.style}
    assert styles["A handout"] == "Heading 1"
    assert styles["one"] == "List Bullet"
