from __future__ import annotations

from datetime import date
from itertools import pairwise

from analysis_plans import plan_of
from hypothesis import given
from hypothesis import strategies as st

from effort import effort
from pathwayctl.catalog.reading import components
from pathwayctl.evidence.evaluation.measures import OutcomeMeasures, Trend, standings
from pathwayctl.evidence.talent.credential_ladder import RUNGS, Chain, ladder
from pathwayctl.model.governance import MeasureCategory
from pathwayctl.model.plan import Plan
from pathwayctl.model.talent_credentials import CredentialKind

LADDER = """
credentials:
  - {id: degree, title: Degree, kind: associate-degree, stacks_on: [level-2, level-1]}
  - {id: level-1, title: One, kind: level-1-certificate, stacks_on: [safety], recognized_by: [shop]}
  - {id: level-2, title: Two, kind: level-2-certificate, stacks_on: [level-1]}
  - {id: safety, title: Safety, kind: industry-certification, recognized_by: [shop, mill]}
  - {id: robots, title: Robots, kind: industry-certification}
  - {id: bachelor, title: Bachelor, kind: bachelor-degree, stacks_on: [safety, unheard-of]}
"""


def test_the_rungs_are_those_of_the_source() -> None:
    assert len(RUNGS) == len(components().credential_ladder) == 5
    assert CredentialKind.ADVANCED not in RUNGS


def test_a_ladder_has_its_order_chains_and_ramps() -> None:
    found = ladder(plan_of(LADDER))
    assert found.order == ("safety", "robots", "level-1", "level-2", "degree", "bachelor")
    assert found.chains == (
        Chain(("robots",), ()),
        Chain(("safety", "level-1", "level-2", "degree"), ()),
        Chain(
            ("safety", "bachelor"),
            (CredentialKind.LEVEL_1, CredentialKind.LEVEL_2, CredentialKind.ASSOCIATE),
        ),
    )
    assert found.on_ramps == ("safety", "robots")
    assert found.off_ramps == ("level-1", "safety")
    assert found.rings == ()
    assert found.backwards == ()
    assert found.missing == ()


def test_missing_rungs_and_steps_down_are_shown() -> None:
    found = ladder(
        plan_of(
            """
credentials:
  - {id: first, title: First, kind: level-1-certificate, stacks_on: [bachelor]}
  - {id: bachelor, title: Bachelor, kind: bachelor-degree}
"""
        )
    )
    assert found.backwards == (("first", "bachelor"),)
    assert found.missing == (CredentialKind.CERTIFICATION, CredentialKind.LEVEL_2, CredentialKind.ASSOCIATE)
    assert found.order == ("bachelor", "first")
    assert ladder(plan_of()).missing == RUNGS


def credentials(links: dict[str, list[str]]) -> Plan:
    lines = [
        f"  - {{id: {key}, title: T, kind: level-1-certificate, stacks_on: [{', '.join(lower)}]}}"
        for key, lower in links.items()
    ]
    return plan_of("credentials:\n" + "\n".join(lines))


def test_rings_are_shown_and_no_chain_runs_through_them() -> None:
    found = ladder(
        credentials(
            {
                "x": ["a", "y"],
                "y": ["x"],
                "a": ["b"],
                "b": ["a"],
                "top": ["x", "low"],
                "low": [],
                "me": ["me"],
            }
        )
    )
    assert found.rings == (("a", "b"), ("x", "y"), ("me",))
    assert found.chains == (Chain(("low",), ()),)
    assert found.order == ("low", "x", "y", "a", "b", "top", "me")


def test_one_ring_is_told_where_several_share_credentials() -> None:
    assert ladder(credentials({"a": ["b", "c"], "b": ["a"], "c": ["a", "b"]})).rings == (("a", "b"),)
    assert ladder(credentials({"a": ["b"], "b": ["c"], "c": ["d", "b"], "d": ["a"]})).rings == (
        ("a", "b", "c", "d"),
    )
    inner = ladder(credentials({"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": ["a"]}))
    assert inner.rings == (("b", "c"),)


LINKS = st.lists(st.lists(st.integers(0, 7), max_size=3), max_size=8)


