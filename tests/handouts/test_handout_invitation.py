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
    assert page.greeting == "Dear Lee Park,"
    first = "Our first meeting is “Kickoff.”"
    assert page.opening == f"We would like you to take part in Example in North. {first}"
    assert page.facts == (
        ("To", "Lee Park"),
        ("From", "Dana Ruiz, Dean, Hill College"),
        ("First meeting", "Kickoff\nThursday, January 21, 2027, 1:30 PM to 2:35 PM"),
        ("Place", "Library"),
    )
    assert page.parts == (
        ("Why we are doing this", "Too few finish"),
        ("What we ask of you", "Speak for schools"),
        ("Why it matters to you", "Your students"),
        ("What we offer you", "A day a week"),
        ("Important dates", "Thursday, January 21, 2027: Kickoff\nMonday, March 1, 2027"),
    )
    assert (page.open, page.gap) == ((), "")
    assert page.reply == "Please reply to Dana Ruiz: dana@example.org or 555-0100."
    assert page.signature == "Dana Ruiz, Dean, Hill College"


def test_parts_that_are_missing_are_named_and_have_lines() -> None:
    page = letters(full())["invitation-shop"]
    assert page.open[0] == "Why we are doing this"
    assert page.open[-1] == "Important dates"
    assert page.gap.startswith("Not written yet: “Why we are doing this”, ")
    assert page.facts[0] == ("To", "Shop")


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
    assert letters(plan)["invitation-x"].parts[0][1] == "Monday, January 11, 2027: Meet and Open house"


def test_without_anybody_to_invite_there_is_a_blank_letter() -> None:
    page = letters(context())["invitation"]
    assert len(page.open) == 5
    assert page.reply == "Please reply."
    assert HANDOUT.audience is Audience.INTERNAL
