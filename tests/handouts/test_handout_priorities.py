from __future__ import annotations

from handout_plans import context, full

from pathwayctl.handouts.goals.priorities import view


def test_the_tally_is_counted_and_shown_both_ways() -> None:
    page = view(full())
    assert page.elements.rows == (
        ("Alignment", "2", "X X", "", "", "• Table 1: Saves time\n• Table 2", "Dana Ruiz"),
        ("Entry points", "0", "", "", "", "", "Lee Park"),
    )
    assert page.voiced_only == "Mentioned in the first discussion, but chosen by no group: Entry points."


def test_equally_many_votes_keep_the_order_of_the_plan() -> None:
    votes = [{"group": "A"}]
    page = view(
        context(
            priorities=[
                {"id": "a", "title": "A"},
                {"id": "b", "title": "B", "votes": votes},
                {"id": "c", "title": "C", "votes": votes},
                {"id": "d", "title": "D", "votes": votes * 2},
            ]
        )
    )
    assert [row[0] for row in page.elements] == ["D", "B", "C", "A"]
    assert page.voiced_only == ""


def test_goals_come_with_the_elements_that_serve_them() -> None:
    assert view(full()).goals.rows == (("Reach all", "Everyone", "Dana Ruiz", "", "Alignment"),)


def test_an_empty_plan_leaves_room_for_the_meeting() -> None:
    page = view(context())
    assert len(page.elements) == 8
    assert page.elements[0] == ("1", "", "", "", "", "", "")
    assert page.goals[0] == ("1", "", "", "", "")


def test_votes_may_be_numbers_and_voices_names() -> None:
    page = view(
        context(
            priorities=[
                {"id": "a", "title": "A", "votes": 12, "voiced_by": ["Table 3"]},
                {"id": "b", "title": "B", "votes": [{"group": "Table 1", "employers": 4, "partners": 1}]},
                {"id": "c", "title": "C", "votes": [{"group": "Table 2", "dots": 3}]},
            ],
            beliefs=[{"id": "x", "text": "X", "who": "Anonymous", "priorities": ["b"]}],
        )
    )
    assert [row[:3] for row in page.elements] == [
        ("A", "12", "12 votes"),
        ("B", "5", "X X X X X"),
        ("C", "3", "X X X"),
    ]
    assert page.elements[1][5] == "Table 1 (4 employers, 1 partner)"
    assert [row[6] for row in page.elements] == ["Table 3", "Anonymous", ""]
