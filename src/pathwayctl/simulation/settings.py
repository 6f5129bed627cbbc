"""The options of the simulation and their limits, apart so that commands can offer them without numpy."""

from __future__ import annotations

from typing import Final

SHAPES: Final = ("pert", "triangular")
RUNS: Final = 10_000
MOST_RUNS: Final = 1_000_000
MOST_SEED: Final = 999_999_999
