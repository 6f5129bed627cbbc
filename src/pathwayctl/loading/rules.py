"""The rules about files and the shape of what stands in them: PW190-PW199 and PW2xx."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule, Severity

_PROJECT: Final = "project:\n  name: Example\n  start: 2027-01-04\n"


def _rule(code: str, title: str, why: str, mend: str, bad: str = "", good: str = "") -> Rule:
    return Rule(code, Severity.ERROR, title, why, mend, source="pathwayctl", bad=bad, good=good)


UNREADABLE_FILE: Final = _rule(
    "PW190",
    "A file cannot be opened",
    "What stands in the file is missing from the project as long as it cannot be opened.",
    "Check that the file is there, that it is an ordinary file, and that you may read it.",
)
LINK_OUTSIDE: Final = _rule(
    "PW191",
    "A link leads out of the project",
    "A project is complete in its own folder, so that it can be shared and kept as a whole.",
    "Put the file itself into the project's folder in place of the link.",
)
NOT_READ: Final = Rule(
    "PW192",
    Severity.WARNING,
    "A file looks like part of the project, but is not read",
    "Only files whose names end in .yaml or .yml are read. Windows hides the last part of a name, and some "
    "editors add .txt to it, so the content is missing and nobody notices.",
    "Rename the file so that it ends in .yaml, or move it out of the project folder.",
    "pathwayctl",
)
COPY: Final = _rule(
    "PW193",
    "A file is a copy of another",
    "OneDrive and Dropbox make a copy when two people save a file at the same time, and so does copy and "
    "paste. Every entry is then in the project twice.",
    "Delete the copy.",
)
UNKNOWN_SECTION: Final = _rule(
    "PW201",
    "A section that pathwayctl does not know",
    "What stands under an unknown heading would be left out without a word.",
    "Correct the heading, or take the lines out.",
    bad="taskz:\n  - id: kickoff\n    title: Hold the kickoff meeting\n",
    good="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n",
)
UNKNOWN_KEY: Final = _rule(
    "PW202",
    "A field that does not belong here",
    "A misspelled field would be ignored, and you would think that it counts.",
    "Correct the field's name, or take the line out.",
    bad="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    durration: 5d\n",
    good="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    duration: 5d\n",
)
MISSING_KEY: Final = _rule(
    "PW203",
    "A field is missing",
    "Without it the entry cannot be understood or referred to.",
    "Add the field.",
    bad="tasks:\n  - id: kickoff\n",
    good="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n",
)
WRONG_KIND: Final = _rule(
    "PW204",
    "A list, a text or a group of fields stands where something else belongs",
    "Each field holds one kind of thing: a text, a list of entries, or a group of fields.",
    "Write the field in the form that the message shows.",
    bad="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    consulted: dana-ruiz\n",
    good="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    consulted: []\n",
)
NEEDS_QUOTES: Final = _rule(
    "PW205",
    "A text or code needs quotes",
    "Without quotes a code such as 48.0510 is read as a number and loses its last zero.",
    "Put double quotes around it.",
    bad=(
        "frameworks:\n  - id: machining\n    industry: Machining\n    course_sequence:\n"
        "      - {title: Machine tools, state: exists, program: 48.0501}\n"
    ),
    good=(
        "frameworks:\n  - id: machining\n    industry: Machining\n    course_sequence:\n"
        '      - {title: Machine tools, state: exists, program: "48.0501"}\n'
    ),
)
UNKNOWN_WORD: Final = _rule(
    "PW206",
    "A word that is not one of the choices",
    "Some fields take one of a few fixed words, so that handouts and checks can rely on them.",
    "Write one of the words that the message lists.",
    bad="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    status: finished\n",
    good="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    status: done\n",
)
BAD_ID: Final = _rule(
    "PW207",
    "An id that is not well formed",
    "Ids tie entries together, so they are kept to lower-case words that nobody can mistype easily.",
    "Use lower-case letters and digits joined by hyphens, such as dana-ruiz.",
    bad="goals:\n  - id: More Graduates\n    title: More graduates find skilled work\n",
    good="goals:\n  - id: more-graduates\n    title: More graduates find skilled work\n",
)
BAD_CODE: Final = _rule(
    "PW208",
    "A code or address that is not well formed",
    "Codes of occupations, programs and industries only help if others can look them up.",
    "Write it in the form that the message shows.",
    bad="organizations:\n  - {id: a, name: A, category: cte, website: www.example.org}\n",
    good="organizations:\n  - {id: a, name: A, category: cte, website: 'https://www.example.org'}\n",
)
BAD_DAY: Final = _rule(
    "PW209",
    "A day that cannot be read",
    "Dates are written year first, so that everyone reads them the same way.",
    "Write year, month and day, such as 2027-03-31.",
    bad="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    deadline: March 31\n",
    good="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    deadline: 2027-03-31\n",
)
BAD_TIME: Final = _rule(
    "PW210",
    "A time of day that cannot be read",
    "Agenda times are counted on from the beginning of the meeting, on the 24-hour clock.",
    'Write hours and minutes in quotes, such as "13:30".',
    bad="meetings:\n  - {id: kickoff, title: Kickoff, kind: kickoff, starts: 1pm}\n",
    good='meetings:\n  - {id: kickoff, title: Kickoff, kind: kickoff, starts: "13:00"}\n',
)
BAD_DURATION: Final = _rule(
    "PW211",
    "A length of time that cannot be read",
    "Lengths are working days or weeks, so that holidays and weekends are counted right.",
    "Write a whole number and a unit: 10d for working days, 2w for working weeks.",
    bad="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    duration: 10 days\n",
    good="tasks:\n  - id: kickoff\n    title: Hold the kickoff meeting\n    duration: 10d\n",
)
BAD_ESTIMATE: Final = _rule(
    "PW212",
    "A three-point estimate that does not hold together",
    "An estimate in three points says how short and how long the work may turn out to be.",
    "Write {low: 5d, likely: 10d, high: 20d}, from the shortest to the longest.",
    bad="tasks:\n  - id: a\n    title: Draft\n    duration: {low: 9d, likely: 5d, high: 20d}\n",
    good="tasks:\n  - id: a\n    title: Draft\n    duration: {low: 2d, likely: 5d, high: 20d}\n",
)
BAD_LINK: Final = _rule(
    "PW213",
    "A dependency that cannot be read",
    "The schedule is built from these links; each names a task and, if need be, how it is waited for.",
    "Write the task's id, and if needed FS, SS, FF or SF and a lag: charter FS+3d.",
    bad="tasks:\n  - id: a\n    title: Draft\n  - id: b\n    title: Review\n    depends_on: [a after]\n",
    good="tasks:\n  - id: a\n    title: Draft\n  - id: b\n    title: Review\n    depends_on: [a FS+3d]\n",
)
BAD_ASSIGNED: Final = _rule(
    "PW214",
    "An assignment that cannot be read",
    "The plan adds up who is needed when; so each share is a number of units a day.",
    "Write a list of ids, or shares such as {dana-ruiz: 0.5}.",
    bad="tasks:\n  - id: a\n    title: Draft\n    assigned: {dana-ruiz: half}\n",
    good=(
        "people:\n  - {id: dana-ruiz, name: Dana Ruiz, category: cte}\n"
        "tasks:\n  - id: a\n    title: Draft\n    assigned: {dana-ruiz: 0.5}\n"
    ),
)
BAD_NUMBER: Final = _rule(
    "PW215",
    "A number that is out of range or not a number",
    "Costs, percentages and shares are added up, so they must be plain numbers within bounds.",
    "Write a plain number within the bounds that the message names.",
    bad="tasks:\n  - id: a\n    title: Draft\n    complete: 140\n",
    good="tasks:\n  - id: a\n    title: Draft\n    complete: 40\n",
)
BAD_TEXT: Final = _rule(
    "PW216",
    "A text that is empty or far too long",
    "An empty text prints as a hole on a handout, and a very long one breaks the page.",
    "Write a text, or take the line out.",
    bad='goals:\n  - id: a\n    title: ""\n',
    good="goals:\n  - id: a\n    title: More graduates find skilled work\n",
)
SECTION_TWICE: Final = _rule(
    "PW217",
    "A section that may stand only once stands in two files",
    "There is one project and one calendar; with two of them nobody could say which counts.",
    "Keep one of the two, and take the other out.",
    bad=_PROJECT,
)
NO_PROJECT: Final = _rule(
    "PW218",
    "The project section is missing",
    "The project's name and start date stand there; nothing can be scheduled without them.",
    "Add project: with a name and a start date to pathway.yaml.",
)
BAD_VERSION: Final = _rule(
    "PW219",
    "The format version is missing or unknown",
    "It tells pathwayctl how to read the files, now and in years to come.",
    "Make pathwayctl: 1 the first line of pathway.yaml.",
)
BAD_FLAG: Final = _rule(
    "PW220",
    "A yes-or-no field that is neither true nor false",
    "These fields are switches; other words could be misread.",
    "Write true or false, without quotes.",
    bad="people:\n  - {id: a, name: Dana Ruiz, category: cte, does_the_work: often}\n",
    good="people:\n  - {id: a, name: Dana Ruiz, category: cte, does_the_work: true}\n",
)

RULES: Final = (
    UNREADABLE_FILE, LINK_OUTSIDE, NOT_READ, COPY, UNKNOWN_SECTION, UNKNOWN_KEY, MISSING_KEY, WRONG_KIND,
    NEEDS_QUOTES,
    UNKNOWN_WORD, BAD_ID, BAD_CODE, BAD_DAY, BAD_TIME, BAD_DURATION, BAD_ESTIMATE, BAD_LINK, BAD_ASSIGNED,
    BAD_NUMBER, BAD_TEXT, SECTION_TWICE, NO_PROJECT, BAD_VERSION, BAD_FLAG,
)  # fmt: skip
