"""The grids of skills: by occupation, by program, and the map from skills to programs and jobs."""

from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full, titles

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.tables import WIDEST, blank_grid, divided, table
from pathwayctl.handouts.talent import asset_map, attainment, ksa_grid


def plan(occupations: int, **given: Any) -> Context:
    """A plan with so many occupations, each asking for the one KSA ``k`` and, the last, for ``last``."""
    jobs = [{"id": f"o{number}", "title": f"O{number}"} for number in range(occupations)]
    demands = [{"occupation": one["id"], "level": "working"} for one in jobs]
    ksas = [
        {"id": "k", "title": "K", "kind": "skill", "group": "Set", "occupations": demands},
        {"id": "last", "title": "Last", "kind": "ability", "group": "Set", "occupations": demands[-1:]},
    ]
    return context(occupations=jobs, ksas=ksas, **given)


@pytest.mark.parametrize(
    ("columns", "widths"), [(1, [1]), (5, [5]), (6, [3, 3]), (8, [4, 4]), (11, [3, 4, 4]), (20, [5, 5, 5, 5])]
)
def test_a_wide_grid_is_parted_about_equally(columns: int, widths: list[int]) -> None:
    names = tuple(f"c{number}" for number in range(columns))
    parts = divided("Grid", table(("First", *names), (("row", *names),), indents=(0,), marks=("",)))
    assert [len(part.grid.columns) - 1 for part in parts] == widths
    assert [head.title for part in parts for head in part.grid.columns[1:]] == list(names)
    assert [cell for part in parts for cell in part.grid.rows[0][1:]] == list(names)
    assert all(part.grid.rows[0][0] == "row" and len(part.grid.columns) <= WIDEST for part in parts)
    captions = [part.caption for part in parts]
    number = len(parts)
    assert captions == (
        ["Grid"] if number == 1 else [f"Grid, part {n} of {number}" for n in range(1, number + 1)]
    )


def test_the_parts_of_a_grid_leave_out_rows_of_dashes_and_a_whole_one_keeps_them() -> None:
    rows = (("full", *"abcdef"), ("none", *["—"] * 6), ("late", *["—"] * 5, "x"))
    grid = table(("First", *"123456"), rows, indents=(0, 1, 1), marks=("summary", "", ""))
    first, second = divided("Grid", grid)
    assert [row[0] for row in first.grid.rows] == ["full"]
    assert [row[0] for row in second.grid.rows] == ["full", "late"]
    assert (second.grid.indents, second.grid.marks) == ((0, 1), ("summary", ""))
    (whole,) = divided("Grid", grid, most=7)
    assert whole.grid is grid


def test_a_blank_grid_has_numbered_rows_and_columns() -> None:
    grid = blank_grid("KSA", "Program", 2, 3)
    assert grid.rows == (("1", "", ""), ("2", "", ""))
    assert titles(grid) == ("KSA", "Program 1", "Program 2")


def test_ksas_stand_under_their_skill_sets() -> None:
    (part,) = ksa_grid.view(full()).parts
    assert titles(part.grid) == ("KSA", "Machinist", "Welder", "Planner")
    assert part.grid.rows == (
        ("Measuring", "2 of 2", "1 of 2", "0 of 2"),
        ("Read prints (skill)", "Working", "Basic", "—"),
        ("Shop math (knowledge)", "Advanced", "—", "—"),
        ("Not in a skill set yet", "0 of 1", "0 of 1", "0 of 1"),
        ("Patience (ability)", "—", "—", "—"),
    )
    assert part.grid.marks == ("summary", "", "", "summary", "")
    assert part.grid.indents == (0, 1, 1, 0, 1)


def test_gaps_of_the_grid_and_jobs_by_level() -> None:
    page = ksa_grid.view(full())
    assert page.gaps == (
        "No KSAs yet for Planner.",
        "No critical occupation asks for Patience.",
        "Not in a skill set yet: Patience.",
    )
    assert page.jobs.rows == (
        ("Measuring", "Welder", "—", "Machinist"),
        ("Not in a skill set yet", "—", "—", "—"),
    )


def test_many_occupations_fill_several_tables() -> None:
    first, second = ksa_grid.view(plan(7)).parts
    assert first.caption == "Level that each occupation asks for, part 1 of 2"
    assert [row[0] for row in first.grid.rows] == ["Set", "K (skill)"]
    assert [row[0] for row in second.grid.rows] == ["Set", "K (skill)", "Last (ability)"]


