from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from handout_plans import HOSTILE, PLANS, context, full, texts

from pathwayctl import assets
from pathwayctl.evidence.packets import PACKETS
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.packets.overview import view as overview
from pathwayctl.handouts.packets.packet_pages import packet_pages
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.language import Marked
from pathwayctl.model.vocabulary import MeetingKind, Word

SOURCES = (
    "Designing a Career Pathways System, chapter ",
    "Texas Regional Pathways Network, Key Stakeholders, ",
    "Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template, ",
    "Collaborative Economics and The Woolsey Group, Creating Career Pathways in Colorado, ",
    "U.S. Department of Labor, Career Pathways Toolkit",
    "One Big Beautiful Bill Act, Pub. L. 119-21, ",
)
each_handout = pytest.mark.parametrize("handout", HANDOUTS, ids=lambda handout: handout.id)


def plain(value: object) -> bool:
    """Whether a view is made of plain, frozen values all the way down."""
    if isinstance(value, tuple):
        return all(plain(part) for part in value)
    if is_dataclass(value):
        hash(value)  # only a frozen one can be hashed
        return all(plain(getattr(value, field.name)) for field in fields(value))
    return value is None or isinstance(value, Word) or type(value) in (str, Marked, int, float, bool, date)


def many(number: int) -> Context:
    """A plan of ``number`` tasks in groups of ten, each waiting for the one before it."""
    titles = [f"t{place}" for place in range(number)]
    groups = [
        {
            "id": f"g{place}",
            "title": "Group",
            "requirement": f"r{place // 10 % 7}",
            "tasks": [
                {
                    "id": key,
                    "title": "T",
                    "duration": "1d",
                    "cost": 5.0,
                    "depends_on": titles[max(0, at - 1) : at],
                }
                for at, key in enumerate(titles)
                if place <= at < place + 10
            ],
        }
        for place in range(0, number, 10)
    ]
    needs = [{"id": f"r{place}", "title": "R", "area": "partnerships"} for place in range(7)]
    return context({"terms": {"college": "Hill"}}, requirements=needs, tasks=groups)


def test_ids_and_templates_are_in_order() -> None:
    assert [handout.id for handout in HANDOUTS] == [
        "agenda", "facilitators-guide", "slides", "sign-in", "table-sheet", "sign-up", "minutes",
        "board", "what-changed", "assignments", "invitation", "commitment", "thank-you",
        "1a-1", "1a-2", "1b", "1c", "table-5", "3a", "3d", "4a-1", "4a-2", "groups", "4b", "network", "4c",
        "measures", "data-sources", "4d", "self-assessment", "workforce-pell", "budget", "grant", "4e",
        "engagement", "agreements", "reflection",
        "components", "role", "teams", "sustainability", "phases", "work-plan", "work-plan-decisions",
        "steps", "partnership", "occupations", "inventory", "interviews", "interview-guide", "survey-form",
        "shortage", "ladder", "ksa-grid", "asset-map", "ksa-uses",
        "attainment", "marketing", "action-plan", "hand-over", "partnership-health", "pathway", "crosswalk",
        "work-based-learning", "advising",
    ]  # fmt: skip
    numbered = [handout for handout in HANDOUTS if handout.id[0].isdigit()]
    assert [handout.number for handout in numbered] == [handout.id.upper() for handout in numbered]
    assert not any(handout.number for handout in HANDOUTS if handout not in numbered)
    templates = {path.stem for path in (assets.templates() / "handouts").glob("*.j2")}
    assert {handout.template for handout in HANDOUTS} == templates


@each_handout
def test_every_handout_says_what_it_is_for(handout: Handout) -> None:
    assert handout.title
    assert handout.about.endswith(".")
    assert handout.source.startswith(SOURCES)


@each_handout
@pytest.mark.parametrize("plan", PLANS)
def test_views_are_plain_and_frozen(handout: Handout, plan: str) -> None:
    pages = handout.pages(PLANS[plan]())
    assert pages
    assert all(plain(page) for page in pages)
    assert handout.pages(PLANS[plan]()) == pages


@each_handout
def test_what_the_user_wrote_is_kept_as_it_is(handout: Handout) -> None:
    shown = [text for page in handout.pages(full(HOSTILE)) for text in texts(page)]
    on_one_line = " ".join(HOSTILE.split())
    assert any(HOSTILE in text or on_one_line in text for text in shown)


def test_the_overview_is_plain_and_keeps_what_the_user_wrote() -> None:
    assert plain(overview(full(HOSTILE)))
    assert any(HOSTILE in text for text in texts(overview(full(HOSTILE))))


def test_pages_of_all_handouts_have_names_of_their_own() -> None:
    slugs = [page.slug for handout in HANDOUTS for page in handout.pages(full())]
    assert len(set(slugs)) == len(slugs)


