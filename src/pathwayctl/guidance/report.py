"""What guidance reports: the progress of each part of a guide, what shows it, and what to do next."""

from __future__ import annotations

from datetime import date
from typing import Any

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.gap import State
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class MissingItem:
    """A gap in a sentence, and what to type to close it.

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

        # A task can be at any depth, so its lines are a list without a section.
        text = f"tasks:\n{self.snippet}" if self.snippet.startswith("-") else self.snippet
        (value,) = (read(text.encode()).value or {}).values()
        found: dict[str, Any] = value[0] if isinstance(value, list) else value
        return found

    @property
    def completes(self) -> bool:
        """Whether the lines are added to an entry that is there already."""
        return len(self.path) > 1


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is not done: its id and title, and its dates where the plan has any."""

    id: str
    title: str
    start: date | None
    finish: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a guide: an objective, a step, a focus area, or the duties of a role in a component.

    ``group`` is its heading, ``number`` its number, 0 where parts have none. ``tasks`` are those of the
    project that belong to it and are not done, earliest first. ``sign`` says how to tell that you are past
    it, where the guide's page in the catalog does.
    """

    guide: Guide
    key: str
    title: str
    group: str
    state: State
    evidence: tuple[str, ...]
    lacks: tuple[MissingItem, ...]
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
        """How many parts are in a state."""
        return sum(item.state is state for item in self.items)
