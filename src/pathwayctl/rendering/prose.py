"""Markdown that people write in ``detail`` fields, as safe HTML or as Markdown of one way of writing.

It is CommonMark without HTML and without pictures; links lead to the web or to e-mail. Headings become
bold paragraphs, so that no text can break the order of a page's own headings. This is the only import
of markdown-it, and it is loaded when the first such text is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final

from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.plain_text import seen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token as Token

MOST_MARKED: Final = 20_000
"""Characters; a text that is longer is shown without looking for marks in it."""
MOST_BRACKETS: Final = 300
"""The same for opening brackets: each may begin a link, and is held against all that follow."""

_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_TICKS: Final = re.compile(r"`+")
_STRONG: Final = ("strong_open", "strong_close")

Escape = Callable[[str], str]
"""Takes its meaning as Markdown from every sign of a line."""


def to_html(text: str) -> Markup:
    """The text as paragraphs, lists, quotations, and code, with every other sign in it escaped."""
    reader = _reader()
    return Markup(reader.renderer.render(tokens_of(text), reader.options, {}).strip())


def to_markdown(text: str, escape: Escape) -> str:
    """The same in Markdown; ``escape`` is for all that is no mark."""
    return "\n\n".join(_Writer(escape).blocks(tokens_of(text)))


def tokens_of(source: str) -> list[Token]:
    """The tokens of a text, with headings as bold paragraphs and nothing that a page may not hold."""
    reader, text = _reader(), seen(source)  # cleaned first: no sign may come about after it is read
    if len(text) > MOST_MARKED or text.count("[") > MOST_BRACKETS:
        return [token for part in _BLANK_LINE.split(text) for token in _plain_paragraph(part)]
    tokens = reader.parse(text)
    for place, token in enumerate(tokens):
        token.info = ""  # what language code is in; it would become a class
        if token.type in ("heading_open", "heading_close"):
            token.type = token.type.replace("heading", "paragraph")
            token.tag = "p"
            if token.nesting == 1:
                _embolden(tokens[place + 1])
    return tokens


def _plain_paragraph(text: str) -> list[Token]:
    from markdown_it.token import Token

    words = Token("text", "", 0, content=text)
    inside = Token("inline", "", 0, content=text, children=[words])
    return [
        Token("paragraph_open", "p", 1, block=True),
        inside,
        Token("paragraph_close", "p", -1, block=True),
    ]


def _embolden(line: Token) -> None:
    """Put a whole line in bold, without bold marks inside it."""
    from markdown_it.token import Token

    inside = [token for token in line.children or () if token.type not in _STRONG]
    line.children = [Token("strong_open", "strong", 1), *inside, Token("strong_close", "strong", -1)]


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False})
    reader.disable("image")
    is_link = "validateLink"  # a method that the library leaves to its users to replace
    setattr(reader, is_link, lambda url: bool(_LINK.fullmatch(url)))
    return reader


class _Writer:
    """Writes what was read as Markdown again."""

    def __init__(self, escape: Escape) -> None:
        self._escape = escape

    def blocks(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Each block of a level in turn."""
        place = 0
        while place < len(tokens):
            token = tokens[place]
            end = _end(tokens, place)
            yield self._block(token, tokens[place + 1 : end])
            place = end + 1

    def _block(self, token: Token, inside: Sequence[Token]) -> str:
        match token.type:
            case "paragraph_open":
                return "".join(self._inline(inside[0].children or ()))
            case "bullet_list_open" | "ordered_list_open":
                return "\n".join(self._entries(token, inside))
            case "blockquote_open":
                return _indented("\n\n".join(self.blocks(inside)), "> ", "> ")
            case "fence" | "code_block":
                return _fenced(token.content)
        return "* * *"  # a rule is all that is left

    def _entries(self, opening: Token, inside: Sequence[Token]) -> Iterator[str]:
        place, number = 0, int(opening.attrs.get("start", 1))
        while place < len(inside):
            end = _end(inside, place)
            mark = inside[place].markup
            head = f"{number}{mark} " if opening.type == "ordered_list_open" else f"{mark} "
            yield _indented("\n\n".join(self.blocks(inside[place + 1 : end])), head, " " * len(head))
            place, number = end + 1, number + 1

    def _inline(self, tokens: Sequence[Token]) -> Iterator[str]:
        address, depth = "", Counter[str]()
        for token in tokens:
            depth[token.tag] += token.nesting
            match token.type:
                case "text":
                    yield self._words(token.content)
                case "strong_open" | "strong_close" | "em_open" | "em_close":
                    # Only the outer of two alike: signs of both in a row would mean something else.
                    mark = "**" if token.tag == "strong" else "*"
                    yield mark if depth[token.tag] == (token.nesting == 1) else ""
                case "code_inline":
                    yield _ticked(token.content)
                case "softbreak":
                    yield " "
                case "hardbreak":
                    yield "<br>"
                case "link_open":
                    address = str(token.attrs["href"])
                    yield "["
                case "link_close":
                    yield f"]({address.replace('(', '%28').replace(')', '%29')})"

    def _words(self, words: str) -> str:
        """The words with every sign escaped, and the spaces at their ends kept."""
        if not words.strip():
            return " " if words else ""
        before, after = words[0].isspace(), words[-1].isspace()
        escaped = self._escape(words)
        if escaped.endswith("!"):  # before a link it would make a picture of it
            escaped = f"{escaped[:-1]}\\!"
        return f"{' ' * before}{escaped}{' ' * after}"


def _end(tokens: Sequence[Token], place: int) -> int:
    """Where what begins at a place ends: at itself, or where it is closed."""
    depths = accumulate(token.nesting for token in islice(tokens, place, None))
    return next(at for at, depth in enumerate(depths, place) if depth == 0)


def _indented(text: str, first: str, others: str) -> str:
    head, *rest = text.split("\n")
    return "\n".join([first + head, *((others + line).rstrip() for line in rest)])


def _longest_ticks(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def _ticked(code: str) -> str:
    ticks = "`" * (_longest_ticks(code) + 1)
    room = " " if code.startswith("`") or code.endswith("`") or not code.strip() else ""
    return f"{ticks}{room}{code}{room}{ticks}"


def _fenced(code: str) -> str:
    ticks = "`" * max(3, _longest_ticks(code) + 1)
    return f"{ticks}\n{code.rstrip()}\n{ticks}"
