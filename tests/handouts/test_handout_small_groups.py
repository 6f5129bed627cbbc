from __future__ import annotations

from typing import Any

from handout_plans import context, full

from pathwayctl.handouts.work.small_groups import HANDOUT, SmallGroups
from pathwayctl.model.vocabulary import MeetingKind


def people(number: int, **given: Any) -> list[dict[str, Any]]:
    return [{"id": f"p{place}", "name": f"P{place}", **given} for place in range(number)]


def requirements(number: int, **given: Any) -> list[dict[str, Any]]:
    return [
        {"id": f"r{place}", "title": f"R{place}", "area": "partnerships", **given} for place in range(number)
    ]


def pages(**sections: Any) -> list[SmallGroups]:
    views = [page.view for page in HANDOUT.pages(context(**sections))]
    assert all(isinstance(view, SmallGroups) for view in views)
    return [view for view in views if isinstance(view, SmallGroups)]


def test_all_people_of_a_plan_whose_meetings_invite_nobody() -> None:
    (page,) = HANDOUT.pages(full())
    assert (page.slug, page.meeting) == ("groups", None)
    assert isinstance(page.view, SmallGroups)
    assert page.view.facts == (("Meeting", ""), ("Date", ""), ("People", "2 people, everyone in the plan"))
    assert page.view.groups.rows == (
        (
            "Group 1",
            "• Dana Ruiz, Hill College (decides)\n• Lee Park (does the work)",
            "• Postsecondary\n• K-12",
            "• Certificate\n• A lab (exists)\n• A board",
        ),
    )
    assert page.view.gaps == ()


def test_a_page_for_each_meeting_that_forms_groups() -> None:
    meetings = [
        {"id": key, "title": key.upper(), "kind": key, "invited": ["p0", "p1", "o"], "date": "2027-02-01"}
        for key in ("prioritization", "implementation", "board")
    ]
    plan = context(
        organizations=[{"id": "o", "name": "O", "category": "cte"}],
        people=[*people(3, does_the_work=True), {"id": "x", "name": "X", "organization": "o"}],
        requirements=requirements(1),
        meetings=meetings,
    )
    choosing, planning = HANDOUT.pages(plan)
    assert (choosing.slug, choosing.title) == ("groups-prioritization", "Small groups: PRIORITIZATION")
    assert (choosing.meeting, planning.meeting) == (MeetingKind.PRIORITIZATION, MeetingKind.IMPLEMENTATION)
    assert isinstance(choosing.view, SmallGroups)
    assert isinstance(planning.view, SmallGroups)
    assert choosing.view.facts == (
        ("Meeting", "PRIORITIZATION"),
        ("Date", "Monday, February 1, 2027"),
        ("People", "3 people, invited to this meeting"),
    )
    members = "• P0 (does the work)\n• P1 (does the work)\n• X, O"
    assert choosing.view.groups.rows == (("Group 1", members, "Career and Technical Education", ""),)
    assert choosing.view.groups.columns[-1].title == "Our priorities, and why"
    assert planning.view.groups[0][3] == "R0"


def test_what_is_missing() -> None:
    (page,) = pages(people=people(5), requirements=requirements(1))
    assert page.gaps == (
        "No decision maker or doer in group 1 or group 2.",
        "Not balanced, because their category is missing: P0, P1, P2, P3, and P4.",
    )
    assert page.notes == (
        "There are fewer requirements than groups. Ask group 2 to review another group’s work.",
    )
    (outside,) = pages(people=people(5, kind="consultant", roles=["doer"]), requirements=requirements(2))
    assert outside.gaps == ()
    (alone,) = pages(people=people(1, roles=["decision-maker", "doer"], category="cte"))
    assert alone.groups[0][1] == "P0 (decides and does the work)"
    assert alone.gaps == ("One person is not enough for a group.",)
    assert alone.notes == ()


def test_a_form_without_people_and_nothing_for_other_guides() -> None:
    (page,) = pages()
    assert page.groups[0] == ("1", "", "", "")
    assert page.facts[2] == ("People", "")
    assert HANDOUT.pages(context({"guides": ["grades-9-14"]})) == ()
