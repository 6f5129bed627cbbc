from __future__ import annotations

from datetime import date
from typing import Any

from handout_plans import context, full

from pathwayctl.catalog.catalog_entry import find
from pathwayctl.catalog.reading import ccrs
from pathwayctl.handouts.evaluation.reflections import HANDOUT, condensed, for_facilitator, on_measures, view
from pathwayctl.model.vocabulary import Audience


def milestone(key: str, **given: Any) -> dict[str, Any]:
    return {"id": key, "title": key.upper(), "duration": "0d", **given}


def test_what_was_said_of_a_milestone() -> None:
    (said,) = view(full()).said
    assert (said.milestone, said.meeting) == ("Draft", "Looking back, Jan 5, 2027")
    assert said.answers.rows == (
        ("What went well", "The draft"),
        ("What did not go well", "The rush"),
        ("Engagement", "All there"),
        ("Timeline", "No change"),
        ("Commitment", "We go on"),
        ("Lessons", "Begin early"),
        ("The next phase", "Agree"),
    )


def test_a_reflection_on_the_whole_or_on_something_that_is_gone() -> None:
    reflections = [{"worked": "W"}, {"milestone": "gone"}]
    meeting = {"id": "m", "title": "M", "kind": "reflection", "reflections": reflections}
    whole, gone = view(context(meetings=[meeting])).said
    assert (whole.milestone, gone.milestone) == ("The work as a whole", "gone")
    assert whole.meeting == "M"
    assert gone.answers.rows[0] == ("What went well", "")


def test_milestones_reached_and_not_looked_back_on() -> None:
    done = {"status": "done", "finished": date(2027, 1, 5)}
    plan = context(
        {"status_date": date(2027, 1, 8)},
        tasks=[
            milestone("a", **done),
            milestone("b", **done),
            milestone("c", date=date(2027, 3, 1)),
            {"id": "d", "title": "D", "duration": "1d", **done},
        ],
        meetings=[{"id": "m", "title": "M", "kind": "reflection", "reflections": [{"milestone": "a"}]}],
    )
    assert view(plan).gap == "Reached, but not yet reflected on: B."
    assert [row[0] for row in condensed(plan).answers] == ["B", "2", "3", "4", "5", "6"]


def test_a_milestone_is_reached_by_its_day_only_if_there_is_a_status_date() -> None:
    tasks = [milestone("a")]
    assert view(context(tasks=tasks)).gap == ""
    assert view(context({"status_date": date(2027, 2, 1)}, tasks=tasks)).gap.endswith(": A.")


def test_all_questions_of_the_guide_are_asked() -> None:
    asked = [page.questions for page in (view(full()), condensed(full()), on_measures(), for_facilitator())]
    kinds = ("reflection", "reflection-condensed", "metrics-discussion", "facilitator-readiness")
    lists = [tuple(one.text for one in find(ccrs().questions, kind).items) for kind in kinds]
    assert asked == lists
    assert [len(questions) for questions in asked] == [5, 5, 5, 5]


def test_every_question_has_room_for_its_answer() -> None:
    assert min(page.lines for page in (view(context()), on_measures(), for_facilitator())) >= 3
    short = condensed(context())
    assert len(short.answers) == 6
    assert all(row[1:] == ("", "", "", "", "") for row in short.answers)


def test_the_facilitators_page_is_for_nobody_else() -> None:
    pages = HANDOUT.pages(full())
    assert [page.slug for page in pages if page.audience is Audience.INTERNAL] == ["reflection-facilitator"]
    assert HANDOUT.audience is Audience.PARTNERS


def test_a_project_of_another_guide_gets_it_only_with_reflections() -> None:
    work_plan = {"guides": ["grades-9-14"]}
    meeting = {"id": "m", "title": "M", "kind": "reflection", "reflections": [{"worked": "W"}]}
    assert HANDOUT.pages(context(work_plan)) == ()
    assert HANDOUT.pages(context(work_plan, meetings=[meeting]))


def test_the_partnership_asks_its_own_questions() -> None:
    (page,) = HANDOUT.pages(context({"guides": ["sector"]}))
    assert page.slug == "reflection"
    asked = view(context({"guides": ["sector"]})).questions
    assert asked[0].startswith("Do employers find the partnership worth their time")
    assert len(asked) == 5
    assert len(view(context({"guides": ["ccrs", "sector"]})).questions) == 10
