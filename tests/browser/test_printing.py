"""Both examples on paper: printed as people print them, and laid out as wide as a sheet to measure them.

All handouts are printed together, but for those that are many times alike.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from browser_fonts import each_font
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.project import load
from pathwayctl.rendering.bundle import bundle
from pathwayctl.rendering.page_sets import Order
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
MAY_BE_CUT: Final = """() => [...document.querySelectorAll('tr, svg, .notice, .facts > div, li, caption')]
    .filter(one => !one.closest('svg *') && getComputedStyle(one).breakInside !== 'avoid')
    .map(one => one.outerHTML.slice(0, 90))"""
NUMBERS_CUT: Final = """() => [...document.querySelectorAll('ol')].filter(list => {
    const style = getComputedStyle(list), pen = document.createElement('canvas').getContext('2d');
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return pen.measureText(`${list.children.length}. `).width > parseFloat(style.paddingLeft);
}).map(list => list.outerHTML.slice(0, 90))"""
ENDS_AT: Final = """() => {
    const top = document.body.getBoundingClientRect().top;
    return document.querySelector('svg').getBoundingClientRect().bottom - top;
}"""
HEADS: Final = """() => [...document.querySelectorAll('thead')].map(one => getComputedStyle(one).display)"""


@cache
def _combined(project: str) -> str:
    """The page of an example that holds all handouts, to print."""
    return _page(EXAMPLES / project, "all", *(one.id for one in HANDOUTS if one.id not in MANY_ALIKE))


def _page(root: Path, name: str, *handouts: str) -> str:
    """A page of a project, made of some handouts or the one it is named after."""
    plan = load(root).plan
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    order = Order(handouts=handouts or (name,), formats=("html",))
    made = bundle(Context(plan, schedule), Templates(root), order, root)
    return next(file.text for file in made.files if file.name == f"handouts/{name}.html")


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
    assert page.evaluate(NUMBERS_CUT) == []
    assert set(page.evaluate(HEADS)) == {"table-header-group"}


def test_the_measuring_can_fail(tmp_path: Path, open_page: Open) -> None:
    path = tmp_path / "bad.html"
    path.write_text(
        "<article class=sheet><h2>Bad</h2><table style='width:3000px;height:3000px'><tr><td>x</table>"
        f"<ol style='padding-left:1em'>{'<li style=break-inside:avoid>x' * 10}</ol>"
    )
    page = open_page(path, width=600, media="print")
    assert len(page.evaluate(TOO_WIDE, [".sheet", ROUNDING])) >= 1
    assert len(page.evaluate(TOO_HIGH, [".sheet", 900])) == 1
    assert len(page.evaluate(MAY_BE_CUT)) == 1
    assert len(page.evaluate(NUMBERS_CUT)) == 1


@each_font
@pytest.mark.parametrize("rows", [5, 14, 22, 60])
def test_the_first_sheet_of_a_master_schedule_holds_the_beginning_of_its_chart(
    rows: int, fonts: str, tmp_path: Path, open_page: Open
) -> None:
    tasks = "".join(
        f"  - {{id: t{place}, title: Piece of work {place}, duration: 3d}}\n" for place in range(rows)
    )
    head = "pathwayctl: 1\nproject: {name: Rows, start: 2027-01-04, finish_by: 2027-06-30}\n"
    (tmp_path / "pathway.yaml").write_text(f"{head}tasks:\n{tasks}", "utf-8")
    assert _chart_ends_on_the_first_sheet(tmp_path, tmp_path, fonts, open_page)


@each_font
@pytest.mark.parametrize("project", PROJECTS)
def test_the_same_holds_for_the_examples(project: str, fonts: str, tmp_path: Path, open_page: Open) -> None:
    assert _chart_ends_on_the_first_sheet(EXAMPLES / project, tmp_path, fonts, open_page)


def _chart_ends_on_the_first_sheet(root: Path, folder: Path, fonts: str, open_page: Open) -> bool:
    path = folder / "4b.html"
    path.write_text(_page(root, "4b"), "utf-8")
    (wide, high), (beside, above) = ACROSS, MARGINS[ACROSS]
    page = open_page(path, width=int((wide - beside) * INCH), media="print", fonts=fonts)
    return bool(page.evaluate(ENDS_AT) <= (high - above) * INCH)
