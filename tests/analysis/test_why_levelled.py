"""Why in a levelled schedule: whoever holds a task, and what moves when everybody keeps their order."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from crews import staffed_plans

from pathwayctl.analysis.why.answer import why
from pathwayctl.analysis.why.causes import CauseKind
from pathwayctl.analysis.why.trials import Trials
from pathwayctl.levelling import level as levelling
from pathwayctl.levelling.level import Levelled, level
from pathwayctl.model.plan import Plan
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import WHY
from pathwayctl.reporters.why.view import WhyReport
from pathwayctl.scheduling.schedule import Schedule, make_schedule, workings_of


@pytest.fixture(autouse=True)
def _little_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levelling, "EFFORTS", {"normal": (60, 100_000)})


def levelled(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    found = level(plan, schedule)
    assume(isinstance(found, Levelled))
    assert isinstance(found, Levelled)
    return found.schedule


@settings(max_examples=20, deadline=None)
@given(staffed_plans())
def test_without_a_change_everything_stays_where_it_is(plan: Plan) -> None:
    schedule = levelled(plan)
    trials = Trials(plan, schedule)
    unchanged = trials.with_(())
    assert workings_of(unchanged).solution.early.at == workings_of(schedule).solution.early.at
    assert unchanged.finish == schedule.finish


@settings(max_examples=20, deadline=None)
@given(staffed_plans())
def test_there_is_an_answer_for_every_task(plan: Plan) -> None:
    schedule = levelled(plan)
    for row in schedule.records.breakdown.rows:
        answer = why(plan, schedule, row.index)
        for form in WHY:
            assert "None" not in plain(WHY.writer(form)(WhyReport(answer), 60))
        for step, following in zip(answer.chain, answer.chain[1:], strict=False):
            assert step.because.kind in (CauseKind.LINK, CauseKind.PERSON)
            assert following.row != step.row
        assert all(schedule.waits[one].task == row.index for one in answer.waiting.people)


@settings(max_examples=20, deadline=None)
@given(staffed_plans())
def test_a_task_that_keeps_to_its_free_float_moves_nothing(plan: Plan) -> None:
    schedule = levelled(plan)
    trials = Trials(plan, schedule)
    work = workings_of(schedule).work
    for row, task in enumerate(schedule.tasks):
        if task.kind != "summary" and work.is_open(row) and not work.is_put_off(row):
            trial = trials.delayed(row, task.free_float)
            assert set(trials.moved(trial)) <= {row}
            assert trial.finish >= schedule.finish
