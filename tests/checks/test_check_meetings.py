"""Meetings that are not held as planned, recur, or are held on a weekend; guests and teams."""

from __future__ import annotations

import pytest
from checking import codes, messages, problems

PEOPLE = "people: [{id: ana, name: Ana Lopez}]\nteams: [{id: core, title: Core, kind: planning}]\n"


def meeting(fields: str) -> str:
    return f"{PEOPLE}meetings: [{{id: m, title: M, kind: team, {fields}}}]"


@pytest.mark.parametrize(
    ("fields", "code", "found"),
    [
        ("kind: board, date: 2027-02-13", "PW565", True),
        ("date: 2027-02-13", "PW565", False),
        ("kind: open-house, date: 2027-02-13", "PW565", False),
        ("status: cancelled, date: 2027-02-13", "PW565", False),
        ("status: cancelled", "PW560", False),
        ("status: postponed, moved_from: 2027-02-10", "PW560", True),
        ("dates: [2027-02-10]", "PW560", False),
        ("date: 2027-02-10, until: 2027-02-09", "PW686", True),
        ("date: 2027-02-10, until: 2027-02-11", "PW686", False),
    ],
)
def test_what_is_said_of_a_meeting(fields: str, code: str, found: bool) -> None:
    text = meeting(fields).replace("kind: team, kind:", "kind:")
    assert (code in codes(text)) is found


def test_a_past_meeting_that_was_cancelled_needs_no_minutes() -> None:
    past = "date: 2027-02-10"
    assert "PW609" in codes(meeting(past), status_date="2027-03-01")
    assert "PW609" not in codes(meeting(f"{past}, status: cancelled"), status_date="2027-03-01")
    assert "PW609" not in codes(meeting(f"{past}, every: month, until: 2027-06-30"), status_date="2027-03-01")
    assert "PW442" in codes(meeting(f"{past}, times: 6"))
    assert "PW442" not in codes(meeting(f"{past}, every: month, times: 6"))


def test_guests_are_named_and_people_have_ids() -> None:
    item = "date: 2027-02-10, agenda: [{{title: Data, minutes: 30, lead: {}}}]"
    assert "PW303" not in codes(meeting(item.format("'Dr. Uma Reyes, State University'")))
    assert "PW303" in codes(meeting(item.format("uma-reyes")))
    assert messages(meeting(item.format("Ana Lopez")), "PW303") == [
        "“Data” is led by “Ana Lopez”, but no person or organization has that id."
    ]


def test_teams_are_invited() -> None:
    assert not {"PW303", "PW308", "PW316"} & set(codes(meeting("date: 2027-02-10, invited: [core]")))
    assert "PW303" in codes(meeting("date: 2027-02-10, invited: [crew]"))


@pytest.mark.parametrize(
    ("progress", "is_open"),
    [("", True), ("finished: 2027-02-12", False), ("finished: 2027-02-12, done: false", True)],
)
def test_an_action_with_a_finish_date_is_done(progress: str, is_open: bool) -> None:
    action = f"{{title: Ask, owner: ana, due: 2027-02-20, {progress}}}"
    text = meeting(f"date: 2027-02-10, actions: [{action}]")
    assert ("PW601" in codes(text, status_date="2027-03-01")) is is_open


def test_a_team_cannot_be_consulted_and_its_members_are_named() -> None:
    text = "teams: [{id: core, title: Core, kind: planning, members: [ana, bo]}]\n"
    text += (
        "people: [{id: ana, name: Ana}, {id: bo, name: Bo}]\ntasks: [{id: t, title: T, consulted: [core]}]"
    )
    assert [one.hint for one in problems(text, "PW308")] == ["Write its members: ana and bo."]
