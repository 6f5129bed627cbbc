"""Guidance as JSON for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pathwayctl.evidence.gap import State
from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from pathwayctl.guidance.report import GuideReport, Item, OpenTask
    from pathwayctl.reporters.guidance.view import GuidanceReport, Thing


def write(report: GuidanceReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object: version, the number of errors in the project, and the guides with their parts.

    Letters outside ASCII are written as codes, so that the text is the same on every system.
    """
    document = {
        "version": 1,
        "errors": report.errors,
        "guides": [_guide(guide, report) for guide in report.guides],
    }
    return [line(json.dumps(document, indent=2))]


def _guide(guide: GuideReport, report: GuidanceReport) -> dict[str, object]:
    return {
        "guide": guide.guide.value,
        "title": guide.guide.label,
        "counts": {state.value: guide.number(state) for state in State},
        "next": guide.next.key if guide.next else None,
        "items": [_item(item, guide, report) for item in guide.items],
    }


def _item(item: Item, guide: GuideReport, report: GuidanceReport) -> dict[str, object]:
    return {
        "key": item.key,
        "number": item.number or None,
        "title": item.title,
        "group": item.group,
        "state": item.state.value,
        "sign": item.sign or None,
        "evidence": item.evidence,
        "lacks": [_thing(thing) for thing in report.things_of(item, guide)],
        "open_tasks": [_task(task) for task in item.tasks],
    }


def _thing(thing: Thing) -> dict[str, object]:
    typing, lack = thing.typing, thing.lack
    return {
        "text": lack.text,
        "section": lack.section,
        "file": typing.file,
        "line": typing.line or None,
        "edits": [{"how": edit.how, "lines": edit.lines} for edit in typing.edits],
        "commands": typing.commands,
        "note": typing.note or None,
        "snippet": lack.snippet,
    }


def _task(task: OpenTask) -> dict[str, object]:
    start, finish = (day.isoformat() if day else None for day in (task.start, task.finish))
    return {"id": task.id, "title": task.title, "start": start, "finish": finish}
