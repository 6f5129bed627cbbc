"""How long ``validate --watch`` and ``render --watch`` take from a save to their result.

Run: python benchmarks/watching.py. The bound is 150 ms for the Colorado example, of which 25 ms are left to
see the save. Pages are made after a change of a title, which concerns a few of them, and after one of a
duration, with which the odds are simulated again.
"""

from __future__ import annotations

import gc
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pathwayctl.app import examine
from pathwayctl.handouts.earlier_run import EarlierRun
from pathwayctl.loading.opening import Opened, begin_reading, reopen
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.output_folder import write_pages
from pathwayctl.rendering.page_sets import Order

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "colorado_sector"
RUNS = 9
WORK = "work/part-3.yaml"


def main() -> None:
    """Check the example and make its pages again and again, and print the shortest and the middle time."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(EXAMPLE, Path(folder) / "project"))
        gc.disable()  # as in a command
        print_times("check again", project, check, lambda _: None)
        render = renderer(Path(folder) / "pages")
        print_times(
            "pages again, title",
            project,
            render,
            lambda run: change(project, "title: .*", f"title: New {run}"),
        )
        spans = "duration: {{low: {}d, likely: {}d, high: {}d}}"
        print_times(
            "pages again, duration",
            project,
            render,
            lambda run: change(project, "duration: .*", spans.format(run + 1, run + 3, run + 9)),
        )


def check(opened: Opened) -> Opened:
    """Check a project as it is now."""
    return examine(opened).loaded.opened


def renderer(folder: Path) -> Callable[[Opened], Opened]:
    """Makes all pages as they are now, and writes those that have changed."""
    earlier, order = EarlierRun(), Order(audience=Audience.PARTNERS)

    def render(opened: Opened) -> Opened:
        project = examine(opened)
        files = project.pages(order, earlier=earlier).files
        write_pages(folder, files, order.audience, whole=True, earlier=earlier)
        return project.loaded.opened

    return render


def change(project: Path, old: str, new: str) -> None:
    """Change the first line of its kind in a file of the work."""
    text = (project / WORK).read_text("utf-8")
    (project / WORK).write_text(re.sub(old, new, text, count=1), "utf-8")


def print_times(
    name: str, project: Path, run: Callable[[Opened], Opened], save: Callable[[int], None]
) -> None:
    """Time a run after each save; the first run is not counted."""
    opened = run(begin_reading(project, in_one_process=True))
    used, passed = [], []
    for number in range(RUNS):
        save(number)
        gc.collect()
        begun, started = time.process_time(), time.perf_counter()
        opened = run(reopen(opened))
        used.append(time.process_time() - begun)
        passed.append(time.perf_counter() - started)
    for kind, spent in (("processor", used), ("clock", passed)):
        shortest, middle = min(spent), sorted(spent)[RUNS // 2]
        print(f"{name}, {kind}: {1000 * shortest:.0f} ms shortest, {1000 * middle:.0f} ms middle")


if __name__ == "__main__":
    main()
