"""What can be asked of the simulation; here so that whoever only asks need not load numpy."""

from __future__ import annotations

from typing import Final

SHAPES: Final = ("pert", "triangular")
RUNS: Final = 10_000
MOST_RUNS: Final = 1_000_000
MOST_SEED: Final = 999_999_999
