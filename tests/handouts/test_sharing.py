"""What partners and the public get: no contacts, nothing that is private, and dates as they are."""

from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full, texts

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.sharing import WITHHELD, may_have, shared
from pathwayctl.model.vocabulary import Audience, MeetingKind

OUTSIDE = (Audience.PUBLIC, Audience.PARTNERS)
outside = pytest.mark.parametrize("audience", OUTSIDE)


def with_secrets() -> Context:
    person: dict[str, Any] = {"category": "k-12"}
    return context(
        organizations=[{"id": "plant", "name": "Secret Plant", "category": "cte", "private": True}],
        people=[
            {"id": "dana", "name": "Dana Ruiz", "email": "dana@example.org", "phone": "555-0100", **person},
            {"id": "mole", "name": "Pat Hidden", "private": True, "engagement":
                {"current": "resistant", "desired": "neutral"}, **person},
        ],
        goals=[
            {"id": "open", "title": "Ask dana@example.org or Pat Hidden", "owner": "mole"},
            {"id": "shut", "title": "Closed books", "private": True},
        ],
        priorities=[{"id": "first", "title": "First", "goals": ["open", "shut"]}],
        requirements=[{"id": "zinc", "title": "Zinc", "area": "partnerships", "private": True}],
        risks=[
            {"id": "loss", "title": "The plant leaves", "kind": "external", "category": "Economy",
             "private": True},
            {"id": "late", "title": "It is late", "kind": "internal", "category": "Time",
             "delays": [{"task": "merger", "by": "5d"}, {"task": "after", "by": "2d"}]},
        ],
        tasks=[
            {"id": "group", "title": "Group", "tasks": [
                {"id": "talks", "title": "Talks", "private": True, "tasks": [
                    {"id": "merger", "title": "Talk of a merger", "duration": "10d"}]},
                {"id": "after", "title": "Afterwards", "duration": "1d", "requirement": "zinc",
                 "depends_on": ["merger", "first-task"], "owner": "plant"},
            ]},
            {"id": "first-task", "title": "First task", "duration": "1d"},
        ],
        meetings=[{"id": "m", "title": "Meeting", "kind": "team", "agenda": [
            {"title": "Welcome", "minutes": 5, "notes": "Mind the mood"},
            {"title": "The merger", "minutes": 5, "private": True}]}],
    )  # fmt: skip


def words(plan: Context) -> str:
    return "\n".join(
        text for handout in HANDOUTS for page in handout.pages(plan) for text in texts(page.view)
    )


def test_the_projects_own_staff_sees_all() -> None:
    plan = with_secrets()
    assert shared(plan, Audience.INTERNAL) is plan


@outside
def test_no_page_for_others_says_what_is_private(audience: Audience) -> None:
    plan = shared(with_secrets(), audience)
    said = words(plan)
    for secret in ("dana@example.org", "555-0100", "Pat Hidden", "Secret Plant", "merger", "Talks",
                   "plant leaves", "Mind the mood", "resistant", "zinc", "Zinc", "Closed books"):  # fmt: skip
        assert secret not in repr(plan.plan), secret
        assert secret not in said, secret
    assert plan.audience is audience


@outside
def test_what_is_not_private_stays(audience: Audience) -> None:
    whole, plan = with_secrets(), shared(with_secrets(), audience)
    assert [goal.title for goal in plan.plan.goals] == [f"Ask {WITHHELD} or {WITHHELD}"]
    assert plan.plan.goals[0].owner == "mole"
    assert plan.name("mole") == plan.name("plant") == WITHHELD
    assert plan.plan.priorities[0].goals == ("open",)
    assert [delay.task for risk in plan.plan.risks for delay in risk.delays] == ["after"]
    group, after, first = plan.schedule.tasks
    assert [task.wbs for task in plan.schedule.tasks] == ["1", "1.1", "2"]
    assert after.depends_on == ("first-task",)
    assert after.task.requirement is None
    assert (after.start, group.start) == (whole.schedule.by_id["after"].start, first.start)
    assert "merger" not in plan.schedule.critical_path
    assert plan.schedule.finish == whole.schedule.finish


def test_a_plan_without_secrets_keeps_everything_but_contacts_and_notes() -> None:
    plan = shared(full(), Audience.PUBLIC)
    before = full().plan
    for section in ("tasks", "risks", "priorities", "requirements", "goals"):
        assert getattr(plan.plan, section) == getattr(before, section)
    bare = {"email": None, "phone": None, "engagement": None, "note": None, "leave": ()}
    assert plan.plan.people == tuple(one.model_copy(update=bare) for one in before.people)


def test_who_may_have_what() -> None:
    assert [[may_have(who, widest) for widest in Audience] for who in Audience] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]


@outside
def test_a_word_of_a_vocabulary_is_never_taken_for_a_name(audience: Audience) -> None:
    people = [{"id": "mole", "name": "kick", "category": "k-12", "private": True}]
    meetings = [{"id": "m", "title": "We kick off", "kind": "kickoff"}]
    (meeting,) = shared(context(people=people, meetings=meetings), audience).plan.meetings
    assert meeting.kind is MeetingKind.KICKOFF
    assert meeting.title == f"We {WITHHELD} off"


def test_the_work_plan_of_a_private_pathway_is_private_too() -> None:
    row = {"focus_area": "staffing-strategy", "deliverable": "staffing"}
    plan = context(
        pathways=[{"id": "open", "title": "Open"}, {"id": "secret", "title": "Secret", "private": True}],
        work_plan=[{**row, "pathway": "open"}, {**row, "pathway": "secret", "owner": "x"}, row],
    )
    for_partners = shared(plan, Audience.PARTNERS).plan
    assert [one.pathway for one in for_partners.work_plan] == ["open", None]
