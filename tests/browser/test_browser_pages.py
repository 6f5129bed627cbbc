"""The sample pages in a browser: nothing inaccessible, nothing too wide, print as promised."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from html_samples import PAGES

Check = Callable[[Path], list[str]]
Open = Callable[..., Page]
ALL = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample pages."""
    folder = tmp_path_factory.mktemp("samples")
    for name, html in PAGES.items():
        (folder / f"{name}.html").write_text(html, "utf-8")
    return folder


@ALL
def test_nothing_is_inaccessible(name: str, samples: Path, axe: Check) -> None:
    assert axe(samples / f"{name}.html") == []


@ALL
def test_no_page_is_wider_than_a_phone(name: str, samples: Path, no_sideways_scroll: Check) -> None:
    assert no_sideways_scroll(samples / f"{name}.html") == []


def test_the_checks_can_fail(tmp_path: Path, axe: Check, no_sideways_scroll: Check) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<title>x</title><main><img src='data:,'><p style='width:500px'>wide</p></main>")
    assert any("image-alt" in finding for finding in axe(bad))
    assert any("wide" in element for element in no_sideways_scroll(bad))


def test_the_first_tab_leads_past_the_navigation(samples: Path, open_page: Open) -> None:
    page = open_page(samples / "every_block.html")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("link => link === document.activeElement")
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#content"))


def test_a_wide_table_scrolls_by_keyboard(samples: Path, open_page: Open) -> None:
    page = open_page(samples / "every_block.html", width=768)
    region = page.locator(".grid", has_text="Tasks with their dates").first
    region.locator(".more").focus()
    assert region.locator(".more").evaluate("stop => getComputedStyle(stop).outlineStyle") == "solid"
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=region.element_handle())


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_only_what_scrolls_is_a_stop_for_the_tab_key(width: int, samples: Path, open_page: Open) -> None:
    page = open_page(samples / "every_block.html", width=width)
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('.grid, .drawing')].filter(box => {
            const stop = box.querySelector('.more');
            return box.scrollWidth > box.clientWidth + 1 !== Boolean(stop && stop.offsetHeight);
        }).map(box => box.outerHTML.slice(0, 120))"""
    )
    assert wrong == []


def test_on_a_phone_each_cell_has_its_title_and_no_caption_is_cut(samples: Path, open_page: Open) -> None:
    page = open_page(samples / "every_block.html", width=320)
    row = page.locator(".stacked tbody tr").nth(1)
    assert row.evaluate("row => row.scrollWidth <= row.clientWidth")
    assert "Votes" in row.locator("td").nth(0).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert row.get_by_role("rowheader").count() == 1
    assert page.evaluate(
        """[...document.querySelectorAll('caption span')]
             .every(one => one.getBoundingClientRect().right <= innerWidth)"""
    )


def test_no_text_of_a_picture_is_too_small_to_read_on_a_phone(samples: Path, open_page: Open) -> None:
    page = open_page(samples / "long_chart.html", width=320)
    sizes = page.evaluate(
        """[...document.querySelectorAll('svg text')]
             .map(one => one.getScreenCTM().a * parseFloat(getComputedStyle(one).fontSize))"""
    )
    assert min(sizes) >= 9


def test_dark_colors_are_for_screens_alone(samples: Path, open_page: Open) -> None:
    path = samples / "every_block.html"
    ground = "getComputedStyle(document.body).backgroundColor"
    assert open_page(path).evaluate(ground) == "rgb(255, 255, 255)"
    assert open_page(path, scheme="dark").evaluate(ground) == "rgb(20, 25, 31)"
    assert open_page(path, scheme="dark", media="print").evaluate(ground) == "rgb(255, 255, 255)"


def test_checklists_say_in_words_what_is_done(samples: Path, open_page: Open) -> None:
    said = open_page(samples / "every_block.html").locator(".checklist").aria_snapshot()
    assert "Done: Room booked" in said
    assert "To do: Slides ready" in said


def test_texts_that_mean_harm_stay_texts(samples: Path, open_page: Open) -> None:
    page = open_page(samples / "hostile.html")
    assert page.locator("script, img, iframe, [onerror]").count() == 0
    assert page.locator("a").evaluate_all("links => links.map(link => link.protocol)") == ["file:"] * 3
    assert page.get_by_text("<script>alert(1)</script>", exact=True).count() > 5


@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        pytest.param("index", {"portrait": 1}, id="an index is one sheet"),
        pytest.param("every_block", {"landscape": 6}, id="wide tables and charts go across"),
        pytest.param("combined", {"portrait": 3, "landscape": 6}, id="each page of a packet has its own way"),
        pytest.param("long_chart", {"landscape": 4}, id="a long chart takes several sheets"),
    ],
)
def test_print_is_on_letter_paper(name: str, sheets: dict[str, int], samples: Path, open_page: Open) -> None:
    page = open_page(samples / f"{name}.html", media="print")
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 (\d+) (\d+)\]", pdf)
    ways = [{(b"612", b"792"): "portrait", (b"792", b"612"): "landscape"}[size] for size in sizes]
    assert {way: ways.count(way) for way in ways} == sheets
