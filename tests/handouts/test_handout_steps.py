"""The pages about the 17 steps as a whole: the tracker, the partnership and the action plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from handout_plans import context, full

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.governance import partnership, partnership_health
from pathwayctl.handouts.work import action_plan, hand_over, steps


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
    assert page.facts[4] == ("Go on with", "1. Defining the Scope of Your Sector Partnership")


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


def test_only_the_actions_of_the_pathway_are_listed_under_their_steps() -> None:
    priorities = [{"id": "welders", "title": "More welders"}]
    takes = {"cost": 3000, "resources": ["Two booths"], "priority_served": "welders"}
    plan = context(
        priorities=priorities,
        tasks=[
            task("core", step=1),
            task("class", step=15, owner="x", **takes),
            task("ask", step=15, deadline=date(2027, 1, 1)),
            task("tour", priority_served="welders", owner="x"),
        ],
    )
    page = action_plan.view(plan)
    part, other = page.groups
    assert part.label.startswith("Part IV")
    assert [row[0] for row in part.grid.rows] == ["Step 15", "2", "3"]
    assert part.grid.marks == ("summary", "", "")
    assert part.grid.rows[1][2:5] == ("x", "More welders", "$3,000\nTwo booths")
    assert (other.label, [row[0] for row in other.grid.rows]) == (action_plan.OTHER, ["4"])
    assert page.gaps[0].startswith("1 action has no owner: 3 ")
    assert page.gaps[1].startswith("Scheduled to finish after the deadline: 3 ")


def test_what_is_done_is_counted_and_not_listed() -> None:
    done = {"status": "done", "started": date(2027, 1, 4), "finished": date(2027, 1, 5), "owner": "x"}
    plan = context(
        {"status_date": date(2027, 1, 6)},
        tasks=[task("a", step=8, **done), task("b", step=15, owner="x"), task("c", step=15, **done)],
    )
    page = action_plan.view(plan)
    assert page.facts[:2] == (("Open actions", "1"), ("Completed, not listed", "2"))
    (group,) = page.groups
    assert [row[0] for row in group.grid.rows] == ["Step 15", "2"]
    assert group.grid.rows[0][7] == "1 of 2 tasks done"
    assert page.gaps == ()


def test_each_lead_gets_a_list_of_what_goes_over_to_them() -> None:
    plan = context(
        {"guides": ["sector"]},
        tasks=[
            task("core", step=1, owner="x"),
            task("class", step=16, owner="x", deputy="y", cost=500),
            task("tour", step=17, owner="y"),
        ],
    )
    page = hand_over.view(plan)
    assert [lead.name for lead in page.leads] == ["x", "y"]
    assert (page.leads[0].items.rows[0][1], page.leads[0].budget) == ("y", "$500")
    assert len(page.leads[0].items) == 1
    assert len(hand_over.view(context()).form) == 14
    undeputed = hand_over.view(context(tasks=[task("class", step=16, owner="x")]))
    assert undeputed.gaps == ("No deputy is named yet.",)


def test_the_health_of_a_partnership_is_read_over_time() -> None:
    rated = [
        {"date": date(2027, 6, 1), "indicator": "Employers lead", "rating": 3},
        {"date": date(2027, 3, 1), "indicator": "Employers lead", "rating": 2},
    ]
    page = partnership_health.view(context(partnership={"scope": "S", "health": rated}))
    assert page.readings.rows == (("Employers lead", "2 (Mar 1, 2027)", "3", "Jun 1, 2027", "+1", ""),)
    assert page.form.rows == (("Employers lead", "", ""),)
    assert len(partnership_health.view(context()).form) == len(partnership_health.INDICATORS)


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
