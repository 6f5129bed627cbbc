"""The outline as a flat list."""

from __future__ import annotations

from hypothesis import given
from plans import flat, make_plan, outlines, task

from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import break_down


def test_rows_come_in_outline_order_with_numbers_paths_and_ends() -> None:
    inner = [task("b", "1d"), task("c", tasks=[task("d", "1d")])]
    plan = make_plan([task("a", tasks=inner), task("e", "1d")])
    rows = break_down(plan.tasks).rows
    assert [(r.task.id, r.wbs, r.depth, r.parent, r.end, r.is_summary) for r in rows] == [
        ("a", "1", 0, -1, 4, True),
        ("b", "1.1", 1, 0, 2, False),
        ("c", "1.2", 1, 0, 4, True),
        ("d", "1.2.1", 2, 2, 4, False),
        ("e", "2", 0, -1, 5, False),
    ]
    assert rows[3].path == ("tasks", 0, "tasks", 1, "tasks", 0)
    assert [r.index for r in rows] == [0, 1, 2, 3, 4]


def test_the_first_holder_of_an_id_keeps_it() -> None:
    plan = make_plan([task("a", tasks=[task("b", "1d")]), task("b", "2d"), task("a", "3d")])
    assert break_down(plan.tasks).by_id == {"a": 0, "b": 1}


def test_no_tasks_make_no_rows() -> None:
    assert break_down(()).rows == ()


@given(outlines())
def test_each_row_holds_just_what_is_under_it(tasks: list[dict[str, object]]) -> None:
    rows = break_down(make_plan(tasks).tasks).rows
    above = {one["id"]: ids for one, ids in flat(tasks)}
    for row in rows:
        under = [r.task.id for r in rows if row.task.id in above[r.task.id]]
        assert [r.task.id for r in rows[row.index + 1 : row.end]] == under
        assert row.depth == len(above[row.task.id]) == row.wbs.count(".")
        assert (rows[row.parent].task.id if row.depth else None) == (above[row.task.id] or [None])[-1]


def test_depth_is_no_matter() -> None:
    innermost = Task.model_construct(id="t0", title="t0")
    for number in range(1, 3000):
        innermost = Task.model_construct(id=f"t{number}", title="t", tasks=(innermost,))
    rows = break_down((innermost,)).rows
    assert len(rows) == 3000
    assert rows[-1].depth == 2999
    assert {row.end for row in rows} == {3000}
