"""Rules about entries: their names, and the parts of YAML that a project does without."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule, Severity

SAME_NAME: Final = Rule(
    code="PW130",
    severity=Severity.ERROR,
    title="The same name twice in one entry",
    why="Only one of the two values can count. Which one, differs from program to program, and the other "
    "is lost without notice.",
    mend="Keep one of the two, and put what both hold under it.",
    source="YAML 1.2.2, 3.2.1.3 Node Comparison",
    bad="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n    name: Dana R.\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
)
NAME_NOT_TEXT: Final = Rule(
    code="PW131",
    severity=Severity.ERROR,
    title="The name before a colon is not a text",
    why="A number, a date or nothing at all before a colon is read differently by different programs.",
    mend="Put quotes around the name.",
    source="YAML 1.2.2, 10.3 Core Schema",
    bad="project:\n  name: Advanced manufacturing\n  terms: {2027: first year}\n",
    good='project:\n  name: Advanced manufacturing\n  terms: {"2027": first year}\n',
)
MERGE: Final = Rule(
    code="PW132",
    severity=Severity.ERROR,
    title="Lines taken over with <<",
    why="The sign << copies lines from another entry. It is not part of today's YAML, and readers of the "
    "file cannot see what was copied.",
    mend="Write the lines out in both places.",
    source="yaml.org/type/merge, a part of YAML 1.1 only",
    bad="people:\n  - &base\n    id: dana-ruiz\n    name: Dana Ruiz\n  - <<: *base\n    id: lee-park\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n  - id: lee-park\n    name: Lee Park\n",
)
TAG: Final = Rule(
    code="PW133",
    severity=Severity.ERROR,
    title="A word that begins with an exclamation mark",
    why="Such a word tells a program to build something out of the value. In a file from somebody else "
    "that can do harm, and a plan needs none of it.",
    mend="Delete the word, or put quotes around it if it is part of a text.",
    source="YAML 1.2.2, 6.9.1 Node Tags",
    bad='people:\n  - id: dana-ruiz\n    name: !!str "Dana Ruiz"\n',
    good='people:\n  - id: dana-ruiz\n    name: "Dana Ruiz"\n',
)
UNKNOWN_ALIAS: Final = Rule(
    code="PW134",
    severity=Severity.ERROR,
    title="A word that begins with a star and points nowhere",
    why="A star and a word repeat what was marked with & and the same word further up. Nothing was.",
    mend="Put quotes around a text that begins with a star, or mark the value that is to be repeated.",
    source="YAML 1.2.2, 7.1 Alias Nodes",
    bad="meetings:\n  - id: kickoff\n    title: *kickoff\n",
    good='meetings:\n  - id: kickoff\n    title: "*kickoff"\n',
)
ENDLESS_ALIAS: Final = Rule(
    code="PW135",
    severity=Severity.ERROR,
    title="A value that repeats itself within itself",
    why="The star repeats the entry that contains it, which would never end.",
    mend="Write out what is meant instead of the word with the star.",
    source="YAML 1.2.2, 7.1 Alias Nodes",
    bad="people: &all\n  - id: dana-ruiz\n    note: *all\n",
    good="people:\n  - id: dana-ruiz\n    note: Knows everyone\n",
)
TOO_MANY_ALIASES: Final = Rule(
    code="PW136",
    severity=Severity.ERROR,
    title="Too much is repeated with stars",
    why="A few words with a star can stand for millions of values. At most 100 of them are read in a file, "
    "and at most 1,000,000 values through them.",
    mend="Write the values out instead of repeating them with a star.",
    bad="people:\n  - &a {id: dana-ruiz, name: Dana Ruiz}\n" + "  - *a\n" * 101,
    good="people:\n  - &a {id: dana-ruiz, name: Dana Ruiz}\n  - *a\n",
)

ENTRY_RULES: Final = (
    SAME_NAME,
    NAME_NOT_TEXT,
    MERGE,
    TAG,
    UNKNOWN_ALIAS,
    ENDLESS_ALIAS,
    TOO_MANY_ALIASES,
)
