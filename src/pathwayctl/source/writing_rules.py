"""Rules about the way YAML is written: indentation, quotes, brackets, colons and commas."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule, Severity

NOT_A_SPACE: Final = Rule(
    code="PW110",
    severity=Severity.ERROR,
    title="Indentation with something other than spaces",
    why="A tab is as wide as each editor likes, and a space copied from a web page is not the one on the "
    "keyboard. Only plain spaces show which line belongs to which for everyone.",
    mend="Delete what stands before the text of the line, and type spaces with the space bar.",
    source="YAML 1.2.2, 6.1 Indentation Spaces",
    bad="people:\n\t- id: dana-ruiz\n\t  name: Dana Ruiz\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
)
OUT_OF_LINE: Final = Rule(
    code="PW111",
    severity=Severity.ERROR,
    title="A line does not line up with the others",
    why="The spaces before a line show what it belongs to. A line between two levels could belong to either.",
    mend="Give the line as many spaces as the other lines of the same entry have.",
    source="YAML 1.2.2, 6.1 Indentation Spaces",
    bad="people:\n  - id: dana-ruiz\n     name: Dana Ruiz\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
)
MISSING_COLON: Final = Rule(
    code="PW112",
    severity=Severity.ERROR,
    title="A colon is missing",
    why="Each line says what it is about, then a colon and a space, then the value. Without the colon "
    "the two run together.",
    mend="Write a colon and a space after the first word of the line.",
    source="YAML 1.2.2, 8.2.2 Block Mappings",
    bad="people:\n  - id: dana-ruiz\n    name Dana Ruiz\n    email: dana@example.org\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n    email: dana@example.org\n",
)
SECOND_COLON: Final = Rule(
    code="PW113",
    severity=Severity.ERROR,
    title="A text with a colon in it needs quotes",
    why="A colon parts a name from its value. A second one in the same text could begin another value, and "
    "within brackets any colon could.",
    mend="Put quotes around the whole text.",
    source="YAML 1.2.2, 7.3.3 Plain Style",
    bad="meetings:\n  - id: kickoff\n    title: Kickoff: who we are\n",
    good='meetings:\n  - id: kickoff\n    title: "Kickoff: who we are"\n',
)
OPEN_QUOTE: Final = Rule(
    code="PW114",
    severity=Severity.ERROR,
    title="A quote is opened and not closed",
    why="Everything up to the next quote counts as one text, often many lines of it.",
    mend="Put the closing quote at the end of the text.",
    source="YAML 1.2.2, 7.3 Flow Scalar Styles",
    bad='people:\n  - id: dana-ruiz\n    name: "Dana Ruiz\n',
    good='people:\n  - id: dana-ruiz\n    name: "Dana Ruiz"\n',
)
AFTER_QUOTE: Final = Rule(
    code="PW115",
    severity=Severity.ERROR,
    title="Text after a closing quote or bracket",
    why="A quote ends the text it began, even where it was meant as an apostrophe or as a quote within. "
    "What follows belongs to nothing.",
    mend="Use double quotes around a text with an apostrophe, single ones around a text with double quotes.",
    source="YAML 1.2.2, 7.3 Flow Scalar Styles",
    bad="meetings:\n  - id: kickoff\n    title: 'Dana's kickoff'\n",
    good='meetings:\n  - id: kickoff\n    title: "Dana\'s kickoff"\n',
)
OPEN_BRACKET: Final = Rule(
    code="PW116",
    severity=Severity.ERROR,
    title="A bracket is opened and not closed",
    why="A list in [ ] and a group in { } go on until their closing bracket, over as many lines as it takes.",
    mend="Put the closing bracket at the end of the list: ] for [ and } for {.",
    source="YAML 1.2.2, 7.4 Flow Collection Styles",
    bad="calendar:\n  working_days: [mon, tue, wed\n  holidays: US-CO\n",
    good="calendar:\n  working_days: [mon, tue, wed]\n  holidays: US-CO\n",
)
COMMAS: Final = Rule(
    code="PW117",
    severity=Severity.ERROR,
    title="A comma is missing or is one too many",
    why="Commas part the entries within brackets. Without one, two entries run together; two in a row have "
    "nothing between them.",
    mend="Put exactly one comma between every two entries.",
    source="YAML 1.2.2, 7.4 Flow Collection Styles",
    bad='calendar:\n  working_days: ["mon" "tue"]\n',
    good='calendar:\n  working_days: ["mon", "tue"]\n',
)
SPECIAL_START: Final = Rule(
    code="PW118",
    severity=Severity.ERROR,
    title="A text that begins with a special character needs quotes",
    why="At the beginning of a text, characters such as @ ` % & * ! | > mean something to programs that "
    "read YAML.",
    mend="Put quotes around the whole text.",
    source="YAML 1.2.2, 5.3 Indicator Characters",
    bad="meetings:\n  - id: kickoff\n    title: @home\n",
    good='meetings:\n  - id: kickoff\n    title: "@home"\n',
)
BACKSLASH: Final = Rule(
    code="PW119",
    severity=Severity.ERROR,
    title="A backslash in double quotes",
    why="Within double quotes a backslash and the character after it stand for another character. Only a few "
    "such pairs have a meaning.",
    mend="Use single quotes around the text, or write the backslash twice.",
    source="YAML 1.2.2, 5.7 Escaped Characters",
    bad='people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n    note: "D:\\dana"\n',
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n    note: 'D:\\dana'\n",
)
UNREADABLE: Final = Rule(
    code="PW120",
    severity=Severity.ERROR,
    title="A line that cannot be read",
    why="The text does not follow the rules of YAML here, so the entry around it cannot be understood.",
    mend="Compare the line with one that works, or write it again as a name, a colon, a space and a value.",
    source="YAML 1.2.2",
    bad="people: ]\n",
    good="people: []\n",
)

WRITING_RULES: Final = (
    NOT_A_SPACE,
    OUT_OF_LINE,
    MISSING_COLON,
    SECOND_COLON,
    OPEN_QUOTE,
    AFTER_QUOTE,
    OPEN_BRACKET,
    COMMAS,
    SPECIAL_START,
    BACKSLASH,
    UNREADABLE,
)
