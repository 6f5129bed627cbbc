from __future__ import annotations

from typing import Any

from handout_plans import context, full

from pathwayctl.handouts.talent.labor_gaps import HANDOUT, view


def occupation(key: str, openings: int | None = None, applicants: int | None = None, **given: Any) -> Any:
    return {
        "id": key, "title": key.upper(), "annual_openings": openings, "qualified_applicants": applicants,
        **given,
    }  # fmt: skip


def test_the_largest_gap_comes_first_and_what_is_not_known_last() -> None:
    page = view(
        context(
            occupations=[
                occupation("a", 10, 8, soc="51-4041"),
                occupation("b"),
                occupation("c", 1500, 300),
                occupation("d", 4, 7),
                occupation("e", 5, 3),
            ]
        )
    )
    assert page.occupations.rows == (
        ("C", "1,500", "300", "1,200", "12,000", "1"),
        ("A\n51-4041", "10", "8", "2", "20", "2"),
        ("E", "5", "3", "2", "20", "2"),
        ("D", "4", "7", "-3", "-30", "4"),
        ("B", "", "", "", "", ""),
        ("Total", "1,519", "318", "1,201", "12,010", ""),
    )
    assert page.occupations.marks == ("", "", "", "", "", "total")
    assert page.gap == "Openings or qualified applicants are missing for B."
    assert page.surplus == "More qualified applicants than openings: D."


def test_one_occupation_needs_no_sum() -> None:
    page = view(context(occupations=[occupation("a", 2, 1)]))
    assert [row[0] for row in page.occupations.rows] == ["A"]
    assert (page.gap, page.surplus, page.sources, page.industries.rows) == ("", "", (), ())


def test_by_industry_an_occupation_of_two_counts_in_both() -> None:
    page = view(
        context(
            frameworks=[{"id": key, "industry": key.upper()} for key in ("x", "y", "z", "none")],
            occupations=[
                occupation("a", 10, 8, frameworks=["x", "y"]),
                occupation("b", 20, 5, frameworks=["y"]),
                occupation("c", frameworks=["x", "z"]),
            ],
        )
    )
    assert page.industries.rows == (
        ("Y", "2", "30", "13", "17", "170"),
        ("X", "1 of 2", "10", "8", "2", "20"),
        ("Z", "0 of 1", "", "", "", ""),
    )


def test_the_sources_of_the_figures_stand_once() -> None:
    page = view(full())
    assert page.sources == ("State forecast 2026: Machinist; Welder",)
    assert page.occupations.rows[0][0] == "Machinist\n51-4041.00, Machining"


def test_a_form_for_those_who_begin_and_nothing_for_those_who_need_none() -> None:
    assert view(context()).occupations.rows[0] == ("1", "", "", "", "", "")
    assert len(HANDOUT.pages(context({"guides": ["sector"]}))) == 1
    assert HANDOUT.pages(context({"guides": ["components"]})) == ()
    assert HANDOUT.pages(context({"guides": ["components"]}, occupations=[occupation("a")]))