@given(LINKS)
def test_whatever_the_links_rings_are_rings_and_chains_are_chains(links: list[list[int]]) -> None:
    below = {
        f"c{n}": list(dict.fromkeys(f"c{m}" for m in lower if m < len(links)))
        for n, lower in enumerate(links)
    }
    found = ladder(credentials(below)) if below else ladder(plan_of())
    assert sorted(found.order) == sorted(below)
    for ring in found.rings:
        assert all(lower in below[key] for key, lower in pairwise((*ring, ring[0])))
    for chain in found.chains:
        assert all(lower in below[key] for lower, key in pairwise(chain.credentials))
        assert not below[chain.credentials[0]]
    on_a_ring = {key for key in below if reachable(key, below[key], below)}
    assert bool(found.rings) == bool(on_a_ring)
    assert {key for ring in found.rings for key in ring} <= on_a_ring


def reachable(goal: str, starts: list[str], below: dict[str, list[str]]) -> bool:
    seen: set[str] = set()
    queue = list(starts)
    for key in queue:
        if key not in seen:
            seen.add(key)
            queue += below[key]
    return goal in seen


def test_a_thousand_ways_up_are_no_thousand_chains() -> None:
    links = {
        f"c{row}-{n}": [f"c{row - 1}-{m}" for m in range(10)] if row else []
        for row in range(40)
        for n in range(10)
    }
    plan = credentials(links)
    assert effort(lambda: ladder(plan)) < 1_000_000
    found = ladder(plan)
    assert len(found.chains) == 10
    assert all(len(chain.credentials) == 40 for chain in found.chains)


MEASURES = """
measures:
  - id: completion
    title: Courses completed
    category: secondary-postsecondary
    unit: percent
    baseline: 62
    target: 80
    cadence: quarterly
    readings:
      - {date: 2027-07-01, value: 71}
      - {date: 2027-04-01, value: 65.5}
  - id: idle
    title: Out of work under 25
    category: long-term
    horizon: ten-years
    direction: down
    baseline: 0.3
    target: 0.1
    cadence: yearly
    readings: [{date: 2027-07-01, value: 0.2}]
  - {id: silent, title: Jobs, category: workforce, cadence: monthly, baseline: 5, target: 5}
"""


def test_where_a_measure_stands() -> None:
    completion, idle, silent = standings(plan_of(MEASURES), date(2027, 11, 1))
    assert completion.latest is not None
    assert completion.latest.value == 71
    assert (completion.change, completion.share, completion.reached) == (9, 0.5, False)
    assert (completion.trend, completion.improving) == (Trend.UP, True)
    assert completion.days_late == (date(2027, 11, 1) - date(2027, 7, 1)).days - 92 == 31
    assert (idle.change, idle.share, idle.trend, idle.improving) == (-0.1, 0.5, Trend.DOWN, True)
    assert idle.days_late == 0
    assert (silent.latest, silent.change, silent.share, silent.trend, silent.improving) == (None,) * 5
    assert silent.days_late == (date(2027, 11, 1) - date(2027, 1, 4)).days - 31


def test_only_values_up_to_the_day_count() -> None:
    completion, *_ = standings(plan_of(MEASURES), date(2027, 5, 1))
    assert completion.latest is not None
    assert completion.latest.value == 65.5
    assert completion.trend is Trend.UP
    assert standings(plan_of(MEASURES))[0].days_late == 0


def test_a_measure_that_stands_still_goes_the_wrong_way_or_has_no_way_to_go() -> None:
    same, worse, there, beyond = standings(
        plan_of(
            """
measures:
  - id: same
    title: T
    category: workforce
    readings: [{date: 2027-02-01, value: 4}, {date: 2027-03-01, value: 4}]
  - id: worse
    title: T
    category: workforce
    baseline: 4
    target: 8
    readings: [{date: 2027-02-01, value: 2}]
  - id: there
    title: T
    category: workforce
    baseline: 4
    target: 4
    readings: [{date: 2027-02-01, value: 5}]
  - id: beyond
    title: T
    category: workforce
    baseline: 4
    target: 8
    readings: [{date: 2027-02-01, value: 9}]
"""
        )
    )
    assert (same.change, same.share, same.trend, same.improving) == (None, None, Trend.FLAT, False)
    assert (worse.change, worse.share, worse.trend, worse.improving) == (-2, -0.5, Trend.DOWN, False)
    assert (there.change, there.share) == (1, None)
    assert (beyond.share, beyond.reached) == (1.25, True)


def test_which_headings_of_exhibit_2_have_no_measure() -> None:
    assert OutcomeMeasures((), ()).absent_categories == tuple(MeasureCategory)
    assert OutcomeMeasures(plan_of(MEASURES).measures, ()).absent_categories == ()
