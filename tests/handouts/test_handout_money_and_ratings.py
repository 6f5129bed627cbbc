from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handout_plans import context

from pathwayctl.evidence.assessment.ratings import all_criteria
from pathwayctl.evidence.assessment.workforce_pell import workforce_pell
from pathwayctl.evidence.funding import FiscalYears, budget
from pathwayctl.handouts.assessment import ratings_page, workforce_pell_page
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.funding import budget as budget_page
from pathwayctl.handouts.funding import grants
from pathwayctl.handouts.schedule import master_schedule
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.vocabulary import Audience

COLLEGE = {"id": "college", "name": "Valley College", "category": "postsecondary"}


@pytest.mark.parametrize(
    ("years", "day", "year"),
    [
        (FiscalYears(7, 1), date(2026, 6, 30), 2026),
        (FiscalYears(7, 1), date(2026, 7, 1), 2027),
        (FiscalYears(10, 1), date(2026, 9, 30), 2026),
        (FiscalYears(10, 1), date(2026, 10, 1), 2027),
        (FiscalYears(1, 1), date(2026, 12, 31), 2026),
        (FiscalYears(1, 1), date(2027, 1, 1), 2027),
    ],
)
def test_a_fiscal_year_has_the_name_of_the_year_it_ends_in(years: FiscalYears, day: date, year: int) -> None:
    assert years.of(day) == year
    first, last = years.span(year)
    assert first <= day <= last
    assert last.year == year


def with_money(**header: Any) -> Context:
    return context(
        {"status_date": date(2027, 5, 3), **header},
        funding=[
            {"id": "perkins", "title": "Perkins", "amount": 40000.0, "fiscal_year": 2027},
            {"id": "rooms", "title": "Rooms", "amount": 3000.0, "fiscal_year": 2027, "in_kind": True},
            {"id": "hoped-for", "title": "Hope", "amount": 9.0, "fiscal_year": 2027, "state": "possible"},
        ],
        budget=[
            {"id": "lathes", "title": "Lathes", "amount": 50000.0, "fiscal_year": 2027, "funding": "perkins",
             "spent": 100.0, "tasks": ["buy"]},
        ],
        tasks=[{"id": "buy", "title": "Buy", "duration": "5d", "cost": 45000.0}],
    )  # fmt: skip


def test_the_budget_compares_funding_costs_and_tasks() -> None:
    page = budget_page.view(with_money())
    assert page.totals.rows == (
        ("2027 (Jul 1, 2026 to Jun 30, 2027)", "$40,000", "$3,000", "$50,000", "-$7,000", "$100", "$45,000"),
    )
    assert page.sources.rows[0][3:5] == ("$40,000", "$50,000")
    assert page.lines.rows[0][4:8] == ("$45,000", "$100", "—", "Perkins")
    assert page.tasks.rows == (("1 Buy", "$45,000", "2027", "Lathes"),)
    assert page.gaps == ("Fiscal year 2027: planned costs exceed funding by $7,000.",)


def test_a_year_without_a_name_comes_last_and_a_blank_budget_has_room() -> None:
    plan = context(budget=[{"id": "a", "title": "A", "amount": 1.0}, {"id": "b", "title": "B"}])
    assert [one.year for one in plan.index.ask(budget).totals] == [None]
    assert budget_page.view(plan).totals.rows[0][0] == "No fiscal year"
    assert budget_page.view(plan).gaps == ("No funding source yet: A and B.",)
    assert len(budget_page.view(context()).lines.rows) == 8


def test_the_budget_is_for_the_projects_own_staff_unless_it_says_otherwise() -> None:
    (page,) = budget_page.HANDOUT.pages(with_money())
    assert page.audience is Audience.INTERNAL
    (page,) = budget_page.HANDOUT.pages(with_money(costs_for="partners"))
    assert page.audience is Audience.PARTNERS


GRANT = {
    "id": "award", "title": "Award", "amount": 250000.0, "number": "A-1", "from": date(2027, 1, 1),
    "to": date(2028, 6, 30),
    "objectives": [
        {"title": "More certificates", "measures": ["certs", "share"], "explanation": "Half a year"},
        {"title": "No measure yet"},
    ],
    "deliverables": [
        {"title": "Agreements", "delivered": date(2027, 1, 9)},
        {"title": "Map", "due": date(2027, 2, 26), "delivered": date(2027, 3, 5)},
    ],
    "reports": [{"title": "Second report", "due": date(2027, 4, 30)}],
    "narratives": [{"from": date(2027, 1, 1), "to": date(2027, 3, 31), "done": "Began"}],
}  # fmt: skip
MEASURES = [
    {"id": "certs", "title": "Certificates", "category": "workforce", "unit": "people", "baseline": 1.0,
     "targets": [{"due": date(2027, 12, 31), "value": 30.0, "of": 40.0}],
     "readings": [{"date": date(2027, 3, 31), "value": 24.0, "of": 40.0}]},
    {"id": "share", "title": "Share", "category": "workforce", "unit": "percent"},
]  # fmt: skip


