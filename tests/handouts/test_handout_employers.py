"""The pages on what employers said and need: interviews, forms, the ranked list, and the career ladder."""

from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.sharing import may_have, shared
from pathwayctl.handouts.talent import (
    interview_guide,
    interviews,
    inventory,
    ksa_grid,
    ladder,
    occupations,
    shortages,
    survey_form,
)
from pathwayctl.model.vocabulary import Audience

SHOP: dict[str, Any] = {"id": "shop", "name": "Shop", "category": "business-industry-workforce"}
QUOTE = "I would hire six tomorrow"


def handout(key: str) -> Handout:
    return next(one for one in HANDOUTS if one.id == key)


def visit(**given: Any) -> dict[str, Any]:
    return {"organizations": [SHOP], "interviews": [{"id": "v", "employer": "shop", "quote": QUOTE, **given}]}


def test_interviews_surveys_and_the_corrected_list() -> None:
    page = interviews.view(full())
    assert page.interviews.rows == (
        ("Shop", "May 11, 2027", "", "Machinist", "Nights stay open", "“I would hire six” (may be quoted)"),
    )
    (survey,) = page.surveys
    assert survey.facts == (
        ("Closed", "May 1, 2027"),
        ("Employers asked", "24"),
        ("Employers that answered", "11"),
    )
    assert survey.results.rows == (("Hard to fill", "Machinists", "9"),)
    assert page.heard[0] == ("Machinist", "Shop", "9", "90", "")
    assert page.unheard == "Employers have not been heard yet on Welder and Planner."


@pytest.mark.parametrize("consent", [None, False])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_quote_without_consent_is_on_no_page(consent: bool | None, audience: Audience) -> None:
    plan = shared(context(**visit(consent=consent)), audience)
    assert QUOTE not in str(interviews.view(plan))
    kept = plan.plan.interviews[0].quote
    assert kept == (QUOTE if audience is Audience.INTERNAL else None)


def test_a_quote_with_consent_is_shown_to_partners_and_a_private_interview_is_not() -> None:
    plan = shared(context(**visit(consent=True)), Audience.PARTNERS)
    assert QUOTE in str(interviews.view(plan))
    private = shared(context(**visit(consent=True, private=True)), Audience.PARTNERS)
    assert private.plan.interviews == ()
    assert not may_have(Audience.PUBLIC, handout("interviews").audience)


def test_consent_that_was_not_asked_is_counted() -> None:
    assert interviews.view(context(**visit())).consent == "Consent has not been asked for 1 quote."
    assert interviews.view(context(**visit(consent=False))).consent == ""


def test_forms_name_the_occupations_of_the_plan() -> None:
    assert interview_guide.view(full()).occupations == ("Machinist", "Welder", "Planner")
    form = survey_form.view(full())
    assert [row[0] for row in form.jobs][:4] == ["Machinist", "Welder", "Planner", "Another job:"]
    assert len(survey_form.view(context()).jobs) == 10


def test_the_criteria_and_the_ranked_list() -> None:
    found = occupations.view(full()).ranking
    assert found is not None
    assert found.criteria.rows == (
        ("Openings", "60%", "Openings a year"),
        ("Retirements", "40%", "The group’s own judgment"),
    )
    assert found.occupations[0] == (
        "Machinist", "", "", "Openings: 5 of 5\nRetirements: no points yet",
    )  # fmt: skip
    assert found.unrated.startswith("No score yet, because points are missing: Machinist")
    assert occupations.view(context()).ranking is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"median_wage": 58700}, "$58,700 a year"),
        ({"median_wage": 25.5}, "$25.50 an hour"),
        ({"wage": {"low": 18.5, "high": 31, "per": "hour"}}, "$18.50 to $31 an hour"),
        ({"wage": {"low": 40000}}, "From $40,000 a year"),
        ({"wage": {"high": 40000}}, "Up to $40,000 a year"),
        ({"wage": {"low": 18, "median": 22, "high": 30, "per": "hour"}}, "$22 an hour\n$18 to $30 an hour"),
        ({}, ""),
    ],
)
def test_a_wage_says_for_which_time_it_is_paid(given: dict[str, Any], words: str) -> None:
    plan = context(occupations=[{"id": "a", "title": "A", **given}])
    assert occupations.wage_words(plan.plan.occupations[0], plan) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"annual_openings": 90}, "90"),
        ({"annual_openings": 90, "employers_openings": 140}, "90\nEmployers say 140"),
        ({"openings_range": {"low": 80, "high": 110}, "current_openings": 12}, "80 to 110\n12 open now"),
        ({"forecast": [{"year": 2030, "openings": 75}]}, "75 expected in 2030"),
    ],
)
def test_openings_in_words(given: dict[str, Any], words: str) -> None:
    plan = context(occupations=[{"id": "a", "title": "A", **given}]).plan
    assert occupations.openings_words(plan.occupations[0]) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"employers_hiring": 6, "hires_planned": 24}, "6 employers plan 24 hires"),
        ({"demand": [{"employer": "shop", "hires": 4}]}, "1 employer plans 4 hires"),
        ({"employers_hiring": 6}, "6 employers hiring"),
        ({"hires_planned": 1}, "1 hire planned"),
        ({}, ""),
    ],
)
def test_what_employers_plan_in_words(given: dict[str, Any], words: str) -> None:
    plan = context(organizations=[SHOP], occupations=[{"id": "a", "title": "A", **given}])
    assert occupations.plan_words(plan.plan.occupations[0]) == words


