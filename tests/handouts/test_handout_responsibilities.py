"""The pages of the seven components: the matrix, a page per role, teams and the sustainability plan."""

from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.catalog.reading import components as guide
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.governance import components, role_pages, sustainability, teams
from pathwayctl.model.governance import StakeholderRole
from pathwayctl.model.vocabulary import Component


def held_by_all(*holders: str, but: str = "") -> Context:
    """A plan in which every responsibility but one has these holders in all of its roles."""
    duties = [
        {"responsibility": one.id, "role": role, "holders": list(holders), "state": "done"}
        for one in guide().responsibilities
        for role in one.roles
        if one.id != but
    ]
    return context(duties=duties, people=[{"id": holder, "name": holder.title()} for holder in holders])


def test_the_matrix_counts_what_is_held_done_and_open() -> None:
    page = components.view(full())
    titles = tuple(head.title for head in page.matrix.columns)
    assert titles == (
        "Component",
        *(role.label for role in StakeholderRole),
    )
    assert [row[0] for row in page.matrix.rows] == [*(one.label for one in Component), "All seven components"]
    assert page.matrix.marks == (*[""] * 7, "total")
    partnerships, _, links, *_, total = page.matrix.rows
    assert partnerships[1] == "1 of 4 held\n1 done\n3 left out"
    assert partnerships[2] == "0 of 8 held\n8 open"
    assert partnerships[5] == "1 of 4 held\n3 left out"
    assert (links[1], links[6]) == ("None listed", "None listed")
    assert total[1] == "1 of 18 held\n1 done\n17 left out"


def test_facts_and_holders_add_up() -> None:
    page = components.view(full())
    assert page.facts == (
        ("With an owner", "2 of 146 responsibilities"),
        ("Progress of these", "1 done, 1 under way, 0 not begun"),
    )
    assert page.owners.rows == (
        ("Shop", "Employers and Industry", "1", "1", "—", "—"),
        ("Lee Park", "Secondary Education", "1", "—", "1", "—"),
        ("Dana Ruiz", "Secondary Education", "1", "—", "1", "—"),
    )


def test_many_open_responsibilities_are_counted_and_few_are_listed_once_each() -> None:
    assert components.view(context()).gap == (
        "146 responsibilities have no owner yet. The page of each role lists them."
    )
    assert components.view(context()).open.rows == ()
    nearly = components.view(held_by_all("dana", but="share-data"))
    (shared,) = (one for one in guide().responsibilities if one.id == "share-data")
    asked = [f"• {role.label}" for role in StakeholderRole if role in shared.roles]
    assert nearly.gap == f"{len(asked)} responsibilities have no owner yet."
    assert nearly.open.rows == ((shared.text, Component.PARTNERSHIPS.label, "\n".join(asked), ""),)


def test_nothing_is_open_when_all_is_held() -> None:
    page = components.view(held_by_all("dana", "lee"))
    assert (page.gap, page.open.rows) == ("", ())
    assert page.matrix.rows[-1][1] == "18 of 18 held\n18 done"
    assert page.owners[0][1].count("•") == 6


def test_a_role_has_its_own_page_with_its_share_of_all_146() -> None:
    pages = role_pages.HANDOUT.pages(context())
    assert [page.slug for page in pages] == [f"role-{role.value}" for role in StakeholderRole]
    views = role_pages.view(context())
    assert sum(len(part.duties) for page in views for part in page.parts) == 146
    numbers = [[len(part.duties) for part in page.parts] for page in views]
    assert numbers[0] == [4, 3, 2, 2, 2, 5]
    assert numbers[3] == [9, 3, 2, 3, 5, 4, 6]
    links = "The guide gives this role no responsibilities in Links Between Secondary and Postsecondary."
    assert [page.none for page in views] == [links, "", "", "", "", links]


def test_a_role_page_says_who_holds_what_and_what_nobody_does() -> None:
    employers = role_pages.view(full())[0]
    assert employers.facts == (
        ("Responsibilities", "18"), ("With an owner", "1"), ("Done", "1"), ("Without an owner", "17"),
    )  # fmt: skip
    part = employers.parts[0]
    assert [row[1:] for row in part.duties] == [("", "", "")] * 3 + [("Shop", "Done", "")]
    assert part.gap == "3 of 4 responsibilities without an owner."
    schools = role_pages.view(full())[4]
    assert ("• Lee Park\n• Dana Ruiz", "Under way", "") in [row[1:] for row in schools.parts[0].duties]
    assert all(not part.gap for page in role_pages.view(held_by_all("dana")) for part in page.parts)


def test_the_sustainability_plan_has_four_parts() -> None:
    page = sustainability.view(full())
    assert page.facts == (("Owner", "Dana Ruiz"), ("Last reviewed", "Jan 4, 2027"))
    assert {row[0]: row[2] for row in page.parts} == {
        "Partnerships": "Three years",
        "Roles": "",
        "Funding": "Half from employers",
        "Succession": "",
    }
    assert page.gap == "2 parts have not been written yet: roles and succession."
    assert page.agreements.rows == (("Memorandum", "Hill College, Shop", "Feb 1, 2026", "Mar 1, 2027"),)


@pytest.mark.parametrize(
    ("plan", "gap"),
    [
        (None, ""),
        ({"partnerships": "P", "roles": "R", "funding": "F", "succession": "S"}, ""),
        ({"partnerships": "P", "roles": "R", "funding": "F"}, "1 part has not been written yet: succession."),
    ],
)
def test_parts_that_are_still_to_be_written(plan: dict[str, Any] | None, gap: str) -> None:
    given = {"sustainability": plan} if plan else {}
    assert sustainability.view(context(**given)).gap == gap


def test_an_agreement_without_an_end_says_so() -> None:
    agreement = {"id": "a", "title": "A", "kind": "mou", "parties": [], "signed": "2026-01-01"}
    assert sustainability.view(context(agreements=[agreement])).agreements.rows == (
        ("A", "", "Jan 1, 2026", "No end date"),
    )


def test_teams_beside_what_the_guide_asks() -> None:
    page = teams.view(full())
    assert page.teams.rows == (
        ("Leaders\nPathways leadership team\nTo lead", "", "• Dana Ruiz, Hill College\n• Shop", ""),
        ("Evaluators\nEvaluation group", "Dana Ruiz", "", "Quarterly"),
    )
    assert page.gaps == (
        "There is no pathways team yet.",
        "No leader yet: “Leaders”.",
        "No members yet: “Evaluators”.",
        "No meeting cadence yet: “Leaders”.",
    )
    assert [row[0] for row in page.asked] == [team.name for team in guide().teams]
    assert page.asked[0][4] == "—"
    assert page.rhythm.endswith("Monthly meetings are best, and quarterly meetings are the minimum.")


def test_teams_that_lack_nothing() -> None:
    both = [
        {"id": kind, "title": kind, "kind": kind, "lead": "a", "members": ["a"], "cadence": "monthly"}
        for kind in ("leadership", "facilitator")
    ]
    assert teams.view(context(teams=both)).gaps == ()
    blank = teams.view(context())
    assert blank.gaps == ()
    assert len(blank.teams) == 5
