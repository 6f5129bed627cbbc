from __future__ import annotations

from datetime import date

from handout_plans import context, full

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.packets.packet_pages import personal_pages
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.sharing import shared
from pathwayctl.handouts.work.assignment_rows import share_words
from pathwayctl.handouts.work.assignments import HANDOUT, Assignments, Detail
from pathwayctl.model.values import Assignment
from pathwayctl.model.vocabulary import Audience


def pages(plan: Context) -> dict[str, Assignments]:
    found = {}
    for page in HANDOUT.pages(plan):
        assert isinstance(page.view, Assignments)
        found[page.slug] = page.view
    return found


def work() -> Context:
    return context(
        {"status_date": date(2027, 1, 11)},
        organizations=[{"id": "crew", "name": "The crew", "category": "k-12"}],
        people=[{"id": "dana", "name": "Dana"}, {"id": "lee", "name": "Lee"}, {"id": "idle", "name": "Idle"}],
        tasks=[
            {"id": "over", "title": "Over", "duration": "2d", "owner": "dana", "status": "done",
             "started": date(2027, 1, 4), "finished": date(2027, 1, 5)},
            {"id": "later", "title": "Later", "duration": "2d", "owner": "dana", "depends_on": ["now FS+1d"],
             "outcome": "A page", "deadline": date(2027, 2, 1), "consulted": ["lee"], "informed": ["lee"]},
            {"id": "now", "title": "Now", "duration": "3d", "owner": "dana", "detail": "Call **first**",
             "assigned": {"dana": 1, "lee": 0.5, "crew": 3}, "informed": ["lee"]},
            {"id": "gone", "title": "Gone", "duration": "3d", "owner": "dana", "status": "dropped"},
        ],
        meetings=[
            {"id": "past", "title": "Past", "kind": "team", "date": date(2027, 1, 5), "invited": ["dana"],
             "attended": ["dana"],
             "actions": [{"title": "Write", "owner": "dana", "due": date(2027, 1, 8)},
                         {"title": "Wrote", "owner": "dana", "done": True}]},
            {"id": "next", "title": "Next", "kind": "team", "date": date(2027, 1, 20), "starts": "9:00",
             "facilitator": "dana", "invited": ["lee"], "place": "Hall",
             "agenda": [{"title": "One", "minutes": 30, "lead": "dana", "materials": ["Map", "Pens"]},
                        {"title": "Two", "minutes": 30, "lead": "dana", "materials": ["Map"]}]},
            {"id": "open", "title": "Open", "kind": "team", "invited": ["dana"]},
        ],
        duties=[{"responsibility": "share-data", "role": "employers-and-industry", "holders": ["lee"]},
                {"responsibility": "share-data", "role": "secondary-education", "holders": ["lee"],
                 "state": "done"}],
    )  # fmt: skip


def test_what_one_answers_for_comes_in_the_order_of_days() -> None:
    page = pages(work())["assignments-dana"]
    assert page.owned.rows == (
        ("3", "Now", "Jan\u00a011,\u00a02027", "Jan\u00a013,\u00a02027", "—", "", "Planned"),
        ("2", "Later", "Jan\u00a015,\u00a02027", "Jan\u00a018,\u00a02027\ndeadline Feb\u00a01,\u00a02027",
         "3 (1 working day later)", "A page", "Planned"),
    )  # fmt: skip
    assert page.facts == (
        ("For", "Dana"),
        ("Open", "2 tasks"),
        ("Completed", "1 task"),
        ("Next meeting", "Jan\u00a020,\u00a02027\nNext"),
    )
    assert page.promises.rows == (("Write", "Jan 8, 2027\noverdue", "Past"),)
    assert page.details == (Detail("3 Now", "Call **first**"),)


def test_how_much_one_works_on_what_and_where_one_is_asked() -> None:
    page = pages(work())["assignments-lee"]
    assert [row[1:3] for row in page.helped] == [("Now", "50% of a day")]
    assert page.helped[0][-1] == "Dana"
    assert [row[1:4] for row in page.voiced] == [
        ("Now", "Informed when it is done", "Jan\u00a013,\u00a02027"),
        ("Later", "Consulted before it is done\nInformed when it is done", "Jan\u00a015,\u00a02027"),
    ]
    assert [kind for kind, _ in page.standing] == ["Responsibility"]
    assert page.standing[0][1].endswith("\nEmployers and Industry: not begun")


