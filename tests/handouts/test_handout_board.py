from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from handout_plans import context

from browser_fonts import each_font
from html_texts import write_page
from pathwayctl.analysis.variance.comparison import compare
from pathwayctl.baselines.frozen import freeze
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.schedule import board_parts
from pathwayctl.handouts.schedule.board import HANDOUT, Board, view
from pathwayctl.handouts.sharing import shared
from pathwayctl.language import phrases_of, speaking
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.pages import Document, Frame, Front, Page
from pathwayctl.rendering.pdf import pdf_of
from pathwayctl.rendering.templates import Templates

TODAY = date(2027, 1, 18)


def plan(days: int = 5, project: dict[str, Any] | None = None, **more: Any) -> Context:
    """A draft of so many days, then a secret and a milestone."""
    draft = {
        "id": "draft", "title": "Draft", "duration": f"{days}d", "cost": 1000.0, "owner": "dana",
        "status": "done", "started": date(2027, 1, 4), "finished": date(2027, 1, 8), "actual_cost": 1500.0,
    }  # fmt: skip
    tasks = [
        {**draft} if more.pop("begun", False) else {**draft, **BEFORE},
        {"id": "talks", "title": "Secret talks", "duration": "5d", "cost": 3000.0, "private": True,
         "depends_on": ["draft"]},
        {"id": "signed", "title": "Signed", "duration": "0d", "depends_on": ["talks"]},
    ]  # fmt: skip
    people = [{"id": "dana", "name": "Dana"}]
    return context(project, people=people, tasks=[*tasks, *more.pop("tasks", [])], **more)


BEFORE = {"status": "planned", "started": None, "finished": None, "actual_cost": None}


def against(now: Context, then: Context) -> Context:
    """A plan with another one as its baseline."""
    return replace(now, comparison=compare(freeze(then.schedule, "approved", None), now.schedule))


def facts(page: Board) -> dict[str, str]:
    return dict(page.facts)


def test_milestones_stand_against_what_was_approved() -> None:
    page = view(against(plan(8), plan(5)))
    assert page.milestones.rows == (
        ("Signed", "", "Jan\u00a015,\u00a02027", "Jan\u00a020,\u00a02027", "3 working days later", "Planned"),
    )
    assert facts(page)["Finish"] == "Jan 20, 2027. Approved plan: Jan 15, 2027 (3 working days later)."
    assert page.changes == ("“Draft” delays the finish by 3 working days.",)
    assert page.since == "Changes from the approved plan"
    assert page.gap == ""


def test_groups_have_their_days_in_the_table_too() -> None:
    group = {"id": "g", "title": "Group", "tasks": [{"id": "a", "title": "A", "duration": "3d"}]}
    page = view(against(context(tasks=[group]), context(tasks=[group])))
    day, end = "Jan\u00a04,\u00a02027", "Jan\u00a06,\u00a02027"
    assert page.milestones.rows == (("Group", day, end, end, "On time", "0% done"),)
    assert page.timeline is not None
    assert [bar.note for bar in page.timeline.bars] == ["0% done"]


def test_what_comes_earlier_or_on_time_is_told_too() -> None:
    assert view(against(plan(4), plan(5))).milestones[0][4] == "1 working day earlier"
    assert view(against(plan(), plan())).milestones[0][4] == "On time"
    assert view(against(plan(), plan())).changes == ()


def test_without_a_baseline_the_gap_is_told() -> None:
    page = view(plan())
    assert page.milestones.rows == (("Signed", "", "", "Jan\u00a015,\u00a02027", "", "Planned"),)
    assert page.gap.startswith("No baseline saved")
    assert facts(page) == {
        "Status": "● On track",
        "Progress": "0% of the work is done. Tasks done: 0 of 3.",
        "Finish": "Jan 15, 2027.",
        "Cost": "$4,000 planned.",
    }
    assert (page.changes, page.since) == ((), "")


def test_money_and_progress_as_of_a_day() -> None:
    now = against(plan(begun=True, project={"status_date": TODAY}), plan())
    page = view(now)
    assert facts(page)["Progress"] == (
        "25% of the work, measured by cost, is done; 100% was planned by now. Tasks done: 1 of 3."
    )
    assert facts(page)["Cost"] == ("$4,000 planned, $1,500 spent so far, $6,000 forecast at completion.")


