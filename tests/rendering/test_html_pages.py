"""Pages as HTML: whole outputs, and what must hold for any of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from html_samples import FRONT, PAGES, STYLE
from html_texts import write_index, write_page
from page_samples import FRAME, HOSTILE
from pathwayctl.handouts.tables import Head
from pathwayctl.loading.colors import readable
from pathwayctl.rendering.blocks import Paragraph, Table
from pathwayctl.rendering.html import DARK
from pathwayctl.rendering.pages import Brand, Contents, ContentsEntry, Frame, Front, Page, address
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
VOID = {"meta", "br", "link", "img", "hr", "input", "col", "wbr"}


class Reader(HTMLParser):
    """Reads a page: its elements, the text of each, and whether every element is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.elements if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]

    def all(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


EVERY = pytest.mark.parametrize("name", PAGES)


@EVERY
def test_whole_pages(name: str) -> None:
    """The style, which is the same on every page, is kept in its own file only."""
    head, style, body = PAGES[name].partition(STYLE)
    assert style
    check_snapshot(EXPECTED / f"{name}.html", f"{head}/* style.css */{body}")


@EVERY
def test_a_page_is_sound(name: str) -> None:
    page = Reader(PAGES[name])
    tags = Counter(tag for tag, _ in page.elements)
    assert [tags[name] for name in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
    assert PAGES[name].split("</head>")[0].count("<title>") == 1
    assert tags["script"] == tags["img"] == tags["link"] == tags["iframe"] == 0
    assert max(Counter(page.all("id")).values()) == 1
    pointed = [key for keys in page.all("aria-labelledby") for key in keys.split()]
    assert set(pointed) <= set(page.all("id"))
    steps = zip(page.levels, page.levels[1:], strict=False)
    assert all(below <= above + 1 for above, below in steps)
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [href for href in page.all("href") if ":" in href]


@EVERY
def test_a_page_fetches_nothing(name: str) -> None:
    head, style = PAGES[name].split("<style>", 1)
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in head
    assert "@import" not in style
    assert style.count("url(") == style.count("url(#") + style.count("url(data:font/woff2;base64,")


def test_every_hostile_text_stands_on_the_page() -> None:
    said = " ".join("".join(Reader(PAGES["hostile"]).texts).split())
    for text in HOSTILE[:-3]:
        shown = " ".join(text.split()).replace("\u202e", "")
        assert shown in said
    assert "\x00" not in said
    assert "\ud800" not in said


def test_no_line_of_the_style_can_be_closed_by_a_project_name() -> None:
    feet = [part.split(";")[0].strip() for part in PAGES["hostile"].split("@bottom-left { content:")[1:]]
    named = [foot for foot in feet if foot != "none"]  # a letter has no foot
    assert named
    assert all(set(foot) <= set(' "\\0123456789abcdef') for foot in named)


def test_tables_have_names_for_rows_and_columns() -> None:
    table = Table("Votes", (Head("Element"), Head("Votes", "right")), (("Advising", "3"), ("", "4")))
    html = write_page(Page("x", (table,)), FRAME, "")
    assert '<th scope="col" class="short">Element</th><th scope="col" class="right short">Votes</th>' in html
    assert '<th scope="row" class="short">Advising</th><td class="right short">3</td>' in html
    assert '<td class="short">&nbsp;</td><td class="right short">4</td>' in html


def test_rows_carry_their_marks_and_depth() -> None:
    rows = (("1", "a"), ("1.1", "b"), ("1.1.1", ""), ("all", "c"))
    table = Table(
        "Work",
        (Head("No."), Head("Long title here and on")),
        rows,
        (0, 1, 9, 0),
        ("summary", "critical", "", "total"),
    )
    html = write_page(Page("x", (table,)), FRAME, "")
    assert '<tr class="summary">' in html
    assert '<tr class="critical"><td class="short in-1">1.1</td><th scope="row" class="short">b</th>' in html
    assert '<tr class="blank"><td class="short in-6">' in html
    assert '<tr class="total"><th scope="row" class="short">all</th>' in html


def test_cells_that_are_stacked_on_a_phone_keep_their_roles_and_titles() -> None:
    table = Table(
        "Tasks", (Head("No."), Head("Task"), Head('"Owner"')), (("1.1", "Call", "Dana"), ("1.2", "Ask", ""))
    )
    html = write_page(Page("x", (table,)), FRAME, "")
    assert '<table role="table">' in html
    assert html.count('role="rowgroup"') == 2
    assert html.count('role="row"') == 3
    assert '<th role="rowheader" scope="row" class="short">Call</th>' in html
    assert '<td role="cell" data-label="&#34;Owner&#34;" class="short">Dana</td>' in html
    assert '<td role="cell" class="short">&nbsp;</td>' in html


def test_a_form_to_write_on_is_not_stacked() -> None:
    html = write_page(
        Page("x", (Table("Blank", (Head("A"), Head("B"), Head("C")), (("", "", ""),)),)), FRAME, ""
    )
    assert "stacked" not in html
    assert "role=" not in html.split("<main")[1]


@pytest.mark.parametrize("columns", [2, 3, 6, 7])
def test_a_wide_table_turns_the_sheet(columns: int) -> None:
    table = Table("Tasks", tuple(Head(f"Head {n}") for n in range(columns)), ())
    html = write_page(Page("x", (table,)), FRAME, "")
    assert ('<body class="wide">' in html) == (columns >= 7)
    assert ("stacked" in html) == (columns >= 3)
    assert html.count("tabindex") == (columns >= 7)
    assert 'role="region"' not in html


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("4b.html", True),
        ("../index.html#page-2", True),
        ("https://example.org/a?b=c", True),
        ("HTTP://example.org", True),
        ("mailto:dana@example.org", True),
        ("a/b:c.html", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("\\\\example.org", False),
        ("/\\example.org", False),
        ("two words.html", False),
        ("", False),
    ],
)
def test_links_lead_only_where_they_may(href: str, kept: bool) -> None:
    assert address(href) == (href if kept else "")


def test_a_link_that_may_not_be_is_text() -> None:
    html = write_index(FRONT, Front(), [Contents("", (ContentsEntry("Trap", "javascript:alert(1)"),))], "")
    assert '<span class="name">Trap</span>' in html


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_shown_as_it_is(first: str, second: str) -> None:
    table = Table("Any", (Head("One"), Head("Two")), ((first, second),))
    html = write_page(Page("Any", (Paragraph(first), table)), Frame("Any"), "")
    assert html.encode()
    page = Reader(html)
    assert [tag for tag, _ in page.elements if tag in ("script", "a")] == ["a"]
    assert sum(tag in ("td", "th") for tag, _ in page.elements) == 4


def test_a_large_table_is_quick_and_whole() -> None:
    rows = tuple(tuple(f"{row} & {column}" for column in range(10)) for row in range(1000))
    table = Table("Large", tuple(Head(f"Head {n}") for n in range(10)), rows)
    html = write_page(Page("x", (table,)), FRAME, "")
    assert html.count("<td") == 9000
    assert html.count("&amp;") == 10_000


BRAND = Brand(
    "#7a1f3d", "data:image/png;base64,AA==", "Example <State>", ("Example <State>", "Contact: Dana"),
    (("Accessibility", "https://example.org/a"),),
)  # fmt: skip


def test_an_agency_has_its_color_its_seal_and_its_foot() -> None:
    frame = replace(FRONT, brand=BRAND)
    front = write_index(
        frame, Front(logo="data:image/png;base64,BB=="), [Contents("", (ContentsEntry("4A", "4a.html"),))], ""
    )
    page = write_page(Page("x", ()), frame, "")
    dark = readable(BRAND.color, DARK)
    for html in (front, page):
        assert ":root { --accent: #7a1f3d }" in html
        assert f"(prefers-color-scheme: dark) {{ :root {{ --accent: {dark} }} }}" in html
        foot = html.split('<footer class="colophon">')[1]
        assert "<p>Example &lt;State&gt;</p>\n<p>Contact: Dana</p>" in foot
        assert '<a href="https://example.org/a">Accessibility</a>' in foot
    assert [front.count("<img"), page.count("<img")] == [2, 0]


def test_without_a_look_pages_have_the_built_in_one() -> None:
    html = write_page(Page("x", ()), FRAME, "")
    assert "--accent" not in html
    assert "<ul>" not in html.split('<footer class="colophon">')[1]
