"""The checks that a row of the table of source items can make, and what of the product they can see.

    shows: PAGE, line: [...]       one line of the page (a row, a list item, a paragraph) has all the words
    shows: PAGE, text: [...]       the page has all the words
    shows: PAGE, entries: PATH     the page has every text of this part of the catalog, word for word
    lacks: PAGE, text: [...]       the page has none of the words
    room: PAGE, column: C, percent: N  a column of the printed page takes up at least so much of its width
    says: PATH, words: [...]       the text of this part of the catalog has all the words
    counts: PATH, number: N        this part of the catalog has so many texts
    reports: [CODE, ...]           the project has findings with all of these codes
    finds: [...]                   the message of one finding has all the words
    silent: [CODE, ...]            the project has no findings with any of these codes
    accepts: true                  the project has no errors
    next: PART, is: STATE          the state of a part of the guide in ``next``: not-begun, under-way,
                                   work-open, done
    unfinished: GUIDE              ``next`` does not say that all of a guide is done

A word may have alternatives, separated by bars, and matches from its beginning: ``fund|money`` finds
"funding". ``PAGE|PAGE`` is satisfied by either page. ``PACKET/PAGE`` is a page as a packet brings it, for
the packet's usual audience; ``PAGE for partners`` is the page made for an audience.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, Protocol

Check = Mapping[str, Any]
_QUOTES: Final = str.maketrans("“”‘’", "\"\"''")
_ESCAPES: Final = re.compile(r"\\(?=[^a-zA-Z0-9\s])")
_PAUSES: Final = re.compile(r"\*|<br>|•")


class UnmetError(AssertionError):
    """A check of a row does not hold."""


class World(Protocol):
    """What the checks can see of the product."""

    def page(self, project: str, page: str) -> str:
        """The Markdown of a page of a project; empty if there is none."""

    def widths(self, project: str, page: str) -> Mapping[str, float]:
        """The columns of the tables of a printed page, each with its share of the width in percent."""

    def findings(self, project: str) -> Mapping[str, str]:
        """The codes of the findings of a project, each with its severity."""

    def messages(self, project: str) -> tuple[str, ...]:
        """What the findings of a project say."""

    def catalog(self, path: str) -> tuple[str, ...]:
        """The texts of a part of the catalog; none if there is no such part."""

    def progress(self, project: str, part: str) -> str:
        """The state of a part of a project's guides; empty if there is no such part."""

    def is_finished(self, project: str, guide: str) -> bool:
        """Whether ``next`` says that everything in a guide is done."""


def run(check: Check, project: str, world: World) -> None:
    """Make one check. Raises ``UnmetError`` if it does not hold, ``ValueError`` if it is not a check."""
    kinds = [kind for kind in CHECKS if kind in check]
    if len(kinds) != 1:
        raise ValueError(f"{dict(check)} is no check")
    CHECKS[kinds[0]](check, project, world)


def plain(text: str) -> str:
    """Lower the case of a text and drop its marks, for comparing: straight quotes, single blanks."""
    return " ".join(_PAUSES.sub(" ", _ESCAPES.sub("", text.translate(_QUOTES))).lower().split())


def has(text: str, word: str) -> bool:
    """Whether a plain text has a word, or one of its alternatives."""
    return _pattern(word).search(text) is not None


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(plain(one))}" for one in word.split("|")))


def _need(holds: bool, message: str) -> None:
    if not holds:
        raise UnmetError(message)


def _shows(check: Check, project: str, world: World) -> None:
    """Look on each page of the choice until one satisfies the check."""
    refused = []
    for name in check["shows"].split("|"):
        try:
            _shown(name, check, project, world)
        except UnmetError as error:
            refused.append(str(error))
        else:
            return
    raise UnmetError("; ".join(refused))


def _shown(name: str, check: Check, project: str, world: World) -> None:
    page = world.page(project, name)
    _need(bool(page), f"there is no page {name}")
    if entries := check.get("entries"):
        texts = world.catalog(entries)
        _need(bool(texts), f"the catalog has no {entries}")
        lost = [text for text in texts if plain(text) not in plain(page)]
        _need(not lost, f"{name} does not show {lost}")
    elif words := check.get("line"):
        lines = [plain(line) for line in page.splitlines()]
        _need(any(all(has(line, word) for word in words) for line in lines), f"no line of {name} has {words}")
    else:
        lost = [word for word in check["text"] if not has(plain(page), word)]
        _need(not lost, f"{name} does not show {lost}")


def _lacks(check: Check, project: str, world: World) -> None:
    page = plain(world.page(project, check["lacks"]))
    _need(bool(page), f"there is no page {check['lacks']}")
    found = [word for word in check["text"] if has(page, word)]
    _need(not found, f"{check['lacks']} shows {found}")


def _room(check: Check, project: str, world: World) -> None:
    width = world.widths(project, check["room"]).get(check["column"], 0.0)
    _need(width >= check["percent"], f"{check['column']} takes up {width} percent of {check['room']}")


def _says(check: Check, project: str, world: World) -> None:
    texts = plain(" ".join(world.catalog(check["says"])))
    lost = [word for word in check["words"] if not has(texts, word)]
    _need(not lost, f"{check['says']} does not say {lost}: {texts}")


def _counts(check: Check, project: str, world: World) -> None:
    number = len(world.catalog(check["counts"]))
    _need(number == check["number"], f"{check['counts']} has {number} texts")


def _reports(check: Check, project: str, world: World) -> None:
    lost = set(check["reports"]) - world.findings(project).keys()
    _need(not lost, f"no findings {sorted(lost)}")


def _finds(check: Check, project: str, world: World) -> None:
    said = [plain(message) for message in world.messages(project)]
    _need(
        any(all(has(message, word) for word in check["finds"]) for message in said),
        f"no finding says {check['finds']}",
    )


def _silent(check: Check, project: str, world: World) -> None:
    found = set(check["silent"]) & world.findings(project).keys()
    _need(not found, f"findings {sorted(found)}")


def _accepts(check: Check, project: str, world: World) -> None:
    errors = [code for code, severity in world.findings(project).items() if severity == "error"]
    _need(not errors, f"errors {sorted(errors)}")


def _next(check: Check, project: str, world: World) -> None:
    state = world.progress(project, check["next"])
    _need(state == check["is"], f"{check['next']} is {state or 'unknown'}")


def _unfinished(check: Check, project: str, world: World) -> None:
    _need(not world.is_finished(project, check["unfinished"]), "next says that all is done")


CHECKS: Final[Mapping[str, Callable[[Check, str, World], None]]] = {
    "shows": _shows,
    "lacks": _lacks,
    "room": _room,
    "says": _says,
    "counts": _counts,
    "reports": _reports,
    "finds": _finds,
    "silent": _silent,
    "accepts": _accepts,
    "next": _next,
    "unfinished": _unfinished,
}
