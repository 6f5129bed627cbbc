"""What a new project starts with: options, else answers to questions on a terminal, else defaults."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.cli.questions import Again, ask, on_terminal, say
from pathwayctl.cli.typed_values import day_of, meant, not_a_day
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, suggestion

if TYPE_CHECKING:
    from pathwayctl.scaffolds import Term

_FIRST: Final = "sector"


@dataclass(frozen=True, slots=True)
class Given:
    """The options of the command; ``None`` or empty for those not given."""

    guides: tuple[str, ...]
    name: str
    start: date | None
    terms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new project begins with."""

    guides: tuple[str, ...]
    name: str
    start: date
    terms: Mapping[str, str]


def settle(given: Given, name: str, start: date) -> Beginning:
    """Everything that a new project needs; ``name`` and ``start`` are the defaults."""
    if not on_terminal():
        return Beginning(given.guides or (_FIRST,), given.name or name, given.start or start, given.terms)
    if not (given.name and given.start and given.guides):
        say("A few questions. Press Enter to accept the answer in brackets, or Ctrl-C to stop.", "")
    title = given.name or ask("What is the project called?", name, str)
    first = given.start or ask("What is its first day, as year-month-day?", start.isoformat(), read_start)
    guides = given.guides or _ask_guides()
    return Beginning(guides, title, first, {**given.terms, **_ask_terms(guides, given.terms)})


def read_start(text: str) -> date | Again:
    """A first day that a project can have."""
    from pathwayctl.scaffolds import EARLIEST, LATEST

    day = day_of(text)
    if day is None:
        return Again(f"{not_a_day(text)} Write {meant(text) or '2027-01-04'}")
    if not EARLIEST <= day <= LATEST:
        return Again(f"“{text}” is too far away. Write a day from {EARLIEST.year} to {LATEST.year}.")
    return day


def _ask_guides() -> tuple[str, ...]:
    from pathwayctl.scaffolds import ABOUT

    longest = max(map(len, ABOUT))
    offered = [
        f"  {place}  {name:{longest}}  {about}" for place, (name, about) in enumerate(ABOUT.items(), 1)
    ]
    say("", "Guides that a project can follow:", *offered)
    return ask("Which ones do you follow? Type names or numbers, separated by spaces.", _FIRST, _read_guides)


def _read_guides(text: str) -> tuple[str, ...] | Again:
    from pathwayctl.scaffolds import ABOUT

    names = list(ABOUT)
    chosen = []
    for word in text.lower().replace(",", " ").split():
        place = int(word) if word.isdecimal() and len(word) < 3 else 0
        if word not in ABOUT and not 1 <= place <= len(names):
            near = (
                suggestion(word, names) or f"Type one of the names above, or a number from 1 to {len(names)}."
            )
            return Again(f"There is no guide “{word}”. {near}")
        chosen.append(word if word in ABOUT else names[place - 1])
    return tuple(name for name in names if name in chosen) or Again("Type at least one name or number.")


def _ask_terms(guides: tuple[str, ...], known: Mapping[str, str]) -> dict[str, str]:
    from pathwayctl.scaffolds import TERMS, open_terms

    keys = open_terms(guides, known)
    if keys:
        say("", f"The files have {count(len(keys), 'blank')} to fill in. What should they say?")
    return {key: _ask_term(TERMS[key]) for key in keys}


def _ask_term(term: Term) -> str:
    return ask(f"{term.question}, such as {term.example}", term.plain, str)
