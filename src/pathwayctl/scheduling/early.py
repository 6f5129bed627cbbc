"""The early boundaries of a plan, as the forward pass returns them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pathwayctl.scheduling.elapsed import Instants
from pathwayctl.scheduling.moments import Moments


@dataclass(frozen=True, slots=True)
class Early:
    """What the forward pass finds.

    ``at`` are the early boundaries; ``asked`` is, for each task, the start of its remaining work that
    its links ask for (0 without links); ``instants`` is where elapsed lags count from, if there are any;
    ``moments`` tells which milestones stand at the beginning of a day.
    """

    at: list[int]
    asked: list[int]
    instants: Instants | None
    moments: Moments

    @property
    def mornings(self) -> set[int]:
        """The milestones that show the day after their boundary."""
        return self.moments.mornings

    def last(self, live: Sequence[bool]) -> int:
        """The boundary at the end of the last day on which something that counts is shown."""
        return self.moments.last(live)
