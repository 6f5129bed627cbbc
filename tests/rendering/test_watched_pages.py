"""While a project is watched, its pages are those of a first run, byte for byte, whatever is changed."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from doc_pages import ROOT
from pathwayctl.app import examine, open_project
from pathwayctl.diagnostics import ProjectError
from pathwayctl.handouts.earlier_run import EarlierRun
from pathwayctl.handouts.known_odds import NOT_SIMULATED
from pathwayctl.loading.opening import begin_reading, reopen
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Audience
from pathwayctl.model.work import Task
from pathwayctl.rendering.made_file import File
from pathwayctl.rendering.output_folder import LIST, PagesWritten, write_pages
from pathwayctl.rendering.page_sets import Order
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.simulation.quick_odds import quick_odds
from pathwayctl.writing import write

FIELD = re.compile(r"^( *(?:- )?[a-z_]+: )(\S.*)$")
NUMBER = re.compile(r"\d+")


def copied(example: str, folder: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / example, folder / example))


def edit(project: Path, chance: random.Random) -> tuple[Path, str]:
    """Change, remove, or repeat a field somewhere; returns the file and what it said before."""
    file = chance.choice(sorted(project.rglob("*.yaml")))
    text = file.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    places = [place for place, line in enumerate(lines) if FIELD.match(line)]
    place = chance.choice(places)
    start, value = FIELD.findall(lines[place])[0]
    others = [FIELD.findall(lines[one])[0] for one in places]
    same = [said for other, said in others if other.strip(" -") == start.strip(" -")]
    raised = NUMBER.sub(lambda found: str(int(found[0]) + 1), value, count=1)
    lines[place] = chance.choice(
        [f"{start}{chance.choice(same)}\n", f"{start}{raised}\n", f"{start}New words\n", ""]
    )
    file.write_text("".join(lines), "utf-8")
    return file, text


def on_disk(folder: Path) -> dict[str, bytes]:
    files = (one for one in folder.rglob("*") if one.is_file() and one.name != LIST)
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


@pytest.mark.parametrize(
    ("example", "audience", "edits"),
    [
        ("colorado_sector", Audience.PARTNERS, 12),
        ("grades_9_14_district", Audience.INTERNAL, 8),
        ("state_agency", Audience.PUBLIC, 8),
    ],
)
def test_pages_are_those_of_a_first_run(example: str, audience: Audience, edits: int, tmp_path: Path) -> None:
    project, folder = copied(example, tmp_path), tmp_path / "pages"
    earlier, order, chance = EarlierRun(), Order(formats=("html", "md"), audience=audience), random.Random(7)
    opened, made = begin_reading(project, in_one_process=True), 0
    while made < edits:
        file, text = edit(project, chance)
        watched = examine(reopen(opened))
        opened = watched.loaded.opened
        assert watched.findings == examine(begin_reading(project, in_one_process=True)).findings, file.name
        try:
            again = watched.pages(order, earlier=earlier)
        except ProjectError:  # a watched project goes on as it was before the mistake
            file.write_text(text, "utf-8")
            continue
        made += 1
        assert isinstance(
            write_pages(folder, again.files, audience, whole=True, earlier=earlier), PagesWritten
        )
        first = open_project(project).pages(order)
        assert on_disk(folder) == {one.name: one.data for one in first.files}, file.name
        assert (again.withheld, again.mistakes) == (first.withheld, first.mistakes)


def test_only_what_is_new_or_was_changed_by_others_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def counted(folder: Path, name: str, content: bytes) -> object:
        written.append(name)
        return write(folder, name, content)

    monkeypatch.setattr("pathwayctl.rendering.output_folder.write", counted)
    earlier, kept = EarlierRun(), (b"the same",)
    files = [File(f"a/{name}.html", kept) for name in "abcd"]

    def run(*files: File) -> list[str]:
        written.clear()
        done = write_pages(tmp_path, files, Audience.PUBLIC, whole=True, earlier=earlier)
        assert isinstance(done, PagesWritten)
        assert on_disk(tmp_path) == {one.name: one.data for one in files}
        return [name[2] for name in written]

    assert run(*files) == ["a", "b", "c", "d"]
    assert run(*files) == []
    (tmp_path / "a/a.html").unlink()
    (tmp_path / "a/b.html").write_bytes(b"of one s")
    (tmp_path / "a/d.html").rename(tmp_path / "a/c.html")
    assert run(*files) == ["a", "b", "c", "d"]
    assert run(*files[:2], File("a/c.html", (b"new",))) == ["c"]
    assert run(*files) == ["c", "d"]


def shuffled(plan: Plan, field: str) -> Plan:
    """The plan in which each task has a field of the task before it; of fields that none has, some text."""

    def all_of(tasks: tuple[Task, ...]) -> list[Task]:
        return [one for task in tasks for one in (task, *all_of(task.tasks))]

    held = [getattr(task, field) for task in all_of(plan.tasks)]
    values = iter([held[-1], *held] if any(held) else ["other words"] * len(held))

    def changed(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
        new = (task.model_copy(update={field: next(values), "tasks": changed(task.tasks)}) for task in tasks)
        return tuple(new)

    return plan.model_copy(update={"tasks": changed(plan.tasks)})


@pytest.mark.parametrize("field", sorted(NOT_SIMULATED - {"tasks"}))
def test_the_odds_do_not_depend_on_what_is_not_simulated(field: str) -> None:
    plan = open_project(ROOT / "examples" / "colorado_sector").plan
    other, found = shuffled(plan, field), []
    assert other.tasks != plan.tasks
    for one in (plan, other):
        schedule = make_schedule(one)
        assert isinstance(schedule, Schedule)
        odds = quick_odds(one, schedule)
        assert odds
        found.append(replace(odds, tasks=tuple(replace(task, title="") for task in odds.tasks)))
    assert found[0] == found[1]
