"""How long ``validate --watch`` takes from a save to its result, in processor time and by the clock.

Run: python benchmarks/watching.py. The bound is 150 ms for the Colorado example, of which 40 ms
are left to see the save.
"""

from __future__ import annotations

import time
from pathlib import Path

from pathwayctl.app import examine
from pathwayctl.loading.opening import begin_reading, reopen

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "colorado_sector"
RUNS = 9


def main() -> None:
    """Check the example again and again, and print the shortest and the middle time."""
    project = examine(begin_reading(EXAMPLE, in_one_process=True))
    used, passed = [], []
    for _ in range(RUNS):
        begun, started = time.process_time(), time.perf_counter()
        project = examine(reopen(project.loaded.opened))
        used.append(time.process_time() - begun)
        passed.append(time.perf_counter() - started)
    for name, spent in (("processor", used), ("clock", passed)):
        shortest, middle = min(spent), sorted(spent)[RUNS // 2]
        print(f"check again, {name}: {1000 * shortest:.0f} ms shortest, {1000 * middle:.0f} ms middle")


if __name__ == "__main__":
    main()
