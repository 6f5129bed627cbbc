"""The counts and names of the roles and their responsibilities in the seven components.

When are two responsibilities the same? The source writes one list per role and component, 146 lines
in all, and repeats a line for every role that shares it. Two lines are one responsibility if their
texts are equal apart from white space: that gives 113. It keeps apart lines that differ in a single
word (“Lead” and “Support”). One pair differs only by a space that is missing after a comma: the options
after school, which the source gives to the colleges and to the schools.
"""

from __future__ import annotations

import pytest

from pathwayctl.catalog.reading import components
from pathwayctl.model.governance import Duty
from pathwayctl.model.vocabulary import Cadence, Component

GUIDE = components()
HELD = {
    "employers-and-industry": [4, 3, 0, 2, 2, 2, 5],
    "pathways-team-facilitator": [8, 2, 3, 2, 4, 2, 6],
    "postsecondary-education": [4, 4, 3, 3, 2, 4, 4],
    "regional-convener": [9, 3, 2, 3, 5, 4, 6],
    "secondary-education": [4, 3, 3, 3, 4, 4, 4],
    "workforce-development": [5, 3, 0, 2, 3, 3, 4],
}


def test_every_component_has_its_entry() -> None:
    assert [entry.id for entry in GUIDE.components] == list(Component)


def test_the_six_roles() -> None:
    assert [role.id for role in GUIDE.roles] == list(HELD)


@pytest.mark.parametrize("role", HELD)
def test_responsibilities_of_a_role_in_each_component(role: str) -> None:
    assert [len(GUIDE.held_by(role, component)) for component in Component] == HELD[role]


def test_146_assignments_of_113_responsibilities() -> None:
    assert sum(len(duty.roles) for duty in GUIDE.responsibilities) == 146
    assert len(GUIDE.responsibilities) == 113


def test_different_responsibilities_in_each_component() -> None:
    assert [len(GUIDE.of(component)) for component in Component] == [24, 13, 11, 11, 15, 16, 23]


def test_responsibilities_name_roles_that_there_are_and_each_once() -> None:
    for duty in GUIDE.responsibilities:
        assert duty.roles, duty
        assert set(duty.roles) <= set(HELD), duty
        assert len(set(duty.roles)) == len(duty.roles), duty


def test_the_pair_that_differs_by_a_space_is_one_responsibility() -> None:
    by_id = {duty.id: duty.roles for duty in GUIDE.responsibilities}
    assert by_id["keep-options-open"] == ("postsecondary-education", "secondary-education")


@pytest.mark.parametrize("earlier", ["keep-options-open-at-college", "keep-options-open-at-school"])
def test_its_earlier_names_are_still_read(earlier: str) -> None:
    duty = Duty.model_validate({"responsibility": earlier, "role": "secondary-education"})
    assert duty.responsibility == "keep-options-open"


def test_some_responsibilities_are_shared_by_four_roles() -> None:
    shared = [duty.id for duty in GUIDE.responsibilities if len(duty.roles) == 4]
    assert shared == ["give-time-and-expertise", "share-data", "reverse-map-pathways"]


def test_meetings_are_monthly_if_possible_and_quarterly_at_least() -> None:
    meetings = GUIDE.meetings
    assert (meetings.recommended, meetings.at_least) == (Cadence.MONTHLY, Cadence.QUARTERLY)
    assert meetings.roles == ("pathways-team-facilitator", "regional-convener")


def test_who_sits_on_each_team() -> None:
    seats = {team.id: (team.led_by, len(team.members), len(team.may_join)) for team in GUIDE.teams}
    assert seats == {
        "implementation-team": ("pathways-team-facilitator", 6, 0),
        "regional-team": ("regional-convener", 5, 0),
        "leadership-team": ("regional-convener", 4, 2),
    }


def test_lists_beside_the_responsibilities() -> None:
    assert len(GUIDE.leadership_areas) == 4
    assert [part.id for part in GUIDE.sustainability_plan] == [
        "partnerships",
        "roles",
        "funding",
        "succession",
    ]
    assert [kind.id for kind in GUIDE.advanced_academics] == ["dual-credit", "early-college", "ap", "ib"]
    assert len(GUIDE.rules) == 7


def test_the_credential_ladder_goes_up() -> None:
    assert [rung.id for rung in GUIDE.credential_ladder] == [
        "industry-certification",
        "level-1-certificate",
        "level-2-certificate",
        "associates-degree",
        "bachelors-degree",
    ]
