"""Rings of tasks that wait for each other: found, shown whole and short, in order of waiting."""

from __future__ import annotations

from typing import Any

import pytest
from plans import make_plan, task

from pathwayctl.scheduling.schedule import NoSchedule, Schedule, make_schedule


def cycles(*tasks: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    found = make_schedule(make_plan(list(tasks)))
    assert isinstance(found, NoSchedule)
    assert found.too_far is None
    return found.cycles


def test_a_ring_is_told_in_order_of_waiting_from_its_first_task_on() -> None:
    ring = [
        task("a", "1d", "b"),
        task("b", "1d", "c SS+2d"),
        task("x", "1d", "a"),
        task("c", "1d", "a FF-9d"),
    ]
    assert cycles(*ring) == (("a", "b", "c"),)
    assert cycles(*reversed(ring)) == (("c", "a", "b"),)


def test_every_ring_that_stands_by_itself_is_told() -> None:
    found = cycles(
        task("a", "1d", "b"),
        task("b", "1d", "a"),
        task("c", "1d", "b"),
        task("d", "1d", "c", "e"),
        task("e", "1d", "d"),
    )
    assert found == (("a", "b"), ("d", "e"))


def test_of_rings_that_hang_together_a_short_one_is_told() -> None:
    long = [task(f"t{n}", "1d", f"t{n + 1}") for n in range(8)]
    assert cycles(*long, task("t8", "1d", "t0", "t6")) == (("t6", "t7", "t8"),)


def test_a_short_ring_is_told_even_if_long_ones_end_later() -> None:
    long = [task(f"t{n}", "1d", f"t{n + 1}") for n in range(1, 8)]
    assert cycles(task("t0", "1d", "t1"), *long, task("t8", "1d", "t0"), task("t9", "1d", "t1")) == (
        tuple(f"t{n}" for n in range(9)),
    )
    assert cycles(
        task("t0", "1d", "t1"), task("t1", "1d", "t0", "t2"), *long[1:], task("t8", "1d", "t0")
    ) == (("t0", "t1"),)


@pytest.mark.parametrize(
    ("tasks", "ring"),
    [
        pytest.param([task("s", tasks=[task("x", "1d", "s")])], ("s", "x"), id="a task on its summary"),
        pytest.param([task("s", None, "x", tasks=[task("x", "1d")])], ("s", "x"), id="a summary on its task"),
        pytest.param(
            [task("s", None, "a", tasks=[task("x", "1d")]), task("a", "1d", "s")],
            ("s", "a"),
            id="a summary and a task, whatever is in the summary",
        ),
        pytest.param(
            [task("a", "1d", "s"), task("s", tasks=[task("x", "1d"), task("y", "1d", "a")])],
            ("a", "s", "y"),
            id="a task on a summary with a task that waits for it",
        ),
        pytest.param(
            [task("a", "1d", "x"), task("s", None, "a", tasks=[task("x", "1d")])],
            ("a", "x", "s"),
            id="a task on one in a summary that waits for it",
        ),
        pytest.param(
            [
                task("a", "1d", "x"),
                task("s", None, "a", tasks=[task("t", tasks=[task("u", tasks=[task("x", "1d")])])]),
            ],
            ("a", "x", "s"),
            id="summaries between are not told",
        ),
        pytest.param(
            [
                task("a", "1d", "s"),
                task("s", tasks=[task("t", tasks=[task("u", tasks=[task("x", "1d", "a")])])]),
            ],
            ("a", "s", "x"),
            id="nor on the way out",
        ),
        pytest.param(
            [task("s", None, "t", tasks=[task("x", "1d")]), task("t", None, "s", tasks=[task("y", "1d")])],
            ("s", "t"),
            id="two summaries",
        ),
        pytest.param(
            [task("a", "1d", "t"), task("s", None, "a", tasks=[task("t", tasks=[task("x", "1d")])])],
            ("a", "t", "x", "s"),
            id="a summary in a summary, and the task that is in both",
        ),
    ],
)
def test_a_ring_through_a_summary_names_it_and_the_task_in_it(
    tasks: list[dict[str, Any]], ring: tuple[str, ...]
) -> None:
    assert cycles(*tasks) == (ring,)


def test_waiting_for_a_summary_that_one_is_not_in_is_no_ring() -> None:
    inner = [task("x", "1d"), task("y", "1d", "x"), task("z", "1d", "y SS")]
    assert isinstance(make_schedule(make_plan([task("s", tasks=inner), task("a", "1d", "s", "x")])), Schedule)


def test_what_is_dropped_breaks_a_ring() -> None:
    plan = make_plan([task("a", "1d", "b"), task("b", "1d", "c"), task("c", "1d", "a", status="dropped")])
    assert isinstance(make_schedule(plan), Schedule)


def test_a_large_ring_is_told_whole() -> None:
    count = 5000
    ring = [task(f"t{n}", "1d", f"t{(n + 1) % count}") for n in range(count)]
    assert cycles(*ring) == (tuple(f"t{n}" for n in range(count)),)
