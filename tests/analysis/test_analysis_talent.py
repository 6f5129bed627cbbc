"""Facts about occupations: wages, flags, ranks, supply, moves, and who was heard."""

from __future__ import annotations

import pytest
from analysis_plans import plan_of

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.career_ladder import career_ladder, without_level
from pathwayctl.evidence.talent.credential_ladder import ladder, without_jobs
from pathwayctl.evidence.talent.criticality import criticality, weight_of_all
from pathwayctl.evidence.talent.employers import heard_occupations, unasked_consent, unconfirmed
from pathwayctl.evidence.talent.occupations import occupation_gaps
from pathwayctl.evidence.talent.supply import supply, uncounted
from pathwayctl.evidence.talent.wages import (
    employers_demand,
    flags,
    has_wage,
    median_wage,
    seems_hourly,
    yearly_openings,
    yearly_wage,
)
from pathwayctl.model.plan import Plan
from pathwayctl.model.talent import Occupation
from pathwayctl.model.talent_demand import WagePeriod
from pathwayctl.scheduling.breakdown import break_down


def indexed(plan: Plan) -> PlanIndex:
    return PlanIndex(plan, break_down(plan.tasks))


def index_of(text: str) -> PlanIndex:
    return indexed(plan_of(text))


def occupation(text: str) -> Occupation:
    return plan_of(f"occupations: [{{id: a, title: A, {text}}}]").occupations[0]


@pytest.mark.parametrize(
    ("text", "wage", "year"),
    [
        ("median_wage: 52000", (52000, WagePeriod.YEAR), 52000),
        ("median_wage: 25.5", (25.5, WagePeriod.HOUR), 53040),
        ("median_wage: 0", (0, WagePeriod.YEAR), 0),
        ("wage: {median: 25.5, per: hour}", (25.5, WagePeriod.HOUR), 53040),
        ("wage: {median: 50000}", (50000, WagePeriod.YEAR), 50000),
        ("wage: {low: 18, high: 31, per: hour}", None, None),
        ("growth: 1", None, None),
    ],
)
def test_a_wage_for_a_year_of_2080_hours(text: str, wage: object, year: float | None) -> None:
    one = occupation(text)
    assert (median_wage(one), yearly_wage(one)) == (wage, year)
    assert seems_hourly(one) is (text == "median_wage: 25.5")
    assert has_wage(one) is (text != "growth: 1")


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("annual_openings: 90", 90),
        ("annual_openings: 90, employers_openings: 140", 140),
        ("openings_range: {low: 80, high: 111}", 95),
        ("annual_openings: 0, openings_range: {low: 80, high: 111}", 0),
        ("current_openings: 12", None),
    ],
)
def test_openings_as_employers_corrected_them(text: str, openings: int | None) -> None:
    assert yearly_openings(occupation(text)) == openings


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("demand: [{employer: x, hires: 4}, {employer: y}]", (2, 4)),
        ("demand: [{employer: x, hires: 4}], employers_hiring: 6, hires_planned: 24", (6, 24)),
        ("employers_hiring: 6", (6, None)),
        ("growth: 1", (None, None)),
    ],
)
def test_what_employers_plan(text: str, plans: tuple[int | None, int | None]) -> None:
    assert employers_demand(occupation(text)) == plans


THREE = """
occupations:
  - {id: a, title: A, annual_openings: 100, median_wage: 60000, growth: -3, difficulty: high}
  - {id: b, title: B, annual_openings: 50, median_wage: 30000, growth: 2, difficulty: low}
  - {id: c, title: C, wage: {median: 30, per: hour}}
"""


def test_thresholds_are_the_projects_own() -> None:
    plan = plan_of(THREE)
    header = plan.project.model_copy(update={"high_wage": 50000.0, "in_demand": 70})
    found = indexed(plan.model_copy(update={"project": header})).ask(flags)
    assert (sorted(found.high_wage), sorted(found.in_demand)) == (["a", "c"], ["a"])
    assert indexed(plan).ask(flags).high_wage == frozenset()


def test_the_ranked_list_and_why() -> None:
    criteria = """
criteria:
  - {id: o, title: Openings, weight: 50, figure: openings}
  - {id: g, title: Growth, weight: 30, figure: growth}
  - {id: r, title: Retirements, weight: 20}
"""
    rated = THREE.replace("difficulty: high}", "difficulty: high, ratings: [{criterion: r, points: 1}]}")
    rated = rated.replace("difficulty: low}", "ratings: [{criterion: r, points: 4, why: Many are 60}]}")
    index = index_of(criteria + rated)
    found = index.ask(criticality)
    assert [(one.occupation.id, one.score, one.rank) for one in found] == [
        ("b", 71.0, 1),
        ("a", 54.0, 2),
        ("c", None, None),
    ]
    assert [part.points for part in found[0].parts] == [2.5, 5.0, 4.0]
    assert found[0].parts[2].why == "Many are 60"
    assert found[2].unrated == ("Openings", "Growth", "Retirements")
    assert index.ask(weight_of_all) == 100


