"""Several guides in one project are one plan: what two of them ask for stands there once, and is linked."""

from __future__ import annotations

from pathlib import Path

import pytest
from scaffold_projects import COMBINATIONS, examined, files_of

from pathwayctl.scaffolds import ABOUT
from pathwayctl.scaffolds.joins import DOUBLES, SESSIONS, WAITS, ids, joined, renamed, waiting, without

ALONE = {one for guide in ABOUT for text in files_of(guide).values() for one in ids(text)}
TASKS = """\
tasks:
  - id: one
    title: One
    duration: 1d
  - id: two
    title: Two
    depends_on: [one FS+1w]
    tasks:
      - id: three
        depends_on: [one, two]
  - id: four
    depends_on: [three]
"""


def test_every_join_is_about_entries_that_the_scaffolds_have() -> None:
    named = {one for double in DOUBLES for one in (double.kept, double.dropped)}
    named |= {one for wait in WAITS for one in (wait.task, wait.after)}
    named |= {one for session in SESSIONS for one in (session.meeting, session.other)}
    assert named <= ALONE
    assert all(join.why for join in (*DOUBLES, *WAITS))


@pytest.mark.parametrize("combination", [one for one in COMBINATIONS if "+" in one])
def test_what_two_guides_ask_for_stands_there_once(combination: str) -> None:
    have = {one for text in files_of(combination).values() for one in ids(text)}
    for double in DOUBLES:
        assert not {double.kept, double.dropped} <= have, double


def test_three_kickoffs_are_one_task(tmp_path: Path) -> None:
    plan = examined(tmp_path / "new", files_of("ccrs+grades-9-14+sector")).loaded.plan
    held = {meeting.id: (meeting.task, str(meeting.starts)[:5]) for meeting in plan.meetings}
    assert held["launch-meeting"] == ("hold-launch", "08:00")
    assert held["kickoff"] == ("hold-launch", "11:00")
    assert held["first-planning-meeting"] == ("hold-launch", "15:30")


def test_an_entry_is_taken_out_with_all_that_is_in_it() -> None:
    assert without(TASKS, "two") == TASKS[: TASKS.index("  - id: two")] + TASKS[TASKS.index("  - id: four") :]
    assert without(TASKS, "five") == TASKS


def test_what_refers_to_a_task_refers_to_another_one() -> None:
    assert "depends_on: [four FS+1w]" in renamed(TASKS, "one", "four")
    assert "- id: one" in renamed(TASKS, "one", "four")


def test_a_task_waits_for_one_more() -> None:
    assert "depends_on: [three, one]" in waiting(TASKS, "four", ("one",))
    assert "  - id: one\n    depends_on: [zero]\n" in waiting(TASKS, "one", ("zero",))
    assert waiting(TASKS, "four", ("three",)) == TASKS
    assert waiting(TASKS, "five", ("one",)) == TASKS


def test_one_guide_alone_is_left_as_it_is() -> None:
    assert joined({"work/plan.yaml": TASKS}) == {"work/plan.yaml": TASKS}
