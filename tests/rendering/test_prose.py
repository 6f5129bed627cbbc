"""Markdown of the project's own texts: what it becomes, and what it cannot become."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import html_texts
from page_samples import FRAME, HOSTILE
from pathwayctl.rendering import markdown
from pathwayctl.rendering.blocks import Block, Heading, Prose
from pathwayctl.rendering.page_builder import Desk
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.prose import MOST_BRACKETS, MOST_MARKED, to_html, to_markdown

GITHUB = MarkdownIt("commonmark")
TAG = re.compile(r"<[^>]*>")
SAFE_TAG = re.compile(
    r'</?(?:p|strong|em|code|pre|ul|ol|li|blockquote)>|<ol start="\d+">|<br />|<hr />|</a>'
    r'|<a href="(?:https?://|mailto:)[^"<>\s]*"(?: title="[^"<>]*")?>',
    re.IGNORECASE,
)
MARKS = st.text(alphabet=list("ab1 \n\n*_`[]()<>!#-+>.\\&|~:/\"'=h\u202e"), max_size=60)
PIECES = st.lists(
    st.sampled_from(
        ["<b>", "[a](javascript:x)", "![a](https://b.c)", "[a](https://b.c)", "<https://b.c>", "<!--", "**",
         "* ", "1. ", "> ", "\n\n", "\n", "# ", "```", "`", "    ", "a", "!", "&lt;", "  \n", "---", "\\",
         "_"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


def md(text: str) -> str:
    return to_markdown(text, markdown.strictly)


@pytest.mark.parametrize(
    ("text", "in_html", "in_markdown"),
    [
        ("one\ntwo", "<p>one\ntwo</p>", "one two"),
        ("*a* __b__ `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>", "*a* **b** `c`"),
        ("***a* b**", "<p><strong><em>a</em> b</strong></p>", "***a* b**"),
        ("*a *b* c*", "<p><em>a <em>b</em> c</em></p>", "*a b c*"),
        ("# A *b* **c**", "<p><strong>A <em>b</em> c</strong></p>", "**A *b* c**"),
        ("A\n===", "<p><strong>A</strong></p>", "**A**"),
        ("* a\n* b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "* a\n* b"),
        ("3. a\n4. b",
         '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'.replace("</ul>", "</ol>"), "3. a\n4. b"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>", "> a"),
        ("a  \nb", "<p>a<br />\nb</p>", "a<br>b"),
        ("[a](https://b.c 'd')", '<p><a href="https://b.c" title="d">a</a></p>', "[a](https://b.c)"),
        ("<mailto:a@b.c>", '<p><a href="mailto:a@b.c">mailto:a@b.c</a></p>', "[mailto:a@b.c](mailto:a@b.c)"),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>", r"\[a\](javascript:b)"),
        ("[a](data:image/png;x)", "<p>[a](data:image/png;x)</p>", r"\[a\](data:image/png;x)"),
        ("[a](/etc)", "<p>[a](/etc)</p>", r"\[a\](/etc)"),
        ("![a](https://b.c)", '<p>!<a href="https://b.c">a</a></p>', r"\![a](https://b.c)"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>", r"\<b\>a\</b\>"),
        ("<script>\na\n</script>", "<p>&lt;script&gt;\na\n&lt;/script&gt;</p>", r"\<script\> a \</script\>"),
        ("```js onload\na```b\n```", "<pre><code>a```b\n</code></pre>", "````\na```b\n````"),
        ("a `` b`c ``", "<p>a <code>b`c</code></p>", "a ``b`c``"),
        ("`` `a ``", "<p><code>`a</code></p>", "`` `a ``"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr />\n<p>b</p>", "a\n\n* * *\n\nb"),
        ("- a\n\n  b\n  1. c", "", "- a\n\n  b\n\n  1. c"),
        (r"1\. a", "<p>1. a</p>", r"1\. a"),
        ("a | b", "<p>a | b</p>", r"a \| b"),
    ],
)  # fmt: skip
def test_what_becomes_of_marks(text: str, in_html: str, in_markdown: str) -> None:
    if in_html:
        assert to_html(text) == in_html
    assert md(text) == in_markdown


@given(MARKS | PIECES)
@example("[a](<javascript:b>)")
@example("[a]: javascript:b\n\n[a]")
@example("<javascript:b>")
@example("[a](https://b.c'onload=\"x)")
@example("![![a](https://b.c)](https://b.c)")
def test_nothing_harmful_comes_through(text: str) -> None:
    assert not SAFE_TAG.sub("", to_html(text)).count("<")
    read_again = GITHUB.render(md(text)).replace("<br>", "")
    assert not [tag for tag in TAG.findall(read_again) if not SAFE_TAG.fullmatch(tag)]


@given(MARKS | PIECES)
def test_written_as_markdown_it_says_the_same_words(text: str) -> None:
    """All but the stars: those of bold and slanted words that touch can be read in two ways."""

    def words(markup: str) -> str:
        return re.sub(r"[\s\u202e*]+", "", TAG.sub("", markup))

    assert words(GITHUB.render(md(text))) == words(to_html(text))


@pytest.mark.parametrize("text", ["[" * (MOST_BRACKETS + 1), "*a* " * MOST_MARKED, "[" * 200_000])
def test_what_is_made_to_take_long_is_shown_as_it_is(text: str) -> None:
    assert text.strip() in to_html(text)
    assert "<em>" not in to_html(text)
    assert GITHUB.render(md(text)).count("<em>") == 0


def test_long_texts_keep_their_paragraphs() -> None:
    assert to_html("a" * MOST_MARKED + "\n\nb").endswith("</p>\n<p>b</p>")


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_hostile_texts_on_a_page(text: str) -> None:
    blocks: tuple[Block, ...] = (Heading("A heading"), Prose(text))
    page = html_texts.write_page(Page("T", blocks), FRAME, "")
    inside = page.partition('<div class="prose">')[2].partition("</div>")[0]
    assert not SAFE_TAG.sub("", inside).count("<")
    assert page.count("<h2") == 1
    assert markdown.write_page(Page("T", blocks), FRAME)


def test_a_template_writes_prose() -> None:
    desk = Desk()
    assert desk.assembled(f"a {desk.prose('**b**')}")[1] == Prose("**b**")


def test_prose_of_nothing_takes_no_place() -> None:
    desk = Desk()
    assert desk.assembled(f"{desk.prose(' ')}{desk.prose('')}") == ()
