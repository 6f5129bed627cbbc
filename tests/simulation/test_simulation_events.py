"""Events on days off in the odds, beside work that is uncertain."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from simulation_plans import odds, plan_of, risk, task, three

from pathwayctl.simulation.odds import Odds

SATURDAY = "2027-01-09"
WEEK = {"working_days": ["mon", "tue", "wed", "thu", "fri"]}


def found_for(fair: dict[str, Any], *risks: dict[str, Any]) -> Odds:
    work = task("work", three(2, 4, 30))
    after = [task("thanks", "1d", "fair"), task("noted", "0d", "fair")]
    return odds(plan_of([work, fair, *after], *risks, calendar=WEEK), 200)


@pytest.mark.parametrize(
    ("fields", "finish", "then"),
    [
        ({"duration": "1d"}, 9, 11),
        ({"duration": "2d", "span": "calendar"}, 10, 11),
        ({"duration": "0d"}, 9, 11),
        ({"duration": three(2, 3, 9), "span": "calendar"}, 11, 12),  # an event lasts as long as it is planned
    ],
)
def test_an_event_and_what_waits_for_it_show_the_days_of_the_schedule_in_every_run(
    fields: dict[str, Any], finish: int, then: int
) -> None:
    by_id = {one.id: one for one in found_for({**task("fair"), "date": SATURDAY, **fields}).tasks}
    for name, day in (("fair", finish), ("thanks", then)):
        assert by_id[name].chance == 1
        assert by_id[name].finish.p10 == by_id[name].finish.p95 == date(2027, 1, day)
    assert by_id["noted"].finish.p10 >= by_id["fair"].finish.p10


def test_an_event_that_takes_longer_begins_on_its_day_off_all_the_same() -> None:
    fair = {**task("fair", three(1, 2, 4)), "date": SATURDAY}
    found = {one.id: one for one in found_for(fair, risk("rain", 0.5, "fair", "1d")).tasks}["fair"]
    assert found.planned == date(2027, 1, 11)
    assert date(2027, 1, 9) <= found.finish.p10 <= date(2027, 1, 11) < found.finish.p95 <= date(2027, 1, 15)
