"""Makes plans of any size, as a project folder for pathwayctl and as one file for TaskJuggler."""

from __future__ import annotations

import random
from pathlib import Path

PER_FILE = 50
PEOPLE = 100
CATEGORIES = (
    "k-12", "postsecondary", "cte", "adult-education", "business-industry-workforce",
    "policymaker-legislative", "individuals-community",
)  # fmt: skip
MAIN = """\
pathwayctl: 1
project: {name: A large plan, start: 2027-01-04}
calendar: {holidays: US-CO}
"""


def links_of(number: int, chance: random.Random) -> list[tuple[int, str]]:
    """Up to two links of a task to earlier ones, most of them close by."""
    if number == 0:
        return []
    near = max(0, number - chance.randint(1, 40))
    far = max(0, number - chance.randint(41, 900))
    links = [(near, "")]
    if far != near:
        links.append((far, chance.choice(["", " SS+2d", " FF", " FS+3d"])))
    return links


def write_project(folder: Path, tasks: int) -> None:
    """A project of ``tasks`` leaf tasks under one summary per file of fifty."""
    chance = random.Random(7)
    (folder / "work").mkdir(parents=True, exist_ok=True)
    (folder / "pathway.yaml").write_text(MAIN, "utf-8")
    people = "".join(
        f"  - id: person-{n}\n    name: Person {n}\n    category: {CATEGORIES[n % 7]}\n"
        f"    roles: [doer, decision-maker]\n    stages: [process-and-logistics]\n    capacity: 1\n"
        for n in range(PEOPLE)
    )
    (folder / "people.yaml").write_text(f"people:\n{people}", "utf-8")
    for first in range(0, tasks, PER_FILE):
        part = first // PER_FILE
        lines = ["tasks:", f"  - id: part-{part}", f"    title: Part {part} of the work", "    tasks:"]
        for number in range(first, min(first + PER_FILE, tasks)):
            lines += _task(number, chance)
        (folder / "work" / f"part-{part:04d}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def _task(number: int, chance: random.Random) -> list[str]:
    likely = chance.randint(1, 10)
    waits = ", ".join(f"task-{at}{kind}" for at, kind in links_of(number, chance))
    return [
        f"      - id: task-{number}",
        f"        title: Prepare item {number} with the partners of the region",
        f"        outcome: Item {number} is agreed and filed where every partner can find it",
        "        detail: Ask the partners first, write it down, and send it round for comment",
        f"        duration: {{low: {likely}d, likely: {likely + 2}d, high: {likely * 3 + 4}d}}",
        f"        cost: {chance.randint(0, 40) * 50}",
        f"        owner: person-{number % PEOPLE}",
        f"        assigned: {{person-{number % PEOPLE}: 0.5}}",
        f"        depends_on: [{waits}]",
    ]


def write_taskjuggler(file: Path, tasks: int) -> None:
    """The same tasks, lengths and finish-to-start links for TaskJuggler, with a CSV report of the dates."""
    chance = random.Random(7)
    lines = ['project plan "A large plan" 2027-01-04 +40y { timingresolution 60min }']
    for first in range(0, tasks, PER_FILE):
        part = first // PER_FILE
        lines.append(f'task part{part} "Part {part} of the work" {{')
        for number in range(first, min(first + PER_FILE, tasks)):
            likely = chance.randint(1, 10)
            links = links_of(number, chance)
            chance.randint(0, 40)
            waits = ", ".join(_reference(at, kind) for at, kind in links)
            depends = f" depends {waits}" if waits else ""
            lines.append(f'  task t{number} "Prepare item {number}" {{ length {likely + 2}d{depends} }}')
        lines.append("}")
    lines.append('taskreport dates "dates" { formats csv columns id, start, end }')
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _reference(at: int, kind: str) -> str:
    gap = {"": "", " SS+2d": " { onstart gaplength 2d }", " FF": "", " FS+3d": " { gaplength 3d }"}[kind]
    return f"part{at // PER_FILE}.t{at}{gap}"