def test_work_without_costs_is_counted_in_days() -> None:
    task = {"id": "a", "title": "A", "duration": "4d"}
    under_way = {**task, "status": "in-progress", "started": date(2027, 1, 4), "complete": 25}
    begun = context({"status_date": date(2027, 1, 6)}, tasks=[under_way])
    page = view(against(begun, context(tasks=[task])))
    assert facts(page)["Progress"] == "25% of the work is done; 50% was planned by now. Tasks done: 0 of 1."
    assert facts(view(begun))["Progress"] == "25% of the work is done. Tasks done: 0 of 1."
    assert "Cost" not in facts(page)


def test_others_learn_neither_what_was_spent_nor_what_is_private() -> None:
    now = against(
        plan(begun=True, project={"status_date": TODAY}),
        plan(tasks=[{"id": "x", "title": "Dropped plan", "duration": "1d"}]),
    )
    inside, outside = view(now), view(shared(now, Audience.PARTNERS))
    assert "No longer planned: Dropped plan." in inside.changes
    assert "Dropped plan" not in repr(outside)
    assert "spent" not in repr(outside)
    assert "Secret" not in repr(outside)
    assert outside.milestones == inside.milestones
    assert HANDOUT.audience is Audience.PARTNERS


def test_odds_are_told_in_words_and_are_the_same_for_all() -> None:
    unsure = {"id": "u", "title": "U", "duration": {"low": "2d", "likely": "10d", "high": "40d"}}
    now = plan(project={"finish_by": date(2027, 2, 1)}, tasks=[unsure])
    words = facts(view(now))["Likelihood of finishing"]
    found = re.fullmatch(
        r"An even chance by (.+), 8 chances in 10 by (.+)\. "
        r"The chance of finishing by Feb 1, 2027 is (\d+)%\.",
        words,
    )
    assert found
    assert 5 < int(found[3]) < 99
    assert facts(view(shared(now, Audience.PUBLIC)))["Likelihood of finishing"] == words
    assert plan().odds is None
    assert "Likelihood of finishing" not in facts(view(plan()))


def test_a_chance_that_is_nearly_certain_is_not_called_certain() -> None:
    unsure = {"id": "u", "title": "U", "duration": {"low": "1d", "likely": "2d", "high": "3d"}}
    sure = view(context({"finish_by": date(2028, 1, 1)}, tasks=[unsure]))
    assert facts(sure)["Likelihood of finishing"].endswith("by Jan 1, 2028 is more than 99%.")
    never = view(
        context(
            {"finish_by": date(2027, 1, 4)},
            tasks=[{**unsure, "duration": {"low": "3d", "likely": "4d", "high": "9d"}}],
        )
    )
    assert facts(never)["Likelihood of finishing"].endswith("by Jan 4, 2027 is less than 1%.")


HELD_END: list[dict[str, Any]] = [
    {"id": "u", "title": "U", "duration": {"low": "2d", "likely": "10d", "high": "40d"}},
    {"id": "m", "title": "Agreement signed", "duration": "0d", "depends_on": ["u"]},
    {"id": "end", "title": "Begin Phase II", "duration": "0d", "not_before": "2027-11-29"},
]


def test_an_end_that_is_held_by_a_date_is_called_so_and_the_least_certain_milestone_is_shown() -> None:
    now = context({}, tasks=HELD_END)
    said = facts(view(now))["Likelihood of finishing"]
    assert said.startswith(
        "The finish depends on “Begin Phase II” (not before Nov 29, 2027), so it says little about the work "
        "before it. The least certain task is “Agreement signed”: a chance of "
    )
    private = context({}, tasks=[*HELD_END[:2], {**HELD_END[2], "private": True}])
    outside = facts(view(shared(private, Audience.PARTNERS)))["Likelihood of finishing"]
    assert outside.startswith("The finish depends on a fixed date, so it says little")
    assert "Phase II" not in outside


