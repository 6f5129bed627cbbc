"""The two sentences on a task's start and finish: an example of every one, kept together in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from why_plans import answered, group, planned, said, task

from pathwayctl.analysis.why.days_off_ranges import Off
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import read_day
from pathwayctl.reporters.why.words import is_single, stretches
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
STATUS: dict[str, Any] = {"status_date": "2027-02-01"}
LINKS = (
    "draft", "draft FS+3d", "draft FS-2d", "draft FS+10ed", "draft FS+2w", "draft SS", "draft SS+2d",
    "draft SS-1d", "draft FF", "draft FF+2d", "draft FF-1d", "draft FF+3ed", "draft FF-2d", "draft SF+4d",
    "draft SF+8d", "draft SF+9ed",
)  # fmt: skip
GROUPS = planned(
    [
        group("plan", task("a", "2d"), task("b", "5d")),
        task("go", "1d", "plan"),
        task("along", "1d", "plan SS+1d"),
        group("then", task("x", "1d"), task("y", "2d"), depends_on=["a FF"]),
        group("later", task("z", "2d"), depends_on=["plan FS+1w"]),
    ]
)
UNDER_WAY: tuple[dict[str, Any], ...] = (
    {"started": "2027-01-25", "complete": 40},
    {"started": "2027-01-25", "remaining": "1d"},
    {"started": "2027-01-25", "remaining": "0d"},
    {"started": "2027-01-25", "status": "blocked"},
    {"date": "2027-01-27"},
    {},
)
ENDED: tuple[dict[str, Any], ...] = (
    {"started": "2027-01-11", "finished": "2027-01-22"},
    {"date": "2027-01-11"},
    {"finished": "2027-01-23"},
    {"duration": "0d", "finished": "2027-01-22"},
    {},
)


def cases() -> list[tuple[str, Plan, str]]:
    """What is tried, the plan and the task that is asked about."""
    found = [(link, planned([task("draft", "5d"), task("sign", "3d", link)]), "sign") for link in LINKS]
    found += [(f"{name} beside groups", GROUPS, name) for name in ("go", "along", "x", "z", "plan", "later")]
    ties = planned([task("a", "2d"), task("b", "2d"), task("c", "2d"), task("m", "0d", "a", "b", "c")])
    lazy = planned([task("a", "2d", as_late_as_possible=True), task("b", "9d"), task("c", "1d", "a", "b")])
    pushed = planned([task("a", "15d"), task("b", "1d", "a", date="2027-01-11")])
    behind = planned([task("a", "9d"), task("b", "9d"), task("c", "3d", "a FF", "b FF", date="2027-01-06")])
    found += [
        ("three ties on a milestone", ties, "m"),
        ("two ties", planned([task("a", "2d"), task("b", "2d"), task("c", "2d", "a", "b")]), "c"),
        ("a link on a milestone", planned([task("m", "0d", date="2027-01-11"), task("a", "1d", "m")]), "a"),
        ("a milestone without links", planned([task("m", "0d")]), "m"),
        ("a milestone from a day on", planned([task("m", "0d", not_before="2027-02-06")]), "m"),
        ("no duration", planned([task("a")]), "a"),
        ("a project that starts on a day off", planned([task("a", "20d")], start="2027-01-02"), "a"),
        ("not before a day off", planned([task("a", "2d", not_before="2027-02-13")]), "a"),
        ("not before", planned([task("a", "2d", not_before="2027-02-16")]), "a"),
        ("not before, a group", planned([group("g", task("a", "2d"), not_before="2027-02-15")]), "a"),
        ("held", planned([task("a", "2d", date="2027-02-16")]), "a"),
        ("held too early", pushed, "b"),
        ("held too early, twice", behind, "c"),
        ("held on a day that has passed", planned([task("a", "1d", date="2027-01-11")], **STATUS), "a"),
        ("as late as possible", lazy, "a"),
        ("not begun on the status date", planned([task("a", "2d")], **STATUS), "a"),
        ("a status date on a weekend", planned([task("a", "2d")], status_date="2027-01-30"), "a"),
        ("over a winter break", planned([task("a", "5d", not_before="2027-12-16")]), "a"),
        ("over most of a year", planned([task("a", "240d")]), "a"),
        ("other weeks", planned([task("a", "9d")], {"working_days": ["mon", "tue", "sat"]}), "a"),
        ("dropped", planned([task("a", "5d", status="dropped")], **STATUS), "a"),
    ]
    found += [
        (f"under way: {more}", planned([task("a", "9d", **{"status": "in-progress", **more})], **STATUS), "a")
        for more in UNDER_WAY
    ]
    for more in ENDED:
        ended = task("a", **{"duration": "9d", "status": "done", **more})
        found.append((f"done: {more}", planned([ended], **STATUS), "a"))
    going = {"status": "in-progress", "started": "2027-01-25"}
    waits = [task("a", "9d"), task("b", "5d", "a", **going), task("c", "5d", "a FF", complete=50, **going)]
    found += [(f"{name}, under way, waits", planned(waits, **STATUS), name) for name in ("b", "c")]
    ended = {"status": "done", "started": "2027-01-11", "finished": "2027-01-29"}
    after = [task("a", "9d", **ended), task("b", "5d", "a FS+5d"), task("c", "5d", "a SS+20d")]
    found += [(f"{name} after what is done", planned(after, **STATUS), name) for name in ("b", "c")]
    met = {"status": "done", "finished": "2027-02-05"}
    reached = planned([task("m", "0d", **met), task("a", "1d", "m")], **STATUS)
    return [*found, ("after a milestone that was reached", reached, "a")]


def test_a_sentence_for_everything() -> None:
    texts = ["\n".join((f"## {what}", *said(plan, name), "")) for what, plan, name in cases()]
    check_snapshot(EXPECTED / "why-sentences.txt", "\n".join(texts))


@pytest.mark.parametrize(
    ("off", "words"),
    [
        ([], ""),
        ([("", "2027-01-09", "2027-01-10")], "a weekend"),
        ([("", "2027-01-10", "2027-01-10")], "a Sunday"),
        ([("", "2027-01-09", "2027-01-10"), ("", "2027-01-16", "2027-01-16")], "2 weekends"),
        ([("Fair", "2027-02-27", "2027-03-02")], "Fair (February 27 to March 2)"),
        ([("", "2027-01-06", "2027-01-06")], "1 weekly day off"),
        (
            [(name, f"2027-01-{n:02}", f"2027-01-{n:02}") for n, name in enumerate("ABCDEF", 4)],
            "A, B, C, D, and 2 other days off",
        ),
    ],
)
def test_days_off_in_words(off: list[tuple[str, str, str]], words: str) -> None:
    assert stretches([Off(name, read_day(first), read_day(last)) for name, first, last in off]) == words


def test_a_very_long_task_names_no_days_off() -> None:
    answer = answered(planned([task("a", "40000d")]), "a")
    assert answer.finish.off == ()


@pytest.mark.parametrize(
    ("off", "single"),
    [
        ([("", "2027-01-09", "2027-01-10")], True),
        ([("4-H fair", "2027-01-12", "2027-01-14")], True),
        ([("", "2027-01-11", "2027-01-16")], False),
        ([("", "2027-01-09", "2027-01-10"), ("Fair", "2027-01-12", "2027-01-12")], False),
    ],
)
def test_six_days_off_lie_and_one_weekend_lies(off: list[tuple[str, str, str]], single: bool) -> None:
    assert is_single([Off(name, read_day(first), read_day(last)) for name, first, last in off]) is single


def test_what_is_over_on_the_evening_before_says_so() -> None:
    tasks = [
        task("gate", "0d", date="2027-01-09"),
        task("set-up", "2d", "gate FF"),
        task("move", "2d", date="2027-01-12"),
        task("guard", "2d", "move SF"),
    ]
    plan = planned(tasks)
    assert said(plan, "set-up")[1].endswith("before Saturday, January 9 begins, when “gate” (1) is reached.")
    assert said(plan, "guard")[1].endswith("before Tuesday, January 12 begins, when “move” (3) starts.")
