"""Import of a workbook with 10,000 rows, next to the same import with openpyxl as its reader.

Run: python benchmarks/spreadsheets.py [TASKS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from large_plans import write_project

from pathwayctl import ExportOrder, open_project
from pathwayctl.exchange.spreadsheets import read_workbook

RUNS = 3


def best(run: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return min(times)


def read_with_openpyxl(file: Path) -> None:
    """Read all values and merged cells; the mode for reading only does not tell which cells are merged."""
    for page in openpyxl.load_workbook(file):
        _ = [list(row) for row in page.iter_rows(values_only=True)], page.merged_cells.ranges


def main(tasks: int) -> None:
    """Measure export, import of an unchanged workbook, and reading by openpyxl."""
    with TemporaryDirectory() as folder:
        write_project(Path(folder) / "project", tasks)
        project = open_project(Path(folder) / "project")
        file = Path(folder) / "tasks.xlsx"
        order = ExportOrder(sections=("tasks",))
        exported = best(lambda: file.write_bytes(project.export("xlsx", order)))
        ours = best(lambda: project.plan_import(file))
        reading = best(lambda: read_workbook(file.read_bytes(), file.name))
        theirs = best(lambda: read_with_openpyxl(file)) + ours - reading
    print(f"{tasks:,} tasks: export {exported:.2f} s, import {ours:.2f} s, of which reading {reading:.2f} s")
    print(f"with openpyxl as the reader: import {theirs:.2f} s, {theirs / ours:.1f} times as long")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
