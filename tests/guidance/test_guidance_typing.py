"""What the snippets show can be typed as it stands, and typing it leads on, to the end of every guide."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from guidance_plans import Data, data_in, data_of, plan_of, report_of, typed

from pathwayctl.evidence.gap import State
from pathwayctl.guidance import snippets
from pathwayctl.model.plan import Plan, section_of
from pathwayctl.model.vocabulary import Guide
from pathwayctl.source.reading import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "colorado_sector"
GUIDES = [guide.value for guide in Guide]


@pytest.mark.parametrize("guide", GUIDES)
def test_typing_what_is_shown_leads_from_nothing_to_the_end_of_a_guide(guide: str) -> None:
    data = data_of()
    assert all(item.state is not State.DONE for item in report_of(guide, data).items)
    lead_to_the_end(guide, data)


@pytest.mark.parametrize("guide", ["ccrs", "sector"])
def test_it_leads_on_from_the_middle_of_a_real_plan(guide: str) -> None:
    lead_to_the_end(guide, data_in(EXAMPLE))


ONGOING = "Keep adding values"
"""How what can only be done on a later day begins: a target is ahead of the status date."""


def lead_to_the_end(guide: str, data: Data) -> None:
    """Type the first thing that the next part lacks, until all parts are done as far as they can be."""
    for _ in range(400):
        left = [item for item in report_of(guide, data).items if item.state is not State.DONE]
        for item in left:
            assert item.lacks, f"{item.key} lacks nothing, and is {item.state}"
        lacks = [one for item in left for one in item.lacks if not one.text.startswith(ONGOING)]
        if not lacks:
            break
        before, data = data, typed(data, lacks[0])
        assert data != before, lacks[0]
        plan_of(data)
    report = report_of(guide, data)
    open_items = [item for item in report.items if item.state is not State.DONE]
    assert all(one.text.startswith(ONGOING) for item in open_items for one in item.lacks)
    assert len(open_items) <= 1


@cache
def halfway(guide: str) -> Data:
    """A project in which the last thing that was lacking has been typed twenty-five times."""
    data = data_of()
    for _ in range(25):
        item = report_of(guide, data).next
        if item is not None:
            data = typed(data, item.lacks[-1])
    return data


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("other", GUIDES)
def test_every_snippet_can_be_typed_wherever_a_project_stands(guide: str, other: str) -> None:
    """Halfway through one guide, all that any guide shows can be typed, each line for itself."""
    data = halfway(guide)
    for item in report_of(other, data).items:
        for lack in item.lacks:
            assert lack.text[-1] in ".?", lack.text
            assert not read(lack.snippet.encode()).spots, lack.snippet
            plan_of(typed(data, lack))


def test_a_snippet_is_the_yaml_of_its_values() -> None:
    fields: dict[str, Any] = {
        "id": "machinist",
        "soc": "51-4041",
        "title": "Yes",
        "text": "Who keeps it going, and where",
        "said": "a: b, # c",
        "wage": 48900,
        "growth": 1.8,
        "transfers": True,
        "date": dt.date(2027, 1, 4),
        "empty": [],
        "modes": ["Flyers", "no", "1, 2"],
        "one": {"group": "Table 1"},
        "answers": {"staff": "Two, half time", "data": 'The "whole" of it'},
        "actions": [{"title": "Call them", "due": dt.date(2027, 2, 1)}, {"title": "x"}],
    }
    assert yaml.safe_load(snippets.entry("things", fields)) == {"things": [fields]}
    assert yaml.safe_load(snippets.mapping("things", fields)) == {"things": fields}
    assert yaml.safe_load(snippets.bare_entry(fields)) == [fields]
    assert read(snippets.entry("things", fields).encode()).spots == ()


def test_a_snippet_reads_well() -> None:
    text = snippets.entry(
        "meetings",
        {
            "id": "launch",
            "purpose": "Employers say what they need, and choose",
            "time": "13:30",
            "agenda": [{"title": "Welcome", "minutes": 10}],
            "answers": {"staff": "Two", "data": "All"},
        },
    )
    assert text == (
        "meetings:\n"
        "  - id: launch\n"
        "    purpose: Employers say what they need, and choose\n"
        '    time: "13:30"\n'
        "    agenda:\n"
        "      - {title: Welcome, minutes: 10}\n"
        "    answers:\n"
        "      staff: Two\n"
        "      data: All"
    )


def test_there_is_a_file_to_suggest_for_every_section() -> None:
    assert section_of("people").file == section_of("organizations").file == "partners.yaml"
    assert section_of("risks").file == "risks.yaml"
    assert all(section_of(section).file.endswith(".yaml") for section in Plan.model_fields)