def with_grant() -> Context:
    return context({"status_date": date(2027, 5, 3)}, grants=[GRANT], measures=MEASURES)


def test_a_grant_shows_what_is_due_and_results_as_number_ratio_and_percent() -> None:
    (page,) = grants.HANDOUT.pages(with_grant())
    view = page.view
    assert isinstance(view, grants.GrantPage)
    assert [row[:4] for row in view.due.rows] == [
        ("Map", "Deliverable", "Feb 26, 2027", "Done Mar 5, 2027, late"),
        ("Second report", "Report", "Apr 30, 2027", "Overdue"),
        ("Agreements", "Deliverable", "", "Done Jan 9, 2027"),
    ]
    assert view.results.rows[0][2:] == ("Target\nDec 31, 2027", "30", "30/40", "75%", "")
    assert view.results.rows[1][2:] == ("Actual\nMar 31, 2027", "24", "24/40", "60%", "Half a year")
    assert view.results.rows[3][2:] == ("Actual", "", "", "", "")
    assert view.results.rows[-1][0] == "No measure yet"
    assert view.narrative.rows == (("Jan 1, 2027 to Mar 31, 2027", "Began", "", ""),)
    assert view.gaps == ("Overdue: Second report.",)
    assert ("Amount", "$250,000") in view.facts


def test_partners_do_not_see_the_amount_of_a_grant() -> None:
    (page,) = grants.HANDOUT.pages(shared(with_grant(), Audience.PARTNERS))
    assert isinstance(page.view, grants.GrantPage)
    assert "Amount" not in dict(page.view.facts)


def test_due_dates_of_grants_stand_with_the_schedule() -> None:
    assert master_schedule.view(with_grant()).grants.rows[1][0] == "Second report"
    assert not master_schedule.view(context()).grants.rows


def test_several_grants_have_pages_of_their_own() -> None:
    other = {"id": "other", "title": "Other"}
    plan = context(grants=[{"id": "one", "title": "One"}, other])
    assert [page.slug for page in grants.HANDOUT.pages(plan)] == ["grant-one", "grant-other"]


RATED = [
    {"id": "spring", "title": "In spring", "date": date(2027, 5, 2), "by": ["college"], "ratings": [
        {"criterion": "funding", "rating": 2},
        {"criterion": "evening", "title": "Evening classes", "rating": 4, "reason": "Two a week"},
    ]},
    {"id": "fall", "title": "In fall", "date": date(2027, 1, 4), "ratings": [
        {"criterion": "funding", "rating": 1},
    ]},
    {"id": "later", "title": "Later", "date": date(2027, 9, 9), "ratings": [
        {"criterion": "funding", "rating": 4},
    ]},
]  # fmt: skip


def test_ratings_are_compared_with_those_before() -> None:
    plan = context({"status_date": date(2027, 5, 3)}, organizations=[COLLEGE], assessments=RATED)
    page = ratings_page.view(plan)
    assert [one.title for one in page.sets] == ["Six key elements", "Criteria of your own"]
    assert page.sets[0].table.rows[3][1:3] == ("2: Begun", "1")
    assert page.sets[1].table.rows[0][:4] == ("Evening classes", "4: In place", "", "Two a week")
    assert page.gap == "Rated low, without a next step: Identify funding needs and sources."
    assert page.facts[1:] == (("Rated by", "Valley College"), ("Earlier", "Jan 4, 2027"))
    assert page.chart is not None
    assert [(bar.rating, bar.before) for bar in page.chart.bars] == [(2, 1), (4, 0)]
    assert page.description.startswith("2 criteria on a scale from 1 to 4: 1 rated 2, 1 rated 4.")


def test_a_blank_assessment_has_the_criteria_of_the_guides() -> None:
    titles = [one.title for one in ratings_page.view(context({"guides": ["sector"]})).sets]
    assert titles == ["Six key elements", "Seven components", "Signs of the 17 steps"]
    assert ratings_page.view(context()).chart is None


def test_no_two_criteria_have_one_id() -> None:
    assert len(set(all_criteria())) == len(all_criteria())


def program(**fields: Any) -> Context:
    given = {"id": "welding", "title": "Welding", "provider": "college", **fields}
    credentials = [
        {"id": "first", "title": "First", "kind": "industry-certification", "portable": True},
        {"id": "next", "title": "Next", "kind": "level-1-certificate", "stacks_on": ["first"]},
    ]
    return context(
        {"status_date": date(2027, 5, 3)}, organizations=[COLLEGE], programs=[given], credentials=credentials
    )


