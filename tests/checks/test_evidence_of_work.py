"""Facts about frameworks, work, and pathways that checks and handouts share."""

from __future__ import annotations

from checking import index_of, messages

from pathwayctl.catalog.reading import ccrs
from pathwayctl.evidence.entries import FRAMEWORK_PARTS
from pathwayctl.evidence.frameworks.requirements import PART_LABELS
from pathwayctl.evidence.work.open_items import open_items
from pathwayctl.evidence.work.sufficiency import open_work


def test_what_is_kept_beside_the_catalog_agrees_with_it() -> None:
    assert tuple(PART_LABELS) == FRAMEWORK_PARTS
    assert len(ccrs().framework_parts) == len(PART_LABELS)


def test_a_tag_of_a_summary_is_that_of_the_tasks_in_it_without_one() -> None:
    text = """\
tasks:
  - id: all
    title: All
    step: 3
    tasks:
      - {id: own, title: Own, step: 4}
      - {id: given, title: Given}
      - {id: dropped, title: Dropped, status: dropped}
  - id: other
    title: Other
    step: 5
    tasks: [{id: sixth, title: Sixth, step: 6}]
"""
    index = index_of(text)
    tagged = {step: [row.task.id for row in rows] for step, rows in index.leaves_by("step").items()}
    assert tagged == {3: ["given"], 4: ["own"], 6: ["sixth"]}
    assert index.parts_without_tasks("step", range(3, 8)) == (5, 7)


def test_a_requirement_is_served_by_work_and_not_by_a_summary_whose_tasks_serve_others() -> None:
    text = """\
requirements:
  - {id: a, title: A, area: course-sequences}
  - {id: b, title: B, area: course-sequences}
tasks:
  - {id: all, title: All, requirement: a, tasks: [{id: one, title: One, requirement: b}]}
"""
    assert messages(text, "PW522") == ["No task serves the requirement “A”."]


def test_done_tasks_and_milestones_are_not_open_work() -> None:
    text = """\
tasks:
  - {id: done, title: Done, status: done, cost: 5}
  - {id: point, title: Point, duration: 0d}
  - {id: open, title: Open}
"""
    work = index_of(text).ask(open_work)
    assert [row.task.id for row, _ in work.tasks] == ["open"]
    assert not work.costed
    ((_, answers),) = work.tasks
    assert answers.answers == (False, False, False)


def test_open_items_are_those_not_done_wherever_they_are() -> None:
    text = """\
meetings:
  - {id: m, title: M, kind: kickoff, actions: [{title: A}, {title: B, done: true}]}
occupations: [{id: o, title: O}]
shortage_actions:
  - {id: x, title: X, occupation: o}
  - {id: y, title: Y, occupation: o, status: dropped}
work_plan:
  - {focus_area: staffing-strategy, deliverable: staffing}
"""
    items = index_of(text).ask(open_items)
    assert [(one.title, one.path) for one in items] == [
        ("A", ("meetings", 0, "actions", 0)),
        ("X", ("shortage_actions", 0)),
        ("staffing", ("work_plan", 0)),
    ]
    assert [one.meeting is not None for one in items] == [True, False, False]
