"""Days of the week that people write as a text."""

from __future__ import annotations

import pytest

from pathwayctl.loading.understanding.vocabulary import understood_words
from pathwayctl.model.vocabulary import Weekday

WEEKDAYS = "[mon, tue, wed, thu, fri]"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Monday-Friday", WEEKDAYS),
        ("Mon - Fri", WEEKDAYS),
        ("mon.–fri.", WEEKDAYS),
        ("Monday to Friday", WEEKDAYS),
        ("Monday through Friday", WEEKDAYS),
        ("M-F", WEEKDAYS),
        ("weekdays", WEEKDAYS),
        ("Mon-Thu", "[mon, tue, wed, thu]"),
        ("every day", "[mon, tue, wed, thu, fri, sat, sun]"),
        ("Monday", "[mon]"),
        ("Mondays and Thursdays", "[mon, thu]"),
        ("Fri, Mon, and Wed", "[mon, wed, fri]"),
        ("tue thu", "[tue, thu]"),
        ("Friday-Monday", ""),
        ("T-F", ""),
        ("S", ""),
        ("Monday-someday", ""),
        ("when there is time", ""),
        ("", ""),
        ("-", ""),
        ("s", ""),
    ],
)
def test_a_text_is_understood_as_a_list_of_days_where_it_is_clear(written: str, meant: str) -> None:
    days = understood_words(written, Weekday)
    assert (f"[{', '.join(days)}]" if days else "") == meant
