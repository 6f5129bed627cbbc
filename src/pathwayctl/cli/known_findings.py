"""The findings that a project has for now: ``--fail-on new`` fails only on others.

They are kept in a file of the project, so that everyone who works on it, and the service that checks each
change, knows the same ones. Errors are never among them, since they stop the schedule.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.options import offering, option
from pathwayctl.cli.typed_values import the_one
from pathwayctl.diagnostics import Finding, Severity
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.app import Project

FILE: Final = "known-findings.json"
NEW: Final = "new"
_LEVELS: Final = (*(one.value for one in Severity), NEW)

FailOn = Annotated[
    str | None,
    option(
        "--fail-on",
        "LEVEL",
        "What makes the check fail: error (default), warning, note, or new, for errors and for warnings "
        f"that {FILE} does not have.",
        autocompletion=offering(_LEVELS),
    ),
]
Remember = Annotated[
    bool,
    option("--remember", None, f"Write today’s warnings and notes to {FILE}, for --fail-on new."),
]


def failing_on(level: str | None, *, strict: bool) -> frozenset[Severity]:
    """The severities that make the check fail."""
    if level is not None:
        the_one(level, _LEVELS, "level")
    if strict and level in (Severity.ERROR.value, Severity.NOTE.value):
        stop(f"--strict is --fail-on warning. Leave out --strict, or --fail-on {level}.")
    asked = Severity.WARNING.value if level == NEW or strict else level or Severity.ERROR.value
    order = [one.value for one in Severity]
    return frozenset(list(Severity)[: order.index(asked) + 1])


def new_only(project: Project) -> frozenset[tuple[Any, ...]]:
    """Where each finding is that the file of known findings does not have; every error is."""
    from pathwayctl.reporters.findings.identity import fingerprints

    known = _read(project.root)
    return frozenset(
        one.order
        for one, fingerprint in fingerprints(project.findings)
        if one.severity is Severity.ERROR or fingerprint not in known
    )


def remember(project: Project) -> None:
    """Write the warnings and notes of a project to its file of known findings."""
    import json

    from pathwayctl.reporters.findings.identity import fingerprints
    from pathwayctl.writing import NotWritten, put

    entries = [
        _entry(one, fingerprint)
        for one, fingerprint in fingerprints(project.findings)
        if one.severity is not Severity.ERROR
    ]
    text = json.dumps({"version": 1, "findings": entries}, ensure_ascii=False, indent=2)
    written = put(project.root, FILE, f"{text}\n")
    if isinstance(written, NotWritten):
        stop(f"{written.message} {written.hint}")
    tell(f"Wrote {count(len(entries), 'finding')} to {FILE}. Keep it with the project.")


def _entry(finding: Finding, fingerprint: str) -> dict[str, str]:
    return {
        "code": finding.code,
        "file": finding.file,
        "message": finding.message,
        "fingerprint": fingerprint,
    }


def _read(root: Path) -> frozenset[str]:
    """The fingerprints in the file; stops if there is none or it cannot be read."""
    import json

    try:
        kept = json.loads((root / FILE).read_text("utf-8"))["findings"]
        return frozenset(str(one["fingerprint"]) for one in kept)
    except FileNotFoundError:
        stop(f"There is no {FILE} in the project. To write it: pathwayctl validate --remember")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        stop(f"{FILE} cannot be read. To write it again: pathwayctl validate --remember")
