from __future__ import annotations

from datetime import date

from handout_plans import context, full

from pathwayctl.evidence.packets import PACKETS, MeetingPacket, packets_of
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.outreach.slide_contents import MOST_ROWS, Slide
from pathwayctl.handouts.outreach.slides import HANDOUT, meeting_of, view
from pathwayctl.handouts.packets.packet_pages import packet_pages
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.vocabulary import Audience, MeetingKind


def packet(name: str) -> MeetingPacket:
    return next(one for one in PACKETS if one.id == name)


def slides(name: str, plan: Context) -> dict[str, Slide]:
    return {slide.title: slide for slide in view(packet(name), plan).slides}


def test_each_packet_with_a_meeting_has_its_slides() -> None:
    meetings = [{"id": "b", "title": "Board", "kind": "board"}, {"id": "k", "title": "K", "kind": "kickoff"}]
    own = {"id": "own", "title": "Own", "handouts": ["4b", "slides"]}
    pages = HANDOUT.pages(context(packets=[own], meetings=meetings))
    assert [page.slug for page in pages] == ["slides-kickoff", "slides-board", "slides-own"]
    assert pages[0].meeting is MeetingKind.KICKOFF
    assert pages[-1].meeting is None


def test_without_meetings_there_is_one_deck_to_fill_in() -> None:
    assert [page.slug for page in HANDOUT.pages(context())] == ["slides-kickoff"]


def test_the_slides_of_a_meeting() -> None:
    found = slides("kickoff", full())
    assert list(found) == [
        "Kickoff", "Why we meet", "Agenda for today", "Roles: who does what", "What each of us wants from it",
        "What a career pathways system is", "What comes first", "Our goals", "Milestones",
        "Decisions for today", "Next steps",
    ]  # fmt: skip
    assert found["Kickoff"].facts[0] == ("Date", "Thursday, January 21, 2027")
    assert (found["Why we meet"].text, found["Why we meet"].points) == ("To begin", ("Roles agreed",))
    agenda = found["Agenda for today"].table
    assert agenda is not None
    assert agenda.rows[0] == ("1:30 PM", "Welcome", "Discuss", "Dana Ruiz")
    assert "Roles: Keep it short" in found["Agenda for today"].notes
    assert found["Decisions for today"].points == ("Roles",)
    assert [title for title, slide in found.items() if slide.lines] == ["What each of us wants from it"]


def test_a_deck_holds_what_its_meeting_does() -> None:
    kickoff = slides("kickoff", full())
    assert [role for role, _ in kickoff["Roles: who does what"].facts] == [
        "Champion", "Connector", "Decision maker", "Doer",
    ]  # fmt: skip
    assert "The project in figures" not in kickoff
    implementation = slides("implementation", full())
    assert ("Work", "0 of 4 tasks done") in implementation["The project in figures"].facts
    assert "In small groups: from requirements to tasks" in implementation
    assert "Questions for each milestone" in slides("reflection", full())
    assert "What is growing?" in slides("sector-launch", full())["At your tables"].points


def test_what_comes_next_are_open_tasks_and_the_next_meeting() -> None:
    table = slides("kickoff", full())["Next steps"].table
    assert table is not None
    assert table.rows == (
        ("Jan\u00a021,\u00a02027", "Meet", ""),
        ("Feb\u00a02,\u00a02027", "Planning", "Dana Ruiz"),
    )


def test_partners_get_the_slides_without_the_notes() -> None:
    assert all(slide.notes for slide in view(packet("kickoff"), full()).slides)
    outside = view(packet("kickoff"), shared(full(), Audience.PARTNERS)).slides
    assert not any(slide.notes for slide in outside)
    assert outside[0].title == "Kickoff"
    assert HANDOUT.audience is Audience.PARTNERS


def test_without_a_meeting_there_is_room_to_write() -> None:
    found = slides("kickoff", context())
    assert list(found) == [
        "Kickoff packet", "Why we meet", "Agenda for today", "Roles: who does what",
        "What each of us wants from it", "What a career pathways system is", "What comes first", "Our goals",
        "Decisions for today", "Next steps",
    ]  # fmt: skip
    assert all(found[title].lines for title in ("Why we meet", "Agenda for today", "Our goals", "Next steps"))


def test_the_next_meeting_else_the_last() -> None:
    def meeting(key: str, day: int) -> dict[str, object]:
        return {"id": key, "title": key, "kind": "kickoff", "date": date(2027, 1, day)}

    def chosen(today: int) -> str:
        plan = context(
            {"status_date": date(2027, 1, today)},
            meetings=[meeting("c", 20), meeting("a", 6), meeting("b", 13)],
        )
        found = meeting_of(packet("kickoff"), plan)
        return found.id if found else ""

    assert [chosen(day) for day in (4, 7, 20, 25)] == ["a", "b", "c", "c"]
    assert meeting_of(packet("board"), full()) is not None
    assert meeting_of(packet("sector-launch"), full()) is None


def test_no_slide_has_more_rows_than_can_be_read() -> None:
    tasks = [{"id": f"t{n}", "title": f"T{n}", "duration": "0d" if n % 2 else "1d"} for n in range(60)]
    for slide in view(packet("board"), context(tasks=tasks)).slides:
        assert slide.table is None or len(slide.table.rows) <= MOST_ROWS


def test_a_packet_of_ones_own_may_hold_its_slides() -> None:
    plan = context(packets=[{"id": "board", "title": "B", "handouts": ["slides"], "meetings": ["board"]}])
    own = next(one for one in packets_of(plan.plan) if one.id == "board")
    assert [page.slug for _, page in packet_pages(own, HANDOUTS, plan)] == ["agenda", "slides-board"]
