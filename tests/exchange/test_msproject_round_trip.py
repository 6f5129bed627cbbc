"""A plan that goes to Microsoft Project and comes back: what our own writer writes, our own reader reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import HEAD
from pathwayctl.app import Project, open_project
from pathwayctl.editing.edits import Refused
from pathwayctl.exchange.export_source import ExportOrder
from pathwayctl.exchange.import_plan import ImportOrder, ImportPlan, Side, StepKind
from pathwayctl.model.vocabulary import Audience

EXAMPLES = sorted(one for one in Path("examples").iterdir() if one.is_dir())


def written(project: Project, folder: Path, audience: Audience = Audience.INTERNAL) -> Path:
    """The file of a project as it is handed over."""
    path = folder / "plan.xml"
    path.write_bytes(project.export("msproject", ExportOrder(audience)))
    return path


def planned(project: Project, file: Path) -> ImportPlan:
    """What a file would change."""
    plan = project.plan_import(file, ImportOrder())
    assert isinstance(plan, ImportPlan), plan
    return plan


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_nothing_changes_in_the_project_that_it_came_from(
    example: Path, audience: Audience, tmp_path: Path
) -> None:
    project = open_project(example)
    plan = planned(project, written(project, tmp_path, audience))
    assert plan.of(StepKind.ADDED, StepKind.CHANGED, StepKind.CONFLICT, StepKind.PROBLEM) == ()
    assert plan.edits == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_new_project_gets_every_date_link_lag_and_percentage(example: Path, tmp_path: Path) -> None:
    source = open_project(example)
    file = written(source, tmp_path)
    root = tmp_path / "new"
    root.mkdir()
    (root / "pathway.yaml").write_text(HEAD, encoding="utf-8")
    plan = planned(open_project(root), file)
    plan = plan.settled(iter([Side.THEIRS] * len(plan.of(StepKind.CONFLICT))))
    assert plan.of(StepKind.PROBLEM) == ()
    edited = open_project(root).edit(*plan.edits)
    assert not isinstance(edited, Refused), edited
    assert edited.transaction.write() is None
    there = open_project(root)
    assert there.errors == ()
    ours, calendar = {one.id: one for one in there.schedule.tasks}, there.schedule.calendar

    def first(day: date) -> int:
        return calendar.on_or_after(day.toordinal())

    for task in source.schedule.tasks:
        if task.task.status != "dropped":
            other = ours[task.id]
            assert (other.start, other.finish) == (task.start, task.finish), task.id
            assert other.task.deadline == task.task.deadline, task.id
            if task.task.not_before and task.task.status == "planned":  # on a working day in the file
                held = other.task.not_before or other.task.date
                assert held is not None, task.id
                assert first(held) == first(task.task.not_before), task.id
            if task.task.date and task.task.status == "planned":
                assert task.task.date in (other.task.date, other.task.not_before), task.id
            if task.kind != "summary":  # that of a summary follows from the tasks that are in the file
                assert other.complete == task.complete, task.id
            kept = {(link.predecessor, link.type, link.lag) for link in other.task.depends_on}
            assert kept == {(link.predecessor, link.type, link.lag) for link in task.task.depends_on}, task.id
