"""The samples in a new project's files can be copied as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from scaffold_projects import COMBINATIONS, START, examined, files_of, with_samples

from pathwayctl.app import open_project
from pathwayctl.diagnostics import Severity
from pathwayctl.model.governance import SharedQuestion
from pathwayctl.model.plan import LIST_SECTIONS
from pathwayctl.scaffolds import ABOUT, TERMS
from pathwayctl.scheduling.schedule import Schedule

WITHOUT_SAMPLES = {
    "considerations",  # all four stand there
    "duties",  # all 146 stand there
    "phases",  # all three stand there
    "work_plan",  # all rows stand there
    "evaluation",  # all eight seats stand there
    "clusters",  # the names of the states, for those who need them
}


@pytest.mark.parametrize("combination", COMBINATIONS)
def test_with_all_samples_in_it_a_project_has_no_errors(tmp_path: Path, combination: str) -> None:
    files = {file: with_samples(text) for file, text in files_of(combination).items()}
    project = examined(tmp_path / "new", files)
    errors = [finding for finding in project.findings if finding.severity is Severity.ERROR]
    assert errors == []
    assert isinstance(project.schedule, Schedule)


def test_every_section_has_a_sample(tmp_path: Path) -> None:
    files = files_of("+".join(ABOUT))
    before = examined(tmp_path / "before", files).loaded.plan
    after = examined(
        tmp_path / "after", {file: with_samples(text) for file, text in files.items()}
    ).loaded.plan
    for section in set(LIST_SECTIONS) - WITHOUT_SAMPLES:
        assert len(getattr(after, section)) > len(getattr(before, section)), section
    for section in ("definition", "partnership", "sustainability"):
        filled = getattr(after, section)
        assert filled.model_fields_set, section
        assert filled != getattr(before, section), section
    assert after.calendar.closures
    assert after.calendar.openings
    assert after.project.facilitator == "dana-ruiz"
    assert [seat.person for seat in after.evaluation if seat.person] == ["dana-ruiz"]


def test_each_list_of_questions_can_be_answered_by_taking_the_hash_away(tmp_path: Path) -> None:
    from pathwayctl.catalog.reading import grades_9_14

    files = {file: with_samples(text) for file, text in files_of("grades-9-14").items()}
    plan = examined(tmp_path / "new", files).loaded.plan
    rows = grades_9_14().rows
    assert [(row.deliverable, row.focus_area) for row in plan.work_plan] == [
        (row.id, row.focus_area) for row in rows
    ]
    for row, entry in zip(rows, plan.work_plan, strict=True):
        asked = {item.id: item.text for item in row.checklist.items} if row.checklist else {}
        shared = row.id == "shared-agreement"  # its answers are the agreement's
        assert entry.answers == ({} if shared else asked)
        assert entry.tasks
    agreement = next(one for one in plan.agreements if one.kind == "shared-agreement")
    assert list(agreement.answers) == list(SharedQuestion)


def test_terms_that_were_not_set_wait_as_samples(tmp_path: Path) -> None:
    files = files_of("grades-9-14", terms={"region": "the valley"})
    folder = tmp_path / "new"
    before = examined(folder, files)
    left = [one.message for one in before.findings if one.code == "PW312"]
    assert [word in " ".join(left) for word in ("[COLLEGE]", "[SCHOOL/DISTRICT]", "[REGION]")] == [
        True,
        True,
        False,
    ]
    (folder / "pathway.yaml").write_text(with_samples(files["pathway.yaml"]), encoding="utf-8")
    after = open_project(folder)
    assert after.loaded.plan.project.start == START
    assert after.loaded.plan.project.terms == {
        "region": "the valley",
        "college": TERMS["college"].example,
        "school-district": TERMS["school-district"].example,
    }
    assert not [one for one in after.findings if one.code == "PW312"]
