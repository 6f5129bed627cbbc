"""The page that GitHub shows of a job, to which a step can add."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathwayctl.reporters.findings.view import FindingsReport


def add_to_job_page(reports: tuple[FindingsReport, ...]) -> None:
    """Add the findings, where GitHub asks for them; a page that cannot be written is no reason to fail."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page:
        from pathwayctl.reporters.findings.job_summary import job_summary

        with suppress(OSError), Path(page).open("a", encoding="utf-8", errors="replace") as file:
            file.write(job_summary(reports))