def test_the_worst_risks_come_first() -> None:
    def risk(key: str, **more: Any) -> dict[str, Any]:
        return {"id": key, "title": key, "kind": "internal", "category": "C", **more}

    now = plan(
        risks=[
            risk("small", likelihood="low", impact="low"),
            risk("good", effect="opportunity", likelihood="high", impact="high"),
            risk("large", likelihood="high", impact="high", owner="dana", response="Begin early"),
            risk("likely", probability=0.9, delays=[{"task": "draft", "by": "9d"}]),
            risk("unrated"),
        ]
    )
    assert view(now).risks.rows == (
        ("likely", "Likelihood 90% and delays the finish by 9 working days", "", ""),
        ("large", "Likelihood high and impact high", "Dana", "Begin early"),
        ("small", "Likelihood low and impact low", "", ""),
    )


def test_decisions_the_boards_own_first_then_what_is_blocked() -> None:
    item = {"minutes": 5, "purpose": "decide"}
    now = plan(
        project={"status_date": date(2027, 1, 4)},
        tasks=[{"id": "stuck", "title": "Stuck", "duration": "1d", "status": "blocked", "owner": "dana"}],
        organizations=[{"id": f"o{n}", "name": f"O{n}", "category": "k-12"} for n in range(4)],
        agreements=[
            {"id": "mou", "title": "MOU", "kind": "mou", "parties": ["o0", "o1", "o2"], "task": "draft"},
            {"id": "old", "title": "Old", "kind": "mou", "signed": date(2026, 1, 1)},
            {"id": "two", "title": "Two", "kind": "mou", "parties": ["o0", "o1"]},
        ],
        meetings=[
            {"id": "t", "title": "Team", "kind": "team", "date": date(2027, 1, 5),
             "agenda": [{"title": "Ours", **item}, {"title": "Talk", "minutes": 5}]},
            {"id": "b", "title": "Board", "kind": "board", "date": date(2027, 2, 1),
             "agenda": [{"title": "Theirs", "lead": "dana", **item}]},
            {"id": "over", "title": "Over", "kind": "board", "date": date(2027, 1, 1),
             "agenda": [{"title": "Past", **item}]},
        ],
    )  # fmt: skip
    assert board_parts.decision_rows(now) == (
        ("Theirs", "Board, Feb\u00a01,\u00a02027", "Dana"),
        ("Unblock “Stuck”", "Now", "Dana"),
        ("Sign “MOU”", "By Jan\u00a08,\u00a02027", "O0 and 2 others"),
        ("Sign “Two”", "", "O0 and O1"),
    )
    assert view(now).further == ""


def test_what_is_new_since_the_board_met() -> None:
    now = plan(
        begun=True,
        project={"status_date": TODAY},
        tasks=[{"id": "ready", "title": "Ready", "duration": "0d", "status": "done",
                "started": date(2027, 1, 8), "finished": date(2027, 1, 8)}],
        meetings=[
            {"id": "b", "title": "Board", "kind": "board", "date": date(2027, 1, 6), "decisions": ["Go"]},
            {"id": "c", "title": "Board to come", "kind": "board", "date": date(2027, 3, 6)},
            {"id": "t", "title": "Team", "kind": "team", "date": date(2027, 1, 7), "decisions": ["Yes."]},
            {"id": "u", "title": "Early", "kind": "team", "date": date(2027, 1, 5), "decisions": ["No"]},
        ],
    )  # fmt: skip
    page = view(now)
    assert page.since == "Changes since the board meeting on January 6, 2027"
    assert page.changes == (
        "2 tasks done, among them “Ready”.",
        "Decided at Team, Jan\u00a07,\u00a02027: Yes.",
    )
    new = view(against(now, plan()))
    assert "Not in the approved plan: Ready." in new.changes
    assert new.milestones[0][2:5] == ("", "Jan\u00a08,\u00a02027", "New")


def test_what_there_is_no_room_for_is_counted() -> None:
    marks = [{"id": f"m{n}", "title": f"M{n}", "duration": "0d"} for n in range(9)]
    page = view(plan(tasks=marks))
    assert len(page.milestones) == board_parts.MOST_MILESTONES
    assert page.further == "Not on this page: 6 more milestones."


def test_days_that_are_set_stand_in_for_milestones() -> None:
    task = {"id": "a", "title": "Fair", "duration": "1d", "date": date(2027, 1, 6)}
    assert view(context(tasks=[task])).milestones[0][0] == "Fair"


