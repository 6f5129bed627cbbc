"""Each rule about the YAML itself: its examples show what it says, and its words are complete."""

from __future__ import annotations

import pytest

from conftest import MakeProject
from pathwayctl.loading.project import load
from pathwayctl.rule_pages import RulePage, rule_codes, rule_page
from pathwayctl.source.reading import read

RULES = [rule_page(code) for code in rule_codes() if code < "PW190"]
SHOWN = [rule for rule in RULES if rule.triggers]


def codes(text: str) -> list[str]:
    return [spot.rule.code for spot in read(text.encode()).spots]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_bad_example_of_a_rule_is_found(rule: RulePage) -> None:
    assert rule.code in codes(rule.triggers)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_bad_example_of_a_rule_is_found_in_a_project_too(
    rule: RulePage, make_project: MakeProject
) -> None:
    found = {finding.code for finding in load(make_project({"example.yaml": rule.triggers})).findings}
    assert rule.code in found


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_good_example_of_a_rule_is_read_without_a_word(rule: RulePage) -> None:
    reading = read(rule.fixed.encode())
    assert reading.whole
    assert reading.spots == ()


def test_only_rules_about_bytes_and_very_broken_files_have_no_example() -> None:
    assert [rule.code for rule in RULES if not rule.triggers] == ["PW101", "PW102", "PW108", "PW128"]


def test_codes_are_in_order_and_in_the_range_of_yaml() -> None:
    found = [rule.code for rule in RULES]
    assert found == sorted(set(found))
    assert all(code.startswith("PW1") and len(code) == 5 for code in found)


def test_every_rule_says_why_and_how_to_fix_it() -> None:
    for rule in RULES:
        assert rule.why.endswith("."), rule.code
        assert rule.fix.endswith("."), rule.code
        assert not rule.title.endswith("."), rule.code


def test_what_can_be_read_but_may_be_meant_differently_is_a_warning() -> None:
    warnings = [rule.code for rule in RULES if rule.severity == "warning"]
    assert warnings == ["PW122", "PW123", "PW125", "PW146"]
    assert [rule.code for rule in RULES if rule.severity == "note"] == ["PW128"]