def test_the_asset_map_shows_how_far_programs_go_and_what_is_asked_in_vain() -> None:
    page = asset_map.view(full())
    (part,) = page.parts
    assert titles(part.grid) == ("KSA", "Year of machining\nHill College", "Evening course\nShop")
    assert part.grid.rows[1] == ("Read prints (skill)", "Advanced", "—")
    assert page.gaps.rows == (("Shop math", "Machinist (advanced)", "Basic", ""),)
    assert page.checked.rows == (
        ("Year of machining", "Hill College", "2", "Jan 4, 2027"),
        ("Evening course", "Shop", "None", ""),
    )
    assert page.unchecked == "Not checked with the provider yet: Evening course."


def test_a_skill_that_nobody_teaches_and_one_that_all_teach() -> None:
    teaching = {"id": "p", "title": "P", "provider": "x", "teaches": [{"ksa": "k"}], "refined": "2027-01-04"}
    page = asset_map.view(plan(2, programs=[teaching]))
    assert page.gaps.rows == (("Last", "O1 (working)", asset_map.NOWHERE, ""),)
    assert page.unchecked == ""
    both = {**teaching, "teaches": [{"ksa": "k"}, {"ksa": "last"}]}
    whole = asset_map.view(plan(2, programs=[both]))
    assert (whole.gaps.rows, whole.no_gaps) == (
        (),
        "Every KSA that jobs ask for is taught to that level.",
    )


def test_an_asset_map_of_programs_alone_has_room_to_write() -> None:
    for programs in ([], [{"id": "p", "title": "P", "provider": "x"}]):
        page = asset_map.view(context(programs=programs))
        assert page.parts[0].grid.columns[1].title == "Program 1"
        assert len(page.gaps) == 6
        assert page.no_gaps == ""


def test_the_map_leads_from_skills_to_programs() -> None:
    machinist, welder, planner = attainment.view(full()).occupations
    assert machinist.skills.rows == (
        ("Read prints", "Working", "Year of machining", "—"),
        ("Shop math", "Advanced", "", "Year of machining"),
    )
    assert machinist.gaps == ("Taught, but not to the level asked for: Shop math.",)
    assert (welder.gaps, welder.known_gap) == ((), "No program yet")
    assert planner.gaps == ("This occupation has no KSAs yet.",)
    assert len(planner.skills) == 3


def test_the_map_leads_from_credentials_to_jobs() -> None:
    page = attainment.view(full())
    assert page.facts == (
        ("Skills asked for", "3, for 3 critical occupations"),
        ("Taught to the level asked for", "2"),
        ("Not taught, or not to that level", "1"),
    )
    assert page.programs[0] == (
        "Year of machining", "Hill College", "• NIMS Level I\n• Machining certificate", "Machinist",
    )  # fmt: skip
    assert page.credentials.rows == (
        ("NIMS Level I\nIndustry certification", attainment.NOTHING, "Shop", "", "Machinist"),
        ("Machining certificate\nLevel 1 certificate", "NIMS Level I", "", "", "Machinist"),
    )
    assert page.missing == (
        "No credential of these kinds: level 2 certificate, associate’s degree, and bachelor’s degree."
    )


def test_programs_of_one_title_are_told_apart_by_their_providers() -> None:
    programs = [
        {"id": key, "title": "Welding", "provider": key, "teaches": [{"ksa": "k"}]}
        for key in ("north", "south")
    ]
    page = attainment.view(plan(1, programs=programs))
    assert page.occupations[0].skills[0][2] == "Welding (north); Welding (south)"
    assert page.occupations[0].gaps == ("Not taught: Last.",)


def test_a_whole_ladder_lacks_no_rung() -> None:
    kinds = (
        "industry-certification",
        "level-1-certificate",
        "level-2-certificate",
        "associate-degree",
        "bachelor-degree",
    )
    rungs = [{"id": kind, "title": kind, "kind": kind, "reviewed": "2027-01-04"} for kind in kinds]
    page = attainment.view(context(credentials=rungs))
    assert page.missing == ""
    assert page.credentials[0][3] == "Jan 4, 2027"
    assert attainment.view(context()).missing == ""
