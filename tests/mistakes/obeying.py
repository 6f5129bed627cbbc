"""Does what the hint of a finding says, as a user would who types it in and thinks no further."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.diagnostics import Finding

_LINE: Final = re.compile(r"(?:^|[.:?] |\n)Write (?P<key>[a-z_0-9-]+): (?P<value>.+)$", re.DOTALL)
_BLOCK: Final = re.compile(r"Write\n(?P<key>[a-z_]+): \|\n(?P<body>.+)$", re.DOTALL)
_HERE: Final = re.compile(
    r"(?:^|[.?] )Write (?P<value>\"[^\"]*\"|\{.*\}|[a-z0-9-]+(?: [FS]{2}(?:[+-]\d+[a-z]+)?)?"
    r"(?:, [a-z0-9-]+)*)(?:$|\. The choices| for [“A-Z]| with quotes)"
)
_OTHERWISE: Final = re.compile(
    r"(?: for [A-Z0-9“].*|, or .*|, with .*|, its (?:first|last) day.*"
    r"|, on a scale .*|\. The choices are .*| with quotes .*)$"
)
_DELETE: Final = re.compile(
    r"(?:^|[.;] )(?:Delete (?:the line|(?P<key>[\w-]+):[^.]+)\.|Leave (?P<out>[a-z_]+): out)"
)
_NEAR: Final = re.compile(r"^Did you mean “(?P<value>[^”]+)”\?$")
_ADD: Final = re.compile(
    r"Under (?P<section>[a-z_]+): add (?P<entry>- \{.*?\})(?:, and write (?P<value>\S+) here)?$"
)
_MISSING: Final = re.compile(r"^Add a line (?P<key>id): (?P<value>[a-z0-9-]+)$")
_BOTH: Final = re.compile(r"Write (?P<one>[a-z_]+: [^,]+?),? and (?P<other>[a-z_]+: .+)$")
_TO_DECIDE: Final = re.compile(r"[a-z_]+: (?:with|and) |Add it there")
_IN_PLACE: Final = re.compile(r",? (?:in place of|and delete) (?P<key>[a-z_]+):$")


def obey(text: str, finding: Finding) -> str | None:
    """The file after the hint was obeyed to the letter, or ``None`` where it leaves something to decide."""
    lines = text.split("\n")
    hint, place = finding.hint, finding.position.line - 1
    if "..." in hint or _TO_DECIDE.search(hint):
        return None
    if found := _IN_PLACE.search(hint):
        return _in_place(lines, place, found["key"], hint.removesuffix(found[0]))
    if found := _ADD.search(hint):
        here = (_here(lines, finding, found["value"]) if found["value"] else text) or text
        return f"{here.rstrip()}\n{found['section']}:\n  {found['entry']}\n"
    if found := _BOTH.search(hint):
        return _field(lines, place, f"{found['one']}\n{found['other']}")
    if found := _BLOCK.search(hint):
        return _field(lines, place, f"{found['key']}: |\n{found['body']}")
    if found := _LINE.search(hint):
        return _field(lines, place, f"{found['key']}: {_OTHERWISE.sub('', found['value'])}")
    return _otherwise(lines, place, finding)


def _in_place(lines: list[str], place: int, old: str, hint: str) -> str:
    """The line of one field deleted, and that of another written, which may be there above it."""
    written = _LINE.search(hint)
    assert written
    new = f"{written['key']}: {written['value']}"
    there = [n for n in range(place, -1, -1) if re.match(rf"[ -]*{old}:", lines[n])]
    kept = [n for n in range(place - 1, -1, -1) if re.match(rf"[ -]*{written['key']}:", lines[n])]
    if written["key"] in old:  # co_owner: what is there above has both
        return _field(_field(lines, kept[0], new).split("\n"), there[0], "")
    return _field(lines, there[0], new)


def _otherwise(lines: list[str], place: int, finding: Finding) -> str | None:
    """The same for hints that write no field."""
    hint = finding.hint
    if "Leave it out of the list" in hint:
        return (_here(lines, finding, "") or "").replace("[, ", "[").replace(", ]", "]") or None
    if found := _DELETE.search(hint):
        key = found["key"] or found["out"]
        at = next((n for n in range(place, len(lines)) if re.match(rf"[ -]*{key}:", lines[n])), place)
        return _field(lines, at if key else place, "")
    if found := _MISSING.search(hint):
        lines.insert(place + 1, f"{' ' * (finding.position.column - 1)}{found['key']}: {found['value']}")
        return "\n".join(lines)
    if found := _NEAR.search(hint) or _HERE.search(hint):
        return _here(lines, finding, _OTHERWISE.sub("", found["value"]))
    return None


def _here(lines: list[str], finding: Finding, value: str) -> str | None:
    """The value put in the place that the finding marks."""
    place = finding.position
    line = lines[place.line - 1]
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    if line[place.column - 1 : place.column] in "[{" and line.lstrip()[:1] != "-":
        return None  # brackets in brackets
    if line[end : end + 1] == ":":  # a group of one field: to the end of the line or entry
        end = min([n for mark in ",]" if (n := line.find(mark, end)) >= 0] or [len(line)])
    changed = line[: place.column - 1] + value + line[end:]
    return "\n".join([*lines[: place.line - 1], changed, *lines[place.line :]])


def _field(lines: list[str], place: int, written: str) -> str:
    """The whole field that begins in a line, with all that stands below it, written anew; or deleted."""
    key = written.split(":")[0]
    while place > 0 and lines[place].lstrip().startswith("- ") and f"{key}:" in lines[place - 1]:
        place -= 1  # a list is marked at its first entry
    line = lines[place]
    dash = re.match(r"( *)(- +)?", line)
    assert dash
    indent = len(dash[0])
    end = place + 1
    while end < len(lines) and _is_below(lines[end], indent, is_list=line.rstrip().endswith(":")):
        end += 1
    new = [f"{' ' * indent}{one}" for one in written.split("\n")] if written else []
    if new and dash[2]:
        new[0] = dash[0] + written.split("\n")[0]
    return "\n".join([*lines[:place], *new, *lines[end:]])


def _is_below(line: str, indent: int, *, is_list: bool) -> bool:
    depth = len(line) - len(line.lstrip())
    return bool(line.strip()) and (
        depth > indent or (is_list and depth == indent and line.lstrip().startswith("- "))
    )