def test_long_texts_are_cut_at_a_word() -> None:
    assert board_parts.shortened("one\n\n\ntwo") == "one two"
    cut = board_parts.shortened("word, " * 40)
    assert cut.endswith("word …")
    assert len(cut) <= board_parts.MOST_WORDS + 2


def test_an_empty_plan_gives_a_form() -> None:
    page = view(context())
    assert page.facts == (
        ("Status", ""), ("Progress", ""), ("Finish", ""), ("Likelihood of finishing", ""), ("Cost", ""),
    )  # fmt: skip
    assert page.decisions[0] == ("1", "", "", "", "")
    assert view(plan()).decisions.rows == ()


def crowded(words: str) -> Context:
    """More of everything than there is room for, in long words."""

    def many(number: int, **same: Any) -> list[dict[str, Any]]:
        return [
            {"id": f"{same['of']}{n}", **{key: same[key] for key in same if key != "of"}}
            for n in range(number)
        ]

    unsure = {"low": "1d", "likely": "5d", "high": "40d"}
    item = {"title": words, "minutes": 5, "purpose": "decide", "lead": "p0"}
    now = context(
        {"status_date": TODAY, "finish_by": date(2027, 3, 1)},
        people=many(3, of="p", name=words),
        tasks=[
            *many(3, of="t", title=words, duration=unsure, owner="p0", cost=1000.0),
            *many(3, of="u", title=words, duration="1d", status="done", started=date(2027, 1, 8),
                  finished=date(2027, 1, 8), cost=1000.0, actual_cost=1200.0),
            *({"id": f"g{n}", "title": words, "tasks": [{"id": f"s{n}", "title": words, "duration": "3d"}]}
              for n in range(7)),
            *many(12, of="m", title=words, duration="0d", depends_on=["t0"]),
            *many(3, of="d", title=words, duration="0d", status="done", started=date(2027, 1, 8),
                  finished=date(2027, 1, 8)),
        ],
        risks=many(9, of="r", title=words, kind="internal", category=words, likelihood="high", impact="high",
                   probability=0.4, owner="p0", response=words, delays=[{"task": "t0", "by": "9d"}]),
        agreements=many(9, of="a", title=words, kind="mou", parties=["p0", "p1"], task="t0"),
        meetings=[
            *many(9, of="x", title=words, kind="team", date=date(2027, 2, 1), agenda=[item]),
            *many(9, of="y", title=words, kind="team", date=date(2027, 1, 8), decisions=[words]),
            *many(1, of="z", title=words, kind="board", date=date(2027, 1, 6), decisions=[words]),
        ],
    )  # fmt: skip
    return against(now, plan())


def crowded_page(language: str) -> Page:
    with speaking(phrases_of(language)):
        found = view(crowded("A text that goes on and on, " + "with many more words " * 30))
        page = Templates(None).page("board", "Board report", found)
    assert isinstance(page, Page)
    assert page.dense
    return page


each_language = pytest.mark.parametrize("language", ["en", "es"])
FRAME = Frame("A project with a name", "", "Board packet", "As of January 5, 2027", HANDOUT.source)


@each_font
@each_language
def test_it_prints_on_one_sheet(
    language: str, fonts: str, tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    style = Templates(None).stylesheet()
    assert isinstance(style, str)
    path = tmp_path / "page.html"
    path.write_text(write_page(crowded_page(language), FRAME, style), "utf-8")
    printed = open_page(path, fonts=fonts, media="print").pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@pytest.mark.parametrize("width", [320, 760, 780, 900, 1280])
def test_only_a_picture_that_is_cut_says_that_it_scrolls(
    width: int, tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    style = Templates(None).stylesheet()
    assert isinstance(style, str)
    path = tmp_path / "page.html"
    path.write_text(write_page(crowded_page("en"), FRAME, style), "utf-8")
    wrong = open_page(path, width=width).evaluate(
        """() => [...document.querySelectorAll('.drawing')].filter(box =>
            box.scrollWidth > box.clientWidth + 1 !== box.querySelector('.more').offsetHeight > 0).length"""
    )
    assert wrong == 0


@each_language
def test_it_is_one_sheet_of_a_document(language: str) -> None:
    made = pdf_of(Document("board", FRAME, Front("To decide."), ((crowded_page(language), FRAME),)))
    assert isinstance(made, bytes)
    assert len(re.findall(rb"/Type\s*/Page\b", made)) == 1
