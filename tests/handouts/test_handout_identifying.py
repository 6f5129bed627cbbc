from __future__ import annotations

from handout_plans import context, full

from pathwayctl.catalog.reading import ccrs
from pathwayctl.handouts.partners.stakeholders_1a import CONSIDERATIONS, view


def test_the_seven_categories_stand_in_their_order() -> None:
    assert [category.label for category in view(context()).categories] == [
        "K-12",
        "Postsecondary",
        "Career and Technical Education",
        "Adult Education",
        "Business / Industry / Workforce",
        "Policymaker / Legislative",
        "Individuals / Community Members",
    ]


def test_examples_for_each_category_as_many_as_the_guide_names() -> None:
    named = [category.gap.count(";") + 1 for category in view(context()).categories]
    assert named == [4, 3, 3, 2, 6, 3, 3]


def test_a_person_with_everything() -> None:
    postsecondary = view(full()).categories[1]
    assert postsecondary.gap == ""
    assert postsecondary.members.rows == (
        ("Hill College", "Dana Ruiz\nDean", "dana@example.org\n555-0100", "Yes", "No", "Written"),
    )


def test_a_person_of_no_organization() -> None:
    assert view(full()).categories[0].members.rows == (
        ("No organization", "Lee Park", "", "No", "Yes", "Not yet"),
    )


def test_an_organization_that_nobody_represents_leaves_room_and_a_gap() -> None:
    page = view(full())
    assert page.categories[4].members.rows == (("Shop", "", "", "", "", ""),)
    gap = page.categories[4].gap
    assert gap.startswith("Nobody represents this category yet. Consider: State agencies for labor")
    assert page.unrepresented == "No representative yet: Shop."


def test_an_empty_category_names_examples_and_leaves_room() -> None:
    community = view(full()).categories[6]
    examples = "Students; Parents; Community-based organizations"
    assert community.gap == f"Nobody represents this category yet. Consider: {examples}."
    assert community.members.rows == (("1", "", "", "", "", ""), ("2", "", "", "", "", ""))


def test_someone_can_stand_for_another_category_than_their_organization() -> None:
    page = view(
        context(
            organizations=[{"id": "o", "name": "O", "category": "cte"}],
            people=[{"id": "a", "name": "A", "organization": "o", "category": "k-12"}],
        )
    )
    assert page.categories[0].members[0][:2] == ("O", "A")
    assert page.categories[2].gap
    assert page.unrepresented == ""


def test_someone_without_a_category_is_not_lost() -> None:
    page = view(context(people=[{"id": "a", "name": "A", "organization": "gone"}, {"id": "b", "name": "B"}]))
    assert [row[1] for row in page.unplaced] == ["A", "B"]


def test_people_of_one_organization_stand_together() -> None:
    page = view(
        context(
            organizations=[
                {"id": "o", "name": "O", "category": "k-12"},
                {"id": "p", "name": "P", "category": "k-12"},
            ],
            people=[
                {"id": "a", "name": "A", "organization": "p"},
                {"id": "b", "name": "B", "organization": "o"},
                {"id": "c", "name": "C", "organization": "p"},
            ],
        )
    )
    assert [row[:2] for row in page.categories[0].members] == [("O", "B"), ("P", "A"), ("P", "C")]


def test_both_kinds_of_people() -> None:
    page = view(full())
    assert page.both_kinds == "1 person can decide for their group, and 1 person will do the work."
    assert page.both_kinds_present


def test_a_kind_that_is_missing() -> None:
    deciding = view(context(people=[{"id": "a", "name": "A", "decision_authority": True}]))
    doing = view(context(people=[{"id": "a", "name": "A", "does_the_work": True}]))
    assert "nobody yet who will do the work." in deciding.both_kinds
    assert "nobody yet who can decide for their group." in doing.both_kinds
    assert "nobody yet who can decide for their group or who will" in view(context()).both_kinds
    assert not deciding.both_kinds_present
    assert not doing.both_kinds_present


def test_what_to_consider_is_left_to_tick() -> None:
    assert len(view(context()).considerations) == 10
    assert not any(done for _, done in view(context()).considerations)


def test_what_was_considered_is_ticked_with_its_note() -> None:
    page = view(
        context(
            considerations=[
                {"consideration": "major-employers", "met": True, "note": "Both hospitals and the union"},
                {"consideration": "collaboration", "note": "CTE has an agency of its own"},
            ]
        )
    )
    assert [text for text, done in page.considerations if done] == [
        "The region’s major employers are represented.\nBoth hospitals and the union",
        "Labor organizations are represented.",
    ]
    assert page.considerations[-1] == (
        "Offices that must work together, such as CTE and the education agency, have agreed on how.\n"
        "CTE has an agency of its own",
        False,
    )


def test_the_considerations_are_those_of_the_guide() -> None:
    assert list(CONSIDERATIONS) == [entry.id for entry in ccrs().considerations]
