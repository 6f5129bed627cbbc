"""The page of findings that people meet most is true: each mistake is found, and what to write is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from common_findings import MISTAKES, CommonMistake, page

from pathwayctl.diagnostics import Severity
from snapshots import check_snapshot

PAGE = Path(__file__).resolve().parents[2] / "docs" / "common-findings.md"


def test_the_page_of_common_findings(tmp_path: Path) -> None:
    check_snapshot(PAGE, page(tmp_path))


@pytest.mark.parametrize("one", MISTAKES, ids=lambda one: one.title)
def test_what_to_write_is_right(one: CommonMistake, tmp_path: Path) -> None:
    typed = one.project(one.typed, tmp_path / "typed")
    assert one.code in {finding.code for finding in typed.findings}
    right = one.project(one.right, tmp_path / "right")
    assert one.code not in {finding.code for finding in right.findings}
    assert [finding for finding in right.findings if finding.severity is Severity.ERROR] == []
