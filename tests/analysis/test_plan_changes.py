"""What has changed between two plans: nothing is made up, and nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

from pathwayctl.analysis.plan_changes.comparing import compare_states
from pathwayctl.analysis.plan_changes.entry_changes import EntryChange, FieldChange
from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.handouts.plan_changes.topics import topics_of
from pathwayctl.loading.project import load
from pathwayctl.model.annotations import inner_model
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.model.recurrence import Every, Window
from pathwayctl.model.values import NO_LAG, Assignment, Duration, Estimate, Link
from pathwayctl.model.vocabulary import LinkType, Word
from pathwayctl.model.work import Task
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.scheduling.workdays import work_calendar

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = Duration(1, "d")
SAMPLES: dict[type, Any] = {
    bool: True,
    int: 7,
    float: 7.5,
    str: "other-word",
    date: date(2028, 5, 3),
    time: time(13, 30),
    Duration: DAY,
    Estimate: Estimate(DAY, DAY, DAY),
    Link: Link("other-task", LinkType.FS, NO_LAG),
    Assignment: Assignment("other-person", 0.5),
    Every: Every("2w", days=14),
    Window: Window(date(2028, 5, 1), date(2028, 5, 31)),
}


def sample(annotation: Any, default: Any = None) -> Any:
    """A value of a type that is not the default."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return (sample(parts[0]),)
    if origin is dict:
        return {"some-key": "other word"}
    if origin in (Union, UnionType):
        return sample(next(part for part in parts if part is not type(None)), default)
    if parts:  # with annotations
        return sample(parts[0], default)
    if issubclass(annotation, Model):
        return made(annotation)
    if issubclass(annotation, Word):
        return next(word for word in annotation if word != default)
    return not default if annotation is bool else SAMPLES[annotation]


def made(kind: type[Model], /, **values: Any) -> Model:
    """An entry with its required fields."""
    needed = {
        name: sample(field.annotation) for name, field in kind.model_fields.items() if field.is_required()
    }
    return kind.model_construct(**{**needed, **values})


def changed_fields(kind: type[Model]) -> Iterator[tuple[str, Model, Model]]:
    """For each field of an entry, and of the groups and entries in it: the entry without and with it."""
    for name, field in kind.model_fields.items():
        if inner_model(field) is kind:
            continue
        value = sample(field.annotation, field.default)
        before = made(kind, **({name: other(field)} if field.is_required() else {}))
        yield name, before, made(kind, **{name: value})
        inner = inner_model(field)
        if inner is not None:
            for step, old, new in changed_fields(inner):
                pair = ((old,), (new,)) if get_origin(field.annotation) is tuple else (old, new)
                yield f"{name}.{step}", made(kind, **{name: pair[0]}), made(kind, **{name: pair[1]})


def other(field: FieldInfo) -> Any:
    """A second value of a required field."""
    value = sample(field.annotation)
    if isinstance(value, Word):
        return next((word for word in type(value) if word != value), value)
    return {str: "first-word", date: date(2026, 5, 3), int: 3, float: 3.5}.get(type(value), ())


def cases() -> Iterator[tuple[str, str, Model, Model]]:
    for section, field in Plan.model_fields.items():
        kind = inner_model(field)
        for name, old, new in changed_fields(kind) if kind is not None else ():
            if repr(old) != repr(new):
                yield section, name, old, new


def state(section: str, entry: Model) -> PlanState:
    is_list = get_origin(Plan.model_fields[section].annotation) is tuple
    header = sample(Plan.model_fields["project"].annotation)
    held = {"project": header, section: (entry,) if is_list else entry}
    return PlanState("state", Plan.model_construct(**held))


CALENDAR = work_calendar(Plan.model_validate({"project": {"name": "Example", "start": "2027-01-04"}}))


def test_every_field_of_every_section_is_reported() -> None:
    found = list(cases())
    assert len(found) > 500
    for section, name, old, new in found:
        changes = compare_states(state(section, old), state(section, new), CALENDAR)
        entries = (*changes.tasks, *changes.sections)
        assert entries, f"{section}.{name}"
        told = [line for topic in topics_of(changes) for line in topic.lines]
        used = [one for line in told for one in line.used]
        for entry in entries:
            if entry.old is not None and entry.new is not None:
                assert all(one in used for one in (*entry.fields, *entry.inner)), f"{section}.{name}"
        assert all(line.text.endswith(".") and "None" not in line.text for line in told), f"{section}.{name}"


@pytest.mark.parametrize("example", ["state_agency", "colorado_sector", "grades_9_14_district"])
def test_a_project_has_not_changed_since_itself(example: str) -> None:
    plans = [load(EXAMPLES / example).plan for _ in range(2)]
    old, new = (PlanState("state", plan, scheduled(plan)) for plan in plans)
    changes = compare_states(old, new, CALENDAR)
    assert (changes.tasks, changes.sections) == ((), ())
    assert topics_of(changes) == ()