def test_packets_name_handouts_that_exist() -> None:
    known = {handout.id for handout in HANDOUTS}
    assert [packet.id for packet in PACKETS] == [
        "kickoff", "sector-launch", "prioritization", "talent-landscape", "action-plan",
        "year-one-work-plan", "components", "implementation", "evaluation", "communication", "reflection",
        "board", "grant-report",
    ]  # fmt: skip
    assert all(set(packet.handouts) <= known for packet in PACKETS)
    assert all(packet.about for packet in PACKETS)


def pages_of(packet: str, plan: Context) -> list[str]:
    (found,) = (one for one in PACKETS if one.id == packet)
    return [page.slug for _, page in packet_pages(found, HANDOUTS, plan)]


def record(meeting: str) -> tuple[str, str]:
    """What ends each packet."""
    return f"sign-in-{meeting}", f"minutes-{meeting}"


def test_a_packet_begins_with_its_agendas() -> None:
    kickoff, implementation = pages_of("kickoff", full()), pages_of("implementation", full())
    assert kickoff == [
        "agenda-first",
        "1a-1",
        "1a-2",
        "1b",
        "1c",
        "table-sheet-first",
        "table-5",
        *record("first"),
    ]
    assert implementation[0] == "agenda-plan"
    assert implementation[1:] == [
        "3d-machining", "3d-welding", "4a-1", "4a-2", "groups", "4b", "4b-blank", "network", "4c", "4e",
        *record("plan"),
    ]  # fmt: skip


def test_a_packet_has_the_questions_for_its_own_meeting_and_no_copy_for_the_facilitator() -> None:
    found = ["measures", "data-sources", "4d", "reflection-measures", "4c"]
    assert pages_of("evaluation", full())[1:] == found
    found = ["what-changed-reflection", "reflection", "reflection-short"]
    assert pages_of("reflection", full())[1:4] == found
    assert pages_of("communication", full())[1:] == ["4e", "engagement"]


def test_every_kind_of_meeting_has_one_packet() -> None:
    kinds = [kind for packet in PACKETS for kind in packet.kinds]
    assert len(set(kinds)) == len(kinds)
    assert set(MeetingKind) - set(kinds) == {MeetingKind.TEAM, MeetingKind.OPEN_HOUSE}


def test_pages_of_a_guide_stay_away_from_projects_that_follow_others() -> None:
    plan = context({"guides": ["ccrs"]})
    given = {handout.id for handout in HANDOUTS if handout.pages(plan)}
    assert given.isdisjoint(
        {"steps", "components", "role", "work-plan", "phases", "pathway", "action-plan", "hand-over"}
    )
    filled = context({"guides": ["ccrs"]}, marketing=[{"id": "m", "audience": "Parents"}])
    assert "marketing" in {handout.id for handout in HANDOUTS if handout.pages(filled)}


def test_a_packet_without_a_meeting_begins_with_a_blank_agenda() -> None:
    team = {"id": "b", "title": "B", "kind": "team"}
    for plan in (context(), context(meetings=[team])):
        for packet in (one for one in PACKETS if one.kinds):
            assert packet_pages(packet, HANDOUTS, plan)[0][1].slug == "agenda"


def test_a_packet_prepares_the_meetings_that_are_still_to_come() -> None:
    held = {"id": "first", "title": "A", "kind": "kickoff", "date": date(2027, 1, 11), "attended": ["dana"]}
    later = {"id": "later", "title": "B", "kind": "kickoff", "date": date(2027, 2, 8)}
    undated = {"id": "undated", "title": "C", "kind": "kickoff"}
    day = {"status_date": date(2027, 2, 1)}
    pages = pages_of("kickoff", context(day, meetings=[held, later, undated]))
    assert pages[:2] == ["agenda-later", "agenda-undated"]
    assert not {"agenda-first", "sign-in-first", "table-sheet-first"} & set(pages)
    assert {"sign-in-later", "table-sheet-later", "minutes-first", "minutes-later"} <= set(pages)
    assert pages_of("kickoff", context(day, meetings=[held]))[0] == "agenda-first"
    only = replace(context(day, meetings=[held, later]), meeting="first")
    assert {"agenda-first", "table-sheet-first"} <= set(pages_of("kickoff", only))


def test_a_packet_fills_in_the_projects_words() -> None:
    meeting = {"id": "m", "title": "At [COLLEGE]", "kind": "kickoff"}
    plan = context({"terms": {"college": "Hill"}}, meetings=[meeting])
    assert packet_pages(PACKETS[0], HANDOUTS, plan)[0][1].title == "Agenda: At Hill"


def test_a_thousand_tasks_are_laid_out() -> None:
    plan = many(1000)
    assert all(handout.pages(plan) for handout in HANDOUTS)
    assert overview(plan)


def test_small_groups_get_a_blank_schedule_unless_the_schedule_is_blank_itself() -> None:
    (schedule,) = (handout for handout in HANDOUTS if handout.id == "4b")
    assert [page.slug for page in schedule.pages(full())] == ["4b", "4b-at-a-glance", "4b-blank"]
    assert [page.slug for page in schedule.pages(context())] == ["4b"]
