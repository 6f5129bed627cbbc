"""Times pathwayctl side by side with what it is compared to, as whole processes, and prints the ratios."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import large_plans

RUNS = 5
TASKS = 10_000
SMALL = 10
LOAD = """
import gc, pathlib, sys, yaml
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
"""
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "colorado_sector"
PATHWAYCTL = str(Path(sys.executable).parent / "pathwayctl")


# As on a user's computer: compiled modules are kept.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str], asked: str = "") -> float:
    """How long a command takes from start to end; ``asked`` is a line that a shell asks how to complete."""
    question = {"_PATHWAYCTL_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": asked} if asked else {}
    environment = {**ENVIRONMENT, **question}
    begin = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment
    )
    return time.perf_counter() - begin


def compare(
    title: str, ours: list[str], theirs: list[str], bound: float, runs: int = RUNS, asked: str = ""
) -> None:
    """Time two commands in turn, so that both see the same machine, and print the median ratio."""
    seconds(ours, asked), seconds(theirs)  # the first run of each fills the caches of the disk
    pairs = [(seconds(ours, asked), seconds(theirs)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{title:52} {mine:8.3f} s {other:8.3f} s   ratio {ratio:6.3f}   bound {bound}")


def revise(project: Path) -> None:
    """Commit the plan, make every tenth task longer, and commit it again."""
    who = ["git", "-C", str(project), "-c", "user.name=Example", "-c", "user.email=example@example.org"]
    subprocess.run([*who, "init", "--quiet"], check=True)
    for changed in (False, True):
        for file in sorted(project.rglob("*.yaml")) if changed else ():
            lines = file.read_text().split("\n")
            durations = [place for place, line in enumerate(lines) if "duration:" in line]
            for place in durations[::10]:
                lines[place] = f"{lines[place].partition('duration:')[0]}duration: 60d"
            file.write_text("\n".join(lines))
        subprocess.run([*who, "add", "--all"], check=True)
        subprocess.run([*who, "commit", "--quiet", "-m", "Change"], check=True)


def main() -> None:
    """Make the plan and print a line per comparison."""
    with tempfile.TemporaryDirectory() as folder:
        project, juggled, small = Path(folder, "plan"), Path(folder, "plan.tjp"), Path(folder, "small")
        large_plans.write_project(small, SMALL)
        large_plans.write_project(project, TASKS)
        large_plans.write_taskjuggler(juggled, TASKS)
        bare = [sys.executable, "-c", "pass"]
        load = [sys.executable, "-c", LOAD, str(project)]
        compare("--version / bare interpreter", [PATHWAYCTL, "--version"], bare, 1.6, 15)
        compare("--help / bare interpreter", [PATHWAYCTL, "--help"], bare, 12, 15)
        compare("validate of 10 tasks / bare interpreter", [PATHWAYCTL, "validate", str(small)], bare, 20, 15)
        for name, place in (("an example", EXAMPLE), ("10,000 tasks", project)):
            asked = f"pathwayctl why -p {place} si"
            compare(f"ids for Tab, {name} / bare interpreter", [PATHWAYCTL], bare, 11, 15, asked)
        compare("validate / PyYAML's C loader", [PATHWAYCTL, "validate", str(project)], load, 1.0)
        change = [PATHWAYCTL, "set", "task-5000.complete", "60", "--dry-run", "-p", str(project)]
        compare("set / validate", change, [PATHWAYCTL, "validate", str(project)], 1.3)
        revise(project)
        diff = [PATHWAYCTL, "diff", "HEAD~1", "-p", str(project)]
        compare("diff of two revisions / schedule", diff, [PATHWAYCTL, "schedule", str(project)], 3)
        passing_on = [PATHWAYCTL, "replace", "person-3", "person-4", "--dry-run", "-p", str(project)]
        compare("replace / validate", passing_on, [PATHWAYCTL, "validate", str(project)], 2.5)
        if shutil.which("tj3"):
            tj3 = ["tj3", "--silent", "--no-color", "--output-dir", folder, str(juggled)]
            compare("schedule / TaskJuggler", [PATHWAYCTL, "schedule", str(project)], tj3, 0.1, 1)
        else:
            print("schedule / TaskJuggler: tj3 is not installed")


if __name__ == "__main__":
    main()
