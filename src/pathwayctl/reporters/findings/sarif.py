"""Findings in the Static Analysis Results Interchange Format, which code scanning of GitHub and others read.

Source: OASIS, SARIF version 2.1.0 (2020). GitHub takes 25,000 results of a run, and shows 5,000.
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from pathwayctl.reporters.findings.identity import Identified, identified, in_words
from pathwayctl.reporters.findings.view import FindingsReport, further_in_words, not_listed
from pathwayctl.reporters.lines import Line, line
from pathwayctl.rule_pages import rule_page
from pathwayctl.version import __version__

_MOST: Final = 25_000
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One run with a result for each finding; without findings too, so that old alerts are closed."""
    found = identified(reports)[:_MOST]
    codes = sorted({one.finding.code for one in found})
    further = further_in_words(not_listed(reports))
    said = [{"level": "warning", "message": {"text": further}}] if further else []
    run = {
        "tool": {
            "driver": {
                "name": "pathwayctl",
                "semanticVersion": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": said}],
        "results": [_result(one, codes.index(one.finding.code)) for one in found],
    }
    return [line(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))]


def _rule(code: str) -> dict[str, Any]:
    page = rule_page(code)
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.why},
        "help": {"text": page.fix, "markdown": page.fix},
        "defaultConfiguration": {"level": page.severity},
    }


def _result(one: Identified, rule: int) -> dict[str, Any]:
    place = one.finding.position
    return {
        "ruleId": one.finding.code,
        "ruleIndex": rule,
        "level": one.finding.severity.value,
        "message": {"text": in_words(one.finding)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(one.path), "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endLine": place.end_line,
                        "endColumn": place.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"pathwayctl/v1": one.fingerprint},
    }
