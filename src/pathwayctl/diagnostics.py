"""What can be said about a project: rules, problems, and findings.

A **rule** is what pathwayctl knows can go wrong; it never changes. A **problem** is one case of a
rule at a path in the data (``("tasks", 3, "owner")``); code that checks data makes problems and
knows nothing of files. A **finding** is a problem with its place in a file, ready to be shown.
A user's mistake travels as one of these values, never as an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from enum import Enum, StrEnum, auto
from typing import Final, Self

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rule_pages import RulePage, rule_page

Path = tuple[str | int, ...]
"""A way down into the data: mapping keys and list positions. A number on a mapping means its n-th
entry (an ``assigned:`` may be written as a list or as a mapping)."""


WRITTEN: Final = "{written}"
"""Placeholder in a message or hint for the text as typed; filled in when the place is looked up."""
OTHER_PLACE: Final = "{other place}"
"""Placeholder for the file and line of the second path of a problem: ``people.yaml, line 4``."""


class Severity(StrEnum):
    """How much a finding matters: an error stops the schedule, a warning should be looked at."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Position:
    """A stretch of text in a file. Lines and columns count from 1; the end is just after its last letter."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Position(1, 1, 1, 1)
MOST_OF_A_CODE = 1_000
"""Limit of findings made for one code; the others are counted, since no one reads more in one sitting."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A stretch of a file, and the text to type in its place.

    It is ``sure`` if that is the only thing that can be meant; otherwise it only helps to read on.
    """

    position: Position
    text: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class FieldFix:
    """What to type for a field or item: its value, its name, or both; ``None`` stays as it is.

    In a hint, ``path`` leads on from that of the problem; in a finding, it is the path in the file.
    """

    value: str | None = None
    name: str | None = None
    path: Path = ()


class Hint(str):
    """A hint that can mean only one thing, with what it says to type.

    Whatever is made of its words is a plain text again, until ``after`` or ``Hint`` say that it still holds.
    """

    __slots__ = ("fix",)
    fix: FieldFix

    def __new__(cls, words: str, fix: FieldFix) -> Self:
        """The words, and what they say to type."""
        hint = super().__new__(cls, words)
        hint.fix = fix
        return hint


def after(words: str, hint: str) -> str:
    """A hint with words before it, which do not change what it says to type."""
    said = f"{words} {hint}".strip()
    return Hint(said, hint.fix) if isinstance(hint, Hint) else said


class Judged(Enum):
    """What a rule looks at together: it says nothing where a part of that was refused."""

    VALUE = auto()
    """The value at its path."""
    ENTRY = auto()
    """The innermost entry of a list that the path leads into, or else the section."""
    WHOLE_ENTRY = auto()
    """The entry of a section, with all the lists in it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that can be wrong with a project. What there is to say about it is on its page.

    ``judges`` need only be given where it is not usual: rules from PW500 on judge entries, others a value.
    """

    code: str
    judges: Judged | None = field(default=None, compare=False)

    @property
    def judged(self) -> Judged:
        """What the rule looks at together."""
        return self.judges or (Judged.ENTRY if self.code >= "PW5" else Judged.VALUE)

    @property
    def page(self) -> RulePage:
        """The rule's page; read when it is first asked for."""
        return rule_page(self.code)

    @property
    def severity(self) -> Severity:
        """How much a finding of this rule matters."""
        return Severity(self.page.severity)

    def at(
        self, path: Path, message: str, hint: str = "", *, on_key: bool = False, other: Path | None = None
    ) -> Problem:
        """One case of this rule at a path; ``on_key`` points at the key and not at its value."""
        return Problem(self, path, message, hint or self.page.fix, on_key, other)


@dataclass(frozen=True, slots=True)
class Problem:
    """One case of a rule, at a path in the data. Its place in a file is looked up later."""

    rule: Rule
    path: Path
    message: str
    hint: str
    on_key: bool = False
    other: Path | None = None
    """Another path that the message names as ``OTHER_PLACE``."""

    def moved(self, path: Path) -> Problem:
        """The same problem at another path."""
        return replace(self, path=path)

    def naming(self, place: str) -> Problem:
        """The same problem with its second place in words."""
        return replace(self, message=self.message.replace(OTHER_PLACE, place), other=None)


@dataclass(frozen=True, slots=True)
class Finding:
    """One case of a rule at its place in a file, in words for the person who wrote the file."""

    code: str
    severity: Severity
    message: str
    hint: str
    file: str
    position: Position
    fix: Fix | FieldFix | None = field(default=None, compare=False)
    """What ``validate --fix`` does about it; ``None`` where that is for the reader to decide."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sorting key of every report: by file, place, and code."""
        return (self.file, self.position.line, self.position.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Surplus:
    """How many findings of a code there are in a file beyond those that were made.

    Whatever selects findings by code, severity, or file selects these in the same way.
    """

    code: str
    severity: Severity
    file: str
    number: int


def number_of(findings: Sequence[Finding], surplus: Iterable[Surplus]) -> int:
    """How many findings there are in all, those included that were only counted."""
    return len(findings) + sum(one.number for one in surplus)


class ProjectNotFoundError(FileNotFoundError):
    """There is no project in a folder or in any folder above it."""


class ProjectError(ValueError):
    """A project cannot give what was asked of it; ``findings`` say why.

    ``texts`` are the files that the findings point into, by their names; ``surplus`` counts the findings
    beyond them.
    """

    def __init__(
        self,
        message: str,
        findings: Iterable[Finding],
        texts: Mapping[str, bytes],
        surplus: Iterable[Surplus] = (),
    ) -> None:
        super().__init__(message)
        self.findings = tuple(findings)
        self.texts = texts
        self.surplus = tuple(surplus)


class RevisionError(ValueError):
    """An earlier state of a project cannot be read; the message says why, and what to type instead."""
