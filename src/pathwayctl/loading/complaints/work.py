"""What to say of durations, estimates, dependencies, and assignments that cannot be read."""

from __future__ import annotations

from typing import Any, Final

from pathwayctl.diagnostics import FieldFix, Hint, after
from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import LONGEST_UNDERSTOOD, Case, Complaint, kind_of, plain_text, shown
from pathwayctl.loading.complaints.groups import list_hint
from pathwayctl.loading.naming import slug
from pathwayctl.loading.understanding.amounts import FieldBounds, understood_number
from pathwayctl.loading.understanding.lengths import duration_in_days, understood_estimate, understood_length
from pathwayctl.loading.understanding.links import LinkParts, link_parts, task_meant
from pathwayctl.loading.understanding.references import ReferencePlace, reference_hint, the_one
from pathwayctl.loading.understanding.written_form import bare, is_placeholder, typed
from pathwayctl.model.references import ASSIGNED, WAITS
from pathwayctl.model.values import MOST_DAYS
from pathwayctl.source.quoting import quoted_whole

_THREE: Final = ("low", "likely", "high")
_ALSO_CALLED: Final = {
    "low": "low min minimum optimistic best best-case shortest o a from short",
    "likely": "likely most-likely mode expected realistic medium average m mid",
    "high": "high max maximum pessimistic worst worst-case longest p b to long",
}
_UNITS: Final = FieldBounds(whole=False, least=0, most=10_000, above_least=True, share=True)


def bad_length_of_time(case: Case) -> Complaint:
    """A duration that cannot be read, or one of the three of an estimate."""
    written = case.error["ctx"]["value"]  # of three lengths the one that cannot be read
    if isinstance(case.value, dict):
        estimate = _estimate_hint(case)
        said = (
            "holds a group of fields" if written == str(case.value) else f"has the length “{shown(written)}”"
        )
        return rules.BAD_DURATION, f"“{case.name}” {said} that cannot be read", estimate
    if isinstance(case.value, list):
        return (
            rules.BAD_DURATION,
            f"“{case.name}” holds a list, but a length of time belongs here",
            _of_list(case),
        )
    if not case.is_short:
        return rules.BAD_DURATION, f"“{case.name}” takes a length of time, not {case.shown}", ""
    if is_placeholder(str(case.value)):
        hint = case.until_known("Write your best guess, such as 5d.")
        return rules.BAD_DURATION, f"{case.shown} under “{case.name}” is not a length of time", hint
    meant = understood_length(case.value, case.context.week)
    if meant and not meant.typed:
        said = f"is longer than {MOST_DAYS:,} days"
        return rules.BAD_DURATION, f"{case.shown} under “{case.name}” {said}", "Correct the number."
    if meant and meant.typed.startswith("{") and case.name != "duration" and case.name != "by":
        meant = None  # remaining: takes no estimate
    what = case.wrong("is not written in days (10d) or weeks (2w)" if meant else "is not a length of time")
    return rules.BAD_DURATION, f"{case.shown} under “{case.name}” {what}", case.write_meant(meant)


def bad_estimate(case: Case) -> Complaint:
    """Three lengths that are not three, or not in order."""
    message = f"“{case.name}” is an estimate, but {case.error['msg']}"
    return rules.BAD_ESTIMATE, message, _estimate_hint(case)


def _estimate_hint(case: Case) -> str:
    """The three lengths in order, under their names; of two, the third is the middle."""
    found: dict[str, Any] = {}
    if len(case.value) == 1 and case.only_item:  # {days: 10}
        key, value = next(iter(case.value.items()))
        meant = understood_length(f"{value} {key}", case.context.week)
        if meant:
            return case.write_meant(meant)
    for key, value in case.value.items():
        part = next((name for name in _THREE if slug(str(key)) in _ALSO_CALLED[name].split()), None)
        if part is None or part in found:
            return ""
        found[part] = value
    if set(found) == {"low", "high"}:
        return case.write_meant(understood_length(f"{found['low']} to {found['high']}", case.context.week))
    if set(found) == {"likely"}:
        return case.write_meant(understood_length(found["likely"], case.context.week))
    if set(found) != set(_THREE):
        return ""
    return case.write_meant(understood_estimate([found[name] for name in _THREE], case.context.week))


