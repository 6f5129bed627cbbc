from __future__ import annotations

from datetime import date

from analysis_plans import index_of, plan_of

from pathwayctl.catalog.reading import ccrs
from pathwayctl.evidence.cadence import calendar_days_late, longest_days
from pathwayctl.evidence.goals import ranks, tally
from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.evidence.partners.stakeholders import sectors
from pathwayctl.evidence.talent.labor_gaps import LaborGap, gap_analysis
from pathwayctl.model.vocabulary import Cadence, EngagementLevel, StakeholderCategory


def votes(number: int) -> str:
    return "[" + ", ".join(f"{{group: Table {place}}}" for place in range(number)) + "]"


def test_the_sample_of_table_5_is_tallied_as_the_guide_shows_it() -> None:
    sample = {one.id: one.tally for one in ccrs().priority_elements}
    assert list(sample.values()) == [4, 6, 2, 6]
    lines = [f"  - {{id: {key}, title: {key}, votes: {votes(number)}}}" for key, number in sample.items()]
    rows = tally(plan_of("priorities:\n" + "\n".join(lines)))
    assert [(row.priority, row.votes, row.rank, row.tied) for row in rows] == [
        ("no-double-testing", 6, 1, True),
        ("aligned-policies", 6, 1, True),
        ("workplace-learning", 4, 3, False),
        ("entry-and-exit-points", 2, 4, False),
    ]


def test_votes_are_set_beside_what_was_said_before() -> None:
    exits, testing, ramps = tally(
        plan_of(
            """
priorities:
  - {id: exits, title: Exits, votes: [{group: A}], voiced_by: [dana]}
  - {id: testing, title: Testing, voiced_by: [lee]}
  - {id: ramps, title: Ramps}
beliefs:
  - {id: b1, who: lee, text: Ways out, priorities: [exits, testing]}
  - {id: b2, who: dana, text: The same, priorities: [exits]}
  - {id: b3, text: Nobody knows who said this, priorities: [ramps]}
"""
        )
    )
    assert (exits.voiced_by, exits.voiced_only) == (("dana", "lee"), False)
    assert (testing.voiced_by, testing.voiced_only) == (("lee",), True)
    assert (ramps.voiced_by, ramps.voiced_only) == ((), False)


def test_ranks_leave_out_places_that_are_shared() -> None:
    assert ranks([4, 6, 2, 6]) == [3, 1, 4, 1]
    assert ranks([]) == []


def test_the_gap_of_a_year_and_of_ten() -> None:
    found = gap_analysis(
        plan_of(
            """
occupations:
  - {id: welder, title: Welder, annual_openings: 60, qualified_applicants: 45}
  - {id: machinist, title: Machinist, annual_openings: 120, qualified_applicants: 38}
  - {id: planner, title: Planner, annual_openings: 10}
  - {id: clerk, title: Clerk, annual_openings: 5, qualified_applicants: 20}
  - {id: fitter, title: Fitter, qualified_applicants: 7}
  - {id: driver, title: Driver, annual_openings: 15, qualified_applicants: 0}
"""
        )
    )
    assert [(one.occupation, one.annual, one.ten_years, one.rank) for one in found.gaps] == [
        ("machinist", 82, 820, 1),
        ("welder", 15, 150, 2),
        ("driver", 15, 150, 2),
        ("clerk", -15, -150, 4),
    ]
    assert found.gaps[0] == LaborGap("machinist", 120, 38, 1)
    assert found.unknown == ("planner", "fitter")


def test_three_people_on_the_levels_of_exhibit_3() -> None:
    found = engagements(
        index_of(
            """
people:
  - {id: carla, name: Carla T., engagement: {current: unaware, desired: supportive}}
  - {id: peter, name: Peter M., engagement: {current: supportive, desired: supportive}}
  - {id: sally, name: Sally H., engagement: {current: neutral, desired: leading}}
  - {id: ned, name: Ned, engagement: {current: unaware, desired: leading}}
  - {id: tom, name: Tom, engagement: {current: leading, desired: neutral}}
  - {id: ann, name: Ann}
"""
        )
    )
    assert [(move.person, move.levels) for move in found.moves] == [
        ("carla", 3),
        ("peter", 0),
        ("sally", 2),
        ("ned", 4),
        ("tom", -2),
    ]
    assert [move.person for move in found.to_raise] == ["ned", "carla", "sally"]
    assert found.levels_to_go == 9
    assert found.unknown == ("ann",)
    assert list(found.now) == list(EngagementLevel)
    assert list(found.now.values()) == [2, 0, 1, 1, 1]
    assert list(found.wanted.values()) == [0, 0, 1, 2, 2]


def test_people_stand_for_their_own_category_or_that_of_their_organization() -> None:
    found = sectors(
        index_of(
            """
organizations:
  - {id: college, name: College, category: postsecondary}
people:
  - {id: a, name: A, organization: college, roles: [doer]}
  - {id: b, name: B, organization: college, category: k-12, roles: [decision-maker, doer]}
  - {id: c, name: C}
  - {id: d, name: D, organization: nowhere}
"""
        )
    )
    assert [one.category for one in found] == list(StakeholderCategory)
    by_category = {one.category: one for one in found}
    assert by_category[StakeholderCategory.POSTSECONDARY].people == ("a",)
    assert by_category[StakeholderCategory.POSTSECONDARY].decision_makers == ()
    assert by_category[StakeholderCategory.POSTSECONDARY].doers == ("a",)
    assert by_category[StakeholderCategory.K12].decision_makers == ("b",)
    assert sum(len(one.people) for one in found) == 2


MONTHS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.TWICE_A_YEAR: 6, Cadence.YEARLY: 12}


def test_a_cadence_allows_the_longest_span_that_its_word_can_mean() -> None:
    found = [longest_days(cadence) for cadence in Cadence]
    assert found == [7, 14, 31, 92, 184, 184, 366, None]
    for cadence, step in MONTHS.items():
        spans = []
        for month in range(48):
            here, there = (date(2027 + at // 12, at % 12 + 1, 1) for at in (month, month + step))
            spans.append((there - here).days)
            assert calendar_days_late(cadence, here, there) == 0
        assert longest_days(cadence) == max(spans)


def test_lateness_is_counted_in_days_and_only_where_it_can_be_told() -> None:
    march, june = date(2027, 3, 1), date(2027, 6, 1)
    assert calendar_days_late(Cadence.MONTHLY, march, june) == 92 - 31
    assert calendar_days_late(Cadence.MONTHLY, june, march) == 0
    assert calendar_days_late(Cadence.ONGOING, march, june) == 0
    assert calendar_days_late(None, march, june) == 0
    assert calendar_days_late(Cadence.MONTHLY, None, june) == 0
    assert calendar_days_late(Cadence.MONTHLY, march, None) == 0
