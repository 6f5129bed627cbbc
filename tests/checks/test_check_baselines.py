"""The baseline that a project names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checking import index_of

from conftest import MakeProject
from pathwayctl.checks.registry import run_checks
from pathwayctl.loading.project import load


@pytest.mark.parametrize(
    ("saved", "hint"),
    [
        ((), "To save it now: pathwayctl baseline save aproved"),
        (
            ("approved", "first"),
            "Did you mean “approved”? To save it now: pathwayctl baseline save aproved",
        ),
        (("first",), "The baselines are first. To save it now: pathwayctl baseline save aproved"),
        (("aproved",), None),
    ],
)
def test_the_baseline_that_a_project_names_should_be_there(saved: tuple[str, ...], hint: str | None) -> None:
    index = replace(index_of(baseline="aproved"), baselines=saved)
    found = [problem.hint for problem in run_checks(index) if problem.rule.code == "PW332"]
    assert found == ([] if hint is None else [hint])


def test_a_project_knows_the_names_of_its_baselines(make_project: MakeProject) -> None:
    names = ("b", "a-1", "Not an id", "old.copy")
    root = make_project({f"baselines/{name}.yaml": "" for name in names} | {"baselines/c.yml": ""})
    assert load(root).baselines == ("a-1", "b")


def test_a_folder_of_baselines_elsewhere_is_not_looked_into(make_project: MakeProject) -> None:
    root = make_project({"other/a.yaml": ""})
    assert load(root).baselines == ()
    (root / "baselines").symlink_to("other")
    assert load(root).baselines == ()