def _of_list(case: Case) -> str:
    values, week = case.value, case.context.week
    if len(values) == 3:
        return case.write_meant(understood_estimate(values, week))
    if len(values) == 1:
        return case.write_meant(understood_length(values[0], week))
    return ""


def bad_link(case: Case) -> Complaint:
    """A dependency that cannot be read."""
    value = case.value
    if isinstance(value, dict):
        hint = _link_hint(case, _parts_of_group(value))
        return rules.BAD_LINK, f"“{case.name}” holds a group of fields, but a dependency belongs here", hint
    if isinstance(value, list):
        texts = [typed(item) for item in value if isinstance(item, str)]
        hint = f"Only one pair of brackets is needed. Write {', '.join(texts)}" if texts else ""
        if len(texts) == len(value) == 1:
            hint = Hint(hint, FieldFix(texts[0]))
        return rules.BAD_LINK, f"“{case.name}” holds a list in a list, but a dependency belongs here", hint
    text = str(value)
    if not case.is_short or isinstance(value, bool):
        return rules.BAD_LINK, f"{case.shown} under “{case.name}” is not a dependency", ""
    if not isinstance(value, str) and text in case.context.names.ids:
        message = f"The id {text} under “{case.name}” is read as a number without quotes"
        return rules.BAD_LINK, message, after("Put quotes around it.", case.write(quoted_whole(text)))
    parts = link_parts(text)
    if _is_too_long(parts):
        said = f"asks for a wait longer than {MOST_DAYS:,} days"
        return rules.BAD_LINK, f"{case.shown} under “{case.name}” {said}", "Correct the number."
    message = f"{case.shown} under “{case.name}” {case.wrong('is not a dependency')}"
    return rules.BAD_LINK, message, _link_hint(case, parts)


def _is_too_long(parts: LinkParts) -> bool:
    lag = parts.after.lstrip("FS")
    return bool(lag) and duration_in_days(lag[1:].replace("e", ""), 7) > MOST_DAYS


def _parts_of_group(value: dict[Any, Any]) -> LinkParts:
    """``{kickoff: FS+3d}``, ``{id: kickoff, type: SS, lag: 3d}``."""
    plain = {slug(str(key)): str(item) for key, item in value.items() if not isinstance(item, list | dict)}
    if len(value) == 1 and plain:
        return link_parts(" ".join(f"{key} {item}" for key, item in value.items() if item is not None))
    task = next(
        (plain[key] for key in ("id", "task", "predecessor", "on", "name", "title") if key in plain), ""
    )
    lag = next((plain[key] for key in ("lag", "delay", "wait") if key in plain), "")
    sign = "" if not lag or lag[0] in "+-" else "+"
    return link_parts(f"{task} {plain.get('type', 'FS' if lag else '')}{sign}{lag}")


def _link_hint(case: Case, parts: LinkParts) -> str:
    names = case.context.names

    def write(task: str) -> str:
        hint = case.write(typed(parts.with_task(task.strip('"'))))
        return hint if parts.exact else str(hint)

    task = task_meant(parts.task, names)
    if parts.task.removeprefix("#").isdigit() and parts.task not in names.ids:
        said = "Tasks go by their ids, not by row numbers."
        if task is None:
            return f"{said} Write the id of a task."
        return f"{said} Row {parts.task.removeprefix('#')} is “{task.name}”. {write(task.id)}"
    return reference_hint(parts.task, ReferencePlace(WAITS, case.name, write, case.in_list), names)


