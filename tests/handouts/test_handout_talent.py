"""The pages of tables about talent: occupations, programs, shortages, uses of the skills, marketing."""

from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.handouts.outreach import marketing
from pathwayctl.handouts.sharing import shared
from pathwayctl.handouts.talent import inventory, ksa_uses, occupations, shortages
from pathwayctl.model.vocabulary import Audience


def occupation(key: str, **given: Any) -> dict[str, Any]:
    return {"id": key, "title": key.title(), **given}


def test_occupations_with_all_and_with_few_of_their_figures() -> None:
    page = occupations.view(full())
    assert page.figures.rows == (
        (
            "Machinist\nAlso called: Toolmaker",
            "51-4041.00",
            "90",
            "$58,700 a year",
            "+4.5%",
            "High",
            "High school diploma or equivalent",
            "",
            "",
        ),
        ("Welder", "51-4121", "20", "", "\N{MINUS SIGN}2%", "High", "", "", ""),
        ("Planner", "", "", "", "", "", "", "", ""),
    )
    assert page.sources == ("State forecast 2026",)
    assert page.gaps[:3] == (
        "1 occupation has no code: Planner.",
        "1 occupation has no openings: Planner.",
        "2 occupations have no wage: Welder and Planner.",
    )


def test_an_occupation_that_lacks_nothing() -> None:
    figures = {"annual_openings": 0, "median_wage": 0, "growth": 0, "difficulty": "low"}
    one = occupation("a", soc="51-4041", entry_education="none", **figures)
    page = occupations.view(context(occupations=[one]))
    assert page.gaps == ()
    assert page.figures.rows == (
        ("A", "51-4041", "0", "$0 a year", "0%", "Low", "No formal credential", "", ""),
    )


@pytest.mark.parametrize(
    ("growth", "words"),
    [(None, ""), (0, "0%"), (14.2, "+14.2%"), (-3.8, "\N{MINUS SIGN}3.8%"), (100.0, "+100%")],
)
def test_growth_in_words(growth: float | None, words: str) -> None:
    assert occupations.growth_words(growth) == words


def test_what_each_occupation_has() -> None:
    page = occupations.view(full())
    assert page.coverage.rows == (
        ("Machinist", "2", "Year of machining", ""),
        ("Welder", "1", "Year of machining", "No program yet"),
        ("Planner", "", "", ""),
    )
    assert page.open == "No KSAs or no program, and no recorded gap: Planner."


def test_what_employers_say_is_not_for_the_public() -> None:
    page = occupations.view(full())
    assert page.accounts[0] == ("Machinist", "It takes four years")
    assert page.silent == "No employers’ account yet: Welder and Planner."
    public = occupations.view(shared(full(), Audience.PUBLIC))
    assert (public.accounts.rows, public.silent) == ((), "")
    assert occupations.view(shared(full(), Audience.PARTNERS)).accounts == page.accounts


def test_programs_with_all_and_with_little_known_of_them() -> None:
    page = inventory.view(full())
    assert page.programs.rows == (
        (
            "Year of machining",
            "Hill College",
            "48.0501",
            "• NIMS Level I\n• Machining certificate",
            "Two semesters",
            "$5,400",
            "Algebra",
            "Yes\n30 credits\nHill College",
        ),
        ("Evening course", "Shop", "", "", "", "Free", "", ""),
    )
    assert page.gaps == (
        "1 program has no CIP code: Evening course.",
        "1 program has no credential: Evening course.",
        "1 program has no length: Evening course.",
        "1 program has no prerequisites listed: Evening course.",
        "1 program has no transfer information: Evening course.",
    )


def test_programs_by_occupation_with_their_places() -> None:
    page = inventory.view(full())
    assert page.occupations[0] == ("Machinist", "Year of machining (Hill College)", "24", "", "90", "")
    assert page.occupations[2] == ("Planner", "", "", "", "", "")
    assert page.without == "No program prepares for Planner."


