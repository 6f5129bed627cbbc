"""What ``pathwayctl next`` says to type is typed into the files to the letter, and nothing breaks."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from pathwayctl.app import open_project
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.guidance.guides import guide_report
from pathwayctl.loading.project import load
from pathwayctl.model.vocabulary import Guide
from pathwayctl.reporters.guidance.snippets import Edit
from pathwayctl.reporters.guidance.view import GuidanceReport, Thing
from pathwayctl.scaffolds import ABOUT, lay_out, scaffold
from pathwayctl.scheduling.breakdown import break_down

EXAMPLES = Path(__file__).parents[2] / "examples"
HEAD = "pathwayctl: 1\nproject:\n  name: Example\n  start: 2027-01-04\n  guides: [ccrs, sector]\n"
PEOPLE = "people:\n- {id: dana-ruiz, name: Dana Ruiz, category: k-12}\n"
MOST = 24
"""So many things are typed of each project, spread over all that are lacking."""

FLOW = {
    "pathway.yaml": HEAD,
    "partners.yaml": (
        "people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]\n"
        "organizations:\n"
        "    - { id: shop, name: Shop, category: business-industry-workforce }\n"
    ),
    "more.yaml": (
        "considerations:\n    - {consideration: all-programs, met: false}\n"
        "    -   consideration: major-employers\n        met: false\n"
        "partnership: {scope: Machining}\n"
        "priorities:   # to come\n"
        "goals: []\n"
        "meetings:\n"
        "  - title: >\n      The launch\n      at last\n    kind: sector-launch\n    id: launch\n"
        "    invited:\n      - dana-ruiz\n"
        "evaluation:\n  - group: k-12\n"
        "risks: [{id: r, title: R, kind: internal, category: C}]\n"
        "definition:\n  text: |\n    Two\n    lines\n"
        "tasks:\n  - id: a\n    title: A\n    tasks:\n      - id: kickoff\n        title: K\n"
        "        step: 3\n        duration: 1d\n"
    ),
}


def put(folder: Path, file: str, edit: Edit) -> None:
    """Do what an edit says, as somebody with a text editor does."""
    path = folder / file
    lines = path.read_text("utf-8").split("\n") if path.exists() else []
    new, how = list(edit.lines), edit.how
    number = int(found[1]) if (found := re.search(r"line (\d+)", how)) else 0
    if "In a new file" in how:
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = new
    elif "At the end of" in how:
        lines = [*"\n".join(lines).rstrip("\n").split("\n"), *new]
    elif "add below line" in how:
        lines[number:number] = new
    elif "and what is under it" in how:
        depth = len(lines[number - 1]) - len(lines[number - 1].lstrip())
        end = next(
            (n for n in range(number, len(lines)) if len(lines[n]) - len(lines[n].lstrip()) <= depth),
            len(lines),
        )
        lines[number - 1 : end] = new
    elif "before the closing brace" in how:
        lines[number - 1] = re.sub(r"\s*\}", lambda _: f"{new[0]}}}", lines[number - 1], count=1)
    elif "before the closing bracket" in how:
        at = lines[number - 1].rindex("]")
        lines[number - 1] = lines[number - 1][:at] + new[0] + lines[number - 1][at:]
    elif "change “" in how:
        name = re.search(r"change “(.*?):” to", how)
        assert name
        lines[number - 1] = re.sub(rf"{name[1]}: [^,}}]+", new[0], lines[number - 1], count=1)
    else:
        assert "change line" in how, how
        lines[number - 1 : number] = new
    path.write_text("\n".join(lines) + ("" if lines and lines[-1] == "" else "\n"), "utf-8")


def things(folder: Path, guides: tuple[str, ...]) -> list[Thing]:
    loaded = load(folder)
    found = []
    index = PlanIndex(loaded.plan, break_down(loaded.plan.tasks))
    for name in guides:
        guide = guide_report(index, next(one for one in Guide if one == name))
        report = GuidanceReport(loaded, (guide,))
        found += [thing for item in guide.items for thing in report.things_of(item, guide)]
    return found


def errors(folder: Path) -> list[str]:
    return [f"{one.file}: {one.message}" for one in open_project(folder).findings if one.severity == "error"]


def check(folder: Path, copy: Path, guides: tuple[str, ...]) -> None:
    """Type some of what is lacking, each into a fresh copy of the project."""
    before = errors(folder)
    found = things(folder, guides)
    assert found
    step = -(-len(found) // MOST)
    for thing in found[::step]:
        if thing.typing.note:
            continue
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(folder, copy)
        for edit in sorted(thing.typing.edits, key=lambda one: "below" in one.how):
            put(copy, thing.typing.file, edit)
        assert errors(copy) == before, (thing.lack, thing.typing)
        again = [one.lack for one in things(copy, guides)]
        assert thing.lack not in again or load(copy).plan != load(folder).plan


@pytest.mark.parametrize("guide", ABOUT)
def test_in_a_new_project(guide: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    assert lay_out(root, scaffold((guide,), "A name", date(2027, 1, 4), {})) is None
    (root / "people.yaml").write_text(PEOPLE, "utf-8")
    check(root, tmp_path / "copy", (guide,))


@pytest.mark.parametrize(("name", "guide"), [("colorado_sector", "sector"), ("state_agency", "grades-9-14")])
def test_in_a_project_that_is_well_under_way(name: str, guide: str, tmp_path: Path) -> None:
    check(EXAMPLES / name, tmp_path / "copy", (guide,))


def test_however_the_files_are_written(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    for name, text in FLOW.items():
        (root / name).write_text(text, "utf-8")
    assert errors(root) == []
    check(root, tmp_path / "copy", ("ccrs", "sector"))


def typed(folder: Path, guides: tuple[str, ...], words: str) -> Thing:
    return next(one for one in things(folder, guides) if words in one.lack.text)


def test_what_is_there_is_changed_and_not_proposed_again(tmp_path: Path) -> None:
    for name, text in FLOW.items():
        (tmp_path / name).write_text(text, "utf-8")
    first, second = (
        one
        for one in things(tmp_path, ("ccrs",))
        if one.lack.text.startswith("Not answered yet") and one.lack.completes
    )
    assert [(edit.how, edit.lines) for edit in first.typing.edits] == [
        ("In more.yaml, line 2, change “met:” to:", ("met: true",)),
        ("In more.yaml, line 2, add before the closing brace:", (", note: How it was met",)),
    ]
    assert [(edit.how, edit.lines) for edit in second.typing.edits] == [
        ("In more.yaml, change line 4 (“met: false”) to:", ("        met: true",)),
        (
            "In more.yaml, add below line 3 (“-   consideration: major-employers”):",
            ("        note: How it was met",),
        ),
    ]


def test_a_section_that_two_things_need_is_begun_once(tmp_path: Path) -> None:
    (tmp_path / "pathway.yaml").write_text(HEAD, "utf-8")
    loaded = load(tmp_path)
    guide = guide_report(PlanIndex(loaded.plan, break_down(loaded.plan.tasks)), Guide.CCRS)
    report = GuidanceReport(loaded, (guide,))
    hows = [edit.how for thing in report.first_things() for edit in thing.typing.edits]
    assert hows == [
        "In a new file partners.yaml, write:",
        "In a new file stakeholders.yaml, write:",
        "In stakeholders.yaml, below what you have just added under “considerations:”, add:",
    ]


def test_a_new_entry_gets_an_id_that_nothing_else_has(tmp_path: Path) -> None:
    for name, text in FLOW.items():
        (tmp_path / name).write_text(text, "utf-8")
    thing = typed(tmp_path, ("ccrs",), "There is no kickoff meeting")
    assert "  - id: kickoff-2" in thing.typing.edits[0].lines


def test_an_example_of_an_id_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "pathway.yaml").write_text(
        f"{HEAD}goals: [{{id: g, title: G}}]\npriorities: [{{id: p, title: P}}]\n", "utf-8"
    )
    thing = typed(tmp_path, ("sector",), "No goal has an owner yet")
    assert thing.typing.note == (
        "Here dana-ruiz is an example: write an id that is in your project under people:"
    )
