"""What dependency is meant: ``Kickoff fs+3d``, ``1FS+2 days``, ``after kickoff``, ``kickoff (SS)``."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.loading.naming import KnownName, Names
from pathwayctl.loading.understanding.lengths import understood_lag
from pathwayctl.loading.understanding.references import the_one
from pathwayctl.loading.understanding.written_form import bare
from pathwayctl.model.references import WAITS
from pathwayctl.quick_dataclass import dataclass

_KIND: Final = {
    "finish-to-start": "FS", "finish to start": "FS", "start-to-start": "SS", "start to start": "SS",
    "finish-to-finish": "FF", "finish to finish": "FF", "start-to-finish": "SF", "start to finish": "SF",
    "fs": "FS", "ss": "SS", "ff": "FF", "sf": "SF",
}  # fmt: skip
_TAIL: Final = re.compile(
    rf"(?P<task>.*?)(?:(?:\s*[(,]\s*|\s+|(?<=\d))(?P<kind>{'|'.join(_KIND)})\s*\)?)?"
    r"(?:\s*(?P<sign>[+\-–−])\s*(?P<lag>\d[\d.,]*\s*[a-z ]*[?.]?))?\s*",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"(?:after|when|once|needs|waits for|depends on|task|row|line)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkParts:
    """A dependency taken apart: the words for the task, and its type and lag as they are typed after it.

    It is not ``exact`` if the lag is only about as long as the one that was written.
    """

    task: str
    after: str
    exact: bool = True

    def with_task(self, task: str) -> str:
        """The dependency on a task, as it is typed."""
        return f"{task} {self.after}".rstrip()


def link_parts(written: str) -> LinkParts:
    """A dependency taken apart. A hyphen inside of a word is no lag."""
    text = bare(written)
    found = _TAIL.fullmatch(text)
    if not found:
        return LinkParts(text, "")
    task, kind, lag, exact = found["task"], found["kind"], "", True
    if found["sign"]:
        meant = understood_lag(found["lag"])
        lag, exact = meant.typed, meant.exact
        if not lag or (not kind and found["sign"] != "+" and not task[-1:].isspace() and " -" not in text):
            return LinkParts(_BEFORE.sub("", text, count=1), "")
        lag = ("+" if found["sign"] == "+" else "-") + lag
    task = _BEFORE.sub("", task, count=1).strip(" ,;")
    type_ = _KIND[kind.lower()] if kind else "FS" if lag else ""
    return LinkParts(task, f"{type_}{lag}", exact)


def task_meant(words: str, names: Names) -> KnownName | None:
    """The task that words mean: its id or title, a part of the title, or its row in the plan."""
    number = words.removeprefix("#")
    if number.isascii() and number.isdigit() and number not in names.ids:
        place = int(number[:6]) - 1
        return names.tasks[place] if 0 <= place < len(names.tasks) else None
    return the_one(number, WAITS, names)
