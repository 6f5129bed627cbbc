"""The texts of all pictures in a browser, under the widest and the most common fonts: none overlaps another,
leaves its box or is cut off, nor does it with the text spacing of WCAG 1.4.12.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

import picture_samples as samples
from browser_fonts import each_font
from pathwayctl.rendering.drawings import draw
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.templates import Templates
from rendered_pages import FILLED, SPACED, SPANISH

Open = Callable[..., Page]
WRONG: Final = """() => {
    const area = one => {
        const {left, right, top, bottom} = one.getBoundingClientRect();
        return {left, right, top, bottom};
    };
    const letters = one => {  // a line of text is higher than its letters
        const found = area(one), edge = (found.bottom - found.top) * 0.22;
        return {...found, top: found.top + edge, bottom: found.bottom - edge};
    };
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
        && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1
        && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
    const middle = (a, b) => (a.left + a.right) / 2 > b.left && (a.left + a.right) / 2 < b.right
        && (a.top + a.bottom) / 2 > b.top && (a.top + a.bottom) / 2 < b.bottom;
    const found = [];
    let looked = 0;
    for (const picture of document.querySelectorAll('svg')) {
        const texts = [...picture.querySelectorAll('text')].filter(one => one.textContent.trim());
        const name = picture.querySelector('title').textContent, whole = area(picture);
        const places = texts.map(letters);
        const boxes = [...picture.querySelectorAll('rect[stroke], path[stroke]')]
            .filter(one => one.getAttribute('fill') !== 'none' && area(one).right - area(one).left > 20);
        looked += texts.length;
        texts.forEach((one, at) => {
            const said = `${name}: “${one.textContent}”`;
            if (!within(places[at], whole)) found.push(`${said} is cut`);
            const box = boxes.find(two => two.parentNode === one.parentNode && middle(places[at], area(two)));
            if (box && !within(places[at], area(box))) found.push(`${said} leaves its box`);
            const over = boxes.find(two => two.parentNode !== one.parentNode && meet(places[at], area(two))
                && !within(places[at], area(two)));
            if (over) found.push(`${said} lies over the edge of a box`);
            texts.forEach((two, other) => {
                if (other <= at || !meet(places[at], places[other])) return;
                found.push(`${said} meets “${two.textContent}”`);
            });
        });
    }
    return [looked, found];
}"""
WIDTHS: Final = """texts => texts.map(([text, weight]) => {
    const one = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    one.setAttribute('font-size', '100');
    one.setAttribute('font-weight', weight);
    one.textContent = text;
    document.querySelector('svg').append(one);
    return one.getComputedTextLength();
})"""
FAULTS: Final = """<title>Bad</title>
    <text x="5" y="20" textLength="40">One</text><text x="25" y="20" textLength="40">Two</text>
    <text x="180" y="50" textLength="60">Cut off</text>
    <g><rect x="5" y="80" width="40" height="40" stroke="red" />
        <text x="10" y="105" textLength="60">Long</text></g>
    <g><rect x="110" y="80" width="80" height="40" stroke="red" /></g>
    <text x="120" y="85" textLength="60">Over</text>
    <text x="5" y="160" textLength="60">Sound</text>"""
"""One fault of each kind and a text without any. Their lengths are set, so no font changes them."""


def _wrong(page: Page, *, at_least: int) -> list[str]:
    looked, found = page.evaluate(WRONG)
    assert looked >= at_least
    return list(found)


@each_font
@pytest.mark.parametrize("project", [*FILLED, *SPANISH])
def test_no_text_of_a_picture_overlaps_another_or_is_cut(
    project: str, fonts: str, pages: Callable[[str], Path], open_page: Open
) -> None:
    page = open_page(pages(project) / "handouts" / "all.html", fonts=fonts)
    assert _wrong(page, at_least=500) == []
    page.add_style_tag(content=SPACED)
    assert _wrong(page, at_least=500) == []


@each_font
def test_nor_does_it_in_pictures_of_other_sizes(fonts: str, tmp_path: Path, open_page: Open) -> None:
    drawings = [str(draw(chart, name, f"k{at}")) for at, (name, chart) in enumerate(samples.EACH.items())]
    path = tmp_path / "pictures.html"
    style = Templates(None).stylesheet()
    path.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(drawings)}", "utf-8")
    page = open_page(path, fonts=fonts)
    assert _wrong(page, at_least=500) == []
    page.add_style_tag(content=SPACED)
    assert _wrong(page, at_least=500) == []


@each_font
def test_texts_are_measured_at_least_as_wide_as_they_are(fonts: str, tmp_path: Path, open_page: Open) -> None:
    texts = [
        "Sign the memorandum of understanding", "fill it till it fits", "WWW.MMM @ 100%",
        "Señora Núñez – Ølåf", "“Electrical, Electronic, and Electromechanical Assemblers”",
        "C: critical, a delay moves the finish",
        "1,234 · 56.7 → 89 … 3/4 [x] {y} <z> & co.", "ЖИЗНЬ щука", "Ωmega αβγ",
    ]  # fmt: skip
    path = tmp_path / "svg.html"
    style, drawing = Templates(None).stylesheet(), draw(samples.risks(9), "Risks", "k")
    path.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{drawing}", "utf-8")
    asked = [(text, weight) for text in texts for weight in ("400", "700")]
    real = open_page(path, fonts=fonts).evaluate(WIDTHS, asked)
    measured = [width(text, 100, bold=weight == "700") for text, weight in asked]
    short = [one for one, known, is_wide in zip(asked, measured, real, strict=True) if known < is_wide]
    assert short == []


@each_font
def test_the_looking_can_fail(fonts: str, tmp_path: Path, open_page: Open) -> None:
    path = tmp_path / "bad.html"
    path.write_text(f"<svg viewBox='0 0 200 200' width=200 height=200>{FAULTS}</svg>", "utf-8")
    assert _wrong(open_page(path, fonts=fonts), at_least=6) == [
        "Bad: “One” meets “Two”",
        "Bad: “Cut off” is cut",
        "Bad: “Long” leaves its box",
        "Bad: “Over” lies over the edge of a box",
    ]
