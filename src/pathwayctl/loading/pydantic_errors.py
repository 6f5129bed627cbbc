"""Turns what pydantic says about a value into problems in the facilitator's words.

``loading.complaints`` says what is wrong with a value, and what was likely meant; it is imported
only where something is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.diagnostics import MOST_OF_A_CODE, FieldFix, Hint, Path, Problem, Rule
from pathwayctl.loading import rules
from pathwayctl.loading.fields import field_at, general, words_at
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.loading.complaints.case import Error
    from pathwayctl.loading.message_context import MessageContext


class Problems:
    """The problems of a section in the order in which they were found.

    Finding what was meant takes time, and no one reads it a thousand times. So of one error at one kind of
    place the first thousand are worded; if all of these came under one rule, the others are only
    counted under it, as problems without a message.
    """

    __slots__ = ("_context", "_seen", "found")

    def __init__(self, context: MessageContext) -> None:
        self.found: list[Problem] = []
        self._context = context
        self._seen: dict[tuple[str, Path], tuple[int, Rule | None]] = {}

    def add(self, error: Error, path: Path) -> None:
        """One more error of pydantic, at a path of the data."""
        is_unknown = error["type"] == "extra_forbidden"
        kind = error["type"], general(path[:-1] if is_unknown else path)
        number, rule = self._seen.get(kind, (0, None))
        if rule is not None and number >= MOST_OF_A_CODE:
            self.found.append(rule.at(path, "", on_key=is_unknown))
            return
        problem = problem_of(error, path, self._context)
        self.found.append(problem)
        self._seen[kind] = number + 1, problem.rule if number == 0 or rule is problem.rule else None


def problem_of(error: Error, path: Path, context: MessageContext) -> Problem:
    """One pydantic error at a path of the data, as a problem."""
    from pathwayctl.loading.complaints.case import Case
    from pathwayctl.loading.complaints.registry import complaint_of

    kind = str(error["type"])
    if kind == "missing":
        return _missing(path, context)
    if kind == "extra_forbidden":
        return _unknown_key(path, context)
    value = error.get("input")
    if value is None:
        return _blank(path, context)
    rule, message, hint = complaint_of(Case(error, path, value, context))
    entry = entry_name(path, context)
    return rule.at(path, f"In {entry}: {message}." if entry else f"{message}.", hint)


def _missing(path: Path, context: MessageContext) -> Problem:
    name = str(path[-1])
    hint = f"Add {name}: {_sentence(path)}"
    if name == "id":
        new = _id_for(path, context)
        hint = f"Add a line id: {new or '...'}"
        hint = Hint(hint, FieldFix(new, path=("id",))) if new else hint
    entry = entry_name(path, context) or f"an entry of {path[0]}"
    return rules.MISSING_KEY.at(path[:-1], f"“{name}” is missing in {entry}.", hint)


def _id_for(path: Path, context: MessageContext) -> str:
    """An id for an entry that has none, made of its name; empty if it has none either."""
    from pathwayctl.loading.complaints.case import Case
    from pathwayctl.loading.complaints.ids import new_id

    return new_id(Case({}, path, "", context))


def _blank(path: Path, context: MessageContext) -> Problem:
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    entry = entry_name(path, context) or f"an entry of {path[0]}"
    field = field_at(path) if isinstance(path[-1], str) else None
    hint = f"{field.description}." if field and field.description else ""
    return rules.BAD_TEXT.at(path, f"“{name}” is left blank in {entry}.", hint)


def _unknown_key(path: Path, context: MessageContext) -> Problem:
    from pathwayctl.loading.keys import key_hint

    name = str(path[-1])
    entry = entry_name(path, context)
    message = f"“{name}” is not a field {f'of {entry}' if entry else 'here'}."
    return rules.UNKNOWN_KEY.at(path, message, key_hint(path, context), on_key=True)


def _sentence(path: Path) -> str:
    field = field_at(path)
    said = (field.description if field else None) or "what it says"
    words = said.split(" ", 1)
    first = words[0] if len(words[0]) > 1 and words[0].isupper() else words[0].lower()
    choices = words_at(path)
    told = f": {listed(choices, 'or')}" if choices else ""
    return f"{' '.join([first, *words[1:]])}{told}."


def entry_name(path: Path, context: MessageContext) -> str:
    """``“sign-mou”``: the nearest named entry around a path."""
    named = ""
    here: object = context.sections
    for part in path[:-1]:
        if not isinstance(here, dict | list):
            break
        here = here[part]  # type: ignore[index]  # pydantic names only paths that are there
        if isinstance(here, dict):
            name = here.get("id") or here.get("title") or here.get("name")
            named = name if isinstance(name, str) else named
    return f"“{named}”" if named and path[0] != "project" else ""