def test_a_program_that_meets_all_of_workforce_pell() -> None:
    plan = program(
        weeks=8, clock_hours=599, offered_since=date(2026, 5, 3), completion_rate=70, placement_rate=70,
        cost=900.0, value_added_earnings=900.0, state_approved=date(2027, 4, 1), credentials=["first"],
        transfers=True,
    )  # fmt: skip
    (one,) = plan.index.ask(workforce_pell)
    assert (one.unmet, one.unknown) == ((), ())
    (page,) = workforce_pell_page.view(plan).programs
    assert {row[3] for row in page.answers.rows} == {"Met"}


@pytest.mark.parametrize(
    ("fields", "unmet"),
    [
        ({"weeks": 7}, "pell-weeks"),
        ({"weeks": 15}, "pell-weeks"),
        ({"clock_hours": 149}, "pell-hours"),
        ({"clock_hours": 600}, "pell-hours"),
        ({"weeks": 9, "offered_since": date(2026, 5, 4)}, "pell-offered"),
        ({"completion_rate": 69}, "pell-completion"),
        ({"placement_rate": 69}, "pell-placement"),
        ({"weeks": 9, "cost": 901.0, "value_added_earnings": 900.0}, "pell-cost"),
        ({"weeks": 9, "transfers": False}, "pell-credit"),
    ],
)
def test_a_requirement_of_workforce_pell_that_is_not_met(fields: dict[str, Any], unmet: str) -> None:
    (one,) = program(**fields).index.ask(workforce_pell)
    assert one.unmet == (unmet,)


def test_a_program_without_figures_is_not_judged() -> None:
    plan = program(length="Two semesters")
    assert plan.index.ask(workforce_pell) == ()
    assert workforce_pell_page.view(plan).programs[0].title == "A program"


def ratings_of(*assessments: dict[str, Any]) -> ratings_page.SelfAssessmentPage:
    return ratings_page.view(
        context({"status_date": date(2027, 12, 1), "guides": []}, assessments=assessments)
    )


def rated(day: str, *ratings: int, **more: Any) -> dict[str, Any]:
    criteria = ("funding", "measurement")
    named = [{"criterion": key, "rating": one} for key, one in zip(criteria, ratings, strict=False)]
    return {"id": f"a-{day}", "title": f"On {day}", "date": day, "ratings": named, **more}


def cells(page: ratings_page.SelfAssessmentPage, name: str) -> tuple[str, ...]:
    rows = [row for one in page.sets for row in one.table.rows]
    return next(row for row in rows if row[0].startswith(name))


def test_ratings_by_several_people_on_one_day_stand_together() -> None:
    first = rated("2027-03-01", 1)
    three = [{**rated("2027-11-01", one), "id": f"r{one}", "title": f"R{one}"} for one in (4, 2, 3)]
    page = ratings_of(first, *three)
    _, rating, before, *_ = cells(page, "Identify funding needs")
    assert (rating.split("\n")[0], before) == ("3: Mostly in place", "1")
    assert "2, 3, and 4" in rating
    assert page.facts[0] == ("Latest", "R4, R2, and R3, Nov 1, 2027")
    assert page.facts[-1] == ("Earlier", "Mar 1, 2027")


def test_a_scale_of_five_has_its_own_words_and_is_not_compared_with_another() -> None:
    page = ratings_of(rated("2027-03-01", 4), rated("2027-11-01", 5, 2, scale=5))
    assert page.scale == (("1", "Not begun"), ("5", "In place"))
    _, rating, before, *_ = cells(page, "Identify funding needs")
    assert (rating, before) == ("5 of 5", "")
    assert page.chart is not None
    assert len(page.chart.scale) == 5
    assert "on a scale from 1 to 5" in page.description


def test_a_rating_above_its_scale_is_shown_all_the_same() -> None:
    page = ratings_of(rated("2027-03-01", 5))
    assert cells(page, "Identify funding needs")[1] == "5 of 4"
    assert page.chart is not None
    assert len(page.chart.scale) == 5


def test_a_target_in_words_and_an_extension_are_shown() -> None:
    objectives = [
        {
            "title": "Plans",
            "target": "7 of 10 districts",
            "result": "9 of 10",
            "explanation": "Two joined late",
        },
        {"title": "Reach", "target": "Every school"},
    ]
    grant = {"id": "g", "title": "G", "to": date(2027, 6, 30), "extended_to": date(2027, 12, 31)}
    known = context(grants=[{**grant, "objectives": objectives}])
    page = grants.view(known.plan.grants[0], known)
    assert ("Extended to", "Dec 31, 2027") in page.facts
    assert [(row[0], row[2], row[-1]) for row in page.results.rows] == [
        ("Plans", "Target\n7 of 10 districts", "Two joined late"),
        ("(same objective)", "Actual\n9 of 10", ""),
        ("Reach", "Target\nEvery school", ""),
    ]
