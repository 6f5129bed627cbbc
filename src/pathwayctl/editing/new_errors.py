"""The errors that a project has after an edit and did not have before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from pathwayctl.diagnostics import Finding, Severity, Surplus
from pathwayctl.editing.edits import Edit, MoveEntry, Refused, RenameId

_LINE: Final = re.compile(r"(?<![^\s,])[^\s,]++(?:(?<=\.yaml)|(?<=\.yml)), line \d+|line \d+")
_MOST_SHOWN: Final = 3
_SAME: Final[Mapping[str, str]] = MappingProxyType({})


def new_errors(
    before: Iterable[Finding], after: Iterable[Finding], edits: Iterable[Edit] = ()
) -> tuple[Finding, ...]:
    """The errors in ``after`` beyond those in ``before``, told apart by what they say.

    The lines that messages name do not count, nor do the files where an entry moved. Ids that were
    renamed count as the same.
    """
    done = tuple(edits)
    names = {edit.new: edit.old for edit in done if isinstance(edit, RenameId)}
    moved = any(isinstance(edit, MoveEntry) for edit in done)
    known = Counter(said(one, names, moved=moved) for one in before if one.severity is Severity.ERROR)
    return tuple(_beyond(known, after, names, moved=moved))


def _beyond(
    known: Counter[tuple[str, str, str]], after: Iterable[Finding], names: dict[str, str], *, moved: bool
) -> Iterator[Finding]:
    for finding in after:
        if finding.severity is not Severity.ERROR:
            continue
        words = said(finding, names, moved=moved)
        if known[words]:
            known[words] -= 1
        else:
            yield finding


def said(finding: Finding, names: Mapping[str, str] = _SAME, *, moved: bool = False) -> tuple[str, str, str]:
    """What a finding says without the lines that it names: its code, its message, and its file."""
    message = _LINE.sub("line", finding.message)
    for new, old in names.items():
        message = re.sub(rf"(?<![\w-]){re.escape(new)}(?![\w-])", old, message)
    return finding.code, message, "" if moved else finding.file


def more_uncounted(before: Iterable[Surplus], after: Iterable[Surplus]) -> bool:
    """Whether errors that are only counted have become more."""
    return _errors(after) > _errors(before)


def _errors(surplus: Iterable[Surplus]) -> int:
    return sum(one.number for one in surplus if one.severity is Severity.ERROR)


def refusal(errors: tuple[Finding, ...]) -> Refused:
    """Why an edit is refused after which a project would have new errors."""
    shown = "\n".join(f"  {one.file}: {one.message}" for one in errors[:_MOST_SHOWN])
    more = f"\n  and {len(errors) - _MOST_SHOWN} more" if len(errors) > _MOST_SHOWN else ""
    number = "an error" if len(errors) == 1 else f"{len(errors)} errors"
    return Refused(f"The project would have {number} after this change:\n{shown}{more}", errors[0].hint)
