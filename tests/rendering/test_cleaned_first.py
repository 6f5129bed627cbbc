"""Text is cleaned before it is checked: hidden characters never hide what a check looks for."""

from __future__ import annotations

import pytest

import html_texts
from pathwayctl.rendering import markdown
from pathwayctl.rendering.blocks import Prose
from pathwayctl.rendering.mistakes import UnfitError
from pathwayctl.rendering.page_builder import Desk
from pathwayctl.rendering.pages import Contents, ContentsEntry, Frame, Front, Page, address
from pathwayctl.rendering.plain_text import plain, seen
from pathwayctl.reporters.lines import harmless

HIDDEN = ("\x00", "\x08", "\x1b", "\x7f", "\x9b", "\u2028", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff")


@pytest.mark.parametrize("sign", HIDDEN)
@pytest.mark.parametrize(
    "href",
    [
        "{}//example.org",
        "/{}/example.org",
        "\\{}\\example.org",
        "java{}script:alert(1)",
        "{}data:text/html,x",
    ],
)
def test_no_link_leads_elsewhere(href: str, sign: str) -> None:
    assert address(href.format(sign)) == ""
    parts = [Contents("", (ContentsEntry("Words", href.format(sign)),))]
    page = html_texts.write_index(Frame("P"), Front(), parts, "")
    assert "href" not in page.partition("<main")[2].partition("</main>")[0]
    text = markdown.write_index(Frame("P"), Front(), parts)
    assert "](" not in text


@pytest.mark.parametrize("sign", HIDDEN)
def test_a_good_link_is_cleaned(sign: str) -> None:
    assert address(f"4b{sign}.html") == "4b.html"
    assert address(f"https://example.org/{sign}a") == "https://example.org/a"


@pytest.mark.parametrize("sign", HIDDEN)
def test_both_formats_read_the_same_markdown(sign: str) -> None:
    detail = f"*{sign}*bold*{sign}* [words](java{sign}script:alert(1)) [web](https://example.org/{sign})"
    page = html_texts.write_page(Page("T", (Prose(detail),)), Frame("P"), "")
    text = markdown.write_page(Page("T", (Prose(detail),)), Frame("P"))
    assert "<strong>bold</strong>" in page
    assert "**bold**" in text
    assert "script:alert(1)" not in "".join(part.partition('"')[0] for part in page.split('href="'))
    assert "](https://example.org/)" in text


@pytest.mark.parametrize("sign", HIDDEN)
def test_a_text_of_hidden_characters_is_empty(sign: str) -> None:
    assert plain(f"a{sign}b") == "ab"
    with pytest.raises(UnfitError, match="the text is empty"):
        Desk().heading(f" {sign}")


@pytest.mark.parametrize("sign", HIDDEN)
def test_pages_and_screens_leave_out_the_same_characters(sign: str) -> None:
    assert seen(f"a{sign}b") == harmless(f"a{sign}b") == "ab"


def test_half_a_character_is_left_out_or_replaced() -> None:
    assert (seen("a\ud800b"), harmless("a\ud800b")) == ("ab", "a?b")


def test_marks_that_languages_need_stay() -> None:
    words = "José \u200f\u200eשלום\u200d 👩\u200d🏫 a\u00a0b\tc\n"
    assert seen(words) == harmless(words) == words
