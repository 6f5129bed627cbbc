"""The pages of meetings that are online, recur, or are not held as planned, and the pages around them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handout_plans import context

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.governance import teams
from pathwayctl.handouts.handout import WORK_PLAN
from pathwayctl.handouts.outreach import (
    agenda,
    commitments,
    facilitators_guide,
    minutes,
    sign_in,
    sign_up,
    table_sheets,
    thank_you,
)
from pathwayctl.handouts.outreach.meeting_words import date_words, meeting_time, place_words
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.vocabulary import Audience

PEOPLE = [
    {"id": "ana", "name": "Ana Lopez", "roles": ["doer"], "email": "ana@example.org"},
    {"id": "ben", "name": "Ben Dean"},
]
TEAMS = [{"id": "planners", "title": "Planners", "kind": "planning", "lead": "ben", "members": ["ana"]}]


def with_meetings(*meetings: dict[str, Any], project: dict[str, Any] | None = None) -> Context:
    entries = [
        {"id": f"m{number}", "title": "Meet", "kind": "team", **one} for number, one in enumerate(meetings)
    ]
    return context({"facilitator": "ana", **(project or {})}, people=PEOPLE, teams=TEAMS, meetings=entries)


def words(**fields: Any) -> str:
    plan = with_meetings(fields)
    return date_words(plan.plan.meetings[0], plan)


def test_the_days_of_a_meeting() -> None:
    day = date(2027, 3, 3)
    assert words(date=day) == "Wednesday, March 3, 2027"
    assert words(date=day, until=date(2027, 3, 4)) == "Wednesday, March 3, 2027 to Thursday, March 4, 2027"
    assert words(date=day, dates=[date(2027, 4, 7)]) == "Wednesday, March 3, 2027\nThen Apr 7, 2027"
    every = words(date=day, every="2w", until=date(2027, 4, 1))
    assert every == "Wednesday, March 3, 2027\nThen Mar 17, 2027 and Mar 31, 2027"
    assert words(date=day, every="2w", times=3) == every
    moved = words(date=day, status="postponed", moved_from=date(2027, 2, 3))
    assert moved == "Wednesday, March 3, 2027\nPostponed from February 3, 2027"
    assert words(status="postponed") == "Postponed; the new date is not set yet"


def test_a_series_shows_its_next_day() -> None:
    series = {"date": date(2027, 3, 3), "every": "month", "until": date(2027, 6, 30)}
    plan = with_meetings(series, project={"status_date": date(2027, 4, 10)})
    assert date_words(plan.plan.meetings[0], plan).startswith("Monday, May 3, 2027\nThen Jun 3, 2027")


def test_times_and_places() -> None:
    plan = with_meetings(
        {"starts": "13:00", "ends": "15:30", "place": "Room 2", "link": "https://example.org/x"}
    )
    (meeting,) = plan.plan.meetings
    assert meeting_time(meeting) == "1:00 PM to 3:30 PM"
    assert place_words(meeting, plan) == "Room 2\nOnline: https://example.org/x"
    assert place_words(meeting, shared(plan, Audience.PUBLIC)) == "Room 2"


def test_a_cancelled_meeting_has_no_pages() -> None:
    plan = with_meetings({"status": "cancelled", "date": date(2027, 3, 3)}, {"date": date(2027, 3, 4)})
    for handout in (agenda.HANDOUT, sign_in.HANDOUT, minutes.HANDOUT):
        assert not [page.slug for page in handout.pages(plan) if "m0" in page.slug]
    assert plan.index.day_of(plan.plan.meetings[0]) is None


def test_teams_and_guests_sign_in() -> None:
    items = [{"title": "Data", "minutes": 30, "lead": "Dr. Uma Reyes"}]
    plan = with_meetings({"invited": ["planners"], "guests": ["Lee Park"], "agenda": items})
    names = [row[1] for row in sign_in.view(plan.plan.meetings[0], plan).participants.rows]
    assert names[:4] == ["Ana Lopez", "Ben Dean", "Dr. Uma Reyes", "Lee Park"]


def test_blank_minutes_leave_out_breaks() -> None:
    items = [{"title": "Goals", "minutes": 30}, {"title": "Break", "minutes": 10}]
    items += [{"title": "Coffee and cake", "minutes": 10, "purpose": "break"}]
    (page,) = minutes.HANDOUT.pages(with_meetings({"agenda": items}))
    assert isinstance(page.view, minutes.Minutes)
    assert [topic.title for topic in page.view.topics] == ["Goals"]


def test_the_guide_of_a_kickoff_has_steps_before_during_and_after() -> None:
    pages = {page.slug: page for page in facilitators_guide.HANDOUT.pages(context({"guides": ["ccrs"]}))}
    guide = pages["facilitators-guide-kickoff"].view
    assert isinstance(guide, facilitators_guide.FacilitatorsGuide)
    assert guide.before
    assert guide.during
    assert guide.after
    assert guide.background
    evaluation = pages["facilitators-guide-evaluation"].view
    assert isinstance(evaluation, facilitators_guide.FacilitatorsGuide)
    assert len(evaluation.questions) == 2
    assert "facilitators-guide-sector-launch" not in pages


def test_pages_cite_the_guide_that_a_meeting_follows() -> None:
    launch = {"kind": "sector-launch"}
    (page, *_) = agenda.HANDOUT.pages(with_meetings(launch, project={"guides": ["sector"]}))
    assert page.source.endswith("Creating Career Pathways in Colorado, step 3 (2014)")
    (page,) = minutes.HANDOUT.pages(with_meetings({}, project={"guides": ["ccrs"]}))
    assert "chapter 1" in page.source


def test_sheets_for_the_tables_of_a_launch_and_of_a_kickoff() -> None:
    plan = with_meetings({"kind": "sector-launch"}, {"kind": "kickoff"})
    launch, kickoff = (page.view for page in table_sheets.HANDOUT.pages(plan))
    assert isinstance(launch, table_sheets.TableSheet)
    assert isinstance(kickoff, table_sheets.TableSheet)
    assert [part.title for part in launch.parts][:2] == ["What is growing?", "What is in the way?"]
    assert [part.title for part in kickoff.parts] == ["Elements"]


def test_a_sign_up_card_says_when_the_group_meets_next() -> None:
    plan = with_meetings(
        {"kind": "sector-launch", "date": date(2027, 3, 3)}, {"title": "Next", "date": date(2027, 4, 7)}
    )
    (page,) = sign_up.HANDOUT.pages(plan)
    assert isinstance(page.view, sign_up.SignUpCard)
    assert page.view.next_meeting == "Next, Wednesday, April 7, 2027"


@pytest.mark.parametrize(("priorities", "cards"), [(0, 2), (5, 2), (6, 1)])
def test_short_sign_up_cards_are_two_to_a_sheet(priorities: int, cards: int) -> None:
    titles = [{"id": f"p{number}", "title": f"Priority {number}"} for number in range(priorities)]
    assert sign_up.view(None, context({}, priorities=titles)).cards == cards


def test_letters_go_to_those_who_came_and_those_who_could_not() -> None:
    held = {
        "date": date(2027, 3, 3),
        "invited": ["planners"],
        "attended": ["Dr. Uma Reyes"],
        "decisions": ["Begin"],
        "actions": [{"title": "Call", "owner": "ben", "due": date(2027, 3, 9)}],
    }
    pages = {page.slug: page.view for page in thank_you.HANDOUT.pages(with_meetings(held))}
    missed, guest = pages["thank-you-ben"], pages["thank-you-1"]
    assert isinstance(missed, thank_you.ThankYouLetter)
    assert isinstance(guest, thank_you.ThankYouLetter)
    assert missed.opening.startswith("We missed you")
    assert missed.own == ("Call, by Mar 9, 2027",)
    assert guest.greeting == "Dear Dr. Uma Reyes,"
    assert guest.opening == "Thank you for taking part in “Meet” on March 3, 2027."


def test_a_commitment_names_the_roles_and_no_contact_details() -> None:
    (page,) = commitments.HANDOUT.pages(with_meetings())
    assert page.slug == "commitment-ana"
    assert isinstance(page.view, commitments.Commitment)
    assert [role.title for role in page.view.roles] == ["Role: Doer"]
    assert "ana@example.org" not in str(page.view)


@pytest.mark.parametrize(
    ("guides", "source"),
    [(["components", "grades-9-14"], ""), (["grades-9-14"], WORK_PLAN.format("Work Planning")), ([], "")],
)
def test_the_page_of_teams_names_a_guide_that_is_followed(guides: list[str], source: str) -> None:
    (page,) = teams.HANDOUT.views(context({"guides": guides}, teams=TEAMS, people=PEOPLE))
    assert page.source == source
