"""No page or file for others has a word of what only the project’s own staff may see, in any format."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pypdfium2
import pytest

from pathwayctl.evidence.packets import PACKETS
from pathwayctl.exchange.export_source import ExportOrder
from pathwayctl.exchange.registry import EXPORTS, export
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.project import Loaded, load
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.blocks import Figure
from pathwayctl.rendering.bundle import Bundle, bundle
from pathwayctl.rendering.documents import written
from pathwayctl.rendering.drawings import draw
from pathwayctl.rendering.page_sets import DOCUMENTS, FORMATS, Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.reporters.letters import draft_of, merge_table
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from planted_plan import SECRET, planted

OUTSIDE: Final = (Audience.PARTNERS, Audience.PUBLIC)
MOST_SECTIONS: Final = 20
"""Sections with secrets, at the least: those with private entries or notes."""
NOWHERE: Final = Path("no-project")
_SECRETS: Final = re.compile(rf"{SECRET}[^<>\n|]{{0,60}}", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[^>]*>")
_BREAKS: Final = re.compile("[\u00ad\u200b]|<wbr>|&shy;")


@cache
def made(audience: Audience, *handouts: str) -> Bundle:
    """The planted plan's handouts for an audience, all of them if none is named."""
    plan = Plan.model_validate(planted())
    schedule = make_schedule(plan, break_down(plan.tasks))
    assert isinstance(schedule, Schedule)
    order = Order(
        packets=() if handouts else tuple(one.id for one in PACKETS),
        handouts=handouts or tuple(one.id for one in HANDOUTS),
        formats=FORMATS,
        audience=audience,
    )
    found = bundle(Context(plan, schedule), Templates(NOWHERE), order, NOWHERE)
    assert found.mistakes == ()
    return found


@cache
def read() -> tuple[Context, Loaded]:
    """The planted plan with its dates, and as it was read from its file."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "pathway.yaml").write_text(json.dumps({"pathwayctl": 1} | planted(), default=str))
        loaded = load(Path(folder))
    schedule = make_schedule(loaded.plan)
    assert isinstance(schedule, Schedule)
    return Context(loaded.plan, schedule), loaded


def exported(form: str, audience: Audience) -> str:
    """Everything that an export says; of CSV, each section in turn, as it takes one at a time."""
    sections = [(name,) for name in LIST_SECTIONS] if form == "csv" else [()]
    files = [export(*read(), form, ExportOrder(audience, sections=one)).content for one in sections]
    return "\n".join(_of_office(data) if form == "xlsx" else _unfolded(data.decode()) for data in files)


def _unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def texts(form: str, bundled: Bundle) -> Iterator[tuple[str, str]]:
    """The name and all text of every file of a format, with what is written for programs alone."""
    if form == "eml":
        yield from ((name, draft_of(letter, page).decode()) for name, letter, page in bundled.letters)
        yield "invitations.csv", merge_table(one for _, one, _ in bundled.letters).decode()
        return
    if form == "svg":
        for document in bundled.documents:
            for page, _ in document.sheets:
                drawn = [one for one in page.blocks if isinstance(one, Figure)]
                yield from ((page.title, str(draw(one.drawing, one.title, "k"))) for one in drawn)
        return
    if form in (*FORMATS, "ics"):
        yield from ((one.name, one.name + one.text) for one in bundled.files if one.name.endswith(form))
        return
    for document in bundled.documents:
        data = written(document, form, NOWHERE)
        if isinstance(data, bytes):
            yield (
                f"{document.name}.{form}",
                document.name + (_of_pdf(data) if form == "pdf" else _of_office(data)),
            )


def _of_pdf(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return "\n".join([*pages, *(one.get_title() for one in pdf.get_toc()), repr(pdf.get_metadata_dict())])


def _of_office(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [
            package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))
        ]
    return "\n".join(text for part in parts for text in (part, _MARKUP.sub("", part)))


def secrets(form: str, bundled: Bundle) -> list[str]:
    """Every secret of the pages of a format, with the page and the words after it."""
    return [
        f"{name}: {found[0]}"
        for name, text in texts(form, bundled)
        for found in _SECRETS.finditer(_BREAKS.sub("", text))
    ]


@pytest.mark.parametrize("form", [*FORMATS, *DOCUMENTS, "svg", "ics", "eml"])
@pytest.mark.parametrize("audience", OUTSIDE)
def test_no_secret_reaches_a_narrower_audience(audience: Audience, form: str) -> None:
    assert secrets(form, made(audience)) == []


@pytest.mark.parametrize("form", [*FORMATS, *DOCUMENTS, "svg", "ics", "eml"])
def test_the_secrets_are_on_the_pages_of_the_staff(form: str) -> None:
    """Or the test above could not fail."""
    handout = {"pptx": "slides", "svg": "4b", "ics": "assignments", "eml": "invitation"}.get(form, "4c")
    assert secrets(form, made(Audience.INTERNAL, "1a-1", handout))


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize("audience", OUTSIDE)
def test_no_secret_is_exported_for_a_narrower_audience(audience: Audience, form: str) -> None:
    assert _SECRETS.findall(exported(form, audience)) == []


@pytest.mark.parametrize("form", EXPORTS)
def test_the_secrets_are_in_the_exports_of_the_staff(form: str) -> None:
    """Or the test above could not fail."""
    assert _SECRETS.search(exported(form, Audience.INTERNAL))


def test_the_staff_finds_secrets_of_most_sections() -> None:
    said = "".join(text for _, text in texts("md", made(Audience.INTERNAL)))
    assert len(set(re.findall(rf"{SECRET} ([a-z_]+)[.]", said.replace("\\", "")))) >= MOST_SECTIONS