def test_a_program_that_does_not_transfer_and_has_no_cost_noted() -> None:
    program = {"id": "p", "title": "P", "provider": "who", "transfers": False, "credentials": ["unheard-of"]}
    assert inventory.view(context(programs=[program])).programs.rows == (
        ("P", "who", "", "unheard-of", "", "", "", "No"),
    )


def test_actions_on_shortages_and_the_shortages() -> None:
    page = shortages.view(full())
    assert page.actions.rows == (
        ("Train twelve", "Machinist", "Dana Ruiz", "Feb 1, 2027", "In progress", "", "", "", "Eight hired"),
        ("Ask around", "Planner", "", "", "Planned", "", "", "", ""),
    )
    assert page.occupations.rows == (
        ("Machinist", "90", "40", "50", "High", "Train twelve"),
        ("Welder", "20", "25", "None", "High", ""),
        ("Planner", "", "", "", "", "Ask around"),
    )
    assert page.gaps == (
        "Hard to fill, but no quick action yet: Welder.",
        "“Ask around” has no owner or due date.",
    )


def test_an_action_that_was_dropped_helps_no_occupation() -> None:
    jobs = [occupation("a", difficulty="high"), occupation("b", difficulty="high", annual_openings=7)]
    acts = [
        {"id": "x", "title": "X", "occupation": "a", "status": "dropped", "owner": "o", "due": "2027-02-01"},
        {"id": "y", "title": "Y", "occupation": "b", "owner": "o", "due": "2027-02-01"},
    ]
    page = shortages.view(context(occupations=jobs, shortage_actions=acts))
    assert page.gaps == ("Hard to fill, but no quick action yet: A.",)
    assert page.occupations.rows == (("A", "", "", "", "High", ""), ("B", "7", "", "", "High", "Y"))


def test_a_page_without_any_action_has_room_for_some() -> None:
    page = shortages.view(context(occupations=[occupation("a", difficulty="high")]))
    assert page.gaps == ()
    assert len(page.actions) == 5


def test_uses_stand_by_what_they_are_for() -> None:
    page = ksa_uses.view(full())
    assert page.uses.rows == (
        ("Course outlines", "Curriculum", "", "Read prints", "", "", "Planned", ""),
        ("Job postings", "Hiring", "Shop", "Read prints", "", "", "In progress", ""),
    )
    assert page.gaps == (
        "No use is planned yet for assessment, advising, or training on the job.",
        "No organization is named for Course outlines.",
        "Not used yet: Shop math and Patience.",
    )


def test_uses_that_lack_nothing_and_a_blank_page() -> None:
    purposes = ("curriculum", "hiring", "assessment", "advising", "training")
    uses = [{"id": one, "title": one, "purpose": one, "ksas": ["k"], "organization": "o"} for one in purposes]
    ksas = [{"id": "k", "title": "K", "kind": "skill"}]
    assert ksa_uses.view(context(ksas=ksas, ksa_uses=uses)).gaps == ()
    blank = ksa_uses.view(context())
    assert [row[1] for row in blank.uses] == [
        "Curriculum",
        "Hiring",
        "Assessment",
        "Advising",
        "Training on the job",
    ]
    assert blank.gaps == ()


def test_marketing_by_audience() -> None:
    page = marketing.view(full())
    assert page.audiences.rows[0] == (
        "Students", "You can do this", "• A poster\n• A video", "Lee Park", "Mar 1, 2027", "",
    )  # fmt: skip
    assert page.gaps == (
        "Only 2 audiences so far. Consider students, parents, job seekers, and employers.",
        "No message yet: Parents.",
        "No materials yet: Parents.",
        "No owner yet: Parents.",
        "No due date yet: Parents.",
    )


def test_marketing_that_lacks_nothing() -> None:
    entry = {"message": "M", "materials": ["P"], "owner": "o", "due": "2027-02-01"}
    four = [{"id": f"a{number}", "audience": f"A{number}", **entry} for number in range(4)]
    assert marketing.view(context(marketing=four)).gaps == ()
    assert len(marketing.view(context()).audiences.rows) == 14
