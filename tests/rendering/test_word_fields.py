"""What is to be filled in is a control in Word, with a title, a tag, and a number of its own."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from pathwayctl.handouts.tables import Head, blank_rows
from pathwayctl.rendering.blocks import Block, Checklist, Facts, Lines, Table
from pathwayctl.rendering.office.word import word_of
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
