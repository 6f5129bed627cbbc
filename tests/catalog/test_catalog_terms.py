from __future__ import annotations

from datetime import date

import pytest

from pathwayctl.catalog.reading import grades_9_14
from pathwayctl.catalog.terms import fill_plan, key_of, keys_of, term_for
from pathwayctl.model.plan import Plan


def test_the_key_of_a_placeholder() -> None:
    assert key_of("SCHOOL/DISTRICT") == "school-district"
    assert key_of("#/%") == ""


def test_every_placeholder_of_the_work_plan_has_a_key() -> None:
    for placeholder in grades_9_14().placeholders:
        keys = keys_of(placeholder.word)
        assert set(keys) >= set(placeholder.terms)
        assert all(keys)


@pytest.mark.parametrize(
    ("placeholder", "terms", "said"),
    [
        ("SCHOOL/DISTRICT", {"school": "Lincoln High"}, "Lincoln High"),
        ("SCHOOL/DISTRICT", {"school": "Lincoln High", "district": "St. Vrain"}, "St. Vrain"),
        ("SCHOOL/DISTRICT", {"school-district": "All", "district": "St. Vrain"}, "All"),
        ("COLLEGE NAME", {"college": "Front Range"}, "Front Range"),
        ("#", {"students": "24"}, "24"),
        ("COMPANY", {"company": "Valley Foundry"}, "Valley Foundry"),
        ("COMPANY", {"college": "Front Range"}, None),
        ("COLLEGE", {}, None),
        ("", {"college": "Front Range"}, None),
    ],
)
def test_the_best_term_that_the_project_has_is_taken(
    placeholder: str, terms: dict[str, str], said: str | None
) -> None:
    assert term_for(placeholder, terms) == said


def _plan(terms: dict[str, str]) -> Plan:
    tasks = [{"id": "win", "title": "Win [#] students", "tasks": [{"id": "ask", "title": "Ask [COLLEGE]"}]}]
    project = {"name": "Valley", "start": date(2027, 1, 4), "terms": terms}
    return Plan.model_validate({"project": project, "tasks": tasks})


def test_a_plan_is_filled_in_at_any_depth() -> None:
    plan = fill_plan(_plan({"students": "24", "college": "Front Range"}))
    assert (plan.tasks[0].title, plan.tasks[0].tasks[0].title) == ("Win 24 students", "Ask Front Range")


def test_a_plan_without_terms_and_a_term_with_a_placeholder_change_nothing() -> None:
    for terms in ({}, {"students": "[#]"}, {"company": "Foundry"}):
        plan = _plan(terms)
        assert fill_plan(plan) is plan