def test_shares_of_a_day() -> None:
    assert [share_words(Assignment("x", units)) for units in (1.0, 0.25, 2.0)] == [
        "All day", "25% of a day", "2 at a time",
    ]  # fmt: skip


def test_meetings_to_come_with_what_to_bring() -> None:
    assert pages(work())["assignments-dana"].meetings.rows == (
        ("Jan\u00a020,\u00a02027", "Next", "9:00 AM to 10:00 AM\nHall",
         "Leads the meeting\n• Leads “One”\n• Leads “Two”", "• Map\n• Pens"),
        ("No date yet", "Open", "", "", ""),
    )  # fmt: skip


def test_everybody_of_whom_something_is_asked_has_a_page_and_nobody_else() -> None:
    assert set(pages(work())) == {"assignments-dana", "assignments-lee", "assignments-crew"}
    parties = [page.party for page in HANDOUT.pages(work())]
    assert parties == ["dana", "lee", "crew"]
    assert HANDOUT.audience is Audience.INTERNAL


def test_work_that_is_done_is_worth_a_page() -> None:
    over = {"id": "a", "title": "A", "duration": "1d", "owner": "x", "status": "done",
            "started": date(2027, 1, 4), "finished": date(2027, 1, 4)}  # fmt: skip
    nobodys = {**over, "id": "b", "owner": None}
    people = [{"id": "x", "name": "X"}]
    plan = context({"status_date": date(2027, 1, 11)}, people=people, tasks=[over, nobodys])
    assert pages(plan)["assignments-x"].facts == (("For", "X"), ("Completed", "1 task"))


def test_all_that_is_promised_watched_and_held() -> None:
    lee, dana = pages(full())["assignments-lee"], pages(full())["assignments-dana"]
    assert lee.risks.rows == (("Late data", "No reply", "Begin early"),)
    assert [row[0] for row in lee.messages] == ["Families", "Students"]
    assert [row[0] for row in dana.promises] == ["Train twelve", "Report"]
    assert [kind for kind, _ in dana.standing] == [
        "Team", "Team", "Goal", "Requirement", "Agreement", "Evaluation group", "Responsibility",
    ]  # fmt: skip
    assert ("Agreement", "Memorandum\nOwner, expires on Mar 1, 2027") in dana.standing
    assert ("Measure to collect", "Courses completed\nYearly") in lee.standing
    assert ("Agreement", "Courses together\nParty to it") in pages(full())["assignments-college"].standing


def slugs(party: str, plan: Context) -> list[str]:
    return [page.slug for _, page in personal_pages(party, HANDOUTS, plan)]


def test_what_one_person_gets_begins_with_their_assignments() -> None:
    assert slugs("lee", full()) == [
        "assignments-lee", "invitation-lee", "commitment-lee", "agenda-first", "role-secondary-education",
    ]  # fmt: skip
    assert slugs("dana", work()) == [
        "assignments-dana", "thank-you-dana", "agenda-next-facilitator", "agenda-open",
    ]  # fmt: skip
    assert slugs("dana", shared(work(), Audience.PARTNERS)) == ["agenda-next", "agenda-open"]
    assert slugs("idle", work()) == []


def test_action_items_come_in_the_order_of_their_due_dates() -> None:
    late, soon = date(2027, 3, 31), date(2027, 3, 24)
    first = {"id": "a", "title": "A", "kind": "team", "date": date(2027, 1, 5)}
    actions = [{"title": "Some day", "owner": "x"}, {"title": "Late", "owner": "x", "due": late}]
    meetings = [
        {**first, "actions": actions},
        {**first, "id": "b", "actions": [{"title": "Soon", "owner": "x", "due": soon}]},
    ]
    plan = context(people=[{"id": "x", "name": "X"}], meetings=meetings)
    assert [row[0] for row in pages(plan)["assignments-x"].promises] == ["Soon", "Late", "Some day"]


def test_to_be_informed_alone_makes_no_page_but_to_be_consulted_does() -> None:
    people = [{"id": "told", "name": "Told"}, {"id": "asked", "name": "Asked"}]
    task = {"id": "a", "title": "A", "duration": "1d", "informed": ["told"], "consulted": ["asked"]}
    assert set(pages(context(people=people, tasks=[task]))) == {"assignments-asked"}
