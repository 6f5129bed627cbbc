"""The pages about the 17 steps as a whole: the tracker, the partnership and the action plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from handout_plans import context, full

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.governance import partnership
from pathwayctl.handouts.work import action_plan, steps


def task(key: str, **given: Any) -> dict[str, Any]:
    return {"id": key, "title": key.upper(), "duration": "2d", **given}


def rows_of(plan: Context) -> list[tuple[str, ...]]:
    return [row for part in steps.view(plan).parts for row in part.steps]


def test_seventeen_steps_in_five_parts() -> None:
    parts = steps.view(context()).parts
    assert [len(part.steps) for part in parts] == [4, 3, 4, 4, 2]
    assert parts[3].label == "Part IV: Build a System for Continuous Talent Generation and Career Mobility"
    assert [row[0].split(".")[0] for row in rows_of(context())] == [str(n) for n in range(1, 18)]


def test_a_new_project_is_told_where_to_begin() -> None:
    page = steps.view(context())
    assert page.facts == (
        ("Done", "0 of 17 steps"),
        ("Work open", "0 of 17 steps"),
        ("Under way", "0 of 17 steps"),
        ("Not begun", "17 of 17 steps"),
        ("Go on with", "1. Defining the Scope of Your Sector Partnership"),
    )
    assert len(page.beginning) == 5
    assert not any(ticked for _, ticked in page.signs)


def test_a_step_shows_what_there_is_what_is_missing_when_and_who() -> None:
    first, second, *_ = rows_of(full())
    assert first[2:] == (
        "Work open",
        "• Scope: “Machining shops”\n• Minutes of the workshop\n• 1 task in progress",
        "2 open tasks",
        "Jan 4, 2027",
        "Jan 13, 2027",
        "Dana Ruiz",
    )
    assert second[2:] == (
        "Under way",
        "A labor market brief",
        "Invitation to an employer",
        "",
        "",
        "",
    )
    page = steps.view(full())
    assert page.beginning == ()
    assert [ticked for _, ticked in page.signs] == [False] * 17
    assert page.facts[3] == ("Go on with", "1. Defining the Scope of Your Sector Partnership")


def lacking(number: int, **sections: Any) -> list[str]:
    return rows_of(context(**sections))[number - 1][4].removeprefix("• ").split("\n• ")


def test_what_several_entries_lack_is_counted() -> None:
    occupations = [
        {"id": "a", "title": "A", "soc": "51-4041", "median_wage": 1},
        {"id": "b", "title": "B", "growth": 0},
    ]
    assert lacking(5, occupations=occupations) == [
        "Openings for 2 critical occupations",
        "Growth for 1 critical occupation",
        "Difficulty to fill for 2 critical occupations",
        "Entry education for 2 critical occupations",
        "SOC or O*NET code for 1 critical occupation",
        "Wage for 1 critical occupation",
    ]
    assert lacking(5) == ["Critical occupations (none yet)"]
    assert lacking(3) == ["Launch meeting", "Priorities (none yet)"]
    assert lacking(15, tasks=[task("a"), task("b", owner="x", duration=None)]) == [
        "Owner for 1 action",
        "Duration or date for 1 action",
    ]


def test_the_tasks_of_a_step_are_its_own_and_those_under_it() -> None:
    tasks = [
        task(
            "all",
            step=9,
            duration=None,
            tasks=[task("a", owner="x"), task("b", step=10), task("c", owner="y")],
        ),
        task("d", status="dropped", step=9),
        task("e"),
    ]
    rows = rows_of(context(tasks=tasks))
    assert rows[8][5:] == ("Jan 4, 2027", "Jan 5, 2027", "x and y")
    assert rows[9][5:] == ("Jan 4, 2027", "Jan 5, 2027", "")


def test_the_partnership_and_its_members() -> None:
    page = partnership.view(full())
    assert page.facts == (
        ("Region", "Two counties"), ("Industry codes (NAICS)", "3327"), ("Convener", "Hill College"),
    )  # fmt: skip
    assert (page.scope, page.brief, page.home) == ("Machining shops", "640 companies", "The council")
    assert [group.members.rows for group in page.groups] == [
        (("Shop", "Business / Industry / Workforce", ""),),
        (("Hill College", "College", "North"),),
    ]


def test_a_partnership_without_members_and_none_at_all() -> None:
    bare = partnership.view(context({"region": "North"}, partnership={"scope": "Shops"}))
    assert bare.facts[0] == ("Region", "North")
    assert [group.gap for group in bare.groups] == [
        "No industry members yet.", "No strategic partners yet.",
    ]  # fmt: skip
    blank = partnership.view(context())
    assert (blank.scope, blank.brief, blank.home) == ("", "", "")
    assert [group.gap for group in blank.groups] == ["", ""]
    unknown = partnership.view(context(partnership={"scope": "S", "industry_members": ["who"]}))
    assert unknown.groups[0].members.rows == (("who", "", ""),)


def test_actions_stand_under_their_steps() -> None:
    page = action_plan.view(full())
    part, other = page.groups
    assert part.label == "Part I: Build the Sector Partnership"
    assert [row[0] for row in part.grid.rows] == ["Step 1", "1.1", "1.2", "Step 4", "2"]
    assert part.grid.marks == ("summary", "", "", "summary", "")
    assert part.grid.rows[0][1:3] == ("Defining the Scope of Your Sector Partnership", "")
    assert part.grid.rows[0][3:] == ("Jan 4, 2027", "Jan 13, 2027", "0 of 2 tasks done")
    assert other.label == action_plan.OTHER
    assert other.grid.rows == (
        ("3", "Meet\nDeadline: Jan 20, 2027", "", "Jan 21, 2027", "Jan 21, 2027", "Planned"),
    )
    assert page.gaps == (
        "2 actions have no owner: 1.2 Agree and 3 Meet.",
        "Scheduled to finish after the deadline: 3 Meet.",
    )


def test_what_is_done_is_counted_and_not_listed() -> None:
    done = {"status": "done", "started": date(2027, 1, 4), "finished": date(2027, 1, 5), "owner": "x"}
    plan = context(
        {"status_date": date(2027, 1, 6)},
        tasks=[task("a", step=1, **done), task("b", step=2, owner="x"), task("c", step=2, **done)],
    )
    page = action_plan.view(plan)
    assert page.facts[:2] == (("Open actions", "1"), ("Completed, not listed", "2"))
    (group,) = page.groups
    assert [row[0] for row in group.grid.rows] == ["Step 2", "2"]
    assert group.grid.rows[0][5] == "1 of 2 tasks done"
    assert page.gaps == ()


def test_actions_without_any_step_and_no_actions() -> None:
    (group,) = action_plan.view(context(tasks=[task("a")])).groups
    assert (group.label, len(group.grid.rows)) == ("Actions", 1)
    (blank,) = action_plan.view(context()).groups
    assert (blank.label, len(blank.grid.rows)) == ("Actions", 12)


def test_open_actions_of_meetings() -> None:
    asked = [{"title": "Call", "owner": "x", "due": date(2027, 2, 1)}, {"title": "Done", "done": True}]
    meeting = {"id": "m", "title": "The launch", "kind": "sector-launch", "actions": asked}
    page = action_plan.view(context(meetings=[meeting]))
    assert page.asked.rows == (("Call", "x", "Feb 1, 2027", "The launch"),)
    assert page.facts[2] == ("Action items from meetings", "1")
