"""Pages in a real browser: one Chromium for the whole run, axe-core, and the width of a phone.

The browser of the system is used. Where there is none these tests are skipped and say so; on
Linux in continuous integration that is a failure, so that nobody skips them for long.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from browser_fonts import VARIABLE, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
PHONE: Final = 320
DESK: Final = 1280
SCHEMES: Final = ("light", "dark")

Check = Callable[[Path], list[str]]
Open = Callable[..., "Page"]


def program() -> str:
    """The browser of the system; skips the test, or fails it, where there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        why = f"no browser is installed here (looked for {', '.join(BROWSERS)})"
        if os.environ.get("CI") == "true" and sys.platform == "linux":
            pytest.fail(why)
        pytest.skip(why)
    return found


def _launched(playwright: Playwright, environment: dict[str, str | float | bool]) -> Browser:
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=program(), args=root, env=environment)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers."""
    from playwright.sync_api import sync_playwright  # most runs of the tests need no browser

    program()
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browsers(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Browser]]:
    """``browsers("dejavu")``: a browser for which there is one set of fonts alone, or those of the machine.

    There is one of each for all tests. If it closes, the test during which it does fails, and the next test
    gets a new one.
    """
    started: dict[str, Browser] = {}

    def with_fonts(fonts: str) -> Browser:
        if fonts not in started or not started[fonts].is_connected():
            file = settings(fonts, tmp_path_factory.mktemp("fonts")) if fonts else None
            started[fonts] = _launched(playwright, {**os.environ, **({VARIABLE: str(file)} if file else {})})
        return started[fonts]

    yield with_fonts
    for one in started.values():
        one.close()


@pytest.fixture
def open_page(browsers: Callable[[str], Browser]) -> Iterator[Open]:
    """Open a file: ``open_page(path, width=320, scheme="dark")``. The page's own rules against scripts
    are lifted, for axe is one; anything that it asks the network for is a failure of the test.
    """
    contexts = []
    asked: list[str] = []

    def open_file(
        path: Path, *, width: int = DESK, scheme: str = "light", media: str = "screen", fonts: str = ""
    ) -> Page:
        context = browsers(fonts).new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.emulate_media(media="print" if media == "print" else "screen")
        page.goto(path.resolve().as_uri())
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith("file:")] == []


@pytest.fixture
def axe(open_page: Open) -> Check:
    """What axe-core finds wrong with a page, in light and in dark colors; an empty list if all is well."""
    return lambda path: [wrong for scheme in SCHEMES for wrong in _axe(path, open_page(path, scheme=scheme))]


@pytest.fixture
def axe_in_light(open_page: Open) -> Check:
    """The same in light colors alone, for many pages one after the other in one window."""
    windows: list[Page] = []

    def check(path: Path) -> list[str]:
        if windows:
            windows[0].goto(path.resolve().as_uri())
        else:
            windows.append(open_page(path))
        return _axe(path, windows[0])

    return check


def _axe(path: Path, page: Page) -> list[str]:
    page.add_script_tag(path=str(files("axe_playwright_python") / "axe.min.js"))
    result = page.evaluate(
        """async rules => {
            const found = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
            const nodes = rule => rule.nodes.map(node => [String(node.target), node.html.slice(0, 200)]);
            return [found.passes.length, found.violations.map(rule => [rule.id, rule.help, nodes(rule)])];
        }""",
        list(RULES),
    )
    passed, violations = result
    assert passed, "axe looked at nothing"
    return [
        f"{path.name}: {rule}: {words}: {target} {html}"
        for rule, words, nodes in violations
        for target, html in nodes
    ]


@pytest.fixture
def no_sideways_scroll(open_page: Open) -> Check:
    """The elements that make a page wider than a phone's screen; an empty list if none does."""

    windows: list[Page] = []

    def check(path: Path) -> list[str]:
        if windows:
            windows[0].goto(path.resolve().as_uri())
        else:
            windows.append(open_page(path, width=PHONE))
        page = windows[0]
        if page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"):
            return []
        too_wide: list[str] = page.evaluate(
            """limit => [...document.querySelectorAll('body *')]
                 .filter(element => element.getBoundingClientRect().right > limit)
                 .map(element => element.outerHTML.slice(0, 120))""",
            PHONE,
        )
        return too_wide or ["something that no element shows"]

    return check
