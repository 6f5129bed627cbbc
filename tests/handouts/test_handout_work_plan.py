"""The pages of the grades 9-14 work plan: its phases, its six columns, and what was decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from handout_plans import context, full

from pathwayctl.catalog.reading import grades_9_14
from pathwayctl.handouts.pathways import phases, work_plan, work_plan_decisions
from pathwayctl.handouts.pathways.work_plan_decisions import DecidedList
from pathwayctl.model.vocabulary import FocusArea, Phase


def task(key: str, **given: Any) -> dict[str, Any]:
    return {"id": key, "title": key.upper(), "duration": "2d", **given}


def row(deliverable: str = "staffing", **given: Any) -> dict[str, Any]:
    return {"focus_area": "staffing-strategy", "deliverable": deliverable, **given}


def test_the_phases_have_their_fifteen_activities() -> None:
    rows = phases.view(context()).phases
    assert [one[0] for one in rows] == [phase.label for phase in Phase]
    numbers = [line.split(".")[0] for one in rows for line in one[4].split("\n")]
    assert numbers == [str(number) for number in range(1, 16)]
    assert rows[0][1] == "From now to a month that the project sets"


def test_dates_and_work_of_each_phase() -> None:
    page = phases.view(full())
    assert page.phases[0][1].replace("\u00a0", " ") == "Jan 4, 2027\nto Jan 15, 2027"
    first, second, third = (tuple(cell.replace("\u00a0", " ") for cell in one) for one in page.work)
    assert first[1:] == (
        "Jan 21, 2027: Meet", "Jan 4, 2027\nto Jan 21, 2027", "0 of 3 tasks done", "Dana Ruiz",
    )  # fmt: skip
    assert second[1:] == ("Jan 8, 2027: Signed", "Jan 8, 2027", "0 of 1 task done", "Hill College")
    assert third[1:] == ("", "", "", "")
    assert page.gaps == (
        "No dates are set for Phase II: build its infrastructure or Phase III: launch the pathway.",
        "No work is planned for Phase III: launch the pathway.",
        "Phase I: plan and develop the pathway ends on Jan 15, 2027, but this work finishes later: Meet.",
    )


def test_whoever_has_most_of_the_work_is_named_first_and_few_are_named() -> None:
    tasks = [task(f"t{number}", phase="plan", owner=f"o{number}") for number in range(6)]
    page = phases.view(
        context(tasks=[*tasks, task("more", phase="plan", owner="o5"), task("none", phase="plan")])
    )
    assert page.work[0][4] == "o5, o0, o1, and 3 others"


def test_nothing_is_missing_from_phases_that_have_dates_and_work() -> None:
    dates = [{"phase": one, "from": date(2027, 1, 4), "to": date(2027, 12, 31)} for one in Phase]
    page = phases.view(context(phases=dates, tasks=[task(one.value, phase=one) for one in Phase]))
    assert page.gaps == ()
    assert phases.view(context()).gaps == ()


def test_seven_characteristics_and_four_choices_with_what_there_is_for_them() -> None:
    page = phases.view(full())
    assert [said for _, said in page.characteristics] == [
        "Precision machining: 24 students",
        "Precision machining: Hill College",
        "",
        "Tutors",
        "Precision machining: A visit; An internship",
        "Precision machining: Machining; 90 openings a year",
        "Precision machining: Jan 8, 2027",
    ]
    assert [said for _, said in page.choices] == [
        "2 pathways planned so far: Precision machining and Welding path",
        "",
        "",
        "Precision machining: Grades; A portfolio",
    ]
    empty = phases.view(context())
    assert {said for _, said in (*empty.characteristics, *empty.choices)} == {""}


def test_only_the_answers_that_belong_to_a_choice_are_shown() -> None:
    answers = {"core-experiences": "Visits", "for-credit": "No"}
    page = phases.view(context(work_plan=[row("work-based-continuum", answers=answers)]))
    assert page.choices[2][1] == "Visits"


def test_the_work_plan_has_all_deliverables_in_their_order() -> None:
    page = work_plan.view(context())
    assert [one[1] for one in page.deliverables] == [one.deliverable for one in grades_9_14().rows]
    assert {one[4:] for one in page.deliverables} == {("", "", "")}
    assert page.so_far == "0 of 17 deliverables are done."
    assert page.gaps == ()


def test_a_row_with_its_owner_tasks_and_time() -> None:
    page = work_plan.view(full())
    cells = tuple(cell.replace("\u00a0", " ") for cell in page.deliverables[1])
    assert cells[3].endswith("In our plan:\n1.1 Draft")
    assert cells[4:] == (
        "Dana Ruiz",
        "Due Jan 15, 2027\nWork Jan 4, 2027\nto Jan 6, 2027",
        "Under way\n0 of 1 task done",
    )
    assert page.gaps == (
        "15 deliverables have no owner.",
        "15 deliverables have no timeline.",
    )


def test_a_row_takes_its_owner_and_time_from_its_tasks() -> None:
    tasks = [task("a", owner="x"), task("b", status="dropped", owner="y")]
    plan = context(tasks=tasks, work_plan=[row(tasks=["a", "b", "unheard-of"], state="done")])
    page = work_plan.view(plan)
    cells = tuple(cell.replace("\u00a0", " ") for cell in page.deliverables[3])
    assert cells[3].endswith("In our plan:\n1 A")
    assert cells[4:] == ("x", "Jan 4, 2027\nto Jan 5, 2027", "Done\n0 of 1 task done")
    assert page.so_far == "1 of 17 deliverables are done."


def test_of_two_rows_for_one_deliverable_the_first_counts() -> None:
    plan = context(work_plan=[row(owner="first"), row(owner="second")])
    assert work_plan.view(plan).deliverables[3][4] == "first"


def test_a_plan_that_lacks_nothing() -> None:
    rows = [
        {"focus_area": one.focus_area, "deliverable": one.id, "owner": "x", "due": date(2027, 2, 1)}
        for one in grades_9_14().rows
    ]
    assert work_plan.view(context(work_plan=rows)).gaps == ()


def lists(page: work_plan_decisions.Decisions) -> list[DecidedList]:
    return [one for area in page.areas for one in area.lists]


def test_fifteen_lists_with_seventy_five_items() -> None:
    page = work_plan_decisions.view(context())
    assert len(lists(page)) == 15
    assert sum(len(one.decisions) for one in lists(page)) == 75
    assert FocusArea.SYSTEM.label not in [area.label for area in page.areas]
    assert (page.open, {one.open for one in lists(page)}) == ("", {""})


def test_what_was_decided_stands_beside_what_was_asked() -> None:
    page = work_plan_decisions.view(full())
    team = lists(page)[0]
    assert team.decisions[0] == ("The program director", "Dana leads")
    assert team.open == "Undecided: 5 of 6 items."
    assert page.open == "72 of 75 items are undecided."


def test_a_shared_agreement_answers_for_its_row_unless_the_row_does() -> None:
    shared = {"id": "a", "title": "A", "kind": "shared-agreement", "parties": []}
    first = {**shared, "answers": {"staff": "Two", "data": "Monthly"}}
    second = {**shared, "id": "b", "answers": {"staff": "Nine", "finance": "The state"}}
    other = {**shared, "id": "c", "kind": "mou", "answers": {"standards": "No"}}
    own = row("shared-agreement", answers={"data-agreements": "Yearly"})
    page = work_plan_decisions.view(context(agreements=[first, second, other], work_plan=[own]))
    (agreement,) = (one for one in lists(page) if one.question == "What does the shared agreement cover?")
    assert [said for _, said in agreement.decisions] == ["", "Two", "", "The state", "", "", "", "Yearly"]
