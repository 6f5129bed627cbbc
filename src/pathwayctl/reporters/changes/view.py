"""What all formats of a report of changes show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.plan_changes.state_words import heading
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.comparing import PlanChanges
    from pathwayctl.handouts.plan_changes.change_lines import ChangeLine, ChangeTopic

MOST_LINES: Final = 10
"""Of more lines of one kind under a heading, only the first are shown, unless all are asked for."""
_MOST_OF_KIND: Final = {"follows": 3}
"""The same for kinds of which fewer are enough: tasks that only move with others."""


@dataclass(frozen=True, slots=True)
class ChangesReport:
    """The changes, and their lines by topic, as the audience may see them; ``whole`` shows every line."""

    changes: PlanChanges
    topics: tuple[ChangeTopic, ...]
    whole: bool = False
    audience: Audience = Audience.INTERNAL

    @property
    def heading(self) -> str:
        """``What changed since the last commit (May 12, 2027, 1a2b3c4)``."""
        return heading(self.changes)

    def shown(self, topic: ChangeTopic) -> Iterator[str]:
        """The lines of a topic, and how many more there are of each kind."""
        for kind, group in groupby(topic.lines, key=_kind):
            lines, most = list(group), _MOST_OF_KIND.get(kind, MOST_LINES)
            kept = lines if self.whole or len(lines) <= most + 1 else lines[:most]
            yield from (line.text for line in kept)
            if len(kept) < len(lines):
                yield f"… and {len(lines) - len(kept):,} more like these"

    @property
    def is_cut(self) -> bool:
        """Whether some lines are not shown."""
        return any(said.startswith("…") for topic in self.topics for said in self.shown(topic))

    def notes(self) -> Iterator[str]:
        """What is not compared, and why."""
        old, new = self.changes.old, self.changes.new
        if not self.changes.has_entries:
            yield "A baseline keeps dates only, so people, risks, and other sections are not compared."
        without = [state.name for state in (old, new) if state.dates is None]
        if without:
            verb = "have" if len(without) > 1 else "has"
            yield f"Dates are not compared, because {listed(without)} {verb} tasks that wait for each other."
        if self.is_cut:
            yield "To see every change, add --all."


def _kind(line: ChangeLine) -> str:
    return line.kind
