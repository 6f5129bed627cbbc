"""No page for others has a word of what only the project’s own staff may see, in any format."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pypdfium2
import pytest

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.bundle import Bundle, bundle
from pathwayctl.rendering.documents import written
from pathwayctl.rendering.page_sets import FORMATS, Order
from pathwayctl.rendering.templates import Templates
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
    order = Order(handouts=handouts or tuple(one.id for one in HANDOUTS), formats=FORMATS, audience=audience)
    found = bundle(Context(plan, schedule), Templates(NOWHERE), order, NOWHERE)
    assert found.mistakes == ()
    return found


def texts(form: str, bundled: Bundle) -> Iterator[tuple[str, str]]:
    """The name and all text of every file of a format, with what is written for programs alone."""
    if form in FORMATS:
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


@pytest.mark.parametrize("form", [*FORMATS, "pdf", "docx", "pptx"])
@pytest.mark.parametrize("audience", OUTSIDE)
def test_no_secret_reaches_a_narrower_audience(audience: Audience, form: str) -> None:
    assert secrets(form, made(audience)) == []


@pytest.mark.parametrize("form", [*FORMATS, "pdf", "docx", "pptx"])
def test_the_secrets_are_on_the_pages_of_the_staff(form: str) -> None:
    """Or the test above could not fail."""
    assert secrets(form, made(Audience.INTERNAL, "1a-1", "slides" if form == "pptx" else "4c"))


def test_the_staff_finds_secrets_of_most_sections() -> None:
    said = "".join(text for _, text in texts("md", made(Audience.INTERNAL)))
    assert len(set(re.findall(rf"{SECRET} ([a-z_]+)[.]", said.replace("\\", "")))) >= MOST_SECTIONS
