"""Small plans for the tests of the engine: written down plainly, or drawn at random by Hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from pathwayctl.model.plan import Plan

CALENDARS: tuple[dict[str, Any], ...] = (
    {},
    {"working_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]},
    {"holidays": "US-CO"},
    {
        "working_days": ["mon", "tue", "thu", "sat"],
        "closures": [
            {"name": "Break", "from": "2027-01-13", "to": "2027-01-24"},
            {"name": "Fair", "from": "2027-02-04", "to": "2027-02-04"},
        ],
    },
    {"working_days": ["wed"]},
    {
        "closures": [{"name": "Break", "from": "2027-01-05", "to": "2027-01-12"}],
        "openings": [
            {"name": "Fair", "date": "2027-01-09"},
            {"name": "Weekend", "from": "2027-01-15", "to": "2027-01-24"},
        ],
    },
)
DAYS = ("2027-01-06", "2027-01-09", "2027-01-12", "2027-01-18", "2027-01-25", "2027-02-03", "2026-12-30")
DURATIONS = (None, "0d", "0d", "1d", "2d", "3d", "5d", "1w", {"low": "1d", "likely": "4d", "high": "9d"})
WORKING = ("", "", "+1d", "+3d", "-1d", "-4d", "+1w", "-1w")
ELAPSED = ("+0ed", "+2ed", "+3ed", "-2ed", "-5ed", "+1ew")
SOME_DAY = st.sampled_from(DAYS)


def task(name: str, duration: Any = None, *waits: str, **more: Any) -> dict[str, Any]:
    """One task as it stands in YAML."""
    found: dict[str, Any] = {"id": name, "title": name, "depends_on": list(waits), **more}
    if duration is not None:
        found["duration"] = duration
    return found


def make_plan(tasks: list[dict[str, Any]], calendar: dict[str, Any] | None = None, **project: Any) -> Plan:
    """A plan with these tasks; it starts on Monday, January 4, 2027 unless told otherwise."""
    header = {"name": "Example", "start": "2027-01-04", **project}
    return Plan.model_validate({"project": header, "calendar": calendar or {}, "tasks": tasks})


@st.composite
def outlines(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A tree of two to seven tasks without anything in them but durations."""
    top: list[dict[str, Any]] = []
    lists = [top]
    for number in range(draw(st.integers(2, 7))):
        if draw(st.sampled_from((False, False, True))):
            summary = task(f"s{number}")
            lists[-1].append(summary)
            lists.append(summary.setdefault("tasks", []))
        lists[-1].append(task(f"t{number}", draw(st.sampled_from(DURATIONS))))
        for _ in range(draw(st.sampled_from((0, 0, 1, 2)))):
            if len(lists) > 1:
                lists.pop()
    return top


def flat(
    tasks: list[dict[str, Any]], above: tuple[str, ...] = ()
) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """Every task of an outline in order, with the ids of the summaries it is in."""
    rows = []
    for one in tasks:
        rows.append((one, above))
        rows += flat(one.get("tasks", []), (*above, one["id"]))
    return rows


@st.composite
def plans(
    draw: st.DrawFn,
    *,
    elapsed: bool = True,
    held: bool = True,
    late: bool = True,
    progress: bool = True,
    finish_by: bool = True,
    summary_starts: bool = True,
) -> Plan:
    """A plan without cycles: each link is on something earlier in the outline, before all is turned."""
    tasks = draw(outlines())
    rows = flat(tasks)
    lags = st.sampled_from(WORKING + ELAPSED if elapsed else WORKING)
    for place, (one, above) in enumerate(rows):
        sources = [r["id"] for r, _ in rows[:place] if r["id"] not in above]
        for source in draw(st.lists(st.sampled_from(sources), max_size=3)) if sources else []:
            kinds = ("FS", "FS", "SS", "FF", "SF") if summary_starts or source[0] != "s" else ("FS", "FF")
            one["depends_on"].append(f"{source} {draw(st.sampled_from(kinds))}{draw(lags)}")
        _add_dates(draw, one, held=held, late=late)
    project: dict[str, Any] = {}
    if progress and draw(st.booleans()):
        project["status_date"] = draw(SOME_DAY)
        for one, _ in rows:
            _add_progress(draw, one)
    if finish_by and draw(st.booleans()):
        project["finish_by"] = draw(SOME_DAY)
    if draw(st.booleans()):
        _turn(tasks)
    return make_plan(tasks, draw(st.sampled_from(CALENDARS)), **project)


def _add_dates(draw: st.DrawFn, one: dict[str, Any], *, held: bool, late: bool) -> None:
    kind = draw(st.integers(0, 9))
    if kind == 9 and held:
        one |= {"date": draw(SOME_DAY), "span": draw(st.sampled_from(("working", "calendar")))}
    elif kind >= 7:
        one["not_before"] = draw(SOME_DAY)
    if late and draw(st.integers(0, 7)) == 7:
        one["as_late_as_possible"] = True


def _add_progress(draw: st.DrawFn, one: dict[str, Any]) -> None:
    one["status"] = draw(st.sampled_from(("planned", "planned", "in-progress", "done", "blocked", "dropped")))
    if draw(st.booleans()):
        one["started"] = draw(SOME_DAY)
    if draw(st.booleans()):
        one["finished"] = draw(SOME_DAY)
    amount = draw(st.integers(0, 2))
    if amount:
        one |= {"complete": 45} if amount == 1 else {"remaining": "2d"}


def _turn(tasks: list[dict[str, Any]]) -> None:
    """Turn the order of an outline, so that what waits comes before what it waits for."""
    tasks.reverse()
    for one in tasks:
        _turn(one.get("tasks", []))
