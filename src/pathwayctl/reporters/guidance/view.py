"""What every format of guidance is made from: the reports, and where and how to type what is lacking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.guidance.files import suggested_file
from pathwayctl.guidance.state import GuideReport, Item, Lack, State
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count, short_day

if TYPE_CHECKING:
    from pathwayctl.guidance.state import OpenTask
    from pathwayctl.loading.project import Loaded

SHOWN: Final = 3
"""How many things that are lacking, and how many tasks, a page shows of the next part."""
HOW_TO_FOLLOW: Final = "Name those you follow in pathway.yaml, under project:, such as guides: [sector]"
HOW_TO_ASK: Final = "Or look at one without following it: pathwayctl next --guide sector"


@dataclass(frozen=True, slots=True)
class Typing:
    """Where to type something: the file, a sentence that says how, and the lines."""

    file: str
    how: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuidanceReport:
    """Where a project stands in some guides; ``errors`` counts the errors that validate finds in it.

    ``validate`` is the command that shows them.
    """

    loaded: Loaded
    guides: tuple[GuideReport, ...]
    errors: int = 0
    validate: str = "pathwayctl validate"

    def typing(self, lack: Lack) -> Typing:
        """The file for what is lacking, and what to type there."""
        section = lack.section
        file = self.loaded.holder(lack.path)
        lines = tuple(lack.snippet.split("\n"))
        inner = lines[1:] if lines[0] == f"{section}:" else lines
        if file is None:
            file = suggested_file(section)
            where = f"In {file}" if file in self.loaded.texts else f"In a new file {file}"
            return Typing(file, f"{where}, write:", lines)
        if lack.completes:
            return Typing(file, f"In {file}, find the first line and add the others:", inner)
        if re.search(rf"^{section}:[ ]*[\[{{][ ]*[\]}}]".encode(), self.loaded.texts[file], re.MULTILINE):
            return Typing(
                file, f"In {file}, in place of “{section}:” and the brackets after it, write:", lines
            )
        return Typing(file, f"In {file}, add under “{section}:”", inner)

    @property
    def notice(self) -> str:
        """One line about errors, if there are any."""
        if not self.errors:
            return ""
        found = count(self.errors, "error")
        return f"The project has {found}, and what cannot be read is not counted here: {self.validate}"


def counts(report: GuideReport) -> str:
    """``17 steps: 3 done, 2 under way, 12 not begun``."""
    numbers = [f"{report.number(state)} {state.label}" for state in reversed(State)]
    return f"{count(len(report.items), report.kind)}: {', '.join(numbers)}"


def heading(guide: Guide) -> str:
    """A guide's title and the name it goes by in commands and files."""
    return f"{guide.label} ({guide.value})"


def detail(item: Item, report: GuideReport) -> str:
    """What to say of a part besides its state: what it lacks, or what is still planned for it."""
    if item.state is State.DONE:
        return f"{count(len(item.tasks), 'task')} of it still open" if item.tasks else ""
    if item.state is State.UNDER_WAY and item is not report.next:
        more = f" (and {len(item.lacks) - 1} more)" if len(item.lacks) > 1 else ""
        return f"lacks: {item.lacks[0].text}{more}"
    return ""


def titled(item: Item) -> str:
    """The title of a part with its number, if it has one: ``3 Holding Your Launch Meeting``."""
    return f"{item.number} {item.title}" if item.number else item.title


def standing_alone(item: Item, report: GuideReport) -> str:
    """The title of a part where it stands without its heading: ``step 3 Holding Your Launch Meeting``."""
    if item.number:
        return f"{report.kind} {titled(item)}"
    return f"{item.group}: {item.title}" if item.guide is Guide.COMPONENTS else item.title


def begins(report: GuideReport) -> bool:
    """Whether to show how to find the part to begin with: while none is done, where the guide says how."""
    return bool(report.beginning) and not report.number(State.DONE)


def further(item: Item) -> str:
    """How many more things a part lacks than are shown."""
    left = len(item.lacks) - SHOWN
    return f"It lacks {count(left, 'more thing')}; --format json shows all of them." if left > 0 else ""


def tasks_in_words(item: Item) -> str:
    """The first open tasks of a part with the days they begin, and how many more there are."""
    if not item.tasks:
        return ""
    left = len(item.tasks) - SHOWN
    shown = "; ".join(_task(task) for task in item.tasks[:SHOWN])
    return f"Its open tasks: {shown}{f'; and {left} more' if left > 0 else ''}."


def _task(task: OpenTask) -> str:
    title = " ".join(task.title.split())
    return f"“{title}” from {short_day(task.start)}" if task.start else f"“{title}”"


def no_guide() -> tuple[str, ...]:
    """What to say where a project follows no guide."""
    return (
        "This project follows no guide yet. There are four:",
        *(f"  {guide.value}: {guide.label}" for guide in Guide),
        HOW_TO_FOLLOW,
        HOW_TO_ASK,
    )
