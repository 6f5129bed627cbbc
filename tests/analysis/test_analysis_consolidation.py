from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pathwayctl.evidence.frameworks.consolidation import (
    FrameworkCoverage,
    FrameworkEntry,
    consolidate,
    coverage,
    normal,
)
from pathwayctl.model.frameworks import Framework
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import ItemState, RequirementArea

HEAD = {"name": "Example", "start": date(2027, 1, 4)}


def frameworks(**given: dict[str, list[dict[str, Any]]]) -> tuple[Framework, ...]:
    sections = [{"id": key, "industry": key.capitalize(), **parts} for key, parts in given.items()]
    return Plan.model_validate({"project": HEAD, "frameworks": sections}).frameworks


def needed(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "state": "needed", **more}


def exists(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "state": "exists", **more}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Welding certificate", "welding  Certificate.", True),
        (" Welding\ncertificate ", "Welding certificate", True),
        ("ﬁrst aid", "First aid", True),
        ("Welding certificate", "Welding certificates", False),
        ("Level 1", "Level 2", False),
        ("", ".", True),
    ],
)
def test_which_titles_are_one(one: str, other: str, same: bool) -> None:
    assert (normal(one) == normal(other)) is same


def test_an_entry_of_several_industries_stands_once_with_all_of_them() -> None:
    entries = consolidate(
        frameworks(
            machining={"postsecondary": [needed("Certificate", provider="college", note="By fall")]},
            welding={"postsecondary": [needed("certificate.", provider="union"), needed("Degree")]},
            robotics={"postsecondary": [needed("CERTIFICATE", provider="college", note="Soon")]},
        )
    )
    area, state = RequirementArea.POSTSECONDARY, ItemState.NEEDED
    assert entries == (
        FrameworkEntry(
            "certificate",
            "Certificate",
            area,
            state,
            ("machining", "welding", "robotics"),
            (),
            (),
            ("college", "union"),
            ("By fall", "Soon"),
        ),
        FrameworkEntry("degree", "Degree", area, state, ("welding",)),
    )


def test_what_exists_here_and_is_needed_there_stays_apart() -> None:
    entries = consolidate(
        frameworks(
            machining={"course_sequence": [exists("Blueprints")]},
            welding={"course_sequence": [needed("Blueprints")]},
        )
    )
    assert [(entry.state.value, entry.frameworks) for entry in entries] == [
        ("exists", ("machining",)),
        ("needed", ("welding",)),
    ]


def test_the_same_title_in_two_areas_is_two_entries() -> None:
    entries = consolidate(
        frameworks(machining={"work_based": [needed("Robots")], "course_sequence": [needed("Robots")]})
    )
    assert {entry.area for entry in entries} == {RequirementArea.COURSES, RequirementArea.WORK_BASED}


def test_an_entry_twice_in_one_industry_names_it_once() -> None:
    (entry,) = consolidate(frameworks(machining={"work_based": [needed("Robots"), needed("robots")]}))
    assert entry.frameworks == ("machining",)


def test_a_partnership_hangs_on_the_career_options_of_its_occupations() -> None:
    (one, general, none) = consolidate(
        frameworks(
            machining={
                "career_options": [
                    exists("Machinist", occupations=["51-4041.00"]),
                    needed("Programmer", occupations=["51-9162.00"]),
                    needed("Helper"),
                ],
                "partnerships": [
                    needed("Shop council", occupations=["51-4041"]),
                    needed("Chamber"),
                    needed("Hospital", occupations=["29-1141"]),
                ],
            }
        )
    )
    assert one.career_options == ("Machinist",)
    assert one.whole_frameworks == ()
    assert general.career_options == ()
    assert general.whole_frameworks == ("machining",)
    assert none.career_options == none.whole_frameworks == ()


def test_career_options_of_all_industries_come_together() -> None:
    options = [exists("Welder", occupations=["51-4121"]), exists("Helper", occupations=["51-9198"])]
    (entry,) = consolidate(
        frameworks(
            machining={"career_options": [exists("Machinist")], "partnerships": [needed("Chamber")]},
            welding={
                "career_options": options,
                "partnerships": [needed("chamber", occupations=["51-4121.00"])],
            },
            nursing={"partnerships": [needed("Chamber")]},
        )
    )
    assert entry.career_options == ("Welder",)
    assert entry.whole_frameworks == ("machining",)


def covered(requirements: list[dict[str, Any]], *titles: str) -> list[FrameworkCoverage]:
    """Coverage of postsecondary needs of machining and welding, and of the requirements given."""
    section: dict[str, list[dict[str, Any]]] = {"postsecondary": [needed(title) for title in titles]}
    entries = consolidate(frameworks(machining=section, welding=section))
    area = {"area": "postsecondary-opportunities"}
    plan = Plan.model_validate({"project": HEAD, "requirements": [area | one for one in requirements]})
    return list(coverage(entries, plan.requirements).values())


def test_a_requirement_of_the_same_title_serves_that_entry_alone() -> None:
    assert covered([{"id": "r", "title": "certificate"}], "Certificate", "Degree") == [
        FrameworkCoverage(("r",), ()),
        FrameworkCoverage((), ("machining", "welding")),
    ]


def test_a_requirement_of_another_title_serves_the_whole_area() -> None:
    assert covered([{"id": "r", "title": "Credentials"}], "Certificate", "Degree") == [
        FrameworkCoverage(("r",), ()),
        FrameworkCoverage(("r",), ()),
    ]


def test_it_serves_only_the_frameworks_that_it_names() -> None:
    given: list[dict[str, Any]] = [{"id": "r", "title": "Certificate", "frameworks": ["machining"]}]
    assert covered(given, "Certificate") == [FrameworkCoverage(("r",), ("welding",))]
    given.append({"id": "q", "title": "All else", "frameworks": ["welding"]})
    assert covered(given, "Certificate") == [FrameworkCoverage(("r", "q"), ())]


def test_a_requirement_of_other_industries_or_areas_serves_nothing_here() -> None:
    elsewhere: list[dict[str, Any]] = [
        {"id": "r", "title": "Certificate", "frameworks": ["nursing"]},
        {"id": "q", "title": "Certificate", "area": "partnerships"},
    ]
    assert covered(elsewhere, "Certificate") == [FrameworkCoverage((), ("machining", "welding"))]


def test_nothing_comes_from_nothing() -> None:
    assert consolidate(()) == ()
    assert coverage((), ()) == {}
