"""The data that all formats of guidance show: the reports, and the things to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import State
from pathwayctl.guidance.report import GuideReport, Item, MissingItem
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.guidance.snippets import Typing, Typist
from pathwayctl.wording import count, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.diagnostics import Path
    from pathwayctl.guidance.report import OpenTask
    from pathwayctl.loading.project import Loaded

SHOWN: Final = 3
"""How many things to do next are shown first, and how many open tasks of a part."""
HOW_TO_FOLLOW: Final = "Name yours in pathway.yaml, under project:, such as guides: [sector]"
OR_TYPE: Final = "Or type:"
HOW_TO_ASK: Final = "Or look at one without following it: pathwayctl next --guide sector"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to do next: the gap, the part of the guide that has it, and what to type."""

    lack: MissingItem
    part: str
    typing: Typing


@dataclass(frozen=True, slots=True)
class GuidanceReport:
    """The progress of a project in some guides; ``errors`` counts the errors that validate finds in it.

    ``validate`` and ``everything`` are the commands that show the errors and every gap; with ``whole``
    every gap is shown. ``option`` names the project in other commands.
    """

    loaded: Loaded
    guides: tuple[GuideReport, ...]
    errors: int = 0
    validate: str = "pathwayctl validate"
    everything: str = "pathwayctl next --all"
    whole: bool = False
    option: str = ""

    def first_things(self) -> tuple[Thing, ...]:
        """The first things to do, from each guide in turn; a gap of two guides is listed once."""
        queues = [_waiting(guide) for guide in self.guides]
        chosen: dict[tuple[Path, str], tuple[MissingItem, str]] = {}
        while queues and len(chosen) < SHOWN:
            for queue in list(queues):
                found = next(((lack, part) for lack, part in queue if _same(lack) not in chosen), None)
                if found is None:
                    queues.remove(queue)
                elif len(chosen) < SHOWN:
                    chosen[_same(found[0])] = found
        typist = Typist(self.loaded, self.option)
        return tuple(Thing(lack, part, typist.typing(lack)) for lack, part in chosen.values())

    def things_of(self, item: Item, guide: GuideReport) -> tuple[Thing, ...]:
        """Every gap of a part."""
        typist = Typist(self.loaded, self.option)
        part = standing_alone(item, guide)
        return tuple(Thing(lack, part, typist.typing(lack)) for lack in item.lacks)

    @property
    def notice(self) -> str:
        """One line about errors, if there are any."""
        if not self.errors:
            return ""
        found = count(self.errors, "error")
        return f"The project has {found}, and anything with an error is not counted here: {self.validate}"


def _waiting(guide: GuideReport) -> Iterator[tuple[MissingItem, str]]:
    """The gaps of a guide from its next part on, each with its part."""
    for item in guide.items:
        if item.state is not State.DONE:
            yield from ((lack, f"{standing_alone(item, guide)} ({guide.guide.value})") for lack in item.lacks)


def _same(lack: MissingItem) -> tuple[Path, str]:
    return lack.path, lack.text


_OPEN: Final = State.WORK_OPEN.label.lower()


def counts(report: GuideReport) -> str:
    """``17 steps: 3 done, 2 under way, 12 not begun``."""
    numbers = [f"{report.number(state)} {state.label.lower()}" for state in reversed(State)]
    note = " (records complete)"
    numbers = [f"{one}{note}" if one.endswith(_OPEN) else one for one in numbers if one != f"0 {_OPEN}"]
    return f"{count(len(report.items), report.kind)}: {', '.join(numbers)}"


def heading(guide: Guide) -> str:
    """A guide's title and the name it goes by in commands and files."""
    return f"{guide.label} ({guide.value})"


def detail(item: Item) -> str:
    """The first gap of a part that is under way."""
    if item.state in (State.UNDER_WAY, State.WORK_OPEN) and item.lacks:
        more = f" (and {len(item.lacks) - 1} more)" if len(item.lacks) > 1 else ""
        return f"To do: {item.lacks[0].text}{more}"
    return ""


def titled(item: Item) -> str:
    """The title of a part with its number, if it has one: ``3 Holding Your Launch Meeting``."""
    return f"{item.number} {item.title}" if item.number else item.title


def standing_alone(item: Item, report: GuideReport) -> str:
    """The title of a part without its heading: ``step 3 Holding Your Launch Meeting``."""
    if item.number:
        return f"{report.kind} {titled(item)}"
    return f"{item.group}: {item.title}" if item.guide is Guide.COMPONENTS else item.title


def begins(report: GuideReport) -> bool:
    """Whether to show how to find the part to start with: if none has started, and the guide says how."""
    return bool(report.beginning) and report.number(State.NOT_BEGUN) == len(report.items)


def all_done(report: GuideReport) -> str:
    """A sentence for a guide with nothing left to do."""
    return " ".join(filter(None, (f"Every {report.kind} is done.", report.ending)))


def tasks_in_words(item: Item) -> str:
    """The first open tasks of a part with the days they begin, and how many more there are."""
    if not item.tasks:
        return ""
    left = len(item.tasks) - SHOWN
    shown = "; ".join(_task(task) for task in item.tasks[:SHOWN])
    return f"Open tasks: {shown}{f'; and {left} more' if left > 0 else ''}."


def _task(task: OpenTask) -> str:
    title = " ".join(task.title.split())
    return f"“{title}” from {short_day(task.start)}" if task.start else f"“{title}”"


def no_guide() -> tuple[str, ...]:
    """Lines for a project that follows no guide."""
    return (
        "This project does not follow a guide yet. There are four:",
        *(f"  {guide.value}: {guide.label}" for guide in Guide),
        HOW_TO_FOLLOW,
        HOW_TO_ASK,
    )