@pytest.mark.parametrize(
    ("figure", "points"),
    [
        ("shortage", [5.0, 1.2]),
        ("wage", [5.0, 2.5]),
        ("difficulty", [5.0, 1.0]),
        ("hires", [5.0, 0.0]),
        ("openings", [5.0, 2.5]),
    ],
)
def test_points_from_a_figure(figure: str, points: list[float]) -> None:
    text = f"""
criteria: [{{id: x, title: X, weight: 100, figure: {figure}}}]
occupations:
  - {{id: a, title: A, annual_openings: 100, qualified_applicants: 20, median_wage: 60000,
      difficulty: high, hires_planned: 8}}
  - {{id: b, title: B, annual_openings: 50, qualified_applicants: 30, median_wage: 30000,
      difficulty: low, hires_planned: 0}}
"""
    rows = {one.occupation.id: one.parts[0].points for one in index_of(text).ask(criticality)}
    assert [rows["a"], rows["b"]] == pytest.approx(points, abs=0.06)


def test_no_criteria_rank_nothing_and_weights_of_zero_give_no_score() -> None:
    assert index_of(THREE).ask(criticality) == ()
    nothing = index_of("criteria: [{id: x, title: X, weight: 0, figure: growth}]" + THREE)
    assert {one.score for one in nothing.ask(criticality)} == {None}


PROGRAMS = """
programs:
  - {id: p, title: P, provider: o, occupations: [a, b], completers: 17, capacity: 24, enrolled: 21}
  - {id: q, title: Q, provider: o, occupations: [a]}
"""


def test_supply_against_demand() -> None:
    index = index_of(THREE + PROGRAMS)
    first, second, third = index.ask(supply)
    assert (first.programs, first.places, first.enrolled, first.completers) == (("p", "q"), 24, 21, 17)
    assert (first.openings, first.gap, first.uncounted) == (100, 83, 1)
    assert (second.gap, second.uncounted) == (33, 0)
    assert (third.programs, third.completers, third.gap) == ((), None, None)
    assert index.ask(uncounted) == (1,)
    assert index_of(THREE + PROGRAMS.replace("completers: 17, ", "")).ask(uncounted) == ()


def test_the_career_ladder_has_rungs_and_moves() -> None:
    index = index_of("""
occupations:
  - {id: high, title: High, level: senior, median_wage: 70000, leads_to: [{occupation: low}]}
  - {id: low, title: Low, level: entry, median_wage: 40000,
     leads_to: [{occupation: high}, {occupation: gone}]}
  - {id: other, title: Other}
""")
    found = index.ask(career_ladder)
    assert [(level and level.value, [one.id for one in own]) for level, own in found.rungs] == [
        ("entry", ["low"]),
        ("senior", ["high"]),
        (None, ["other"]),
    ]
    assert [(step.start.id, step.end.id, step.pay, step.is_down) for step in found.steps] == [
        ("high", "low", -30000, True),
        ("low", "high", 30000, False),
    ]
    assert index.ask(without_level) == (2,)
    assert index_of(THREE).ask(without_level) == ()


def test_an_interview_or_a_survey_is_an_account() -> None:
    index = index_of(
        THREE
        + """
interviews:
  - {id: i, employer: o, occupations: [a], quote: We wait for months}
  - {id: j, employer: o, occupations: [b]}
surveys:
  - {id: s, title: S, results: [{question: Q, answer: C, count: 3, occupation: c}]}
"""
    )
    assert index.ask(heard_occupations) == {"a", "c"}
    assert index.ask(unasked_consent) == (0,)
    assert index.ask(occupation_gaps).without_account == (1,)


def test_ksas_that_wait_for_employers() -> None:
    text = """
ksas:
  - {id: k, title: K, kind: skill}
  - {id: m, title: M, kind: disposition, employers_confirming: 2}
"""
    assert index_of(text).ask(unconfirmed) == (0,)
    assert index_of(text.replace(", employers_confirming: 2", "")).ask(unconfirmed) == ()


def credentials(*kinds: str) -> Plan:
    entries = ", ".join(f"{{id: c{place}, title: C, kind: {kind}}}" for place, kind in enumerate(kinds))
    return plan_of(f"credentials: [{entries}]")


def test_a_license_fills_the_first_rung_and_a_diploma_none() -> None:
    assert [kind.value for kind in ladder(credentials("license")).missing] == [
        "level-1-certificate",
        "level-2-certificate",
        "associate-degree",
        "bachelor-degree",
    ]
    assert len(ladder(credentials("diploma", "apprenticeship")).missing) == 5


def test_what_is_no_rung_is_never_out_of_order() -> None:
    plan = plan_of("""
credentials:
  - {id: card, title: Card, kind: industry-certification, stacks_on: [nurse]}
  - {id: nurse, title: Nurse, kind: license, stacks_on: [degree]}
  - {id: degree, title: Degree, kind: associate-degree}
""")
    assert ladder(plan).backwards == ()


def test_credentials_without_a_stated_job() -> None:
    text = "credentials: [{id: c, title: C, kind: license, leads_to: [a]}, {id: d, title: D, kind: license}]"
    assert index_of(text).ask(without_jobs) == (1,)
    assert index_of(text.replace(", leads_to: [a]", "")).ask(without_jobs) == ()
