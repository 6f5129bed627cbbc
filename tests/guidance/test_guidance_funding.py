"""What the guides say next about money: years without enough funding, and grants with something overdue."""

from __future__ import annotations

import datetime as dt

import pytest
from guidance_plans import items_of

PARTS = {
    "ccrs": "implement-framework",
    "components": "cross-sector-partnerships",
    "grades-9-14": "project-management",
    "sector": "action-plan",
}
MONEY = """
funding: [{id: f, title: F, amount: 4000, fiscal_year: 2028}]
budget: [{id: b, title: B, amount: 5000.5, fiscal_year: 2028}]
grants:
  - id: g
    title: State grant
    reports: [{title: First report, due: 2027-06-30}, {title: Second report, due: 2028-06-30}]
"""


def _said(guide: str, text: str) -> dict[str, str]:
    items = items_of(guide, text, status_date=dt.date(2027, 7, 15))
    key = next(key for key in items if PARTS[guide] in key)
    return {lack.text: lack.snippet for lack in items[key].lacks}


@pytest.mark.parametrize("guide", PARTS)
def test_every_guide_names_what_is_missing_in_the_budget(guide: str) -> None:
    said = _said(guide, MONEY)
    short = said["The budget of fiscal year 2028 is $1,000.50 more than its funding."]
    assert "amount: 1001" in short
    assert "fiscal_year: 2028" in short
    report = said["“First report” of “State grant” was due on Jun 30, 2027. Record when it is done."]
    assert "submitted: 2027-07-15" in report
    assert not any("Second report" in text for text in said)


@pytest.mark.parametrize("guide", PARTS)
def test_nothing_is_said_of_money_before_there_is_any(guide: str) -> None:
    assert not any("budget" in text for text in _said(guide, "budget: [{id: b, title: B, amount: 5}]"))
