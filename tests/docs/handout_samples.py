"""For each handout a page of the examples that shows it well: what docs/handouts.md and its pictures show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.analysis.variance.comparison import compare
from pathwayctl.baselines.keeping import recall
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.project import load
from pathwayctl.model.goals import Goal
from pathwayctl.rendering import html
from pathwayctl.rendering.blocks import TOP_LEVEL, Heading
from pathwayctl.rendering.pages import Frame, Page
from pathwayctl.rendering.templates import Templates
from pathwayctl.revisions.project_history import ProjectHistory
from pathwayctl.scheduling.schedule import Schedule, make_schedule

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
NAMES: Final = ("colorado_sector", "state_agency")


@dataclass(frozen=True)
class Sample:
    """A page of a handout, with what stands around it; ``example`` is the folder that it comes from."""

    handout: Handout
    example: str
    page: Page
    frame: Frame

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of its parts."""
        return tuple(
            block.text
            for block in self.page.blocks
            if isinstance(block, Heading) and block.level == TOP_LEVEL
        )


@cache
def samples() -> tuple[Sample, ...]:
    """A page for each handout: of the first pages that the examples make of it, the one with most to see."""
    return tuple(
        max((page for example in _examples() for page in example.first(handout)), key=_much)
        for handout in HANDOUTS
    )


def written(sample: Sample) -> str:
    """The page as HTML."""
    style = Templates(None).stylesheet()
    assert isinstance(style, str)
    return b"".join(html.write_page(sample.page, sample.frame, style.encode())).decode()


def _much(sample: Sample) -> int:
    return len(repr(sample.page.blocks))


class _Example:
    def __init__(self, name: str) -> None:
        root = EXAMPLES / name
        loaded = load(root)
        plan = loaded.plan
        schedule = make_schedule(plan)
        assert isinstance(schedule, Schedule)
        kept = recall(root, plan.project.baseline).baseline if plan.project.baseline else None
        against = compare(kept, schedule) if kept else None
        days = against.baseline.days if against else {}
        self._name, self._templates = name, Templates(None)
        past = ProjectHistory.of(loaded, schedule)
        since = past.kept_in(kept) if kept else None  # whatever git says of the examples
        if not plan.tasks:  # where there are no examples, each handout is a blank form
            goal = Goal(id="earlier", title="An earlier goal")
            since = PlanState("an earlier plan", plan.model_copy(update={"goals": (goal,)}))
        self.context = Context(plan, schedule, baseline=days, comparison=against, history=past, since=since)

    def first(self, handout: Handout) -> Iterator[Sample]:
        for view in handout.pages(self.context)[:1]:
            page = self._templates.page(handout.template, view.title, view.view)
            assert isinstance(page, Page)
            frame = Frame(self.context.plan.project.name, handout.number, "", "", handout.source)
            yield Sample(handout, self._name, page, frame)


def views_of(handout: Handout) -> Iterator[PageView]:
    """The pages that the examples make of a handout, before they are laid out."""
    for example in _examples():
        yield from handout.pages(example.context)


@cache
def _examples() -> tuple[_Example, ...]:
    return tuple(map(_Example, NAMES))
