"""Word and PowerPoint files, read back by their own libraries and by programs that we did not write."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from base64 import b64encode
from pathlib import Path
from typing import Any, Final

import docx
import pptx
import pytest

from page_samples import chart
from pathwayctl.handouts.tables import Head
from pathwayctl.rendering import pdf
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
)
from pathwayctl.rendering.documents import REFERENCE, NoDocument, begin_pictures, written
from pathwayctl.rendering.pages import Brand, Document, Frame, Front, Page

FRAME: Final = Frame("A project", "4B", "A packet", "As of March 1, 2027", "A guide")
TABLE: Final = Table(
    "Tasks", (Head("Task"), Head("Owner")), (("Draft it", "Dana"), ("All", "2")), (1, 0), ("", "total")
)
BLOCKS: Final[tuple[Block, ...]] = (
    Heading("A heading"),
    Paragraph("Some words."),
    Prose("**Bold** and a [link](https://example.org):\n\n1. one\n2. two\n\n   - inner\n\n> said"),
    Items(("first", "second"), ordered=True),
    Items(("again one",), ordered=True),
    Facts((("Date", "March 1, 2027"),)),
    TABLE,
    Checklist("To bring", (("A pen", True), ("Paper", False))),
    Lines("Room for notes", 3),
    Notice("Something lacks.", "gap"),
)
SLIDES: Final[tuple[Block, ...]] = (
    Heading("Welcome"),
    Paragraph("A project"),
    Notes(("Greet everyone.",)),
    PageBreak(),
    Heading("Who does what"),
    Items(("One", "Two")),
    TABLE,
    PageBreak(),
    Heading("Only a table"),
    TABLE,
)


_SVG: Final = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
LOGO: Final = f"data:image/svg+xml;base64,{b64encode(_SVG).decode()}"


def document(*sheets: Page) -> Document:
    return Document("packet/packet", FRAME, Front("What it is for."), tuple((one, FRAME) for one in sheets))


def made(form: str, *sheets: Page, root: Path = Path("/nowhere")) -> bytes:
    found = written(document(*sheets), form, root)
    assert isinstance(found, bytes)
    return found


def word(*blocks: Block) -> docx.document.Document:
    return docx.Document(io.BytesIO(made("docx", Page("A handout", blocks))))


def test_word_finds_headings_lists_tables_and_links() -> None:
    found = word(*BLOCKS)
    styles = [(one.style.name if one.style else "", one.text) for one in found.paragraphs]
    assert ("Heading 1", "A handout") in styles
    assert ("Heading 2", "A heading") in styles
    assert ("List Number", "first") in styles
    assert ("List Bullet 2", "inner") in styles
    assert ("Quote", "said") in styles
    (table,) = found.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Task", "Owner"],
        *map(list, TABLE.rows),
    ]
    body = found.element.xml
    assert body.count("<w:tblHeader/>") == 1
    assert body.count("<w:cantSplit/>") == 3
    assert 'w:tblCaption w:val="Tasks"' in body
    assert [one.target_ref for one in found.part.rels.values() if one.is_external] == ["https://example.org"]
    assert found.core_properties.title == "A handout"
    assert found.core_properties.language == "en-US"


def test_each_numbered_list_begins_with_its_own_number() -> None:
    body = word(Items(("a", "b"), ordered=True), Items(("c",), ordered=True)).element.xml
    numbers = [part.split('"')[0] for part in body.split('<w:numId w:val="')[1:]]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_packet_in_word_has_a_cover_and_a_sheet_for_each_page_across_if_it_is_wide() -> None:
    wide = Page("Wide", (Table("T", tuple(Head(f"C{n}") for n in range(8)), (("x",) * 8,)),))
    found = docx.Document(io.BytesIO(made("docx", Page("One", BLOCKS), wide)))
    sizes = [(one.page_width or 0) > (one.page_height or 0) for one in found.sections]
    assert sizes == [False, False, True]
    assert found.sections[2].footer.paragraphs[0].text.startswith("A project · As of March 1, 2027 · Page ")
    assert [one.text for one in found.paragraphs if one.style and one.style.name == "Title"] == ["A packet"]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed here")
def test_an_agency_has_its_color_and_its_foot_in_word() -> None:
    frame = Frame("Project", brand=Brand("#7a1f3d", LOGO, "Example State"))
    data = written(
        Document("x/x", frame, Front(logo=LOGO), ((Page("A", ()), frame), (Page("B", ()), frame))),
        "docx",
        Path("/x"),
    )
    assert isinstance(data, bytes)
    word = docx.Document(io.BytesIO(data))
    assert str(word.styles["Heading 1"].font.color.rgb) == "7A1F3D"
    assert [entry.text for entry in word.sections[0].footer.paragraphs][1:] == ["Example State"]
    assert len(word.inline_shapes) == 2


def test_pandoc_reads_the_same_from_a_word_file(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(made("docx", Page("A handout", BLOCKS)))
    done = subprocess.run(
        ["pandoc", file, "-t", "gfm", "--wrap=none"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert "# A handout" in lines
    assert "## A heading" in lines
    assert any("**Bold** and a" in line and "](https://example.org)" in line for line in lines)
    assert "<td>Dana</td>" in lines


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_libreoffice_opens_it(form: str, tmp_path: Path) -> None:
    page = Page("A handout", BLOCKS) if form == "docx" else Page("A deck", SLIDES, slides=True)
    file = tmp_path / f"a.{form}"
    file.write_bytes(made(form, page))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if form == "pptx" and "could not be loaded" in done.stderr:
        pytest.skip("LibreOffice is installed here without Impress")
    assert (tmp_path / "a.pdf").stat().st_size > 5000, done.stderr


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_the_same_document_is_the_same_bytes_without_a_clock(form: str) -> None:
    page = Page("A handout", SLIDES, slides=True)
    data = made(form, page)
    assert data == made(form, page)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert package.testzip() is None


def test_pictures_of_all_files_are_drawn_once_and_begun_before_the_first_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []
    real = pdf.compiled

    def counted(*given: Any, **named: Any) -> bytes:
        drawn.append(named["given"]["svg"])
        return real(*given, **named)

    monkeypatch.setattr(pdf, "compiled", counted)
    shared, other = (Page(f"{days} days", (Figure("A", "Bars.", chart(3, days)),)) for days in (31, 37))
    documents = [document(shared, other), document(shared), document(Page("No picture", BLOCKS))]
    begin_pictures(documents)
    monkeypatch.setattr(pdf, "compiled", None)  # all pictures are asked for by now
    files = [written(one, "docx", Path("/nowhere")) for one in documents]
    assert len(drawn) == len(set(drawn)) == 2
    pictures = [one.related_parts for one in map(opened, files)]
    assert [sum(part.partname.endswith(".png") for part in one.values()) for one in pictures] == [2, 1, 0]


def opened(data: object) -> Any:
    assert isinstance(data, bytes)
    return docx.Document(io.BytesIO(data)).part


def test_powerpoint_finds_titles_texts_tables_and_notes() -> None:
    show = pptx.Presentation(io.BytesIO(made("pptx", Page("A deck", SLIDES, slides=True))))
    assert show.slide_width
    assert show.slide_height
    assert show.slide_width * 9 == pytest.approx(show.slide_height * 16, rel=0.001)
    titles = [slide.shapes.title.text for slide in show.slides]
    assert titles == ["Welcome", "Who does what", "Only a table"]
    assert [slide.has_notes_slide for slide in show.slides] == [True, False, False]
    assert show.slides[0].notes_slide.notes_text_frame.text == "Greet everyone."
    assert show.slides[1].placeholders[1].text == "One\nTwo"
    tables = [[shape.table for shape in slide.shapes if shape.has_table] for slide in show.slides]
    assert [len(found) for found in tables] == [0, 1, 1]
    assert tables[1][0].cell(1, 0).text == "Draft it"


def test_slides_that_are_added_are_as_wide_as_ours_and_in_the_color_of_the_agency() -> None:
    frame = Frame("Project", brand=Brand("#7a1f3d"))
    page = Page("A deck", SLIDES, slides=True)
    data = written(Document("x/x", frame, Front(), ((page, frame),)), "pptx", Path("/x"))
    assert isinstance(data, bytes)
    show = pptx.Presentation(io.BytesIO(data))
    for layout in show.slide_layouts:
        right = max((one.left or 0) + (one.width or 0) for one in layout.shapes)
        assert 0.9 < right / (show.slide_width or 1) < 1
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b'<a:accent1><a:srgbClr val="7A1F3D"/>' in package.read("ppt/theme/theme1.xml")


def test_slides_have_numbers_and_long_titles_smaller_letters() -> None:
    long = "A title that is far too long for one line of a slide"
    page = Page("A deck", (Heading("Short"), PageBreak(), Heading(long)), slides=True)
    show = pptx.Presentation(io.BytesIO(made("pptx", page)))
    assert all('type="slidenum"' in slide.shapes._spTree.xml for slide in show.slides)
    sizes = [slide.shapes.title.text_frame.paragraphs[0].font.size for slide in show.slides]
    assert sizes[0] > sizes[1]


def test_pages_that_are_no_slides_have_no_powerpoint_file() -> None:
    assert written(document(Page("A handout", BLOCKS)), "pptx", Path("/nowhere")) is None


def test_an_agency_s_own_reference_document_rules_the_styles(tmp_path: Path) -> None:
    own = docx.Document()
    own.styles["Heading 2"].font.name = "Georgia"
    own.add_paragraph("This text of the reference is left out.")
    (tmp_path / "templates").mkdir()
    own.save(str(tmp_path / "templates" / REFERENCE))
    found = docx.Document(io.BytesIO(made("docx", Page("A handout", BLOCKS), root=tmp_path)))
    assert found.styles["Heading 2"].font.name == "Georgia"
    assert "left out" not in " ".join(one.text for one in found.paragraphs)


def test_a_reference_document_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    reference = tmp_path / "templates" / REFERENCE
    reference.write_bytes(b"not a Word file")
    found = written(document(Page("A handout", BLOCKS)), "docx", tmp_path)
    assert isinstance(found, NoDocument)
    assert "is not a Word document" in found.message
    reference.unlink()
    (tmp_path / "other.docx").write_bytes(b"x")
    reference.symlink_to(tmp_path / "other.docx")
    found = written(document(Page("A handout", BLOCKS)), "docx", tmp_path)
    assert isinstance(found, NoDocument)
    assert "templates" in found.message
