"""Rules about text that is read as something else, and about text that comes from other programs."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule, Severity

SPLIT_TEXT: Final = Rule(
    code="PW121",
    severity=Severity.ERROR,
    title="A comma, colon, or bracket in a text within braces",
    why="Within braces, a comma ends a value, and a colon or bracket begins a new one. A text or number that "
    "contains one is split, and part of it is lost.",
    mend="Put quotes around the whole text; write a number without commas.",
    source="YAML 1.2.2, 7.3.3 Plain Style",
    bad="tasks:\n  - {id: mentors, title: Hire, train and place mentors, duration: 5d}\n",
    good='tasks:\n  - {id: mentors, title: "Hire, train and place mentors", duration: 5d}\n',
)
NUMBER_SIGN: Final = Rule(
    code="PW122",
    severity=Severity.WARNING,
    title="A number sign (#) cuts off the text",
    why="A space and a number sign begin a comment. All text from there to the end of the line is left out.",
    mend="Put quotes around the whole text. If you meant a comment, put a space after the number sign.",
    source="YAML 1.2.2, 6.6 Comments",
    bad="tasks:\n  - id: order\n    title: Order kit #12 for the labs\n",
    good='tasks:\n  - id: order\n    title: "Order kit #12 for the labs"\n    duration: 5d # a guess\n',
)
TRAILING_COMMA: Final = Rule(
    code="PW123",
    severity=Severity.WARNING,
    title="A comma at the end of a value",
    why="Outside brackets, lines need no comma at the end. It becomes part of the value and is printed.",
    mend="Delete the comma, or put quotes around the value if the comma belongs to it.",
    source="YAML 1.2.2, 7.3.3 Plain Style",
    bad="people:\n  - id: maria-delgado\n    name: Maria Delgado,\n    category: k-12\n",
    good="people:\n  - id: maria-delgado\n    name: Maria Delgado\n    category: k-12\n",
)
LOOK_ALIKE: Final = Rule(
    code="PW124",
    severity=Severity.ERROR,
    title="A character that only looks like the one on the keyboard",
    why="Word processors and web pages replace hyphens by dashes, and colons or letters by others that look "
    "alike. Programs read them as different characters.",
    mend="Delete the character and type it again on the keyboard.",
    source="Unicode Technical Standard 39, confusable characters",
    bad="people:\n  – id: dana-ruiz\n    name: Dana Ruiz\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
)
CURLY_QUOTES: Final = Rule(
    code="PW125",
    severity=Severity.WARNING,
    title="Curly quotes around a value",
    why="Curly quotes from a word processor do not mark a text as the quotes of the keyboard do. They become "
    "part of the value and are printed with it.",
    mend='Use the quotes of the keyboard. To print curly ones, put keyboard quotes around them: "“Skills”".',
    source="YAML 1.2.2, 7.3 Flow Scalar Styles",
    bad="tasks:\n  - id: kickoff\n    title: “Hold the kickoff”\n",
    good='tasks:\n  - id: kickoff\n    title: "Hold the kickoff"\n',
)
CONFLICT: Final = Rule(
    code="PW126",
    severity=Severity.ERROR,
    title="Two versions of the same lines (a merge conflict)",
    why="Two people changed the same lines, and git or a sync program kept both versions between marker "
    "lines. Until one is chosen, only the first version is checked.",
    mend="Keep one version, and delete the other one and the marker lines.",
    source="git-merge, How conflicts are presented",
    bad="people:\n<<<<<<< HEAD\n  - id: dana-ruiz\n=======\n  - id: lee-park\n>>>>>>> partners\n",
    good="people:\n  - id: dana-ruiz\n",
)
PASTED: Final = Rule(
    code="PW127",
    severity=Severity.ERROR,
    title="Text pasted from a spreadsheet or a word processor",
    why="A table or a list from another program has no field names before its values, so no program can tell "
    "what belongs to which field.",
    mend="Write each row as an entry of its own: a hyphen, then each field as a name, a colon, and a value.",
    bad="people:\nName\tTitle\tEmail\nMaria Delgado\tDirector\tmaria@example.org\n",
    good="people:\n  - id: maria-delgado\n    name: Maria Delgado\n    title: Director\n",
)
NOT_ALL_READ: Final = Rule(
    code="PW128",
    severity=Severity.NOTE,
    title="The rest of the file was not read",
    why="After many mistakes in one file, reading stops. What follows was not checked.",
    mend="Fix the mistakes above it, then validate again: there may be more.",
)

TEXT_RULES: Final = (
    SPLIT_TEXT,
    NUMBER_SIGN,
    TRAILING_COMMA,
    LOOK_ALIKE,
    CURLY_QUOTES,
    CONFLICT,
    PASTED,
    NOT_ALL_READ,
)
CAUSES: Final = frozenset({NUMBER_SIGN.code, TRAILING_COMMA.code, CURLY_QUOTES.code})
"""Warnings that explain why a value at the same place does not fit."""