def test_what_one_employer_plans_is_not_for_the_public() -> None:
    jobs = [{"id": "a", "title": "A", "demand": [{"employer": "shop", "hires": 4}]}]
    plan = context(organizations=[SHOP], occupations=jobs)
    assert occupations.view(plan).demand.rows == (("A", "Shop", "4"),)
    assert occupations.view(shared(plan, Audience.PUBLIC)).demand.rows == ()


def test_high_wage_and_in_demand_by_the_projects_thresholds() -> None:
    jobs = [
        {"id": "a", "title": "A", "median_wage": 60000, "annual_openings": 80},
        {"id": "b", "title": "B", "median_wage": 60000},
        {"id": "c", "title": "C", "annual_openings": 80},
    ]
    page = occupations.view(context({"high_wage": 50000, "in_demand": 70}, occupations=jobs))
    assert [row[7] for row in page.figures] == ["High-wage\nIn demand", "High-wage", "In demand"]
    assert page.flagged.rows == (("A", "B", "C"),)
    assert page.thresholds.startswith("In this project, high-wage means a median wage of $50,000 a year")
    assert occupations.view(context(occupations=jobs)).flagged.rows == ()


def test_the_career_ladder_as_tables_and_picture() -> None:
    page = ladder.view(full())
    assert page.jobs[0] == (
        "Machinist\nAlso called: Toolmaker", "Middle level", "$58,700 a year",
        "High school diploma or equivalent\nNIMS Level I\nMachining certificate",
        "Year of machining (Hill College)",
    )  # fmt: skip
    assert page.moves.rows == (("Machinist", "Welder", "A year at work", "A year", ""),)
    assert page.gap == "No level yet: Planner."
    assert page.chart is not None
    assert [rung.label for rung in page.chart.rungs] == ["Middle level", "Senior level", "No level yet"]
    assert page.description.startswith("3 jobs and 1 move on 3 levels")
    assert ladder.view(context(occupations=[{"id": "a", "title": "A"}])).chart is None


def test_the_pay_of_a_move() -> None:
    jobs = [
        {
            "id": "a",
            "title": "A",
            "median_wage": 40000,
            "leads_to": [{"occupation": "b"}, {"occupation": "c"}],
        },
        {"id": "b", "title": "B", "median_wage": 52000},
        {"id": "c", "title": "C", "wage": {"median": 15, "per": "hour"}},
    ]
    rows = ladder.view(context(occupations=jobs)).moves
    assert [row[4] for row in rows] == ["+$12,000 a year", "−$8,800 a year"]


def test_completers_that_are_not_known_are_named() -> None:
    jobs = [{"id": "a", "title": "A", "annual_openings": 90}]
    programs = [
        {"id": "p", "title": "P", "provider": "shop", "occupations": ["a"], "completers": 17},
        {"id": "q", "title": "Q", "provider": "shop", "occupations": ["a"]},
    ]
    page = inventory.view(context(organizations=[SHOP], occupations=jobs, programs=programs))
    assert page.occupations[0][3:] == ("17", "90", "73")
    assert page.uncounted == "Completers are missing for some programs: A (1)."
    assert page.description.startswith("For 1 of 1 occupation, fewer people complete")


def test_who_confirmed_a_skill_and_how_important_it_is() -> None:
    ksa = {
        "id": "k",
        "title": "Read prints",
        "kind": "skill",
        "importance": "high",
        "confirmed_by": ["shop"],
        "employers_confirming": 3,
        "confirmed": "2027-05-01",
        "occupations": [{"occupation": "a"}],
    }
    plan = context(organizations=[SHOP], occupations=[{"id": "a", "title": "A"}], ksas=[ksa])
    assert ksa_grid.view(plan).parts[0].grid[1][0] == (
        "Read prints (skill)\nImportance: high\nConfirmed by 3 employers: Shop (May 1, 2027)"
    )


def test_the_result_of_a_quick_action_in_figures() -> None:
    action = {
        "id": "x",
        "title": "X",
        "occupation": "a",
        "places": 12,
        "cost": 9000,
        "partners": ["shop"],
        "results": {"started": 12, "hired": 8},
    }
    plan = context(organizations=[SHOP], occupations=[{"id": "a", "title": "A"}], shortage_actions=[action])
    assert shortages.view(plan).actions[0][5:] == ("12", "$9,000", "Shop", "12 started, 8 hired")
