"""A new project is sound for every combination of guides, and lacks only what nobody else can know."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from scaffold_projects import COMBINATIONS, examined, files_of

from pathwayctl.app import Project
from pathwayctl.diagnostics import Severity
from pathwayctl.editing.formatting import formatted
from pathwayctl.evidence.packets import packets_made
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.packets.packet_pages import packet_pages
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.model.plan import LIST_SECTIONS
from pathwayctl.model.vocabulary import Component, FocusArea, Phase
from pathwayctl.scaffolds import ABOUT
from pathwayctl.scheduling.schedule import Schedule

JUDGED = (("PW514", "note"),)
"""All that is said of a new project before anyone has written anything: one note of what to begin."""


@pytest.fixture(scope="module", params=COMBINATIONS)
def new(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return examined(tmp_path_factory.mktemp("new") / "project", files_of(request.param))


def schedule_of(project: Project) -> Schedule:
    assert isinstance(project.schedule, Schedule)
    return project.schedule


def test_there_are_fifteen_combinations() -> None:
    assert len(set(COMBINATIONS)) == 15
    assert {name for one in COMBINATIONS for name in one.split("+")} == set(ABOUT)


def test_nothing_is_wrong_with_it(new: Project) -> None:
    assert [finding for finding in new.findings if finding.severity is Severity.ERROR] == []
    assert new.loaded.sound
    guides = new.loaded.plan.project.guides
    assert guides


def test_its_files_are_laid_out(new: Project) -> None:
    assert [file.name for file in new.loaded.opened.files if formatted(file.data) != file.data] == []


def test_what_nobody_has_touched_is_not_judged(new: Project) -> None:
    assert tuple((finding.code, finding.severity) for finding in new.findings) == JUDGED
    assert "pathwayctl next" in new.findings[0].hint


@pytest.mark.parametrize("guides", COMBINATIONS)
def test_words_in_brackets_are_asked_for_as_well(guides: str, tmp_path: Path) -> None:
    found = examined(tmp_path / "project", files_of(guides, terms={})).findings
    others = [(one.code, one.severity) for one in found if one.code != "PW312"]
    assert tuple(others) == JUDGED
    assert 0 < len(found) - len(others) <= 4


def test_every_id_stands_for_one_thing(new: Project) -> None:
    plan = new.loaded.plan
    ids = [task.id for task in schedule_of(new).tasks]
    for section in LIST_SECTIONS:
        if section != "tasks":
            ids += [entry.id for entry in getattr(plan, section) if hasattr(entry, "id")]
    assert [one for one, number in Counter(ids).items() if number > 1] == []


def test_nobody_is_invented(new: Project) -> None:
    plan = new.loaded.plan
    assert (plan.organizations, plan.people) == ((), ())
    assert all(task.task.owner is None for task in schedule_of(new).tasks)


def test_every_task_is_joined_to_others(new: Project) -> None:
    """The plans of all guides are one network: one task waits for nothing, and nobody waits for one."""
    schedule = schedule_of(new)
    waits, awaited = set(), set()
    for task in schedule.tasks:
        around = [other for other in schedule.tasks if task.wbs.startswith(f"{other.wbs}.")]
        waits |= {task.id} if any(one.task.depends_on for one in (task, *around)) else set()
        awaited |= {link.predecessor for link in task.task.depends_on}
    leaves = {task.id for task in schedule.tasks if task.kind != "summary"}
    assert len(leaves - waits) == 1
    assert len(leaves - awaited) == 1


def test_every_handout_and_packet_has_its_pages(new: Project) -> None:
    context = Context(new.loaded.plan, schedule_of(new))
    for handout in HANDOUTS:
        for page in handout.pages(context):
            assert page.title
    for packet in packets_made(context.plan):
        ready = {
            handout.id
            for handout in HANDOUTS
            if any(page.meeting in (None, *packet.kinds) for page in handout.pages(context))
        }
        shown = {handout.id for handout, _ in packet_pages(packet, HANDOUTS, context)}
        assert shown
        assert ready & set(packet.handouts) <= shown


def test_its_guides_find_their_parts(new: Project) -> None:
    plan, tasks = new.loaded.plan, [task.task for task in schedule_of(new).tasks]
    guides = plan.project.guides
    if "sector" in guides:
        assert {task.step for task in tasks} >= set(range(1, 18))
    if "components" in guides:
        assert {task.component for task in tasks} >= set(Component)
    if "grades-9-14" in guides:
        assert {task.focus_area for task in tasks} >= set(FocusArea)
        assert {task.phase for task in tasks} >= set(Phase)


def test_an_entry_of_a_guide_that_is_not_followed_stays_away(new: Project) -> None:
    plan = new.loaded.plan
    assert bool(plan.duties) == ("components" in plan.project.guides)
    assert bool(plan.work_plan) == ("grades-9-14" in plan.project.guides)
    assert bool(plan.measures) == bool({"ccrs", "sector"} & set(plan.project.guides))
    assert ("launch-meeting" in {meeting.id for meeting in plan.meetings}) == (
        "sector" in plan.project.guides
    )


def test_each_topic_has_one_file(tmp_path: Path) -> None:
    assert set(files_of("ccrs")) == {
        "pathway.yaml", "partners.yaml", "goals.yaml", "communications.yaml", "risks.yaml", "meetings.yaml",
        "packets.yaml", "assessment.yaml", "funding.yaml",
        "frameworks.yaml", "requirements.yaml", "stakeholders.yaml", "invitations.yaml", "definition.yaml",
        "evaluation.yaml", "work/ccrs.yaml",
    }  # fmt: skip
    every = files_of("+".join(ABOUT))
    assert list(every) == sorted(every)
    assert {file for one in ABOUT for file in files_of(one)} == set(every)
    for file, text in every.items():
        keys = [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]
        assert len(keys) == len(set(keys)), file


def test_every_file_says_first_what_belongs_into_it() -> None:
    for file, text in files_of("+".join(ABOUT)).items():
        first = text.splitlines()[0]
        assert first.startswith("# "), file
        assert first[2].isupper(), file


def test_its_plan_is_healthy_but_for_who_answers_for_what(new: Project) -> None:
    health = {finding.code for finding in new.findings if "PW611" <= finding.code < "PW640"}
    together = {"PW622"} if len(new.loaded.plan.project.guides) > 1 else set()  # some have time to spare
    assert health <= {"PW623", "PW626", *together}
