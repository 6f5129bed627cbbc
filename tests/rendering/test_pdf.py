"""Documents as PDF: what a screen reader finds in them, read back by programs that we did not write."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import ImageOps

from pathwayctl import assets
from pathwayctl.app import open_project
from pathwayctl.handouts.tables import Head
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering import lettering, pdf
from pathwayctl.rendering.blocks import (
    Block,
    Checklist,
    Facts,
    Heading,
    Items,
    Lines,
    Notes,
    Notice,
    PageBreak,
    Prose,
    Table,
)
from pathwayctl.rendering.captions import with_headings
from pathwayctl.rendering.column_widths import column_widths, form_widths
from pathwayctl.rendering.page_sets import Order
from pathwayctl.rendering.pages import Brand, Document, Frame, Front, Page
from pathwayctl.rendering.pdf import NoDocument, Printed, pdf_of, printed, printed_together
from pathwayctl.scaffolds import ABOUT, lay_out, scaffold

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
PROJECTS: Final = ("colorado_sector", "state_agency", "grades_9_14_district")
MOST_SHEETS: Final = 6
"""Sheets that a handout takes on average, at the most."""
SCALE: Final = 0.25
"""Of a point: as large as sheets are looked at."""
FOOT: Final = 0.93
"""Where the foot of a sheet begins."""
EDGE: Final = 0.04
"""What a sheet leaves free at its edges, at the least."""
THIRD: Final = 0.355
"""Where the upper third of the room between the margins ends."""
MOST_LOW: Final = 0.03
BARE: Final = (
    "pathwayctl: 1\nproject:\n  name: A region\n  start: 2027-01-04\n"
    "  guides: [ccrs, sector, grades-9-14, components]\n"
)
FRAME: Final = Frame("A project", "4B", "A packet", "As of March 1, 2027", "A guide")


def made(*blocks: Block, front: Front | None = None) -> bytes:
    sheet = (Page("A handout", tuple(blocks)), FRAME)
    found = pdf_of(Document("packet", FRAME, front or Front("What it is for."), (sheet,)))
    assert isinstance(found, bytes)
    return found


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@cache
def packets(project: str) -> tuple[tuple[Document, bytes], ...]:
    """The packets of an example, without the document of all handouts, which are in the packets."""
    pages = open_project(EXAMPLES / project).pages(Order(formats=(), version=FRAME.version))
    documents = [one for one in pages.documents if one.name != "handouts/handouts"]
    found = []
    for one in documents:
        data = pdf_of(one)
        assert isinstance(data, bytes)
        found.append((one, data))
    return tuple(found)


def elements(node: Any) -> Iterator[Any]:
    """Every element of a tree of tags, parents before children."""
    for kid in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                yield kid
            if "/K" in kid:
                yield from elements(kid.K)


def tagged(pdf: pikepdf.Pdf, *kinds: str) -> list[Any]:
    return [one for one in elements(pdf.Root.StructTreeRoot.K) if str(one.S) in kinds]


def spans(cell: pikepdf.Object) -> int:
    """How many columns a cell spans."""
    looks = cell.get("/A", pikepdf.Array())
    several = list(looks) if isinstance(looks, pikepdf.Array) else [looks]
    return max([1, *(int(look.get("/ColSpan", 1)) for look in several)])


def rows_that_lack_cells(pdf: pikepdf.Pdf) -> list[int]:
    """For each table, how many of its rows lack cells: those are read aloud under wrong headings."""
    wrong = []
    for table in tagged(pdf, "/Table"):
        counts = [
            sum(spans(cell) for cell in elements(row.K) if str(cell.S) in ("/TD", "/TH"))
            for row in elements(table.K)
            if str(row.S) == "/TR"
        ]
        wrong.append(sum(count != counts[0] for count in counts))
    return wrong


@pytest.mark.parametrize("project", PROJECTS)
def test_a_screen_reader_finds_its_way_in_every_packet(project: str) -> None:
    for document, data in packets(project):
        pdf = opened(data)
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")
        assert str(pdf.docinfo["/Title"]) == document.title
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert sum(rows_that_lack_cells(pdf)) == 0
        assert [one for one in tagged(pdf, "/Figure") if not str(one.get("/Alt", "")).strip()] == []
        with pdf.open_outline() as outline:
            names = [entry.title for entry in outline.root]
        if not (document.sheets[0][0].slides or document.sheets[0][0].letter):
            assert [page.title for page, _ in document.sheets] == names[-len(document.sheets) :]
            assert len(document.sheets) <= len(pdf.pages) <= len(document.sheets) * MOST_SHEETS + 1
        levels = [int(str(one.S)[2]) for one in tagged(pdf, *(f"/H{level}" for level in range(1, 7)))]
        assert levels[:1] == ([] if document.sheets[0][0].letter else [1])  # a letter has no title
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("project", PROJECTS)
def test_a_checker_of_accessible_pdfs_finds_nothing(project: str, tmp_path: Path) -> None:
    for place, (_, data) in enumerate(packets(project)):
        (tmp_path / f"{place}.pdf").write_bytes(data)
    command = [
        sys.executable,
        "-m",
        "pdfua",
        "check",
        "--format",
        "json",
        *map(str, sorted(tmp_path.glob("*.pdf"))),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def inked(page: Any) -> tuple[float, float, float, float]:
    """The edges of what is printed on a sheet above its foot, as shares of its width and height."""
    shown = ImageOps.invert(page.render(scale=SCALE, grayscale=True).to_pil())
    width, height = shown.size
    left, top, right, bottom = shown.crop((0, 0, width, int(height * FOOT))).getbbox() or (0, 0, 0, 0)
    return left / width, top / height, right / width, bottom / height


def looked_at(made: Iterable[tuple[Document, bytes]]) -> tuple[list[str], list[str], int]:
    """The sheets that something leaves, those under a third full, and how many sheets there are.

    Slides are left out: they are as full as they should be.
    """
    spilled, low, count = [], [], 0
    for document, data in made:
        if document.sheets[0][0].slides:
            continue
        for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
            left, top, right, bottom = inked(page)
            count += 1
            if left < EDGE or top < EDGE or right > 1 - EDGE:
                spilled.append(f"{document.name}: sheet {number}")
            if bottom < THIRD:
                low.append(f"{document.name}: sheet {number}")
    return spilled, low, count


def test_nothing_leaves_its_sheet_and_few_sheets_are_nearly_empty() -> None:
    spilled, low, count = looked_at(one for project in PROJECTS for one in packets(project))
    assert spilled == []
    assert len(low) <= MOST_LOW * count, low


@pytest.mark.parametrize("guides", [*ABOUT, "every form"])
def test_few_sheets_of_a_new_project_are_nearly_empty(guides: str, tmp_path: Path) -> None:
    """The handouts of a project that has just begun, and every blank form of a project with only a name."""
    day, root = date(2027, 1, 4), tmp_path / "new"
    files = scaffold([guides], "A new project", day, {}) if guides in ABOUT else {"pathway.yaml": BARE}
    assert lay_out(root, files) is None
    pages = open_project(root).pages(Order(formats=(), audience=Audience.INTERNAL))
    documents = [one for one in pages.documents if one.name == "handouts/handouts"]
    made = [(one, data) for one in documents if isinstance(data := pdf_of(one), bytes)]
    spilled, low, count = looked_at(made)
    assert spilled == []
    assert count > 40
    assert len(low) <= MOST_LOW * count, low


def test_a_sheet_with_little_on_it_is_noticed() -> None:
    _, _, right, bottom = inked(pypdfium2.PdfDocument(made(Items(("A word",))))[0])
    assert (right, bottom) > (0.5, 0.05)
    assert bottom < THIRD


def test_lines_over_the_end_of_a_sheet_are_drawn_in() -> None:
    """A list that needs a sheet and a few lines more fits one sheet; a longer one takes a second."""
    long = [len(opened(made(Items(("A line",) * count))).pages) for count in (30, 44, 48, 90)]
    assert long == [1, 1, 1, 2]


def test_rows_to_write_on_fill_the_sheet() -> None:
    form = Table("Goals", tuple(map(Head, ("Goal", "Owner"))), (("1", ""), ("2", ""), ("3", ""), ("4", "")))
    for block in (form, Lines("Notes", 8)):
        sheets = pypdfium2.PdfDocument(made(Items(("A line",) * 22), block))
        assert len(sheets) == 1
        assert inked(sheets[0])[3] > 0.75


def test_the_last_lines_of_a_form_do_not_take_a_sheet_of_their_own() -> None:
    """Blanks stay together, and there are fewer lines to write on if that saves a sheet."""
    topics = [block for _ in range(7) for block in (Heading("A topic"), Lines("Notes", 5))]
    closing = Facts((("Adjourned", ""), ("Minutes taken by", ""), ("Approved on", "")))
    sheets = pypdfium2.PdfDocument(made(*topics, Heading("Close of the meeting"), closing))
    texts = [page.get_textpage().get_text_bounded() for page in sheets]
    assert "Close of the meeting" in texts[-1]
    assert "Adjourned" in texts[-1]
    assert inked(sheets[len(sheets) - 1])[3] > THIRD


def test_facts_stay_with_the_table_below_them() -> None:
    facts = Facts((("Area", "Industry"), ("Owner", "Kim Lane")))
    table = Table("Work", (Head("Task"), Head("Owner")), (("A task", "Kim Lane"),) * 3)
    for lines in range(34, 46):
        texts = [
            page.get_textpage().get_text_bounded()
            for page in pypdfium2.PdfDocument(
                made(Items(("A line",) * lines), facts, table, Items(("B",) * 30))
            )
        ]
        assert all("A task" in text for text in texts if "Area" in text), lines


def test_a_line_to_cut_along_stays_on_the_sheet() -> None:
    sheets = pypdfium2.PdfDocument(made(Items(("One",)), PageBreak(cut=True), Items(("Two",))))
    assert len(sheets) == 1
    assert "Cut here" in sheets[0].get_textpage().get_text_bounded()


def test_a_caption_that_repeats_its_heading_is_left_out() -> None:
    row = (("A", "B"),)
    columns = (Head("One"), Head("Two"))
    blocks = (
        Heading("Owners"), Table("The owners", columns, row), Heading("More"), Table("Dates", columns, row)
    )  # fmt: skip
    data = made(*with_headings(blocks, "Example"))
    said = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert "The owners" not in said
    assert "Dates" in said


def test_the_same_document_is_the_same_bytes() -> None:
    assert made(Heading("One"), Items(("a", "b"))) == made(Heading("One"), Items(("a", "b")))


def test_every_block_is_tagged_for_what_it_is() -> None:
    table = Table(
        "Tasks", (Head("Task"), Head("Owner")), (("Draft", ""), ("Total", "2")), (0, 1), ("summary", "total")
    )
    pdf = opened(
        made(
            Heading("A heading"),
            Prose("Some **bold** words, a [link](https://example.org):\n\n- one\n- two\n\n> said\n\n`code`"),
            Items(("first", "second"), ordered=True),
            Facts((("Date", "March 1, 2027"),)),
            table,
            Checklist("To bring", (("A pen", True), ("Paper", False))),
            Lines("Notes", 3),
            Notice("Something lacks.", "gap"),
        )
    )  # fmt: skip
    kinds = [str(one.S) for one in elements(pdf.Root.StructTreeRoot.K)]
    assert {
        "/H1",
        "/H2",
        "/L",
        "/LI",
        "/LBody",
        "/Table",
        "/THead",
        "/TH",
        "/TD",
        "/Link",
        "/BlockQuote",
    } <= set(kinds)
    assert kinds.count("/TR") == 3


def test_a_text_of_a_project_is_never_read_as_markup() -> None:
    words = "#panic() $x$ *b* _e_ @ref <label> \\ // /* [ ] #sys.version"
    pdf = opened(made(Heading(words), Items((words,)), Facts(((words, words),)), front=Front(words, words)))
    assert len(tagged(pdf, "/H2")) == 1
    assert str(pdf.docinfo["/Title"]) == "A handout"


def test_letters_of_the_world_and_hidden_ones() -> None:
    assert made(Items(("Łódź, Nguyễn, Ñuñoa → ≥ 5 ☐", "a\u202eb\u0000c", "שלום")))


def test_no_word_is_wider_than_its_column_and_columns_fill_the_table() -> None:
    rows = (("1", "A title that takes a few words", "Jan 12, 2027", "someone.longish@example.org"),) * 3
    widths = column_widths(Table("T", tuple(map(Head, ("No.", "Title", "Date", "Contact"))), rows), 60)
    assert sum(widths) == pytest.approx(100, abs=0.01)
    assert widths[2] * 0.6 > lettering.width("Jan 12, 2027", 1)
    assert widths[1] > widths[0]


def test_a_code_has_room_for_the_wider_digits_of_tables() -> None:
    rows = (
        (
            "A course with a rather long name, grade 12",
            "Needed",
            "15-1231.00",
            "Three Lakes Community College",
        ),
    )
    table = Table("T", tuple(map(Head, ("What", "State", "Program", "Provider"))), rows * 3)
    for room in (36, 45, 57):
        widths = column_widths(table, room)
        assert widths[2] * room / 100 > lettering.tabular_width("15-1231.00") + 1


def test_room_goes_to_the_column_that_makes_rows_high() -> None:
    parties = "\n".join(f"• Example State Department of Education, part {number}" for number in range(8))
    rows = (("A memorandum of understanding between agencies", parties, "Jan 4, 2027", "Jan 4, 2029"),)
    widths = column_widths(
        Table("T", tuple(map(Head, ("Agreement", "Parties", "Signed", "Expires"))), rows), 55
    )
    assert widths[1] > 1.5 * widths[0]


def test_a_column_to_write_in_is_wide_enough_beside_long_texts() -> None:
    long = "A criterion that takes a whole sentence to say, and another one to explain it well."
    columns = (
        Head("Criterion"),
        Head("Rating", width="narrow"),
        Head("Next step", width="wide"),
        Head("Owner"),
    )
    widths = column_widths(Table("T", columns, ((long, "", "", ""),) * 4), 57)
    assert widths[2] * 0.57 > 10  # ems
    assert widths[3] * 0.57 > 7


def test_the_columns_of_a_form_have_room_for_their_titles() -> None:
    titles = ("No.", "Work", "Time and cost known", "Someone accountable", "Outcome", "Owner")
    table = Table("T", tuple(Head(title, width="narrow") for title in titles), (("1", "", "", "", "", ""),))
    widths = form_widths(table)
    assert sum(widths) == pytest.approx(100)
    for title, width in zip(titles[1:], widths[1:], strict=True):
        longest = max(lettering.width(word, 1, bold=True) for word in title.split())
        assert width * 0.56 > longest, title


def test_a_title_of_a_narrow_column_takes_three_lines_at_the_most() -> None:
    heads = (Head("Outcome", width="wide"), Head("Time and cost known", width="narrow"))
    outcome, known = column_widths(Table("Work", heads, (("word " * 30, "Yes"),)), 60.0)
    assert outcome > known
    assert (
        known / 100 * 60.0
        > lettering.width("Time and", 1, bold=True)
        > lettering.width("known", 1, bold=True)
    )


def test_the_foot_of_a_sheet_is_one_line_and_its_date_gives_way_to_a_long_title() -> None:
    def foot(title: str) -> str:
        frame = Frame("Northern Colorado advanced manufacturing pathways", version="As of November 30, 2026")
        data = pdf_of(Document("x/x", frame, Front(), ((Page(title, ()), frame),)))
        assert isinstance(data, bytes)
        text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
        return str(text.splitlines()[-1])

    assert foot("Agenda").split(" · ")[1:] == ["Agenda", "As of November 30, 2026 Page 1 of 1"]
    long = foot("Sign-in sheet: Panel of machining and fabrication workers")
    assert long.split(" · ")[1:] == ["Sign-in sheet: Panel of machining and fabrication workers Page 1 of 1"]
    longest = "A title that is so long that there is no room for the name of the project with it " * 2
    assert "Northern" not in foot(longest.strip()[:110])


def test_digits_of_tables_are_measured_as_the_font_has_them() -> None:
    font = TTFont(assets.templates() / "fonts" / "PublicSans-Regular.ttf")
    for letter, name in (("0", "zero.tf"), ("1", "one.tf"), ("8", "eight.tf"), (",", "comma.tf")):
        width = font["hmtx"][name][0] / font["head"].unitsPerEm
        assert width <= lettering.tabular_width(letter) <= width * 1.05, letter


@pytest.mark.parametrize(("name", "bold"), [("Regular", False), ("Bold", True)])
def test_the_measured_widths_are_those_of_the_font(name: str, *, bold: bool) -> None:
    font = TTFont(assets.templates() / "fonts" / f"PublicSans-{name}.ttf")
    letters, metrics, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for letter in [*map(chr, range(32, 127)), *"‘’“”–—…·•°×−€≥≤äéñ"]:
        width = metrics[letters[ord(letter)]][0] / units
        assert width <= lettering.width(letter, 1, bold=bold) <= width * 1.05, letter


def test_a_damaged_logo_is_named() -> None:
    front = Front("What it is for.", logo=f"data:image/png;base64,{b64encode(b'no picture').decode()}")
    sheets = ((Page("One", ()), FRAME), (Page("Two", ()), FRAME))
    found = pdf_of(Document("packet", FRAME, front, sheets))
    assert isinstance(found, NoDocument)
    assert found.message.startswith("The logo is damaged")


def test_an_agency_has_its_seal_and_its_foot() -> None:
    seal = b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>').decode()
    frame = Frame(
        "Project",
        packet_title="Packet",
        brand=Brand("#7a1f3d", f"data:image/svg+xml;base64,{seal}", "Example State"),
    )
    found = pdf_of(Document("x/x", frame, Front("About"), ((Page("A", ()), frame), (Page("B", ()), frame))))
    assert isinstance(found, bytes)
    pages = pypdfium2.PdfDocument(found)
    assert all("Example State" in page.get_textpage().get_text_range() for page in pages)


def test_the_pages_of_the_cover_and_of_each_handout_are_counted() -> None:
    sheets = [(Page("A handout", (Items(("A line",) * lines),)), FRAME) for lines in (3, 90, 5)]
    found = printed(Document("packet", FRAME, Front("About"), tuple(sheets)))
    assert isinstance(found, Printed)
    assert found.counts == (1, 1, 2, 1)
    assert found.of_handouts == (1, 2, 1)
    assert len(opened(found.data).pages) == 5
    alone = printed(Document("packet", FRAME, Front("About"), (sheets[1],)))
    assert isinstance(alone, Printed)
    assert alone.of_handouts == alone.counts == (2,)


def test_a_long_foot_leaves_room_for_the_number_of_the_page() -> None:
    page = Page("A title of a handout that goes on and on, " * 4, (Items(("A line",)),))
    frame = Frame("A project", packet_title="A packet", version="As of March 1, 2027")
    data = pdf_of(Document("packet", frame, Front(""), ((page, frame),)))
    assert isinstance(data, bytes)
    said = pypdfium2.PdfDocument(data)[0].get_textpage()
    begin, letters = said.search("Page 1 of 1").get_next()
    left, bottom, *_ = said.get_charbox(begin)
    others = {*range(said.count_chars())} - {*range(begin, begin + letters)}
    beside = [box for box in map(said.get_charbox, others) if abs(box[1] - bottom) < 5 and box[2] > box[0]]
    assert len(beside) > 50
    assert max(right for _, _, right, _ in beside) < left


def test_slides_have_a_sheet_each_and_notes_apart() -> None:
    blocks = (Heading("One"), Notes(("Say this.",)), PageBreak(), Heading("Two"), Items(("a",) * 30))
    deck = Document("deck", FRAME, Front(), ((Page("A deck", blocks, slides=True), FRAME),))
    data = pdf_of(deck)
    assert isinstance(data, bytes)
    sizes = [[float(side) for side in page.mediabox[2:]] for page in opened(data).pages]
    assert [width > height for width, height in sizes] == [True, True, False]


def test_packets_are_the_same_together_as_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The longest gets the fits of the others, which must not change what is on its sheets."""
    form = Page(
        "Form", (Table("Partners", (Head("Name"), Head("Role")), (("1", ""),) * 6), Lines("Notes", 5))
    )
    letters = Page("Words", (Items(("A few words on a line",) * 75),))
    sheets = ((form, FRAME), (letters, FRAME))
    documents = [
        Document("short", FRAME, Front(), sheets),
        Document("long", FRAME, Front("To read."), (*sheets, (Page("Last", ()), FRAME))),
        Document("single", FRAME, Front(), sheets[:1]),
    ]
    apart = [pdf_of(document) for document in documents]
    given: list[pdf.Files] = []
    make = pdf._printed

    def noted(files: pdf.Files, *, own_fonts_only: bool) -> tuple[Printed, list[dict[str, object]]]:
        given.append(files)
        return make(files, own_fonts_only=own_fonts_only)

    monkeypatch.setattr(pdf, "_printed", noted)
    together = printed_together(documents)
    assert [found.data for found in together if isinstance(found, Printed)] == apart
    longest = given[-1]["packet.json"]
    assert isinstance(longest, bytes)
    fits = [sheet["fit"] for sheet in json.loads(longest)["sheets"]]
    assert [fit is None for fit in fits] == [False, False, True]
    assert any(fit["tries"] for fit in fits[:2]), "nothing in it had to be fitted"


