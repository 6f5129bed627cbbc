"""Projects put together at random from all examples: nothing upsets the checks, and nothing is said twice."""

from __future__ import annotations

from collections import Counter
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pathwayctl.checks.registry import run_checks
from pathwayctl.diagnostics import Path
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Guide
from pathwayctl.rule_pages import rule_codes, rule_page
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import make_schedule

RULES = [rule_page(code) for code in rule_codes() if code > "PW3"]
EXAMPLES = [yaml.safe_load(text) for rule in RULES for text in (rule.triggers, rule.fixed) if text]
HEADERS = st.fixed_dictionaries(
    {
        "name": st.just("Example"),
        "start": st.just("2027-01-04"),
        "guides": st.lists(st.sampled_from([guide.value for guide in Guide]), max_size=4, unique=True),
        "status_date": st.sampled_from([None, "2027-01-04", "2027-06-01", "2029-01-05"]),
    }
)


def put_together(examples: list[dict[str, Any]], header: dict[str, Any]) -> dict[str, Any]:
    """Lists one after the other; of what stands once, the last. Ids may well stand twice."""
    data: dict[str, Any] = {}
    for example in examples:
        for section, value in example.items():
            if isinstance(value, list):
                data[section] = [*data.get(section, []), *value]
            else:
                data[section] = value
    return {**data, "project": {name: value for name, value in header.items() if value is not None}}


def is_there(data: dict[str, Any], path: Path) -> bool:
    here: Any = data
    for part in path:
        if isinstance(here, dict) and isinstance(part, int):
            here = list(here)
        if part not in (range(len(here)) if isinstance(here, list) else here):
            return False
        here = here[part]
    return True


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(EXAMPLES), max_size=25), HEADERS, st.booleans())
def test_any_mixture_of_examples_is_looked_at(
    examples: list[dict[str, Any]], header: dict[str, Any], dated: bool
) -> None:
    data = put_together(examples, header)
    plan = Plan.model_validate(data)
    breakdown = break_down(plan.tasks)
    schedule = make_schedule(plan, breakdown) if dated else None
    found = run_checks(PlanIndex(plan, breakdown, schedule, frozenset()))
    assert all(is_there(data, problem.path) for problem in found)
    said = Counter((problem.rule.code, problem.path, problem.message) for problem in found)
    assert not {what for what, times in said.items() if times > 1}
    assert len(found) == len(run_checks(PlanIndex(plan, breakdown, schedule, frozenset())))