def scheduled(plan: Plan) -> Schedule:
    made = make_schedule(plan)
    assert isinstance(made, Schedule)
    return made


def test_the_way_back_is_the_same_the_other_way_round() -> None:
    old, new = load(EXAMPLES / "state_agency").plan, load(EXAMPLES / "grades_9_14_district").plan
    there = compare_states(PlanState("old", old), PlanState("new", new), CALENDAR)
    back = compare_states(PlanState("new", new), PlanState("old", old), CALENDAR)
    one = sorted(repr(in_order(change)) for change in (*there.tasks, *there.sections))
    assert len(one) > 100
    assert one == sorted(repr(in_order(mirrored(change))) for change in (*back.tasks, *back.sections))


def mirrored(change: EntryChange) -> EntryChange:
    fields = tuple(FieldChange(one.path, one.new, one.old) for one in change.fields)
    inner = tuple(map(mirrored, change.inner))
    return replace(change, old=change.new, new=change.old, fields=fields, inner=inner)


def in_order(change: EntryChange) -> EntryChange:
    """What was removed comes last, so the order depends on the direction."""
    fields = tuple(sorted(change.fields, key=repr))
    return replace(change, fields=fields, inner=tuple(sorted(map(in_order, change.inner), key=repr)))


def task(key: str, title: str, *links: str, **more: Any) -> Task:
    return Task.model_validate({"id": key, "title": title, "depends_on": list(links), **more})


def lines(old: tuple[Task, ...], new: tuple[Task, ...]) -> list[tuple[str, str]]:
    header = {"name": "Example", "start": "2027-01-04"}
    plans = [Plan.model_validate({"project": header, "tasks": tasks}) for tasks in (old, new)]
    before, after = (PlanState("state", plan, scheduled(plan)) for plan in plans)
    topics = topics_of(compare_states(before, after, work_calendar(plans[1])))
    return [(line.kind, line.text) for topic in topics for line in topic.lines]


def test_a_renamed_task_is_found_by_its_title_or_its_links() -> None:
    first, last = task("first", "Begin", duration="3d"), task("last", "End", "middle", duration="2d")
    old = (first, task("middle", "Draft the agreement", "first", duration="2d"), last)
    by_title = (
        first,
        task("center", "Draft the agreement", "first", duration="2d"),
        task("last", "End", "center", duration="2d"),
    )
    assert lines(old, by_title) == [
        ("finish", "The project still finishes on January 12, 2027."),
        ("renamed", "“Draft the agreement” has the new id center (it was middle)."),
    ]
    by_links = (
        first,
        task("center", "Draft an agreement", "first", duration="2d"),
        task("last", "End", "center", duration="2d"),
    )
    assert lines(old, by_links)[1:] == [
        ("renamed", "“Draft the agreement” is now called “Draft an agreement”.")
    ]
    another = (
        first,
        task("center", "Hire staff", "first", duration="2d"),
        task("last", "End", "center", duration="2d"),
    )
    assert [kind for kind, _ in lines(old, another)] == ["finish", "added", "removed", "changed"]


LATER = "January 8, 2027, 2 working days later than before (January 6, 2027)"


def test_dates_are_told_with_their_cause() -> None:
    old = (task("draft", "Draft it", duration="3d"), task("sign", "Sign it", "draft", duration="0d"))
    new = (task("draft", "Draft it", duration="5d"), task("sign", "Sign it", "draft", duration="0d"))
    assert lines(old, new) == [
        (
            "finish",
            f"The project now finishes on {LATER}.",
        ),
        ("cause", "Why: “Draft it” takes 2 days longer (+2d)."),
        (
            "milestone",
            f"Milestone “Sign it” moves to {LATER}.",
        ),
        (
            "moved",
            f"“Draft it” finishes on {LATER}.",
        ),
        ("changed", "“Draft it”: duration changed from 3 working days to 5 working days."),
    ]


def test_tasks_are_told_to_be_done_dropped_regrouped_and_reordered() -> None:
    work = task("work", "Do it", duration="3d")
    group = task("group", "All of it", tasks=[work])
    assert lines((group, task("b", "Other")), (task("group", "All of it"), work, task("b", "Other")))[1:] == [
        ("regrouped", "“Do it” is now at the top of the work breakdown."),
    ]
    done = task("work", "Do it", duration="3d", status="done", started="2027-01-04", finished="2027-01-06")
    assert lines((work,), (done,))[1] == (
        "done",
        "“Do it” is done (started January 4, 2027 and finished January 6, 2027).",
    )
    dropped = task("b", "Other", duration="1d", status="dropped")
    assert [kind for kind, _ in lines((work, task("b", "Other", duration="1d")), (work, dropped))] == [
        "finish",
        "dropped",
    ]
