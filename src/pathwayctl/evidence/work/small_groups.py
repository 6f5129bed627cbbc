"""Small groups of about three: who works with whom, and on which requirements.

Source: Designing a Career Pathways System, chapter 4, scope and breakdown of the work (CCRS Center,
2016): small groups of about three people, every requirement assigned to one of them, several to a group
if there are more requirements than groups. That the groups are balanced over stakeholder
categories, and how, is ours:

1. People are dealt like cards, category by category, so that no two groups differ by more than one
   person, in all or of any category.
2. A group without a decision maker or doer gets one from a group that has two, in exchange for another
   member, so that step 1 stays true; such an exchange always exists.
3. A requirement goes to the group of its owner, as long as no group gets two more than
   another; the others go to the groups with the fewest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.frameworks import Requirement
from pathwayctl.model.outreach import MeetingGroup
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import Role
from pathwayctl.quick_dataclass import dataclass

SIZE: Final = 3
"""People in a group; two to four where the number of people does not come out even."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person to place: id, stakeholder category (or ``""``), and whether they decide or do work."""

    person: str
    category: str = ""
    acts: bool = False


@dataclass(frozen=True, slots=True)
class SmallGroup:
    """The ids of people and of requirements; ``acts`` says whether anyone in it decides or does work.

    ``name`` is empty for a group that the program has made.
    """

    people: tuple[str, ...]
    requirements: tuple[str, ...]
    acts: bool
    name: str = ""


def small_groups(
    index: PlanIndex, people: Iterable[Person], own: Sequence[MeetingGroup] = ()
) -> tuple[SmallGroup, ...]:
    """These people in groups, with all requirements of the plan among them; no people, no groups.

    Groups that the facilitator has set come first and stay as they are; the other people are dealt.
    """
    placed = {key for group in own for key in group.members}
    members = [
        Member(one.id, index.category_of(one) or "", acts(one)) for one in people if one.id not in placed
    ]
    dealt = [[member.person for member in group] for group in deal(members)]
    everyone = [*(list(group.members) for group in own), *dealt]
    set_by_hand = {key for group in own for key in group.requirements}
    free = [one for one in index.plan.requirements if one.id not in set_by_hand]
    shared = share_out(everyone, free)
    given = [tuple(group.requirements) for group in own] + [()] * len(dealt)
    names = [group.name for group in own] + [""] * len(dealt)
    return tuple(
        SmallGroup(tuple(keys), (*mine, *more), any(map(_acts_by_id(index), keys)), name)
        for keys, mine, more, name in zip(everyone, given, shared, names, strict=True)
    )


def _acts_by_id(index: PlanIndex) -> Callable[[str], bool]:
    return lambda key: key in index.people and acts(index.people[key])


def acts(person: Person) -> bool:
    """Whether someone is a decision maker or a doer, by their roles or by what handout 1A notes."""
    plays = Role.DECISION_MAKER in person.roles or Role.DOER in person.roles
    return plays or person.decision_authority or person.does_the_work


def deal(members: Sequence[Member]) -> list[list[Member]]:
    """The members in groups of two to four; a single one stays alone."""
    number = max(1, (len(members) + 1) // SIZE) if members else 0
    groups: list[list[Member]] = [[] for _ in range(number)]
    first = {category: place for place, category in enumerate(dict.fromkeys(one.category for one in members))}
    for place, member in enumerate(sorted(members, key=lambda one: first[one.category])):
        groups[place % number].append(member)
    for idle in groups:
        if not _acting(idle):
            _enliven(idle, groups)
    return groups


def _acting(group: Iterable[Member]) -> int:
    return sum(one.acts for one in group)


def _enliven(idle: list[Member], groups: Sequence[list[Member]]) -> None:
    """Move a decision maker or doer into a group without one, if another group has two."""
    other = next((group for group in groups if _acting(group) > 1), None)
    if other is not None:
        come, go = _exchanges(other, idle)[0]
        other[other.index(come)], idle[idle.index(go)] = go, come


def _exchanges(other: list[Member], idle: list[Member]) -> list[tuple[Member, Member]]:
    """Pairs whose exchange leaves every category as evenly spread as it is.

    There always is one. If the idle group has a member of the same category as one who acts, these two
    can change places. Otherwise the other group is ahead by one in the categories of two who act; since
    it is larger by one person at most, the idle group is ahead in some category too.
    """
    return [
        (come, go)
        for come in other
        for go in idle
        if come.acts
        and (
            come.category == go.category
            or _surplus(come.category, other, idle) > 0 > _surplus(go.category, other, idle)
        )
    ]


def _surplus(category: str, one: Iterable[Member], other: Iterable[Member]) -> int:
    """How many more of a category one group has than the other."""
    return sum(member.category == category for member in one) - sum(
        member.category == category for member in other
    )


def share_out(groups: Sequence[Sequence[str]], requirements: Iterable[Requirement]) -> list[list[str]]:
    """The ids of the requirements of each group of people, in numbers as even as possible."""
    wanted = list(requirements)
    shares: list[list[Requirement]] = [[] for _ in groups]
    if not groups:
        return []
    least, over = divmod(len(wanted), len(groups))
    others: list[Requirement] = []
    for one in wanted:
        home = next((place for place, people in enumerate(groups) if one.owner in people), None)
        if home is not None and len(shares[home]) < least:
            shares[home].append(one)
        elif home is not None and len(shares[home]) == least and over:
            shares[home].append(one)
            over -= 1
        else:
            others.append(one)
    for one in others:
        min(shares, key=len).append(one)
    order = {one.id: place for place, one in enumerate(wanted)}
    return [sorted((one.id for one in share), key=order.__getitem__) for share in shares]
