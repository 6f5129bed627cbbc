"""Both examples on paper: printed as people print them, and laid out as wide as a sheet to measure them.

All handouts are printed together, but for those that are many times alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.project import load
from pathwayctl.rendering.bundle import bundle
from pathwayctl.rendering.pdf import find_browser, pdf_of
from pathwayctl.rendering.sets import Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.scheduling.schedule import Schedule, make_schedule

Open = Callable[..., Page]

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
PROJECTS: Final = ("colorado_sector", "state_agency")
MANY_ALIKE: Final = ("assignments", "invitation", "role", "slides")
"""Handouts with a page for each person, organization, role or slide."""
INCH: Final = 96
ALONG, ACROSS = (8.5, 11.0), (11.0, 8.5)
MARGINS: Final = {ALONG: (1.4, 1.45), ACROSS: (1.3, 1.25)}
"""Inches of a sheet that are left free, beside and above with below, as the stylesheet has them."""
ROUNDING: Final = 1.5
MOST_SHEETS: Final = 4
"""Sheets that a handout takes on average, at the most."""

TOO_WIDE: Final = """([scope, slack]) => [...document.querySelectorAll(scope)].flatMap(sheet => {
    const edge = sheet.getBoundingClientRect().right + slack;
    return [...sheet.querySelectorAll('*')]
        .filter(one => !one.closest('svg *, .unseen') && one.getBoundingClientRect().right > edge)
        .map(one => sheet.querySelector('h2').innerText + ': ' + one.outerHTML.slice(0, 90));
})"""
TOO_HIGH: Final = """([scope, most]) => [...document.querySelectorAll(scope)].flatMap(sheet =>
    [...sheet.querySelectorAll('tr, svg')]
        .filter(one => one.getBoundingClientRect().height > most)
        .map(one => sheet.querySelector('h2').innerText + ': ' + one.outerHTML.slice(0, 90)))"""
MAY_BE_CUT: Final = """() => [...document.querySelectorAll('tr, svg, .notice, .facts > div, li')]
    .filter(one => !one.closest('svg *') && getComputedStyle(one).breakInside !== 'avoid')
    .map(one => one.outerHTML.slice(0, 90))"""
HEADS: Final = """() => [...document.querySelectorAll('thead')].map(one => getComputedStyle(one).display)"""


@cache
def _combined(project: str) -> str:
    """The page of an example that holds all handouts, to print."""
    root = EXAMPLES / project
    plan = load(root).plan
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    wanted = tuple(handout.id for handout in HANDOUTS if handout.id not in MANY_ALIKE)
    made = bundle(Context(plan, schedule), Templates(root), Order(handouts=wanted, formats=("html",)), root)
    return next(file.text for file in made.files if file.name == "handouts/all.html")


@pytest.fixture
def laid_out(open_page: Open, tmp_path: Path) -> Callable[[str, tuple[float, float]], Page]:
    """An example's pages as wide as a sheet of some size has room."""

    def lay_out(project: str, sheet: tuple[float, float]) -> Page:
        path = tmp_path / "all.html"
        path.write_text(_combined(project), "utf-8")
        return open_page(path, width=int((sheet[0] - MARGINS[sheet][0]) * INCH), media="print")

    return lay_out


@pytest.mark.parametrize("sheet", [pytest.param(ALONG, id="along"), pytest.param(ACROSS, id="across")])
@pytest.mark.parametrize("project", PROJECTS)
def test_nothing_is_wider_or_higher_than_its_sheet_and_no_row_is_cut(
    project: str, sheet: tuple[float, float], laid_out: Callable[..., Page]
) -> None:
    page = laid_out(project, sheet)
    scope = "article.sheet.wide" if sheet == ACROSS else "article.sheet:not(.wide)"
    assert page.locator(scope).count() > 10
    assert page.evaluate(TOO_WIDE, [scope, ROUNDING]) == []
    assert page.evaluate(TOO_HIGH, [scope, (sheet[1] - MARGINS[sheet][1]) * INCH]) == []
    assert page.evaluate(MAY_BE_CUT) == []
    assert set(page.evaluate(HEADS)) == {"table-header-group"}


def test_the_measuring_can_fail(tmp_path: Path, open_page: Open) -> None:
    path = tmp_path / "bad.html"
    path.write_text("<article class=sheet><h2>Bad</h2><table style='width:3000px;height:3000px'><tr><td>x")
    page = open_page(path, width=600, media="print")
    assert len(page.evaluate(TOO_WIDE, [".sheet", ROUNDING])) >= 1
    assert len(page.evaluate(TOO_HIGH, [".sheet", 900])) == 1
    assert len(page.evaluate(MAY_BE_CUT)) == 1


@pytest.mark.parametrize("project", PROJECTS)
def test_a_pdf_has_tags_bookmarks_and_no_more_sheets_than_anyone_would_print(
    project: str, browser: Browser
) -> None:
    text, program = _combined(project), find_browser()
    assert program is not None
    pdf = pdf_of(text, program)
    assert isinstance(pdf, bytes)
    assert b"/StructTreeRoot" in pdf
    assert re.search(rb"/Marked\s+true", pdf)
    assert b"/Outlines" in pdf
    sheets, handouts = len(re.findall(rb"/MediaBox ?\[", pdf)), text.count("<article ")
    assert handouts < sheets < handouts * MOST_SHEETS
