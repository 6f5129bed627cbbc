from __future__ import annotations

from handout_plans import context, full

from pathwayctl.catalog.reading import ccrs
from pathwayctl.handouts.goals import definitions_1c as definitions
from pathwayctl.handouts.goals import primer_1b as primer
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.vocabulary import Audience


def test_the_own_definition_with_where_it_comes_from() -> None:
    page = definitions.view(full())
    assert (page.own, page.own_source) == ("Linked steps", "Adopted on Jan 4, 2027. Source: Our own")
    assert page.gap == ""
    assert definitions.view(context(definition={"text": "T"})).own_source == ""


def test_no_definition_yet() -> None:
    page = definitions.view(context())
    assert (page.own, page.own_source, page.gap) == ("", "", "The group has not adopted a definition yet.")


def test_every_published_definition_is_cited_and_federal_text_is_quoted() -> None:
    guide = ccrs().definitions
    page = definitions.view(context())
    assert [(row[0], row[2]) for row in page.published] == [(one.name, one.source) for one in guide]
    for one, row in zip(guide, page.published, strict=True):
        assert row[1] == f"In our words: {one.text}" or (one.quoted and row[1].startswith(f"“{one.text}"))


def test_the_law_is_quoted_with_its_seven_parts_in_order() -> None:
    law = definitions.view(context()).published.rows[1]
    assert law[1].startswith("“combination of rigorous and high-quality education")
    assert all(f"({letter}) " in law[1] for letter in "ABCDEFG")
    assert law[1].endswith(
        "(G) helps an individual enter or advance within a specific occupation or occupational cluster”"
    )
    assert "‘National Apprenticeship Act’" in law[1]


def test_elements_to_tick_stand_once_and_the_own_ones_are_ticked() -> None:
    page = definitions.view(full())
    assert page.choices[0].elements == (("Many ways in", True),)
    assert [len(choice.elements) for choice in page.choices] == [1, 7, 4]
    own = {"definition": {"text": "T", "elements": ["several ways in and out ", "Several ways in and out"]}}
    own_choice, _, others = definitions.view(context(**own)).choices
    assert own_choice.elements == (("Several ways in and out", True),)
    assert "Several ways in and out" not in dict(others.elements)
    assert len(definitions.view(context()).choices) == 2


def test_priorities_with_places_that_may_be_shared() -> None:
    votes = [{"group": "Table 1", "rationale": "Because"}, {"group": "Table 2"}]
    plan = context(
        priorities=[
            {"id": "a", "title": "A", "votes": votes[1:]},
            {"id": "b", "title": "B", "votes": votes},
            {"id": "c", "title": "C", "votes": votes[1:]},
        ]
    )
    assert definitions.view(plan).priorities.rows == (
        ("B", "1", "2", "Because"),
        ("A", "2 (tie)", "1", ""),
        ("C", "2 (tie)", "1", ""),
    )
    assert definitions.view(context()).priorities[0] == ("1", "", "", "")


def test_the_introduction_of_a_project_with_goals() -> None:
    page = primer.view(full())
    assert (page.definition, page.gap, page.goals_gap) == ("Linked steps", "", "")
    assert page.goals.rows == (("Reach all", "Everyone"),)
    assert page.said.rows == (("Lee Park", "A second chance"), ("Not recorded", "More hands"))


def test_the_introduction_of_a_new_project_quotes_the_departments_and_leaves_room() -> None:
    page = primer.view(context())
    assert page.definition.startswith("A career pathway is a “series of connected education and training")
    assert page.definition_source.startswith("Source: U.S. Departments of Education")
    assert page.gap
    assert page.goals_gap
    assert page.goals[0] == ("1", "")
    assert len(page.parts) == 5
    assert len(page.agency) == 4
    assert ["elementary" in page.by_grade[0], "high school" in page.by_grade[1]] == [True, True]
    assert len(page.questions) == 3


def test_who_said_what_is_not_for_the_public() -> None:
    assert primer.view(shared(full(), Audience.PUBLIC)).said.rows == ()
    assert len(primer.view(shared(full(), Audience.PARTNERS)).said) == 2


def test_the_organization_of_whoever_spoke() -> None:
    plan = context(
        organizations=[{"id": "o", "name": "Org", "category": "cte"}],
        people=[{"id": "a", "name": "Ana", "organization": "o"}],
        beliefs=[{"id": "b", "who": "a", "text": "T"}, {"id": "c", "who": "o", "text": "U"}],
    )
    assert primer.view(plan).said.rows == (("Ana\nOrg", "T"), ("Org", "U"))
