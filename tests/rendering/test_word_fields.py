"""What is to be filled in is a control in Word, with a title, a tag, and a number of its own."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from pathwayctl.app import open_project
from pathwayctl.handouts.tables import Head, blank_rows
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.blocks import (
    Block,
    Checklist,
    Facts,
    Lines,
    Table,
    is_blank_row,
    is_group_row,
    printed,
)
from pathwayctl.rendering.office.word import word_of
from pathwayctl.rendering.office.word_fields import BOXES
from pathwayctl.rendering.page_sets import Order
from pathwayctl.rendering.pages import Document, Frame, Front, Page

FORM = Table("Actions", (Head("No.", width="narrow"), Head("Action"), Head("Due")), blank_rows(3, 2))
VOTE = Table("Votes", (Head("Decision"), Head("Approve"), Head("Signature")), (("Plan", "☐", ""),))
BLOCKS: tuple[Block, ...] = (
    Facts((("Recorder", ""), ("Date", ""), ("Place", "Hall"))),
    FORM,
    VOTE,
    Checklist("Present", (("Dana Ruiz", False), ("Lee Wong", True))),
    Lines("Notes", 3),
)


def made() -> bytes:
    frame = Frame("Example")
    found = word_of(Document("form", frame, Front(), ((Page("Form", BLOCKS), frame),)))
    assert found
    return found


def controls() -> list[tuple[str, str, str]]:
    """Title, tag, and kind of each control, as python-docx reads it."""
    found = []
    for control in docx.Document(io.BytesIO(made())).element.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        alias, tag = (properties.find(qn(name)).get(qn("w:val")) for name in ("w:alias", "w:tag"))
        kind = next(one.tag.rpartition("}")[2] for one in reversed(list(properties)))
        found.append((alias, tag, kind))
    return found


def test_every_place_to_write_is_a_control_with_its_kind() -> None:
    assert controls() == [
        ("Recorder", "recorder", "text"),
        ("Date", "date", "date"),
        ("Action: 1", "action-1", "text"),
        ("Due: 1", "due-1", "date"),
        ("Action: 2", "action-2", "text"),
        ("Due: 2", "due-2", "date"),
        ("Approve: Plan", "approve-plan", "checkbox"),
        ("Dana Ruiz", "dana-ruiz", "checkbox"),
        ("Lee Wong", "lee-wong", "checkbox"),
        ("Notes", "notes", "text"),
    ]


def test_numbers_are_unique_and_bytes_the_same() -> None:
    document = docx.Document(io.BytesIO(made()))
    numbers = [
        one.get(qn("w:val"))
        for one in document.element.iter(qn("w:id"))
        if one.getparent().tag == qn("w:sdtPr")
    ]
    assert len(numbers) == len(set(numbers)) == 10
    assert made() == made()


def blanks(block: Block) -> int:
    """How many places of a block are to be filled in."""
    match block:
        case Facts():
            return sum(not text for _, text in block.pairs)
        case Checklist():
            return len(block.items)
        case Lines():
            return 1
        case Table():
            places = range(len(block.columns))
            empty = [not any(row[place] for row in block.rows) for place in places]
            return sum(
                row[place] in BOXES or (not row[place] and (empty[place] or is_blank_row(row)))
                for number, row in enumerate(block.rows)
                if not is_group_row(block, number)
                for place in places
                if block.columns[place].title != "Signature"  # signed by hand
            )
    return 0


def test_every_blank_form_has_a_control_for_each_place_to_write(tmp_path: Path) -> None:
    """A project that has only a name gets every form of every guide."""
    (tmp_path / "pathway.yaml").write_text(
        "pathwayctl: 1\nproject:\n  name: A region\n  guides: [ccrs, sector, grades-9-14, components]\n"
        "  start: 2027-01-04\n"
    )
    pages = open_project(tmp_path).pages(Order(formats=(), audience=Audience.INTERNAL))
    (handouts,) = (one for one in pages.documents if one.name == "handouts/handouts")
    forms = 0
    for page, frame in handouts.sheets:
        expected = sum(map(blanks, printed(page.blocks)))
        word = word_of(Document("form", frame, Front(), ((page, frame),)))
        assert word
        found = len(list(docx.Document(io.BytesIO(word)).element.iter(qn("w:sdt"))))
        assert found == expected, page.title
        forms += expected > 0
    assert forms > 50


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_libreoffice_reads_the_controls(tmp_path: Path) -> None:
    (tmp_path / "form.docx").write_bytes(made())
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "form.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    from zipfile import ZipFile

    content = ZipFile(tmp_path / "form.odt").read("content.xml").decode()
    assert content.count('loext:checkbox="true"') == 3
    assert content.count('loext:date="true"') == 3  # older versions read controls of words as words
    assert content.count('loext:checked="true"') == 1
