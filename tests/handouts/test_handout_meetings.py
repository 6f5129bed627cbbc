"""Sign-in sheets, minutes, and open actions that come back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach import agenda, minutes, sign_in
from pathwayctl.handouts.outreach.meeting_words import by_date, is_still_to_come, open_before
from pathwayctl.handouts.outreach.minutes import Minutes
from pathwayctl.handouts.outreach.sign_in import SignIn, more
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.vocabulary import Audience, MeetingKind


def pages(handout: Handout, plan: Context) -> dict[str, PageView]:
    return {page.slug: page for page in handout.pages(plan)}


def sheet(plan: Context, slug: str) -> SignIn:
    view = pages(sign_in.HANDOUT, plan)[slug].view
    assert isinstance(view, SignIn)
    return view


def record(plan: Context, slug: str) -> Minutes:
    view = pages(minutes.HANDOUT, plan)[slug].view
    assert isinstance(view, Minutes)
    return view


def meeting(key: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "title": key.capitalize(), "kind": "team", **more}


def series() -> Context:
    """Meetings of two teams and one of no team, written down out of order."""
    actions = [
        {"title": "Late", "owner": "dana", "due": date(2027, 1, 5)},
        {"title": "Done", "owner": "dana", "due": date(2027, 1, 5), "done": True},
    ]
    return context(
        {"status_date": date(2027, 2, 1)},
        people=[{"id": "dana", "name": "Dana"}],
        teams=[{"id": "a", "title": "A", "kind": "planning"}, {"id": "b", "title": "B", "kind": "planning"}],
        meetings=[
            meeting("third", team="a"),
            meeting("second", team="a", date=date(2027, 1, 8), actions=[{"title": "New"}]),
            meeting("first", team="a", date=date(2027, 1, 4), actions=actions),
            meeting("other", team="b", date=date(2027, 3, 1)),
            meeting("alone", date=date(2027, 3, 1)),
        ],
    )


def test_regrets_are_not_absences() -> None:
    made = meeting("m", attended=["dana"], absent=["lee"], invited=["dana", "lee"])
    page = record(context(meetings=[made]), "minutes-m")
    assert page.facts[-2:] == (("Present", "dana"), ("Regrets", "lee"))


def test_everyone_expected_has_a_line_once_and_there_are_more() -> None:
    page = sheet(full(), "sign-in-first")
    assert page.participants.rows[:3] == (
        ("1", "Dana Ruiz", "Dean", "Hill College", ""),
        ("2", "Lee Park", "", "", ""),
        ("3", "", "", "Shop", ""),
    )
    assert len(page.participants) == 3 + more(3)
    assert page.facts[0] == ("Date", "Thursday, January 21, 2027")


def test_a_meeting_that_was_held_needs_no_sheet() -> None:
    assert set(pages(sign_in.HANDOUT, full())) == {"sign-in-first", "sign-in-plan"}
    (only,) = sign_in.HANDOUT.pages(context(meetings=[meeting("m", attended=["x"])]))
    assert only.slug == "sign-in"
    assert sign_in.HANDOUT.audience is Audience.PARTNERS


def test_a_sheet_that_goes_around_the_table_shows_no_addresses() -> None:
    page = sheet(full(), "sign-in-first")
    cells = " ".join(cell for row in page.participants.rows for cell in row)
    assert "@" not in cells
    assert "555" not in cells


def test_minutes_have_motions_and_end_with_the_close_of_the_meeting() -> None:
    motion = {"motion": "Approve the plan", "moved": "dana", "vote": "7 to 1", "result": "adopted"}
    items = [{"title": "Plan", "minutes": 30, "discussion": "Costs were explained."}]
    held = meeting(
        "m", date=date(2027, 1, 4), motions=[motion], agenda=items, adjourned="15:30", minutes_by="lee",
        approved=date(2027, 1, 11),
    )  # fmt: skip
    page = record(context(meetings=[held, meeting("n", date=date(2027, 1, 11))]), "minutes-m")
    assert page.motions.rows == (("Approve the plan", "dana", "", "7 to 1", "Adopted"),)
    assert [(topic.title, topic.said) for topic in page.topics] == [("Plan", "Costs were explained.")]
    assert [name for name, _ in page.closing] == [
        "Adjourned",
        "Next meeting",
        "Minutes taken by",
        "Approved on",
    ]
    assert page.closing[0] == ("Adjourned", "3:30 PM")
    assert page.agenda == ()


@pytest.mark.parametrize(
    ("own", "then"), [("core", "Core 2"), ("launch", "Goals"), ("board", "Board 2"), ("goals", "")]
)
def test_minutes_name_the_next_meeting_of_the_same_people(own: str, then: str) -> None:
    kinds: tuple[tuple[str, dict[str, Any]], ...] = (
        ("launch", {"kind": "kickoff", "attended": ["dana"]}),
        ("core", {"team": "core", "kind": "team", "attended": ["dana"]}),
        ("board", {"kind": "board"}),
        ("goals", {"title": "Goals", "kind": "prioritization", "attended": ["dana"]}),
        ("core2", {"title": "Core 2", "team": "core", "kind": "team"}),
        ("board2", {"title": "Board 2", "kind": "board"}),
    )
    made = [meeting(name, date=date(2027, 1, day), **given) for day, (name, given) in enumerate(kinds, 4)]
    closing = dict(record(context(meetings=made), f"minutes-{own}").closing)
    assert closing.get("Next meeting", "").partition(",")[0] == then


def test_minutes_say_who_came_and_what_was_agreed() -> None:
    page = record(full(), "minutes-before")
    assert page.facts[-2:] == (("Present", "Dana Ruiz"), ("Absent", "Lee Park"))
    assert page.decisions == ("We begin",)
    assert page.actions.rows == (
        ("Call the shop", "Lee Park", "Jan 4, 2027\noverdue", "Open"),
        ("Book a room", "Dana Ruiz", "Jan 15, 2027", "Done"),
        ("Find a name", "", "", "Open"),
    )
    assert page.agenda == ("Where we are",)
    assert page.gaps == ("Action items without an owner: Find a name.",)
    assert page.topics == ()


def test_before_a_meeting_there_is_a_form() -> None:
    page = record(full(), "minutes-first")
    assert [name for name, _ in page.expected] == ["Dana Ruiz", "Lee Park", "Shop"]
    assert [(topic.title, topic.about) for topic in page.topics] == [
        ("Welcome", "1:30 PM, Discuss, led by Dana Ruiz"),
        ("Roles", "1:50 PM, Decide"),
    ]
    assert page.actions[0] == ("1", "", "", "")
    assert record(full(), "minutes-plan").topics[0].title == "Item 1"
    assert record(context(), "minutes").facts[0] == ("Meeting", "")


def test_what_minutes_lack_is_said() -> None:
    page = record(context(meetings=[meeting("m", attended=["x"])]), "minutes-m")
    assert page.gaps == ("No decisions or action items were recorded.",)
    page = record(context(meetings=[meeting("m", decisions=["Yes"])]), "minutes-m")
    assert page.gaps == ("Attendance was not recorded.",)
    assert page.facts[-1] == ("Present", "")


def test_minutes_are_for_partners_and_their_kind_is_known() -> None:
    assert minutes.HANDOUT.audience is Audience.PARTNERS
    assert pages(minutes.HANDOUT, full())["minutes-before"].meeting is MeetingKind.BOARD


def test_open_actions_come_back_until_they_are_done() -> None:
    left = open_before(series())
    late = ("Late", "Dana", "Jan 5, 2027\noverdue", "First\nJan 4, 2027")
    assert left["first"].rows == left["other"].rows == left["alone"].rows == ()
    assert left["second"].rows == (late,)
    assert left["third"].rows == (late, ("New", "", "", "Second\nJan 8, 2027"))
    for view in (page.view for page in agenda.HANDOUT.pages(series()) if "third" in page.slug):
        assert isinstance(view, agenda.Agenda)
        assert view.open_actions == left["third"]
    assert record(series(), "minutes-third").open_actions == left["third"]


def test_private_actions_stay_inside() -> None:
    actions = [{"title": "Secret", "private": True}, {"title": "Open"}]
    plan = context(meetings=[meeting("a", date=date(2027, 1, 4), actions=actions), meeting("b")])
    left = open_before(shared(plan, Audience.PARTNERS))
    assert [row[0] for row in left["b"]] == ["Open"]


def test_meetings_in_order_and_still_to_come() -> None:
    plan = series()
    assert [one.id for one in by_date(plan)] == ["first", "second", "other", "alone", "third"]
    coming = [one.id for one in plan.plan.meetings if is_still_to_come(one, plan)]
    assert coming == ["third", "other", "alone"]
    past = context({"status_date": date(2027, 2, 1)}, meetings=[meeting("m", date=date(2027, 1, 29))])
    assert not is_still_to_come(past.plan.meetings[0], past)