def test_the_same_sheets_begin_alike_in_all_packets_of_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst uses a layout again only then."""
    pages = [(Page(title, (Items(("A line",)),)), FRAME) for title in ("One", "Two", "Three")]
    groups = {"short": pages[1:2], "long": [*pages, *pages[:1]], "middle": pages[1:]}
    given: list[tuple[bytes | Path, list[tuple[str, int]]]] = []

    def noted(files: pdf.Files, *, own_fonts_only: bool) -> tuple[Printed, list[dict[str, object]]]:
        assert own_fonts_only
        packet = files["packet.json"]
        assert isinstance(packet, bytes)
        sheets = json.loads(packet)["sheets"]
        given.append((files["starts.typ"], [(one["title"], one["start"]) for one in sheets]))
        return Printed(b"", (1,)), []

    monkeypatch.setattr(pdf, "MOST_AT_ONCE", 1)
    monkeypatch.setattr(pdf, "_printed", noted)
    printed_together(Document(name, FRAME, Front(), tuple(group)) for name, group in groups.items())
    assert [len(sheets) for _, sheets in given] == [1, 2, 4]
    assert len({starts for starts, _ in given}) == 1
    assert len({pair for _, sheets in given for pair in sheets}) == len(pages)


def test_the_data_of_a_document_is_json() -> None:
    from pathwayctl.rendering.print_data import data_of

    document, _ = packets("colorado_sector")[0]
    assert json.loads(json.dumps(data_of(document)))["title"] == document.title
