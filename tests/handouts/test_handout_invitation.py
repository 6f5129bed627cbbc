from __future__ import annotations

from datetime import date

from handout_plans import context, full

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.partners.invitations import HANDOUT, InvitationLetter
from pathwayctl.model.vocabulary import Audience


def letters(plan: Context) -> dict[str, InvitationLetter]:
    found = {}
    for page in HANDOUT.pages(plan):
        assert isinstance(page.view, InvitationLetter)
        found[page.slug] = page.view
    return found


def test_a_letter_has_all_five_parts() -> None:
    page = letters(full())["invitation-lee"]
    assert (page.greeting, page.date) == ("Dear Lee Park,", "December 1, 2026")
    first = "Our first meeting is “Kickoff” on Thursday, January 21, 2027."
    assert page.opening.endswith(f"I invite you to take part in Example in North. {first}")
    assert page.recipient[0] == "Lee Park"
    assert page.parts == (
        "Too few finish.",
        "What we ask of you: Speak for schools.",
        "Your students.",
        "What we offer you: A day a week.",
    )
    assert page.dates == (
        "Please keep these dates free:",
        "Kickoff: Thursday, January 21, 2027, 1:30 PM to 2:35 PM, Library",
        "Monday, March 1, 2027",
    )
    assert "by email at dana@example.org or by telephone at 555-0100" in page.reply
    assert page.signature == ("Sincerely,", "", "", "", "Dana Ruiz", "Dean", "Hill College")


def test_parts_that_are_missing_are_left_out_of_a_letter_to_mail() -> None:
    page = letters(full())["invitation-shop"]
    assert (page.parts, page.open) == ((), ())
    assert (page.recipient, page.greeting) == (("Shop",), "Dear colleagues,")


def test_a_letter_says_by_when_to_answer_and_what_is_enclosed() -> None:
    invitation = {
        "id": "i", "to": "lee", "sent": "2027-01-04", "answer_by": "2027-01-15",
        "enclosures": ["Agenda", "Map"],
    }  # fmt: skip
    people = [{"id": "lee", "name": "Lee Park", "organization": "hill", "email": "lee@example.org"}]
    hill = {
        "id": "hill",
        "name": "Hill College",
        "category": "postsecondary",
        "address": "1 Hill Road\nHill, EX",
    }
    page = letters(context(people=people, organizations=[hill], invitations=[invitation]))["invitation-lee"]
    assert page.date == "January 4, 2027"
    assert page.recipient == ("Lee Park", "Hill College", "1 Hill Road", "Hill, EX")
    assert "by Friday, January 15, 2027" in page.reply
    assert page.enclosures == "Enclosures: Agenda and Map"
    assert page.email == "lee@example.org"


def test_each_member_of_a_team_has_a_letter() -> None:
    team = {"id": "core", "title": "Core", "kind": "planning", "lead": "x", "members": ["y"]}
    plan = context(teams=[team], invitations=[{"id": "one", "to": "core"}])
    assert [page.party for page in HANDOUT.pages(plan)] == ["x", "y"]


def test_whoever_is_asked_twice_has_two_letters() -> None:
    asked = [{"id": "one", "to": "x"}, {"id": "two", "to": "x"}]
    pages = HANDOUT.pages(context(invitations=asked))
    assert [(page.slug, page.party) for page in pages] == [("invitation-x", "x"), ("invitation-x-2", "x")]


def test_milestones_and_days_that_are_set_say_what_happens() -> None:
    day = date(2027, 1, 11)
    plan = context(
        tasks=[{"id": "a", "title": "Open house", "date": day, "duration": "1d"},
               {"id": "b", "title": "Talk", "date": day, "duration": "1d"},
               {"id": "c", "title": "Start", "duration": "0d", "depends_on": []}],
        meetings=[{"id": "m", "title": "Meet", "kind": "team", "task": "b"}],
        invitations=[{"id": "i", "to": "x", "dates": [day]}],
    )  # fmt: skip
    assert letters(plan)["invitation-x"].dates[1] == "Meet and Open house: Monday, January 11, 2027"


def test_without_anybody_to_invite_there_is_a_blank_letter() -> None:
    page = letters(context())["invitation"]
    assert page.open[0] == "Why we are doing this"
    assert page.reply == "Please let me know whether you will take part."
    assert HANDOUT.audience is Audience.INTERNAL
