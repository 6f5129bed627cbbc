"""Findings as the results of tests in JUnit’s form, which most services for continuous integration show.

There is no standard. GitLab tells tests apart by their names and shows only the text inside an element, and
a report without a single test counts as broken in several services.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pathwayctl.diagnostics import Severity
from pathwayctl.reporters.findings.identity import Identified, identified, in_words
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import Line, line

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A suite for each project: errors and warnings are failures, and notes are skipped tests."""
    found = identified(reports)
    suites = Element("testsuites", name="pathwayctl")
    for report in reports:
        _suite(suites, report, [one for one in found if one.report is report])
    indent(suites)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return [line(head), *map(line, tostring(suites, encoding="unicode").split("\n"))]


def _suite(suites: Element, report: FindingsReport, found: list[Identified]) -> None:
    notes = sum(one.finding.severity is Severity.NOTE for one in found)
    name = _xml(report.name or "project")
    figures = {"tests": max(1, len(found)), "failures": len(found) - notes, "errors": 0, "skipped": notes}
    shown = {key: str(number) for key, number in figures.items()}
    suite = SubElement(suites, "testsuite", {"name": name, **shown})
    if not found:
        SubElement(suite, "testcase", classname=name, name="no findings")
    for one in found:
        finding, place = one.finding, one.finding.position
        said = f"{finding.code} {one.path}:{place.line}:{place.column}"
        case = SubElement(suite, "testcase", classname=_xml(one.path), name=_xml(f"{said} {finding.message}"))
        kind = "skipped" if finding.severity is Severity.NOTE else "failure"
        result = SubElement(case, kind, message=_xml(finding.message))
        if kind == "failure":
            result.set("type", finding.severity.value)
        result.text = _xml(f"{said}\n{in_words(finding)}")


def _xml(text: str) -> str:
    """The text without characters that XML cannot have."""
    return _NOT_XML.sub("", text)
