"""No table of an example or of a project that has just begun has a column that only takes room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.project import load
from pathwayctl.rendering.blocks import Table, is_form
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.templates import Templates
from pathwayctl.scaffolds import ABOUT, lay_out, scaffold
from pathwayctl.scheduling.schedule import Schedule, make_schedule

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
PROJECTS: Final = (*(path.name for path in sorted(EXAMPLES.iterdir())), *ABOUT, "+".join(ABOUT))
WORKSHEETS: Final = frozenset({
    "4d", "agreements", "groups", "partnership-health", "phases", "role", "self-assessment", "sign-in",
    "sign-up", "survey-form", "sustainability", "table-sheet", "work-plan-decisions", "workforce-pell",
})  # fmt: skip
"""Handouts whose rows are questions, with columns to write the answers in."""
TO_WRITE_IN: Final = frozenset({
    ("4a-2", "Owner"), ("4c", "Impact"), ("4c", "Likelihood"), ("4c", "Measure of success"), ("4c", "Owner"),
    ("4c", "Tolerance"), ("4e", "Owner"), ("action-plan", "Owner"),
    ("ksa-uses", "Organization"), ("ksa-uses", "Owner"), ("steps", "Owner"),
    ("work-plan", "Owner"),
})  # fmt: skip
"""What a group decides about entries that a new project has."""
MEASURES: Final = "measures"
"""Its tables name the measures that a guide suggests; all else about them is to be decided."""


def empty_columns(name: str, root: Path) -> Iterator[tuple[str, str, str]]:
    """The handout, the caption, and the title of each empty column, but of tables to fill in as a whole."""
    plan = load(root).plan
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    context, templates = Context(plan, schedule), Templates(None)
    for handout in HANDOUTS:
        for view in handout.pages(context):
            page = templates.page(handout.template, view.title, view.view)
            assert isinstance(page, Page), (name, page)
            for table in page.blocks:
                if (
                    isinstance(table, Table)
                    and not is_form(table)
                    and any(any(row[1:]) for row in table.rows)
                ):
                    for place, column in enumerate(table.columns):
                        if not any(row[place] for row in table.rows):
                            yield handout.id, table.caption, column.title


@pytest.mark.parametrize("name", PROJECTS)
def test_no_column_is_empty_but_those_to_write_in(name: str, tmp_path: Path) -> None:
    root = EXAMPLES / name
    if name in ABOUT or "+" in name:
        root = tmp_path / "new"
        assert lay_out(root, scaffold(name.split("+"), "A new project", date(2027, 1, 4), {})) is None
    found = [
        one
        for one in empty_columns(name, root)
        if one[0] not in WORKSHEETS and (one[0], one[2]) not in TO_WRITE_IN
    ]
    begun = root.parent != EXAMPLES
    assert [one for one in found if not (begun and one[0] == MEASURES)] == []
