"""Generated files: entries of a plan as data, written in every layout and with every habit of comments."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

WORDS = (
    "plan",
    "Review the draft",
    "naïve café",
    "Ask: who?",
    "100% done",
    "it's",
    "🎉 party",
    "a, b",
    "x #1",
    "- no",
)
SIGNS = "ab :#'\"-,{}[]\\é&*!|>%@`?\n"
PLAIN = ("plan", "Review the draft", "naïve café", "Dana’s work", "two words")
COMMENTS = ("# note", "#", "# - id: not-an-entry", "# title: old", "#! odd 'quote", "# “curly” é 🎉")
TAILS = (" # c", "  # it's - so: {", "\t# tab", "  ")
MARKS = ("# note", "# - id: not", "# title: old", "#! odd", "# “curly”", "# c", "# it's", "# tab", "# b")
"""What tells comments from the texts of values."""
IDS = (
    *(f"{word}-{number}" for number in range(1, 4) for word in ("draft", "plan", "sign", "x")),
    *("draft-1-more", "re-plan-1", "sign-12"),
)


class Dice:
    """Choices that follow from a seed: Hypothesis's own are slow, and a file takes hundreds."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, choices: Sequence[T]) -> T:
        return self._random.choice(choices)

    def number(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

    def some(self, choices: Sequence[T], most: int) -> list[T]:
        """Up to so many of the choices, each at most once."""
        return self._random.sample(choices, self.number(0, min(most, len(choices))))

    def once_in(self, times: int) -> bool:
        return self.number(1, times) == 1

    def text(self) -> str:
        """A text that may need quotes, or several lines."""
        if self.once_in(2):
            return self.pick(WORDS)
        text = "".join(self.pick(SIGNS) for _ in range(self.number(1, 30)))
        return text if text.strip() else "x"

    def long_text(self) -> str:
        return " ".join(self.pick(PLAIN) for _ in range(self.number(8, 25)))

    def value(self, field: str) -> Any:
        """A value of the kind that a task's field takes."""
        return _VALUES[field](self)


def _three(dice: Dice) -> dict[str, Any]:
    return {name: dice.pick(("1d", "2w", "10d")) for name in ("low", "likely", "high")}


def _assigned(dice: Dice) -> Any:
    ids = dice.some(IDS, 3)
    return ids if dice.once_in(2) else {name: dice.pick((0.5, 1)) for name in ids}


def _link(dice: Dice) -> str:
    return dice.pick(IDS) + dice.pick(("", "", " SS+2d", " FF", " FS + 3ed"))


_VALUES: dict[str, Callable[[Dice], Any]] = {
    "title": Dice.text,
    "outcome": Dice.text,
    "detail": lambda dice: dice.long_text() if dice.once_in(2) else dice.text(),
    "duration": lambda dice: _three(dice) if dice.once_in(2) else dice.pick(("1d", "2w")),
    "cost": lambda dice: dice.pick((0, 1000000, 0.5, 12.25, 1e-07)),
    "owner": lambda dice: dice.pick(IDS),
    "assigned": _assigned,
    "informed": lambda dice: dice.some(IDS, 3),
    "depends_on": lambda dice: [_link(dice) for _ in range(dice.number(0, 3))],
    "deadline": lambda dice: date(2026, 1, 1) + timedelta(days=dice.number(0, 1000)),
    "priority": lambda dice: dice.number(0, 1000),
    "private": lambda dice: dice.once_in(2),
}
FIELDS = tuple(_VALUES)


def tasks(dice: Dice, ids: list[str], most: int, depth: int = 2) -> list[dict[str, Any]]:
    """Tasks with ids from a list, each of which is used once."""
    found = []
    for _ in range(dice.number(0 if depth < 2 else 1, most)):
        if not ids:
            break
        entry: dict[str, Any] = {"id": ids.pop(0)}
        entry |= {field: dice.value(field) for field in dice.some(FIELDS, most + 1)}
        if dice.once_in(2):
            entry = dict(sorted(entry.items(), key=lambda pair: (*FIELDS, "id").index(pair[0])))
        if depth and dice.once_in(3):
            entry["tasks"] = tasks(dice, ids, most, depth - 1)
        found.append(entry)
    return found


@dataclass
class Writer:
    """Writes data in layouts that are drawn as it goes."""

    dice: Dice
    step: int
    list_step: int
    lively: bool

    def chance(self, times: int) -> bool:
        """True about once in so many times, if the file is a lively one."""
        return self.lively and self.dice.once_in(times)

    def comments(self, indent: int) -> list[str]:
        """Lines that mean nothing, to stand before a line of some depth."""
        lines = []
        while self.chance(4):
            depth = self.dice.pick((indent, indent, indent + 2, 0))
            lines.append(self.dice.pick((" " * depth + self.dice.pick((COMMENTS)), "", "  ")))
        return lines

    def tail(self) -> str:
        """What may follow a value on its line."""
        return self.dice.pick(TAILS) if self.chance(4) else ""

    def mapping(self, data: dict[str, Any], indent: int) -> list[str]:
        lines = []
        for key, value in data.items():
            lines += self.comments(indent) + self.value(f"{' ' * indent}{self.key(key)}:", value, indent)
        return lines

    def items(self, data: list[Any], indent: int) -> list[str]:
        lines = []
        gap = " " * self.dice.pick((1, 1, 1, 3))
        for value in data:
            lines += self.comments(indent)
            inner = indent + 1 + len(gap)
            if isinstance(value, dict) and value and not self.chance(6):
                below = self.mapping(value, inner)
                if self.chance(6):
                    lines += [" " * indent + "-" + self.tail(), *below]
                else:
                    start = next(
                        number for number, line in enumerate(below) if line.strip()[:1] not in ("", "#")
                    )
                    lines += [" " * indent + "-" + gap + below[start][inner:], *below[start + 1 :]]
            elif isinstance(value, dict | list):
                lines.append(" " * indent + "-" + gap + self.flow(value, indent + 2) + self.tail())
            else:
                lines.append(" " * indent + "-" + gap + self.scalar(value) + self.tail())
        return lines

    def key(self, key: str) -> str:
        return json.dumps(key) if self.chance(12) else key

    def value(self, head: str, value: Any, indent: int) -> list[str]:
        """The lines of a key and its value."""
        gap = "\t" if self.chance(20) else " "
        if isinstance(value, dict | list) and (not value or (self.dice.once_in(2) and len(str(value)) < 90)):
            return f"{head} {self.flow(value, indent + 2)}{self.tail()}".split("\n")
        if isinstance(value, dict):
            return [head + self.tail(), *self.mapping(value, indent + self.step)]
        if isinstance(value, list):
            return [head + self.tail(), *self.items(value, indent + self.list_step)]
        if isinstance(value, str) and self.chance(3):
            block = self.block(head, value, indent + self.step)
            if block:
                return block
        if self.chance(10):
            return [
                head + self.tail(),
                *self.comments(indent + 2),
                " " * (indent + 3) + self.scalar(value) + self.tail(),
            ]
        return [f"{head}{gap}{self.scalar(value)}{self.tail()}"]

    def block(self, head: str, value: str, indent: int) -> list[str]:
        """A text as a block scalar, where it can be one."""
        if value.startswith((" ", "\n")) or value.endswith(" ") or not value.strip("\n"):
            return []
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        mark = {0: "-", 1: ""}.get(ends, "+")
        if mark == "" and self.chance(2):
            mark = "+"
        lines = [" " * indent + line if line else "" for line in body.split("\n")]
        folded = "\n" not in body and "  " not in body and mark == "-"
        if folded:
            words, lines = body.split(" "), []
            while words:
                take = self.dice.number(1, 6)
                lines.append(" " * indent + " ".join(words[:take]))
                words = words[take:]
        after = [""] * (ends - 1) if mark == "+" else [""] * self.dice.number(0, 2)
        return [f"{head} {'>' if folded else '|'}{mark}{' # b' if self.chance(6) else ''}", *lines, *after]

    def scalar(self, value: Any, *, flow: bool = False) -> str:
        if not isinstance(value, str):
            return json.dumps(value) if not isinstance(value, date) else value.isoformat()
        if "\n" not in value and value.strip() == value and self.chance(4):
            return "'" + value.replace("'", "''") + "'"
        if value in PLAIN or (value in IDS and not self.chance(4)):
            return value
        return json.dumps(value, ensure_ascii=False)

    def flow(self, value: Any, indent: int) -> str:
        """A value in brackets or braces, at times over several lines."""
        if not isinstance(value, dict | list):
            return self.scalar(value, flow=True)
        pad = " " if self.chance(4) else ""
        comma = f",\n{' ' * indent}" if self.chance(6) else ", "
        last = "," if value and self.chance(6) else ""
        if isinstance(value, list):
            return f"[{pad}{comma.join(self.flow(one, indent) for one in value)}{last}{pad}]"
        pairs = (f"{key}: {self.flow(one, indent)}" for key, one in value.items())
        return f"{{{pad}{comma.join(pairs)}{last}{pad}}}"


def file_of(dice: Dice, ids: list[str], most: int) -> tuple[str, dict[str, Any]]:
    """The text of a file, perhaps with a byte-order mark, and its data; lists have ``most`` entries."""
    data: dict[str, Any] = {"tasks": tasks(dice, ids, most)}
    if dice.once_in(2):
        data["people"] = [{"id": ids.pop(0), "name": "Dana"}] if ids else []
    if dice.once_in(2):
        data = dict(reversed(data.items()))
    step = dice.pick((2, 2, 4))
    writer = Writer(dice, step, dice.pick((0, 2, step)), lively=not dice.once_in(3))
    lines = writer.mapping(data, 0) + writer.comments(0)
    text = "\n".join(lines) + dice.pick(("\n", "\n", "\n\n", ""))
    return dice.pick(("", "", "\ufeff")) + text.replace("\n", dice.pick(("\n", "\n", "\r\n"))), data
