from __future__ import annotations

from handout_plans import context, full, titles

from pathwayctl.handouts.frameworks.requirements import view


def test_the_industries_and_their_career_options() -> None:
    assert view(full()).industries.rows == (
        ("Machining", "3327", "Machinist", "Programmer"),
        ("Welding", "", "", ""),
    )


def test_the_four_areas_in_their_order() -> None:
    assert [area.label for area in view(context()).areas] == [
        "Industry partnerships",
        "Course sequences",
        "Work-based opportunities",
        "Postsecondary opportunities",
    ]


def test_partnerships_come_with_their_career_options() -> None:
    partnerships = view(full()).areas[0]
    titles_of_existing = titles(partnerships.existing)
    assert titles_of_existing == ("What", "Industries", "Career options", "Provider or partner", "Note")
    assert titles(partnerships.needed)[-1] == "Served by"
    assert partnerships.needed.rows == (("Council", "Machining", "Machinist", "Shop", "Ask", ""),)
    assert partnerships.unserved == ("Council: Machining",)
    assert partnerships.gaps == ("Machining: no partnership for Programmer.",)


def test_a_partnership_for_all_career_options_does_not_list_them() -> None:
    options = [{"title": title, "state": "exists"} for title in ("Welder", "Helper")]
    chamber = [{"title": "Chamber", "state": "exists"}]
    page = view(
        context(frameworks=[{"id": "f", "industry": "F", "career_options": options, "partnerships": chamber}])
    )
    assert page.industries.rows == (("F", "", "• Welder\n• Helper", ""),)
    assert page.areas[0].existing.rows == (("Chamber", "F", "All in F", "", ""),)


def test_what_one_industry_has_may_help_another() -> None:
    courses = view(full()).areas[1]
    assert courses.existing.rows == (("Blueprints", "Machining", "", ""),)
    assert courses.needed.rows == (("Blueprints", "Welding", "", "", ""),)
    assert courses.tips == (
        "“Blueprints” exists for Machining and is needed for Welding. Could it be shared?",
    )


def test_an_entry_of_two_industries_served_for_one() -> None:
    postsecondary = view(full()).areas[3]
    assert postsecondary.needed.rows == (
        ("Certificate", "• Machining\n• Welding", "Hill College", "", "Certificate"),
    )
    assert postsecondary.unserved == ("Certificate: Welding",)
    assert view(full()).gap == ""


def test_without_requirements_one_remark_is_enough() -> None:
    need = {"title": "Robots", "state": "needed"}
    page = view(context(frameworks=[{"id": "f", "industry": "F", "work_based": [need]}]))
    assert page.gap == "These needs have no requirements yet."
    assert not any(area.unserved for area in page.areas)


def test_a_need_that_is_served_leaves_no_gap() -> None:
    need = {"title": "Robots", "state": "needed"}
    page = view(
        context(
            frameworks=[{"id": "f", "industry": "F", "work_based": [need]}],
            requirements=[{"id": "r", "title": "Labs", "area": "work-based-opportunities"}],
        )
    )
    assert page.areas[2].needed.rows == (("Robots", "F", "", "", "Labs"),)
    assert page.areas[2].unserved == page.areas[2].further == ()


def test_requirements_that_no_framework_asks_for_are_shown_too() -> None:
    areas = view(full()).areas
    assert [area.further for area in areas] == [("A board (needed)",), (), ("A lab (exists)",), ()]


def test_an_empty_plan_leaves_room_in_every_table() -> None:
    page = view(context())
    assert page.industries[0] == ("1", "", "", "")
    for area in page.areas:
        assert all(len(row) == len(area.existing.columns) for row in area.existing)
        assert all(len(row) == len(area.needed.columns) for row in area.needed)
        assert (area.unserved, area.gaps, area.tips, area.further) == ((), (), (), ())
    assert page.gap == ""