def bad_assignment(case: Case) -> Complaint:
    """An ``assigned`` that is neither a list of ids nor ids with shares of a day."""
    pairs = _pairs(case.value)
    names, message = case.context.names, f"“assigned” cannot be read: {case.error['msg']}"
    if isinstance(case.value, str):
        return rules.BAD_ASSIGNED, "“assigned” is a text, but a list belongs here", list_hint(case, ASSIGNED)
    if not pairs:
        return rules.BAD_ASSIGNED, f"“assigned” holds {case.shown}, but a list of ids belongs here", ""
    found: dict[str, float] = {}
    for text, units in pairs:
        one = the_one(text, ASSIGNED, names)
        if is_placeholder(text) and one is None:
            continue
        is_short = len(str(units)) <= LONGEST_UNDERSTOOD
        share = understood_number(units, _UNITS) if is_short and not _is_share(units) else None
        known = one.id if one else text if slug(text) == text else ""
        if not known or (share is None and not _is_share(units)):
            return rules.BAD_ASSIGNED, *_unclear(case, text, units, known=bool(known))
        amount = float(share.typed) if share else float(units)
        found[known] = max(amount, found.get(known, 0))
    if not found:
        return rules.BAD_ASSIGNED, message, "Leave assigned: out until you know."
    hint = f"Write assigned: {_typed_shares(found)}"
    if len(found) == len(pairs):
        hint = Hint(hint, FieldFix(_typed_shares(found)))
    return rules.BAD_ASSIGNED, _wrong(pairs, case), hint


def _is_share(units: object) -> bool:
    return not isinstance(units, bool) and isinstance(units, int | float) and 0 < units <= _UNITS.most


def _unclear(case: Case, text: str, units: object, *, known: bool) -> tuple[str, str]:
    """The message and the hint for one entry that cannot be understood."""
    if known:
        return (
            f"{kind_of(units)} is not a share of a day under “assigned”",
            "Write 0.5 for half of each day, or 1 for all of it.",
        )
    mention = ReferencePlace(ASSIGNED, case.name, lambda wanted: f"Write {wanted}", in_list=True)
    hint = reference_hint(text, mention, case.context.names) if len(text) < 120 else ""
    return f"“{shown(text)}” under “assigned” is not an id", hint


def _wrong(pairs: list[tuple[str, Any]], case: Case) -> str:
    texts = [text for text, _ in pairs]
    if isinstance(case.value, list) and any(isinstance(item, dict) for item in case.value):
        return "“assigned” mixes a list and shares; with shares it goes in braces"
    if len(set(texts)) < len(texts):
        return "“assigned” names the same id twice"
    wrong = next((text for text in texts if slug(text) != text), None)
    if wrong is not None:
        return f"“{shown(wrong)}” under “assigned” is not an id"
    units = next((units for _, units in pairs if not _is_share(units)), "")
    return f"{kind_of(units)} is not a share of a day under “assigned”"


def _pairs(value: object) -> list[tuple[str, Any]]:
    """Every name with its share, from whatever mixture of list and group they are in."""
    if isinstance(value, dict):
        return [(bare(str(name)), units) for name, units in value.items()]
    if not isinstance(value, list):
        return []
    found: list[tuple[str, Any]] = []
    for item in value:
        if isinstance(item, dict) and len(item) > 1 and any(key in item for key in ("id", "name", "person")):
            name = next(item[key] for key in ("id", "name", "person") if key in item)
            share = next(
                (item[key] for key in ("units", "share", "capacity", "percent", "time") if key in item), 1
            )
            found.append((str(name), share))
        else:
            inside = isinstance(item, list | dict)
            found += _pairs(item) if inside else [(bare(plain_text(item)), 1)] if item is not None else []
    return found


def _typed_shares(found: dict[str, float]) -> str:
    if all(units == 1 for units in found.values()):
        return f"[{', '.join(map(typed, found))}]"
    return "{" + ", ".join(f"{typed(name)}: {units:g}" for name, units in found.items()) + "}"
