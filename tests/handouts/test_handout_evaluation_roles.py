from __future__ import annotations

from handout_plans import context, full

from pathwayctl.evidence.evaluation.seats import ASKED_FOR
from pathwayctl.handouts.evaluation.seats import view

SEATS = [{"group": group.value, "person": "a", "data": "D", "role": "R"} for group in ASKED_FOR]


def test_eight_groups_with_members_and_vacancies() -> None:
    page = view(full())
    assert len(page.table.rows) == 8
    assert page.table.rows[0] == ("K-12\nKnows school data.", "Lee Park", "Grades", "Counts")
    assert page.table.rows[1][1:] == ("Dana Ruiz\nHill College", "", "")
    assert [row[1] for row in page.table.rows[2:]] == ["Vacant"] * 6
    assert page.facts == (("Group", "Evaluators"), ("Led by", "Dana Ruiz"), ("Meets", "Quarterly"))
    assert page.gaps == (
        "No member yet for Career and technical education, Business/Industry/Workforce, "
        "Policy/Legislative, State data directors, State longitudinal data system administrators, and State "
        "labor data system administrators.",
        "The data they can provide is not recorded yet: Dana Ruiz.",
        "Their role in the evaluation is not recorded yet: Dana Ruiz.",
    )


def test_one_person_for_all_groups() -> None:
    page = view(context(people=[{"id": "a", "name": "A"}], evaluation=SEATS))
    assert page.gaps == ("One member fills all 8 seats. Add members to get other views.",)


def test_two_members_of_one_group() -> None:
    people = [{"id": key, "name": key.upper()} for key in "ab"]
    page = view(context(people=people, evaluation=[*SEATS, {**SEATS[0], "person": "b"}]))
    assert [row[1] for row in page.table.rows[:3]] == ["A", "B", "A"]
    assert page.gaps == ()


def test_a_member_who_is_an_organization_or_unknown_keeps_the_name() -> None:
    organizations = [{"id": "a", "name": "Agency", "category": "cte"}]
    assert view(context(organizations=organizations, evaluation=SEATS)).table.rows[0][1] == "Agency"
    assert view(context(evaluation=SEATS)).table.rows[0][1] == "a"


def test_while_nobody_has_a_seat_there_is_room_to_write() -> None:
    for page in (view(context()), view(context(evaluation=[{"group": "cte"}]))):
        assert [row[1:] for row in page.table.rows] == [("", "", "")] * 8
        assert page.gaps == ()
        assert len(page.experts) == 3


def test_a_team_whose_rhythm_nobody_has_set() -> None:
    team = {"id": "t", "title": "T", "kind": "evaluation"}
    other = {"id": "u", "title": "U", "kind": "planning"}
    assert view(context(teams=[team, other])).facts == (("Group", "T"), ("Led by", ""), ("Meets", ""))


def test_organizations_and_researchers_may_take_part() -> None:
    plan = context(
        organizations=[{"id": "isd", "name": "Valley ISD", "category": "k-12"}],
        evaluation=[{"group": "k-12", "person": "isd"}, {"group": "researchers", "person": "isd"}],
    )
    rows = view(plan).table.rows
    assert rows[0][1] == "Valley ISD"
    assert rows[-1][:2] == ("Researchers and outside evaluators", "Valley ISD")
