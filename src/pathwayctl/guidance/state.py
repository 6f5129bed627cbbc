"""What a look at a guide gives: how far each of its parts has come, what shows it, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pathwayctl.diagnostics import Path
from pathwayctl.model.vocabulary import Guide, Word

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records


class State(Word):
    """How far a part of a guide has come, by what stands in the files."""

    NOT_BEGUN = "not-begun", "not begun"
    UNDER_WAY = "under-way", "under way"
    DONE = "done", "done"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing, in a sentence, and what to type.

    ``path`` is the section it belongs in, or the entry of that section that the lines are added to.
    ``snippet`` is YAML that begins with the section's name, or, for a task, with the task itself.
    """

    text: str
    path: Path
    snippet: str

    @property
    def section(self) -> str:
        """The section that it belongs in."""
        return str(self.path[0])

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of the snippet, as values."""
        from pathwayctl.source.reading import read

        # A task may stand at any depth, so its lines are a list without a section.
        text = f"tasks:\n{self.snippet}" if self.snippet.startswith("-") else self.snippet
        (value,) = (read(text.encode()).value or {}).values()
        found: dict[str, Any] = value[0] if isinstance(value, list) else value
        return found

    @property
    def completes(self) -> bool:
        """Whether the lines are added to an entry that is there already."""
        return len(self.path) > 1


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the files has found: what shows that something is there, and what is lacking."""

    evidence: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()


Proof = Callable[["Records"], Look]
"""A look at one thing that a part of a guide leaves behind."""


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is not done: its id and title, and its days where the plan has dates."""

    id: str
    title: str
    start: date | None
    finish: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a guide: an objective, a step, a focus area, or the duties of a role in a component.

    ``group`` is the heading that it stands under, ``number`` its number, 0 where parts have none.
    ``tasks`` are those of the project that belong to it and are not done, earliest first. ``sign``
    tells how to see that it is behind you, where the guide's page in the catalog has one.
    """

    guide: Guide
    key: str
    title: str
    group: str
    state: State
    evidence: tuple[str, ...]
    lacks: tuple[Lack, ...]
    tasks: tuple[OpenTask, ...] = ()
    number: int = 0
    sign: str = ""


@dataclass(frozen=True, slots=True)
class GuideReport:
    """All parts of one guide in their order. ``kind`` is what one of them is called, such as step.

    ``beginning`` says how to find the part to begin with, ``ending`` what to do when all are done.
    """

    guide: Guide
    kind: str
    items: tuple[Item, ...]
    beginning: tuple[str, ...] = ()
    ending: str = ""

    @property
    def next(self) -> Item | None:
        """The earliest part that is not done."""
        return next((item for item in self.items if item.state is not State.DONE), None)

    def number(self, state: State) -> int:
        """How many parts have come so far and no farther."""
        return sum(item.state is state for item in self.items)


def together(looks: Iterable[Look]) -> Look:
    """Several looks as one; what two of them say alike is said once."""
    found = tuple(looks)
    evidence = dict.fromkeys(text for look in found for text in look.evidence)
    lacks = dict.fromkeys(lack for look in found for lack in look.lacks)
    return Look(tuple(evidence), tuple(lacks))


def state_of(look: Look) -> State:
    """Done if something shows it and nothing is lacking, under way if something shows that it has begun."""
    if look.evidence and not look.lacks:
        return State.DONE
    return State.UNDER_WAY if look.evidence else State.NOT_BEGUN
