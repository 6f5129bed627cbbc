"""A guide is added to a project that exists: new files, nothing twice, and a sound project."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from scaffold_projects import START, examined, files_of

from pathwayctl.scaffolds import ABOUT
from pathwayctl.scaffolds.additions import Present, addition
from pathwayctl.scaffolds.joins import ids
from pathwayctl.scheduling.schedule import Schedule


def present(files: dict[str, str], *guides: str, sections: tuple[str, ...] = ()) -> Present:
    return Present(guides, START, {one for text in files.values() for one in ids(text)}, sections, files)


@pytest.mark.parametrize(("first", "then"), list(permutations(ABOUT, 2)))
def test_one_guide_after_another_is_a_sound_project(tmp_path: Path, first: str, then: str) -> None:
    files = files_of(first)
    more = addition(then, present(files, first))
    assert not more.keys() & files.keys()
    files["pathway.yaml"] = files["pathway.yaml"].replace(f"[{first}]", f"[{first}, {then}]")
    project = examined(tmp_path / "new", {**files, **more})
    assert list(project.errors) == []
    assert isinstance(project.schedule, Schedule)
    every = [one for text in (*files.values(), *more.values()) for one in ids(text)]
    assert len(every) == len(set(every))


def test_entries_for_a_file_that_is_there_go_beside_it() -> None:
    files = files_of("sector")
    more = addition("ccrs", present(files, "sector"))
    assert more["meetings-ccrs.yaml"].startswith("# Entries of the guide ccrs.")
    assert "\nmeetings:\n  - id: kickoff\n" in more["meetings-ccrs.yaml"]
    taken = {**files, "meetings-ccrs.yaml": ""}
    assert "meetings-ccrs-2.yaml" in addition("ccrs", present(taken, "sector"))


def test_ids_that_the_project_has_are_not_doubled() -> None:
    files = {**files_of("sector"), "own.yaml": "meetings:\n  - id: kickoff\n    title: Ours\n"}
    more = addition("ccrs", present(files, "sector"))
    assert "- id: kickoff\n" not in more["meetings-ccrs.yaml"]
    assert "- id: work-plan-workshop\n" in more["meetings-ccrs.yaml"]


def test_a_section_without_ids_that_the_project_has_is_left_out() -> None:
    more = addition("ccrs", present(files_of("sector"), "sector", sections=("considerations",)))
    assert "stakeholders.yaml" not in more
    assert "evaluation.yaml" in more
