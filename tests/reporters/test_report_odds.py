"""The odds of a plan in every format."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import SIMULATION
from pathwayctl.reporters.simulation.sentences import price, share, strength
from pathwayctl.simulation.odds import Hold, Odds, Promise, RiskOdds, Spread, TaskOdds
from pathwayctl.wording import chance, chance_in_words
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
FINISH = Spread(date(2027, 5, 28), date(2027, 6, 15), date(2027, 7, 2), date(2027, 7, 16))
SOONER = Spread(date(2027, 3, 1), date(2027, 3, 3), date(2027, 3, 9), date(2027, 3, 12))
SURE = Spread(*[date(2027, 2, 1)] * 4)


def task(name: str, kind: str, finish: Spread, **more: object) -> TaskOdds:
    given: dict[str, Any] = {"chance": 0.3, "criticality": 0.0, "sensitivity": None, "deadline": None, **more}
    title = f"Task {name} with a title that is long enough"
    return TaskOdds(name, "1.2", title, kind, finish.p10, finish, **given)


ODDS = Odds(
    runs=1_250,
    seed=1,
    shape="pert",
    uncertain=True,
    planned_finish=date(2027, 6, 4),
    chance_of_planned=0.23,
    finish=FINISH,
    finish_by=Promise(date(2027, 7, 10), 0.9),
    buffer=20,
    mean_late=7.25,
    deviation=11.5,
    days=tuple((date(2027, 5, 20) + timedelta(n), 50 - abs(24 - n) * 2) for n in range(49)),
    tasks=(
        task("sure", "milestone", SURE, chance=1.0),
        task("kickoff", "milestone", SOONER, deadline=Promise(date(2027, 3, 5), 0.7)),
        task("kept", "task", SOONER, deadline=Promise(date(2027, 5, 5), 1.0)),
        task("slow", "task", FINISH, criticality=0.9, sensitivity=0.62),
        task("idle", "task", SOONER, criticality=0.004, sensitivity=0.2),
        task("last", "milestone", FINISH, criticality=1.0),
    ),
    risks=(
        RiskOdds("storm", "A storm", "threat", 0.2, 0.204, 0.5, 0),
        RiskOdds("flood", "A flood in the week of the launch meeting", "threat", 0.3, 0.298, 2.96, 4),
        RiskOdds("grant", "A grant", "opportunity", 0.4, 0.4, -1.5, -2),
        RiskOdds("rumour", "A rumour", "threat", 0.1, 0.1, 0.01, 0),
    ),
)


def written(form: str, odds: Odds = ODDS, width: int = 80) -> str:
    return plain(SIMULATION.writer(form)(odds, width))


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_table(width: int) -> None:
    check_snapshot(EXPECTED / f"odds-table-{width}.txt", written("table", width=width))


def test_the_json() -> None:
    text = written("json")
    check_snapshot(EXPECTED / "odds.json", text)
    found = json.loads(text)
    first = ["version", "runs", "seed", "planned_finish", "chance_of_planned", "finish", "tasks"]
    assert list(found)[: len(first)] == first
    assert list(found["finish"]) == ["p10", "p50", "p80", "p95"]
    assert list(found["tasks"][0])[:4] == ["id", "p50", "p80", "criticality"]
    assert json.loads(written("json", replace(ODDS, finish_by=None)))["finish_by"] is None


@pytest.mark.parametrize("width", [40, 50, 61, 62, 80, 120, 200])
def test_no_line_is_too_long(width: int) -> None:
    name = "職業訓練センターの職業訓練センター \x1b[31mred\u202e"
    odd = replace(ODDS, tasks=tuple(replace(one, title=name) for one in ODDS.tasks))
    lines = written("table", odd, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize("form", SIMULATION)
def test_nothing_but_certain_tasks_and_no_tasks(form: str) -> None:
    day = ODDS.planned_finish
    spread, days = Spread(day, day, day, day), ((day, 1_250),)
    certain = replace(ODDS, uncertain=False, finish=spread, days=days, risks=())
    check_snapshot(EXPECTED / f"odds-certain-{form}.txt", written(form, certain))
    assert "tasks" in written(form, replace(certain, tasks=()))


def test_the_sentences_at_the_top() -> None:
    none, every = replace(ODDS, chance_of_planned=0.0), replace(ODDS, chance_of_planned=1.0)
    assert "The chance of finishing by then is less than 1%." in " ".join(written("table", none).split())
    assert "The chance of finishing by then is more than 99%." in " ".join(written("table", every).split())
    early = replace(ODDS, finish=SOONER, buffer=-60, mean_late=-60.0, finish_by=None)
    text = " ".join(written("table", early).split())
    assert "March 9, 2027, 60 working days earlier, is already 80% sure." in text
    assert "60.0 working days before the planned day" in text
    same = replace(ODDS, finish=Spread(*[ODDS.planned_finish] * 4), buffer=0, tasks=ODDS.tasks[:1], risks=())
    assert "promise" not in written("table", same)
    assert "Critical" not in written("table", same)


HELD = task("held", "milestone", Spread(*[date(2027, 11, 29)] * 4), chance=1.0)
PINNED = replace(
    ODDS,
    planned_finish=date(2027, 11, 29),
    chance_of_planned=1.0,
    finish=HELD.finish,
    finish_by=None,
    tasks=(*ODDS.tasks, replace(HELD, hold=Hold(date(2027, 11, 29), is_start=True))),
)


def test_an_end_that_is_held_by_a_date_is_called_so_and_the_least_certain_milestone_is_named() -> None:
    text = " ".join(written("table", PINNED).split())
    assert (
        "That day is fixed by “Task held with a title that is long enough” (1.2), not before "
        "November 29, 2027, so it says little about the work before it."
    ) in text
    assert (
        "The least certain milestone is “Task kickoff with a title that is long enough” (1.2), planned for "
        "March 1, 2027. Its chance is 30%; March 9, 2027 is 80% sure."
    ) in text
    assert "The chance to be done by then" not in text
    found = json.loads(written("json", PINNED))
    assert (found["chance_of_planned"], found["held_by"], found["least_certain"]) == (1.0, "held", "kickoff")
    sure = replace(PINNED, tasks=(PINNED.tasks[0], PINNED.tasks[-1]))
    assert "All milestones before it are more than 99% sure." in " ".join(written("table", sure).split())


def test_an_end_that_work_decides_is_not_called_held() -> None:
    free = replace(PINNED, tasks=ODDS.tasks)
    assert "The chance of finishing by then is more than 99%." in " ".join(written("table", free).split())
    loose = replace(PINNED, chance_of_planned=0.6)
    assert "is fixed by" not in written("table", loose)


def test_the_bars_hold_all_runs() -> None:
    one_day = replace(ODDS, days=((ODDS.planned_finish, 1_250),))
    bars = [text for text in written("table", one_day).splitlines() if "█" in text]
    assert len(bars) == 1
    assert ">99%" in bars[0]
    many = [text for text in written("table").splitlines() if "█" in text]
    assert 10 <= len(many) <= 16
    assert sum("the plan" in text for text in many) == 1
    assert ">99%" in many[-1]
    assert "100%" not in "".join(many)
    lengths = [text.count("█") for text in many]
    assert lengths == sorted(lengths)
    assert lengths[-1] > 3 * lengths[0]


def test_chances_and_days_in_words() -> None:
    shares = (0, 0.001, 0.2345, 0.996, 1)
    assert [chance(one) for one in shares] == ["<1%", "<1%", "23%", ">99%", ">99%"]
    assert [share(one) for one in shares] == ["0%", "<1%", "23%", ">99%", "100%"]
    assert chance_in_words(1) == "more than 99%"
    assert chance_in_words(0) == "less than 1%"
    assert [strength(one) for one in (None, 0.05, 0.2, 0.4, 0.9)] == [
        "very low",
        "very low",
        "low",
        "medium",
        "high",
    ]
    assert [price(days) for days in (0.0, 0.01, 2.44, -1)] == ["0", "0", "costs 2.4", "saves 1"]
