from __future__ import annotations

from typing import Any

from handout_plans import context, full, titles

from pathwayctl.handouts.partners.roles_1a import view
from pathwayctl.model.vocabulary import Role, Stage


def people(*roles: list[str], **given: Any) -> tuple[str, ...]:
    """The gaps of a plan with one person in K-12 for each list of roles."""
    stages = [stage.value for stage in Stage]
    named = [
        {"id": f"p{number}", "name": "P", "category": "k-12", "roles": list(list_), "stages": stages, **given}
        for number, list_ in enumerate(roles)
    ]
    return view(context(people=named)).gaps


def test_the_grid_says_it_in_words() -> None:
    grid = view(full()).grid
    assert titles(grid) == (
        "Stakeholder",
        "Sector",
        "Champion",
        "Connector",
        "Decision maker",
        "Doer",
        "Process and Logistics",
        "Policy Development",
        "Capacity Building",
        "Evaluation",
    )
    assert grid.rows == (
        ("Dana Ruiz", "Postsecondary", "Key", "—", "Yes", "—", "—", "Yes", "—", "Yes"),
        ("Lee Park", "K-12", "—", "Yes", "—", "Yes", "Yes", "—", "—", "—"),
        ("Total", "", "1", "1", "1", "1", "1", "1", "0", "1"),
    )
    assert grid.marks == ("", "", "total")


def test_a_key_champion_is_a_champion() -> None:
    grid = view(context(people=[{"id": "a", "name": "A", "key_champion": True}])).grid
    assert [row[2] for row in grid.rows] == ["Key", "1"]


def test_a_plain_champion() -> None:
    assert view(context(people=[{"id": "a", "name": "A", "roles": ["champion"]}])).grid.rows[0][2] == "Yes"


def test_the_gaps_of_an_example() -> None:
    assert view(full()).gaps == (
        "No decision maker yet from K-12. Each sector needs at least one.",
        "No doer yet from Postsecondary.",
        "Only one doer from K-12. Each sector needs a few.",
        "Only one connector. A few are needed to connect this work with other efforts.",
        "Nobody takes part yet in: Capacity Building.",
    )


def test_no_gaps_where_every_role_is_filled() -> None:
    assert people(["decision-maker", "doer", "connector"], ["doer", "connector"], key_champion=True) == ()


def test_missing_connectors_and_champions() -> None:
    gaps = people(["decision-maker", "doer"], ["doer"])
    assert gaps[0].startswith("No connector yet.")
    assert gaps[1].startswith("No key champion yet")
    assert len(gaps) == 2


def test_someone_without_a_sector_fills_no_sectors_gap() -> None:
    page = view(
        context(
            people=[
                {"id": "a", "name": "A", "category": "cte", "roles": ["doer"]},
                {"id": "b", "name": "B", "roles": ["decision-maker", "doer"]},
            ]
        )
    )
    assert page.gaps[0].startswith("No decision maker yet from Career and Technical Education.")


def test_without_people_there_are_blank_rows_and_no_reproach() -> None:
    page = view(context())
    assert len(page.grid.rows) == 8
    assert all(len(row) == len(page.grid.columns) for row in page.grid.rows)
    assert page.gaps == ()


def test_the_help_names_every_role_and_stage() -> None:
    page = view(context())
    assert [name for name, _ in page.role_help] == [role.label for role in Role]
    assert [name for name, _ in page.stages] == [stage.label for stage in Stage]


def test_tables_3_and_4_are_printed_from_the_guide() -> None:
    page = view(context())
    assert [(row[0], row[1].count("\n") + 1) for row in page.roles] == [
        ("Champion", 4),
        ("Connector", 3),
        ("Decision maker", 5),
        ("Doer", 3),
    ]
    assert page.roles.rows[0][2].startswith("Everyone is a champion")
    assert [row[1].count("\n") + 1 for row in page.responsibilities] == [7, 3, 3, 3]
    assert "without new policies" in page.stage_note
