"""Findings in the forms of services that check changes, read by programs that we did not write."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from junitparser import JUnitXml, TestCase, TestSuite
from markdown_it import MarkdownIt
from report_plans import finding, reported
from sarif_pydantic import Sarif

from pathwayctl.diagnostics import Fix, Position, Severity, Surplus
from pathwayctl.reporters.findings.identity import fingerprints
from pathwayctl.reporters.findings.job_summary import job_summary
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import FINDINGS

ERROR, WARNING, NOTE = Severity
TEXT = "tasks:\n  - {id: é, owner: keisha}\n"
NOTED = finding(2, 5, severity=NOTE, code="PW601", message="A note.")
WARNED = finding(2, 5, severity=WARNING, code="PW501", message="“Peña” 🎓 \x0b& <b>", hint="Write it.")
FAILED = finding(2, 20, 26, message="“keisha” is not there.", hint="Did you mean “keesha”?")
ALL = replace(reported(NOTED, WARNED, FAILED, text=TEXT, name="plans/a"), repository="plans/a b/")
NAMES = ("sarif", "junit", "gitlab", "rdjson", "github")


def written(form: str, *reports: FindingsReport) -> str:
    return plain(FINDINGS.writer(form)(reports, 80))


def loaded(form: str, *reports: FindingsReport) -> Any:
    return json.loads(written(form, *reports))


def test_sarif_has_a_place_a_rule_and_a_fingerprint_for_each_result() -> None:
    run = loaded("sarif", ALL)["runs"][0]
    assert [one["ruleId"] for one in run["results"]] == ["PW301", "PW501", "PW601"]
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "plans/a%20b/work.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 2, "startColumn": 20, "endLine": 2, "endColumn": 26}
    assert first["message"]["text"] == "“keisha” is not there.\nDid you mean “keesha”?"
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]


def test_sarif_is_read_by_another_program() -> None:
    (run,) = Sarif.model_validate_json(written("sarif", ALL)).runs
    assert len(run.results or ()) == 3


def test_sarif_without_findings_is_a_run_that_closes_old_alerts() -> None:
    (run,) = loaded("sarif", reported())["runs"]
    assert run["results"] == []


def test_sarif_stays_within_what_is_taken_and_keeps_the_errors() -> None:
    many = [finding(line, severity=WARNING, code="PW501") for line in range(1, 25_002)]
    results = loaded("sarif", reported(*many, finding(30_000)))["runs"][0]["results"]
    assert len(results) == 25_000
    assert results[0]["level"] == "error"


def test_sarif_says_what_is_only_counted() -> None:
    report = replace(reported(finding()), surplus=(Surplus("PW301", ERROR, "work.yaml", 500),))
    (said,) = loaded("sarif", report)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"] == "And 500 more of PW301, which are counted but not listed."


def test_a_fingerprint_stays_when_lines_and_figures_move_and_tells_twins_apart() -> None:
    before = finding(3, message="It is 12 days late."), finding(9, message="It is 3 days late.")
    after = finding(30, message="It is 13 days late."), finding(90, message="It is 4 days late.")
    kept = [mark for _, mark in fingerprints(before)]
    assert kept == [mark for _, mark in fingerprints(after)]
    assert len(set(kept)) == 2
    assert kept[0] != next(
        mark for _, mark in fingerprints([finding(file="other.yaml", message="It is 12 days late.")])
    )


def test_gitlab_names_each_finding_by_its_place_and_severity() -> None:
    found = loaded("gitlab", ALL)
    assert [one["severity"] for one in found] == ["critical", "minor", "info"]
    assert found[0]["location"] == {"path": "plans/a b/work.yaml", "lines": {"begin": 2}}
    assert len({one["fingerprint"] for one in found}) == 3
    assert {*found[0]} == {"description", "check_name", "fingerprint", "severity", "location"}
    assert loaded("gitlab", reported()) == []


def test_rdjson_counts_bytes_and_suggests_what_can_mean_only_one_thing() -> None:
    sure = replace(FAILED, fix=Fix(Position(2, 20, 2, 26), "keesha"))
    unsure = replace(FAILED, fix=Fix(Position(2, 20, 2, 26), "keesha", sure=False))
    first, second = loaded("rdjson", reported(sure, unsure, text=TEXT))["diagnostics"]
    # “é” takes two bytes, so the name begins one column later than its letter does.
    where = {"start": {"line": 2, "column": 21}, "end": {"line": 2, "column": 27}}
    assert first["location"] == {"path": "work.yaml", "range": where}
    assert first["suggestions"] == [{"range": where, "text": "keesha"}]
    assert "suggestions" not in second
    assert (first["severity"], first["code"]) == ("ERROR", {"value": "PW301"})


def test_junit_is_read_by_another_program() -> None:
    (suite,) = JUnitXml.fromstring(written("junit", ALL).encode())
    assert isinstance(suite, TestSuite)
    assert (suite.name, suite.tests, suite.failures, suite.skipped) == ("plans/a", 3, 2, 1)
    cases = [one for one in suite if isinstance(one, TestCase)]
    assert len({one.name for one in cases}) == 3
    assert "“Peña” 🎓 & <b>\nWrite it." in str(cases[1].result[0].text)


def test_junit_without_findings_has_one_test_that_passes() -> None:
    (suite,) = JUnitXml.fromstring(written("junit", reported()).encode())
    (case,) = suite
    assert isinstance(case, TestCase)
    assert case.is_passed


def test_github_shows_errors_first_and_the_tenth_says_how_many_more() -> None:
    many = [finding(line, severity=WARNING, code="PW501") for line in range(1, 14)]
    lines = written("github", reported(*many, finding(99))).splitlines()
    commands = lines[: next(at for at, one in enumerate(lines) if one.startswith("::stop-commands::"))]
    assert [one.partition(" ")[0] for one in commands] == ["::error", *["::warning"] * 10]
    assert commands[-1] == "::warning title=pathwayctl::And 4 more warnings. All are in the log of this step."
    ten = [finding(line, severity=WARNING, code="PW501") for line in range(1, 11)]
    assert "more warning" not in written("github", reported(*ten)).partition("::stop-commands::")[0]


def test_github_takes_nothing_in_a_file_for_a_command() -> None:
    text = "::add-mask::it\n::error::no\n"
    shown = written("github", reported(finding(1, 1, 5, message="x\n::set-env name=A::b"), text=text))
    before, start, rest = shown.partition("::stop-commands::")
    word = rest.partition("\n")[0]
    assert start
    assert before.count("\n") == 1
    assert rest.endswith(f"::{word}::\n")
    assert word not in text


def test_the_page_of_a_job_has_no_markup_of_the_files() -> None:
    nasty = finding(message="<img src=x> | [a](b) `c` @someone\nmore", hint="**Bold**")
    html = MarkdownIt("commonmark").enable("table").render(job_summary((reported(nasty),)))
    assert "<img" not in html
    assert "<a " not in html
    assert "@someone more" in html
    assert html.count("<td>") == 3
    assert "No problems found." in job_summary((reported(),))


def test_the_page_of_a_job_is_never_too_long() -> None:
    many = [finding(line, message="word " * 5_000) for line in range(1, 1_001)]
    page = job_summary((reported(*many),))
    assert len(page.encode()) < 1024 * 1024
    assert "And 800 more findings, in the log of the step." in page


@pytest.mark.parametrize("form", NAMES)
def test_the_same_findings_give_the_same_bytes(form: str) -> None:
    assert written(form, ALL) == written(form, ALL)
    assert StringIO(written(form, ALL, reported(name="b"))).read()
