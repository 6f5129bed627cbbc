"""Each rule's own examples: the bad one breaks it, the good one does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from checking import HEAD, codes, index_of, is_written, problems

import pathwayctl.checks
from pathwayctl.app import open_project
from pathwayctl.checks.registry import MODULES, all_checks, checks_of, run_checks
from pathwayctl.diagnostics import Rule, Severity
from pathwayctl.rule_pages import RulePage, rule_page

CODES = sorted({rule.code for check in all_checks() for rule in check.rules})
RULES = [rule_page(code) for code in CODES]
BY_CODE = [pytest.param(rule, id=rule.code) for rule in RULES]
TOO_LONG = "PW576"
"""What keeps this rule is a list of 146 responsibilities, which is no example."""


@pytest.mark.parametrize("rule", BY_CODE)
def test_the_bad_example_breaks_the_rule(rule: RulePage) -> None:
    assert rule.code in codes(rule.triggers)


def test_modules_that_find_errors_say_so() -> None:
    """The others are left out where only errors matter."""
    found = {each.name for each in MODULES for one in checks_of(each) if any(map(_is_error, one.rules))}
    assert found == {each.name for each in MODULES if each.errors}


@pytest.mark.parametrize("rule", BY_CODE)
def test_the_errors_are_the_same_without_the_warnings(rule: RulePage) -> None:
    for text in (rule.triggers, rule.fixed):
        every, quickly = run_checks(index_of(text)), run_checks(index_of(text), errors_only=True)
        errors = [one for one in every if _is_error(one.rule)]
        assert [one for one in quickly if _is_error(one.rule)] == errors


def _is_error(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR


@pytest.mark.parametrize("rule", BY_CODE)
def test_the_good_example_keeps_the_rule(rule: RulePage) -> None:
    assert rule.code not in codes(rule.fixed)


@pytest.mark.parametrize("rule", BY_CODE)
def test_the_examples_do_the_same_as_files(rule: RulePage, tmp_path: Path) -> None:
    """Through the loader, which knows YAML 1.2, and back to a line of the file."""
    for text, broken in ((rule.triggers, True), (rule.fixed, False)):
        head = (
            ""
            if re.search(r"^project:", text, re.MULTILINE)
            else f"project: {json.dumps(HEAD, default=str)}\n"
        )
        (tmp_path / "pathway.yaml").write_text(f"pathwayctl: 1\n{head}{text}", "utf-8")
        found = [finding.code for finding in open_project(tmp_path).findings]
        assert (rule.code in found) is broken
        assert not [code for code in found if code < "PW3"]


@pytest.mark.parametrize("rule", BY_CODE)
def test_every_path_leads_to_what_is_written(rule: RulePage) -> None:
    for problem in problems(rule.triggers):
        assert is_written(rule.triggers, problem.path), problem


@pytest.mark.parametrize("rule", BY_CODE)
def test_an_example_has_no_other_error(rule: RulePage) -> None:
    """So that a reader sees one thing at a time."""
    errors = {problem.rule.code for problem in problems(rule.triggers) if problem.rule.severity == "error"}
    assert errors <= {rule.code}
    errors = {problem.rule.code for problem in problems(rule.fixed) if problem.rule.severity == "error"}
    assert errors <= {rule.code}


def test_neither_a_guide_nor_the_health_of_a_plan_stops_the_work() -> None:
    asked = [rule for rule in RULES if rule.code[2] in "56"]
    assert asked
    assert not [rule.code for rule in asked if rule.severity == "error"]


@pytest.mark.parametrize("rule", BY_CODE)
def test_a_rule_says_all_there_is_to_say(rule: RulePage) -> None:
    assert re.fullmatch(r"PW[3456]\d\d", rule.code)
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.fix.endswith(".")
    assert isinstance(yaml.safe_load(rule.triggers), dict)
    assert isinstance(yaml.safe_load(rule.fixed), dict) or rule.code == TOO_LONG


@pytest.mark.parametrize("rule", BY_CODE)
def test_messages_are_sentences_without_jargon(rule: RulePage) -> None:
    for problem in problems(rule.triggers):
        assert problem.message.endswith((".", "?"))
        assert problem.hint
        words = f"{problem.message} {problem.hint} {rule.title} {rule.why} {rule.fix}"
        assert not re.search(r"\b(mapping|scalar|node|parse|string|null|index|tuple)\b", words), words


def test_no_code_is_used_twice() -> None:
    reported = [rule.code for check in all_checks() for rule in check.rules]
    assert len(set(reported)) == len(reported)


def test_every_module_with_a_check_is_listed() -> None:
    folder = Path(next(iter(pathwayctl.checks.__path__)))
    files = [
        file for file in folder.rglob("*.py") if re.search("^@check", file.read_text("utf-8"), re.MULTILINE)
    ]
    names = {".".join(file.relative_to(folder).with_suffix("").parts) for file in files}
    assert names == {module.name for module in MODULES}


def test_a_module_that_is_for_guides_names_every_guide_that_its_checks_are_for() -> None:
    for module in MODULES:
        if module.guides:
            guides = {guide for check in checks_of(module) for guide in check.guides}
            assert guides == set(module.guides), module.name


@pytest.mark.parametrize("rule", BY_CODE)
def test_a_module_that_does_not_concern_a_project_would_find_nothing(rule: RulePage) -> None:
    for text, guides in ((rule.triggers, []), (rule.fixed, []), (rule.triggers, ["grades-9-14"])):
        index = index_of(text, guides=guides)
        for module in MODULES:
            if not module.concerns(index.plan):
                for check in checks_of(module):
                    assert not check.applies(index) or not list(check(index)), module.name


def test_a_module_that_forgets_a_section_is_found() -> None:
    index = index_of(rule_page("PW310").triggers, guides=[])
    partners = next(module for module in MODULES if module.name == "partners")
    assert not partners._replace(sections=()).concerns(index.plan)
    assert any(list(check(index)) for check in checks_of(partners) if check.applies(index))


def test_what_a_guide_asks_for_is_asked_only_of_those_who_follow_it() -> None:
    asked = {rule.code for check in all_checks() if check.guides for rule in check.rules}
    assert not codes(guides=[]) & asked
    assert codes(guides=["ccrs"]) & asked
