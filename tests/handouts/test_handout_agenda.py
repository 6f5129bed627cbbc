from __future__ import annotations

from datetime import date
from typing import Any

from handout_plans import context, full, texts

from pathwayctl.handouts.outreach.agenda import CHECKLIST, KICKOFF_CHECKLIST, Agenda, view


def meeting(key: str = "m", **given: Any) -> dict[str, Any]:
    return {"id": key, "title": "M", "kind": "board", **given}


def agenda(**given: Any) -> Agenda:
    """The participants' page of one meeting."""
    return view(context(meetings=[meeting(**given)]))[0]


def test_the_participants_page() -> None:
    page = view(full())[0]
    assert (page.slug, page.title, page.kind) == ("agenda-first", "Agenda: Kickoff", "kickoff")
    assert page.facts == (
        ("Date", "Thursday, January 21, 2027"),
        ("Time", "1:30 PM to 2:35 PM"),
        ("Place", "Library"),
        ("Facilitator", "Dana Ruiz"),
        (
            "Accommodations",
            "To ask for an interpreter, large print, or another accommodation, please contact: Dana Ruiz.",
        ),
    )
    assert (page.purpose, page.outcomes) == ("To begin", ("Roles agreed",))
    assert page.items.rows == (
        ("1:30 PM", "20", "Welcome", "Discuss", "Dana Ruiz", "Slides"),
        ("1:50 PM", "45", "Roles", "Decide", "", ""),
        ("2:35 PM", "", "End", "", "", ""),
    )


def test_what_is_for_the_facilitator_stays_with_the_facilitator() -> None:
    page, copy = view(full())[:2]
    assert not any("Keep it short" in text for text in texts(page))
    assert page.invited == page.preparations == page.materials == ()
    assert copy.slug == "agenda-first-facilitator"
    assert copy.for_facilitator
    assert not page.for_facilitator
    assert copy.items[1] == ("1:50 PM", "45", "Roles", "Decide", "", "Keep it short")
    assert copy.items[2] == ("2:35 PM", "", "End", "", "", "")
    assert copy.invited == (("Lee Park", False), ("Shop", False))
    assert copy.materials == (("Slides", False),)


def test_preparations_of_a_kickoff_and_of_other_meetings() -> None:
    assert len(KICKOFF_CHECKLIST) == 8
    lists = {}
    for kind in ("kickoff", "sector-launch", "implementation"):
        pages = view(context(meetings=[meeting(kind=kind)]))
        lists[kind] = tuple(text for text, done in pages[1].preparations if not done)
    assert lists == {
        "kickoff": KICKOFF_CHECKLIST,
        "sector-launch": KICKOFF_CHECKLIST,
        "implementation": CHECKLIST,
    }


def test_materials_are_named_once() -> None:
    items = [{"title": "A", "minutes": 5, "materials": ["Pens", "Slides"]}] * 2
    pages = view(context(meetings=[meeting(agenda=items)]))
    assert pages[1].materials == (("Pens", False), ("Slides", False))


def test_ones_own_date_comes_before_that_of_the_task() -> None:
    task = {"id": "t", "title": "T", "date": date(2027, 1, 12), "duration": "1d"}
    given = meeting("m", task="t", date=date(2027, 1, 13)), meeting("n", task="t"), meeting("o", task="gone")
    pages = view(context(tasks=[task], meetings=list(given)))
    assert [page.facts[0][1] for page in pages[::2]] == [
        "Wednesday, January 13, 2027",
        "Tuesday, January 12, 2027",
        "",
    ]


def test_without_a_start_times_count_from_the_beginning() -> None:
    page = agenda(agenda=[{"title": "A", "minutes": 20}, {"title": "B", "minutes": 60}])
    assert [row[0] for row in page.items] == ["0:00", "0:20", "1:20"]
    assert page.facts[1] == ("Time", "1 hour 20 minutes")


def test_a_start_without_an_agenda() -> None:
    page = agenda(starts="9:00")
    assert page.facts[1] == ("Time", "9:00 AM")
    assert page.items[0] == ("1", "", "", "", "", "")


def test_a_meeting_of_which_nothing_is_known_yet() -> None:
    page = agenda()
    assert [text for _, text in page.facts] == ["", "", "", ""]
    assert (page.purpose, page.outcomes) == ("", ())


def test_a_meeting_that_goes_on_past_midnight() -> None:
    page = agenda(starts="23:30", agenda=[{"title": "A", "minutes": 60}])
    assert page.facts[1] == ("Time", "11:30 PM to 12:30 AM")


def test_no_two_pages_have_one_name() -> None:
    keys = ["board", "board-facilitator", "board-facilitator-2", "board-facilitator-facilitator"]
    pages = view(context(meetings=[meeting(key) for key in keys]))
    slugs = [page.slug for page in pages]
    assert len(set(slugs)) == len(slugs) == 8
    assert slugs[:3] == ["agenda-board", "agenda-board-facilitator", "agenda-board-facilitator-2"]


def test_without_meetings_there_are_two_blank_forms() -> None:
    page, copy = view(context())
    assert (page.slug, copy.slug) == ("agenda", "agenda-facilitator")
    assert page.items[0] == ("1", "", "", "", "", "")
    assert copy.items[0] == ("1", "", "", "", "", "")
    assert [name for name, _ in page.facts] == ["Date", "Time", "Place", "Facilitator"]
    assert copy.preparations
    assert page.preparations == ()


def test_a_meeting_open_to_the_public_has_public_comment() -> None:
    page = agenda(public=True, starts="9:00", agenda=[{"title": "A", "minutes": 60}])
    assert [row[2] for row in page.items] == ["A", "Public comment", "End"]
    assert "Open to the public" in dict(page.facts)
    planned = agenda(public=True, agenda=[{"title": "Public comment", "minutes": 10}])
    assert [row[2] for row in planned.items] == ["Public comment", "End"]
    assert "Open to the public" not in dict(agenda().facts)


def test_an_agenda_says_whom_to_ask() -> None:
    project = {"contact": "Lee Park, 555-0100", "accommodations": "Call Lee Park by March 1."}
    page = view(context(project, meetings=[meeting()]))[0]
    assert page.facts[-2:] == (
        ("Contact", "Lee Park, 555-0100"), ("Accommodations", "Call Lee Park by March 1."),
    )  # fmt: skip
