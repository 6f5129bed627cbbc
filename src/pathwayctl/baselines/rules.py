"""The rules about the files of baselines: PW231 to PW235."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule, Severity

_MEND: Final = "Correct the line, take the file back from git, or save the baseline again with --replace."


def _rule(code: str, title: str, why: str, bad: str, good: str) -> Rule:
    return Rule(
        code, Severity.ERROR, title, why, _MEND, source="pathwayctl", bad=_HEAD + bad, good=_HEAD + good
    )


_HEAD: Final = "name: approved\nstart: 2027-01-04\nfinish: 2027-01-08\n"
_TASK: Final = "baseline: 1\ntasks:\n  kickoff: {title: Kickoff, start: 2027-01-04, "

NOT_A_BASELINE: Final = _rule(
    "PW231",
    "A file under baselines/ that is no baseline",
    "The first line says how a baseline is to be read; this pathwayctl reads version 1.",
    bad="tasks: {}\n",
    good="baseline: 1\ntasks: {}\n",
)
UNKNOWN_FIELD: Final = _rule(
    "PW232",
    "A field that a baseline does not have",
    "What nobody reads would be compared with nothing.",
    bad=_TASK + "finish: 2027-01-08, days: 5, owner: dana-ruiz}\n",
    good=_TASK + "finish: 2027-01-08, days: 5}\n",
)
MISSING_FIELD: Final = _rule(
    "PW233",
    "A field of a baseline is missing",
    "Without it the task cannot be compared.",
    bad=_TASK + "finish: 2027-01-08}\n",
    good=_TASK + "finish: 2027-01-08, days: 5}\n",
)
BAD_VALUE: Final = _rule(
    "PW234",
    "A value in a baseline that cannot be read",
    "Each field holds one kind of thing: a day, a number, an id or a text.",
    bad=_TASK + "finish: friday, days: 5}\n",
    good=_TASK + "finish: 2027-01-08, days: 5}\n",
)
CONTRADICTION: Final = _rule(
    "PW235",
    "A baseline that contradicts itself",
    "A file that was put together from two versions can say what was never planned.",
    bad=_TASK + "finish: 2027-01-01, days: 5}\n",
    good=_TASK + "finish: 2027-01-08, days: 5}\n",
)

RULES: Final = (NOT_A_BASELINE, UNKNOWN_FIELD, MISSING_FIELD, BAD_VALUE, CONTRADICTION)
