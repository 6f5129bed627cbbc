"""Findings for people: errors first, the line of the file with a caret under it, and what to type.

The most severe findings are shown in full, the others by place and message. Of many findings of one kind the
first few are shown; ``--all`` shows everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.diagnostics import Position, Severity
from pathwayctl.quick_pattern import pattern
from pathwayctl.reporters.findings.grouping import (
    PLACES,
    Block,
    FindingKind,
    Shown,
    kinds,
    marked,
    of_severity,
)
from pathwayctl.reporters.findings.view import (
    FindingsReport,
    further_in_words,
    not_listed,
    totals,
    totals_in_words,
)
from pathwayctl.reporters.lines import LINK, WIDEST, Line, fitted, folded, head, line, tail, width_of
from pathwayctl.reporters.shell import typed
from pathwayctl.wording import count

STYLE: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
_MEANING: Final = {
    Severity.ERROR: ("stops the schedule and the handouts", "stop the schedule and the handouts"),
    Severity.WARNING: ("to look at", "to look at"),
    Severity.NOTE: ("for your information", "for your information"),
}
_SHOWN: Final = {Severity.ERROR: 5, Severity.WARNING: 3, Severity.NOTE: 3}
"""How many findings of one kind are shown before the rest get one line each."""
_OTHERS: Final = pattern(r"\band [\d,]+ others?\b")
"""The end of a message that names only the first of many."""
_LISTED: Final = 5
"""How many more of a kind get one line each; the rest are only counted."""


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:
    """Findings by severity and kind, then a summary and the next step."""
    width = min(width, WIDEST)
    whole = any(report.whole for report in reports)
    found = {severity: kinds(of_severity(reports, severity), apart=whole) for severity in Severity}
    worst = next((severity for severity in Severity if found[severity]), None)
    lines: list[Line] = []
    for severity, here in found.items():
        in_full = whole or severity is worst
        if here:
            lines.append(_heading(severity, reports))
        for kind in here:
            lines += _kind(kind, severity, width, in_full=in_full)
        lines += [] if in_full or not here else [line()]
    is_cut = not whole and any(
        severity is not worst or any(_is_cut(kind, severity) for kind in here)
        for severity, here in found.items()
        if here
    )
    further = further_in_words(not_listed(reports))
    lines += [line(piece) for piece in folded(further, width)] if further else []
    return lines + _summary(reports, worst, is_cut=is_cut)


def _is_cut(kind: FindingKind, severity: Severity) -> bool:
    """Whether some findings of a kind, or some names in its messages, are not shown."""
    is_long = len(kind.blocks) > _SHOWN[severity]
    return is_long or any(
        len(block.others) > PLACES or _OTHERS.search(block.shown.finding.message) for block in kind.blocks
    )


def _heading(severity: Severity, reports: tuple[FindingsReport, ...]) -> Line:
    number = sum(report.number(severity) for report in reports)
    one, many = _MEANING[severity]
    said = f": {one if number == 1 else many}" if not any(report.closing for report in reports) else ""
    return line((f"{count(number, severity.value)}{said}", STYLE[severity]))


def _kind(kind: FindingKind, severity: Severity, width: int, *, in_full: bool) -> Iterator[Line]:
    """The first findings of a kind, a line for each of some more, and how many there are beyond these."""
    shown = kind.blocks[: _SHOWN[severity]]
    for block in shown:
        yield from _full(block, width) if in_full else _brief(block, width)
    more = kind.blocks[len(shown) :]
    if not more:
        return
    yield line((f"  {len(more):,} more of {kind.code}:", "bold"))
    for block in more[:_LISTED]:
        message = " ".join(block.shown.finding.message.split())
        yield line("    ", fitted(f"{block.shown.place} {message}", width - 4).rstrip())
    if len(more) > _LISTED:
        yield line(f"    … and {len(more) - _LISTED:,} others")
    if in_full:
        yield line()


def _head(shown: Shown) -> Line:
    finding = shown.finding
    style = STYLE[finding.severity]
    code = (finding.code, f"{style}{LINK}{finding.code}")
    return line((shown.place, "bold"), "  ", (f"{finding.severity.value} ", style), code)


def _brief(block: Block, width: int) -> list[Line]:
    """Where a finding is and what it says."""
    said = " ".join(filter(None, (block.shown.finding.message, block.elsewhere)))
    return [_head(block.shown), *_wrapped(said, width, "")]


def _full(block: Block, width: int) -> list[Line]:
    """A finding with the line it points at, the other places with its cause, and what to type."""
    finding, source = block.shown.finding, block.shown.source
    lines = [_head(block.shown), *_wrapped(finding.message, width, "")]
    if source.strip():
        lines += _excerpt(source, finding.position, width, STYLE[finding.severity])
    lines += _wrapped(block.elsewhere, width, "") if block.others else []
    lines += _wrapped(finding.hint, width, "green") if finding.hint else []
    return [*lines, line()]


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    return [line("  ", (piece, style)) for piece in folded(text, width - 2)]


def _excerpt(text: str, place: Position, width: int, style: str) -> list[Line]:
    """The line of a file, and under it a caret for each column of the place; a long line is cut around it."""
    number = str(place.line)
    before, words, after = marked(text.replace("\t", " "), place)
    room = width - len(number) - 5
    if width_of(before + words + after) > room:
        before = tail(before, max(room // 3, room - width_of(words) - min(width_of(after), room // 4)))
        words = head(words, room - width_of(before))
        after = head(after, room - width_of(before) - width_of(words))
    return [
        line((f"  {number} | ", "dim"), before + words + after),
        line(
            (f"  {' ' * len(number)} | ", "dim"),
            " " * width_of(before),
            ("^" * max(1, width_of(words)), style),
        ),
    ]


def _summary(reports: tuple[FindingsReport, ...], worst: Severity | None, *, is_cut: bool) -> list[Line]:
    files = count(sum(len(report.texts) for report in reports), "file")
    if worst is None:
        said, style = f"No problems found in {files}.", "bold green"
    else:
        said, style = f"Found {totals_in_words(totals(reports))} in {files}.", STYLE[worst]
    return [
        line((" ".join([said, *_left_out(reports)]), style)),
        *map(line, _next_step(reports, worst, is_cut=is_cut)),
    ]


def _left_out(reports: tuple[FindingsReport, ...]) -> Iterator[str]:
    """What is not shown, and why."""
    if left := sum(report.left_out for report in reports):
        yield f"{count(left, 'other finding is', 'other findings are')} hidden by your options."
    if left := sum(report.elsewhere for report in reports):
        yield f"{count(left, 'finding is', 'findings are')} in other files."
    if left := sum(report.set_aside for report in reports):
        yield f"{count(left, 'finding is', 'findings are')} set aside by ignore: in pathway.yaml."


def _next_step(reports: tuple[FindingsReport, ...], worst: Severity | None, *, is_cut: bool) -> list[str]:
    """What to do now. A command is at the end of its line, and is never broken."""
    name = next((f" {typed(report.name)}" for report in reports if report.name not in ("", ".")), "")
    if worst is None:
        is_part = any(report.elsewhere for report in reports)
        return [] if is_part else [f"Next: pathwayctl schedule{name}"]
    found = [finding for report in reports for finding in report.findings]
    code = next(finding.code for finding in found if finding.severity is worst)
    fixable = sum(finding.fix is not None for finding in found)
    more = [f"To fix {fixable:,} of these by command: pathwayctl validate{name} --fix"] if fixable else []
    more.append(f"To read about one: pathwayctl rule {code}")
    more += [f"To see everything: pathwayctl validate{name} --all"] if is_cut else []
    closing = next((report.closing for report in reports if report.closing), "")
    if closing or worst is Severity.ERROR:
        return [closing or "Fix the errors first, then run this again.", *more]
    if any(report.left_out or report.elsewhere for report in reports):
        return more
    return ["None of these stops the schedule.", *more]
