"""Rules about single values that programs read in more than one way, or that no plan can hold."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule, Severity

BARE_TIME: Final = Rule(
    code="PW140",
    severity=Severity.ERROR,
    title="A time of day without quotes",
    why="Some programs read 10:30 as the number 630, because they count in sixties. Quotes keep it a time.",
    mend="Put quotes around the time.",
    source="yaml.org/type/int, base 60 in YAML 1.1",
    bad="meetings:\n  - id: kickoff\n    title: Kickoff\n    time: 10:30\n",
    good='meetings:\n  - id: kickoff\n    title: Kickoff\n    time: "10:30"\n',
)
DAY_AND_TIME: Final = Rule(
    code="PW141",
    severity=Severity.ERROR,
    title="A day together with a time",
    why="A plan counts in whole days. A time with the day would move it to another day in some time zones.",
    mend="Write only the day, such as 2027-01-04.",
    source="yaml.org/type/timestamp",
    bad="project:\n  name: Advanced manufacturing\n  start: 2027-01-04T10:00:00\n",
    good="project:\n  name: Advanced manufacturing\n  start: 2027-01-04\n",
)
NO_SUCH_DAY: Final = Rule(
    code="PW142",
    severity=Severity.ERROR,
    title="A day that is not in the calendar",
    why="It reads like a day, but no calendar has it. Mostly a digit is wrong, or the month has fewer days.",
    mend="Write a day of the calendar as year, month and day, such as 2027-02-28.",
    source="ISO 8601",
    bad="project:\n  name: Advanced manufacturing\n  start: 2027-02-30\n",
    good="project:\n  name: Advanced manufacturing\n  start: 2027-02-28\n",
)
NOT_FINITE: Final = Rule(
    code="PW143",
    severity=Severity.ERROR,
    title="A number without end, or none at all",
    why="The words .inf and .nan stand for an endless number and for no number. No cost can be either.",
    mend="Write a number in digits, or leave the line out.",
    source="YAML 1.2.2, 10.2.1.4 Floating Point",
    bad="tasks:\n  - id: sign-mou\n    title: Sign it\n    cost: .inf\n",
    good="tasks:\n  - id: sign-mou\n    title: Sign it\n    cost: 1200\n",
)
TOO_BIG: Final = Rule(
    code="PW144",
    severity=Severity.ERROR,
    title="A number past 1,000,000,000,000,000",
    why="No plan holds such a number. Programs round it, so that it comes back changed.",
    mend="Write a smaller number, or put quotes around it if it is a code.",
    bad="tasks:\n  - id: sign-mou\n    title: Sign it\n    cost: 12345678901234567890\n",
    good="tasks:\n  - id: sign-mou\n    title: Sign it\n    cost: 1200\n",
)
LEADING_ZERO: Final = Rule(
    code="PW145",
    severity=Severity.ERROR,
    title="A code that begins with zero, without quotes",
    why="Read as a number, a code loses its zeros: 01.0000 becomes 1, and some programs read 010 as 8.",
    mend="Put quotes around a code; write a number without zeros before it.",
    source="yaml.org/type/int, base 8 in YAML 1.1",
    bad="frameworks:\n  - id: farming\n    industry: Farming\n    naics: [0111]\n",
    good='frameworks:\n  - id: farming\n    industry: Farming\n    naics: ["0111"]\n',
)
YES_OR_NO: Final = Rule(
    code="PW146",
    severity=Severity.WARNING,
    title="Yes, no, on or off without quotes",
    why="Some programs read these words as true and false, others as plain words, so a list of answers "
    "or a code such as NO for Norway changes on the way.",
    mend="Write true or false, or put quotes around the word.",
    source="yaml.org/type/bool, a part of YAML 1.1 only",
    bad="tasks:\n  - id: sign-mou\n    title: Sign it\n    outcome: yes\n",
    good='tasks:\n  - id: sign-mou\n    title: Sign it\n    outcome: "yes"\n',
)

VALUE_RULES: Final = (
    BARE_TIME,
    DAY_AND_TIME,
    NO_SUCH_DAY,
    NOT_FINITE,
    TOO_BIG,
    LEADING_ZERO,
    YES_OR_NO,
)
