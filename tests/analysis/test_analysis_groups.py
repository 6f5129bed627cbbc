from __future__ import annotations

from itertools import permutations

from analysis_plans import plan_of
from hypothesis import given, settings
from hypothesis import strategies as st

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.small_groups import Member, SmallGroup, acts, deal, share_out, small_groups
from pathwayctl.model.frameworks import Requirement
from pathwayctl.model.outreach import MeetingGroup
from pathwayctl.model.partners import Person
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.breakdown import break_down

rooms = st.lists(st.tuples(st.sampled_from(["", "a", "b", "c", "d", "e", "f"]), st.booleans()), max_size=40)


def index_of(plan: Plan) -> PlanIndex:
    return PlanIndex(plan, break_down(plan.tasks))


def members(room: list[tuple[str, bool]]) -> list[Member]:
    return [Member(f"p{number}", category, acting) for number, (category, acting) in enumerate(room)]


def requirement(number: int, owner: str | None = None) -> Requirement:
    return Requirement.model_validate(
        {"id": f"r{number}", "title": f"R{number}", "area": "partnerships", "owner": owner}
    )


@given(rooms)
def test_everyone_has_one_place_in_a_group_of_two_to_four(room: list[tuple[str, bool]]) -> None:
    groups = deal(members(room))
    placed = sorted(one.person for group in groups for one in group)
    assert placed == sorted(one.person for one in members(room))
    sizes = [len(group) for group in groups]
    assert all(2 <= size <= 4 for size in sizes) or sizes in ([], [1])
    assert max(sizes, default=0) - min(sizes, default=0) <= 1


@given(rooms)
def test_no_group_has_two_more_of_a_category_than_another(room: list[tuple[str, bool]]) -> None:
    groups = deal(members(room))
    for category, _ in room:
        numbers = [sum(one.category == category for one in group) for group in groups]
        assert max(numbers) - min(numbers) <= 1


@settings(max_examples=300)
@given(rooms)
def test_each_group_can_act_if_there_are_enough_who_do(room: list[tuple[str, bool]]) -> None:
    groups = deal(members(room))
    idle = [group for group in groups if not any(one.acts for one in group)]
    enough = sum(acting for _, acting in room) >= len(groups)
    assert enough == (not idle) or not groups


@given(st.integers(1, 12), st.lists(st.integers(0, 40), max_size=60))
def test_every_requirement_has_one_group_and_the_load_is_even(number: int, owners: list[int]) -> None:
    groups = [[f"p{3 * place + seat}" for seat in range(3)] for place in range(number)]
    wanted = [requirement(place, f"p{owner}") for place, owner in enumerate(owners)]
    shares = share_out(groups, wanted)
    assert sorted(one for share in shares for one in share) == sorted(one.id for one in wanted)
    loads = [len(share) for share in shares]
    assert max(loads) - min(loads) <= 1


@given(rooms)
def test_the_same_people_are_always_placed_alike(room: list[tuple[str, bool]]) -> None:
    assert deal(members(room)) == deal(members(room))


def test_seven_are_four_and_three_and_eight_are_three_groups() -> None:
    sizes = {
        number: [len(group) for group in deal(members([("", False)] * number))] for number in (0, 1, 4, 7, 8)
    }
    assert sizes == {0: [], 1: [1], 4: [4], 7: [4, 3], 8: [3, 3, 2]}


def test_whoever_acts_is_exchanged_with_someone_of_another_category_if_need_be() -> None:
    """A and D act and would sit together; one of them moves over, and nothing gets less even."""
    room = [("a", True), ("b", False), ("c", False), ("d", True), ("e", False)]
    for order in permutations(room):
        first, second = deal(members(list(order)))
        assert any(one.acts for one in first)
        assert any(one.acts for one in second)


def test_a_requirement_goes_to_its_owners_group_while_there_is_room() -> None:
    groups = [["ana", "ben", "cy"], ["dot", "eve"]]
    owners = ["eve", "dot", "eve", None, "nobody"]
    shares = share_out(groups, [requirement(place, owner) for place, owner in enumerate(owners)])
    assert shares == [["r3", "r4"], ["r0", "r1", "r2"]]


def test_without_people_nothing_is_shared_out() -> None:
    assert share_out([], [requirement(1)]) == []
    assert small_groups(index_of(plan_of()), ()) == ()


def test_who_decides_or_does_work() -> None:
    def person(**given: object) -> Person:
        return Person.model_validate({"id": "a", "name": "A", **given})

    assert not acts(person(roles=["champion", "connector"]))
    assert acts(person(roles=["doer"]))
    assert acts(person(roles=["decision-maker"]))
    assert acts(person(decision_authority=True))
    assert acts(person(does_the_work=True))


def test_the_groups_of_a_plan() -> None:
    plan = plan_of(
        """
organizations: [{id: college, name: College, category: postsecondary}]
people:
  - {id: ana, name: Ana, organization: college, does_the_work: true}
  - {id: ben, name: Ben, organization: college}
  - {id: cy, name: Cy, category: k-12}
  - {id: dot, name: Dot, category: k-12, roles: [doer]}
  - {id: eve, name: Eve}
requirements:
  - {id: lab, title: Lab, area: partnerships, owner: dot}
"""
    )
    assert small_groups(index_of(plan), plan.people) == (
        SmallGroup(("ana", "cy", "eve"), (), True),
        SmallGroup(("ben", "dot"), ("lab",), True),
    )
    own = MeetingGroup.model_validate({"name": "North", "members": ["ana", "dot"], "requirements": ["lab"]})
    assert small_groups(index_of(plan), plan.people, (own,)) == (
        SmallGroup(("ana", "dot"), ("lab",), True, "North"),
        SmallGroup(("ben", "cy", "eve"), (), False),
    )
