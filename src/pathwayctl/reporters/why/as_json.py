"""The answer as JSON for other programs. Durations and floats are working days.

One object::

    version         1
    task            id, wbs, title, kind, owner, status, complete, total_float, free_float, critical
    start, finish   days
    start_because   a reason (see below), with "text", the sentence that the text format has
    finish_because  "text", "days" of work (what remains of it), "planned" days, "first" and "last" day of
                    it, "days_off", and "remaining" with the reason for what remains, if it is under way;
                    for a summary "inside" with the id of the task that finishes last
    chain           the tasks back from this one, itself first: id, wbs, title, start, finish, because
    buys_a_day      what would help: "changes" (one, or two that only help together), each with its kind,
                    task, and text; "finish" of the task and "project_finish" then
    waits           free_float, total_float; "people", the tasks that wait for someone who works on this one
                    (levelled schedules only); "links" with task, link, on, and room (working days until it
                    moves something); "slips", what moves when the task is a day later than each float
                    allows: days, moves, pushes, misses_deadline, and project_finish

A reason has a "kind": link, person, date, not_before, as_late_as_possible, status_date, project_start,
begun, done, or inside; "written_on", the id of the task or summary where that is written (for inside, the
first task of a summary); and where they say something "link", "from" (the id of the task that is counted
from), "since" (the day), "ties" (how many more links ask for the same day), "days_off", "too_early" (by
how many working days a held task is earlier than its links ask) and "resource" (who is busy or away).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.why.purchases import in_words
from pathwayctl.reporters.why.sentences import finish_sentence, start_sentence
from pathwayctl.scheduling.records import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.analysis.why.causes import Because
    from pathwayctl.analysis.why.chain import ChainStep
    from pathwayctl.analysis.why.days_off_ranges import Off
    from pathwayctl.analysis.why.speedups import Purchase
    from pathwayctl.analysis.why.waiting import Slip
    from pathwayctl.reporters.why.view import WhyReport
    from pathwayctl.scheduling.successors import Waiter


def write(report: WhyReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object; letters outside ASCII are written as codes, so that it is the same on every system."""
    answer = report.answer
    placed = answer.schedule.at(answer.row)
    bought = answer.purchases
    document = {
        "version": 1,
        "task": _task(answer),
        "start": placed.start.isoformat(),
        "finish": placed.finish.isoformat(),
        "start_because": {"text": start_sentence(answer), **_because(answer, answer.start)},
        "finish_because": {"text": finish_sentence(answer), **_ending(answer)},
        "chain": [_step(answer, step) for step in answer.chain],
        "buys_a_day": [
            _purchase(answer, one) for one in (*bought.single, *([bought.pair] if bought.pair else []))
        ],
        "waits": _waits(answer),
    }
    return [line(json.dumps(document, indent=2))]


def _task(answer: Explanation) -> dict[str, Any]:
    placed = answer.schedule.at(answer.row)
    fields = ("id", "wbs", "title", "kind", "owner", "status", "complete")
    floats = ("total_float", "free_float", "critical")
    return {name: getattr(placed, name) for name in (*fields, *floats)}


def _id(answer: Explanation, row: int) -> str:
    return answer.schedule.records.breakdown.rows[row].task.id


def _because(answer: Explanation, because: Because) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": because.kind.value, "written_on": _id(answer, because.row)}
    if because.bond is not None:
        found |= {"link": written(because.bond.link), "from": _id(answer, because.bond.source)}
        found["ties"] = because.others
    if because.since is not None:
        found["since"] = because.since.isoformat()
    if because.off:
        found["days_off"] = _off(because.off)
    if because.pushed:
        found["too_early"] = because.pushed
    if because.wait is not None:
        found["resource"] = because.wait.resource
        found["from"] = None if because.wait.task is None else _id(answer, because.wait.task)
    return found


def _ending(answer: Explanation) -> dict[str, Any]:
    ending = answer.finish
    if ending.kind is not None:
        kind = ending.kind.value
        return {"kind": kind, "inside": _id(answer, ending.row)} if kind == "inside" else {"kind": kind}
    found: dict[str, Any] = {
        "kind": "work",
        "days": ending.days,
        "planned": ending.planned,
        "first": ending.first.isoformat(),
        "last": ending.last.isoformat(),
        "days_off": _off(ending.off),
    }
    if ending.remains is not None:
        found["remaining"] = _because(answer, ending.remains)
    return found


def _off(off: Sequence[Off]) -> list[dict[str, str]]:
    return [
        {"name": one.name or "weekend", "first": one.first.isoformat(), "last": one.last.isoformat()}
        for one in off
    ]


def _step(answer: Explanation, step: ChainStep) -> dict[str, Any]:
    placed = answer.schedule.at(step.row)
    return {
        "id": placed.id,
        "wbs": placed.wbs,
        "title": placed.title,
        "start": placed.start.isoformat(),
        "finish": placed.finish.isoformat(),
        "because": _because(answer, step.because),
    }


def _purchase(answer: Explanation, one: Purchase) -> dict[str, Any]:
    changes = [
        {"kind": change.kind.value, "task": _id(answer, change.row), "text": in_words(answer, change)}
        for change in one.changes
    ]
    return {
        "changes": changes,
        "finish": one.finish.isoformat(),
        "project_finish": one.project_finish.isoformat(),
    }


def _waits(answer: Explanation) -> dict[str, Any]:
    placed, waiting = answer.schedule.at(answer.row), answer.waiting
    slips = [waiting.first] if waiting.first else []
    slips += [waiting.last] if waiting.last and waiting.last != waiting.first else []
    return {
        "free_float": placed.free_float,
        "total_float": placed.total_float,
        "people": [_id(answer, row) for row in waiting.people],
        "links": [_waiter(answer, one) for one in waiting.waiters],
        "slips": [_slip(answer, one) for one in slips],
    }


def _waiter(answer: Explanation, one: Waiter) -> dict[str, Any]:
    return {
        "task": _id(answer, one.row),
        "link": written(one.link),
        "on": _id(answer, one.named),
        "room": one.room,
    }


def _slip(answer: Explanation, slip: Slip) -> dict[str, Any]:
    return {
        "days": slip.days,
        "moves": [_id(answer, row) for row in slip.moved],
        "pushes": [_id(answer, row) for row in slip.pushed],
        "misses_deadline": [_id(answer, row) for row in slip.late],
        "project_finish": slip.finish.isoformat(),
    }
