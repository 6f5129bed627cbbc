"""What counts as evidence: what people have written and done, and never a scaffold's own text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from guidance_plans import data_in, items_of, report_of

from pathwayctl.evidence.gap import State
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.untouched import touched
from pathwayctl.guidance.guides import guide_report
from pathwayctl.loading.project import load
from pathwayctl.model.vocabulary import Guide
from pathwayctl.scaffolds import ABOUT, lay_out, scaffold
from pathwayctl.scheduling.breakdown import break_down

COMBINATIONS = [(guide,) for guide in ABOUT] + [tuple(ABOUT), (Guide.SECTOR, Guide.CCRS)]


def laid_out(folder: Path, guides: tuple[str, ...], start: date = date(2027, 3, 1)) -> Path:
    assert lay_out(folder, scaffold(guides, "A name", start, {"college": "Front Range"})) is None
    return folder


@pytest.mark.parametrize("guides", COMBINATIONS, ids="+".join)
def test_a_new_project_has_begun_nothing(guides: tuple[str, ...], tmp_path: Path) -> None:
    plan = load(laid_out(tmp_path, guides)).plan
    for guide in guides:
        report = guide_report(
            PlanIndex(plan, break_down(plan.tasks)), next(one for one in Guide if one == guide)
        )
        assert [(item.key, item.evidence) for item in report.items if item.evidence] == []
        assert report.number(State.NOT_BEGUN) == len(report.items)


def test_an_entry_counts_once_somebody_has_changed_it(tmp_path: Path) -> None:
    root = laid_out(tmp_path, ("ccrs",))
    file = root / "risks.yaml"
    text = file.read_text("utf-8")
    first = text.index("  - id: ")
    named = text[first:].splitlines()[0].strip("- ").partition(": ")[2]
    file.write_text(text.replace(f"id: {named}\n", f"id: {named}\n    owner: dana\n", 1), "utf-8")
    found = {item.key: item for item in report_of("ccrs", data_in(root)).items}["measure-progress"]
    assert found.state is State.UNDER_WAY
    assert found.evidence == ("1 risk, 0 complete",)


def test_what_is_untouched_is_still_not_called_missing(tmp_path: Path) -> None:
    root = laid_out(tmp_path, ("ccrs",))
    found = {item.key: item for item in report_of("ccrs", data_in(root)).items}["measure-progress"]
    assert not any("No risk is written down" in lack.text for lack in found.lacks)


def test_a_plan_of_ones_own_is_left_as_it_is() -> None:
    plan = load(Path(__file__).parents[2] / "examples" / "state_agency").plan
    own = touched(plan)
    assert (own.people, own.measures, own.partnership) == (plan.people, plan.measures, plan.partnership)


@pytest.mark.parametrize("start", ["1850-01-01", "9990-01-04"])
def test_a_start_that_no_scaffold_can_have_does_no_harm(start: str) -> None:
    assert items_of("sector", start=date.fromisoformat(start))


OCCUPATION = """
occupations:
  - {id: machinist, title: Machinist, soc: "51-4041", annual_openings: 74, median_wage: 58700, growth: 0,
     difficulty: high, entry_education: high-school}
tasks:
  - {id: a, title: List them, duration: 2d, step: 5, status: STATUS, finished: 2027-01-05}
"""


@pytest.mark.parametrize(
    ("status", "state"),
    [("done", State.DONE), ("planned", State.WORK_OPEN), ("dropped", State.DONE)],
)
def test_a_step_is_not_done_while_one_of_its_tasks_is_open(status: str, state: State) -> None:
    text = OCCUPATION.replace("STATUS", status)
    text = text if status == "done" else text.replace(", finished: 2027-01-05", "")
    found = items_of("sector", text)["critical-occupations"]
    assert found.state is state
    texts = [lack.text for lack in found.lacks]
    assert texts == (
        ["1 open task, starting with “List them”. Mark it as done when it is finished."]
        if status == "planned"
        else []
    )


def test_an_entry_under_evidence_does_not_close_open_tasks() -> None:
    text = "evidence: [{step: 3, text: It was held}]\ntasks: [{id: a, title: Invite, step: 3, duration: 1d}]"
    assert items_of("sector", text)["hold-launch-meeting"].state is State.WORK_OPEN
    assert items_of("sector", text.partition("\n")[0])["hold-launch-meeting"].state is State.DONE
