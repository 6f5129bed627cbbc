"""Rules about a file as a whole: its size, its characters, and what stands at its top."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule, Severity

LARGEST_FILE: Final = 20_000_000
"""In bytes. A plan of 30,000 tasks takes half of it."""

TOO_LARGE: Final = Rule(
    code="PW101",
    severity=Severity.ERROR,
    title="The file is larger than 20 MB",
    why="No plan is that long in words. Such a file is nearly always something else under a wrong name.",
    mend="Move the file out of the project folder, or spread its content over several smaller files.",
)
NOT_UTF8: Final = Rule(
    code="PW102",
    severity=Severity.ERROR,
    title="The file is not saved as UTF-8 text",
    why="UTF-8 is the one way of saving letters that every computer reads alike. In others, names such as "
    "José turn into something else on the next computer.",
    mend="Open the file in your editor and save it with the encoding UTF-8.",
    source="YAML 1.2.2, 5.2 Character Encodings",
)
FORBIDDEN_CHARACTER: Final = Rule(
    code="PW103",
    severity=Severity.ERROR,
    title="A character that no text may hold",
    why="Some characters cannot be seen and steer machines instead. They come along with copied text, and "
    "spoil names, spreadsheets and printed pages.",
    mend="Delete the character and type the text around it again.",
    source="YAML 1.2.2, 5.1 Character Set",
    bad='people:\n  - id: dana-ruiz\n    name: "Dana \\e Ruiz"\n',
    good='people:\n  - id: dana-ruiz\n    name: "Dana Ruiz"\n',
)
DIRECTIVE: Final = Rule(
    code="PW104",
    severity=Severity.ERROR,
    title="A line begins with a percent sign",
    why="A percent sign at the very beginning of a line gives orders to programs that read YAML. A project "
    "needs none of them.",
    mend="Delete the line, or put quotes around a text that begins with a percent sign.",
    source="YAML 1.2.2, 6.8 Directives",
    bad="%YAML 1.1\n---\npeople:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
)
SECOND_DOCUMENT: Final = Rule(
    code="PW105",
    severity=Severity.ERROR,
    title="More than one document in a file",
    why="Three dashes or three dots on a line end a document, and what follows would be a second one. A "
    "project file holds one, so that nothing in it can be overlooked.",
    mend="Delete the line with the dashes or dots, or move what follows to a file of its own.",
    source="YAML 1.2.2, 9.2 Streams",
    bad="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n---\npeople:\n  - id: lee-park\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n  - id: lee-park\n    name: Lee Park\n",
)
NO_SECTIONS: Final = Rule(
    code="PW106",
    severity=Severity.ERROR,
    title="The file does not begin with a section",
    why="Every file of a project is made of sections such as people: or tasks:. Without the name of a "
    "section nobody can tell what a list is a list of.",
    mend="Write the name of the section and a colon above it, such as “people:”, and indent the rest.",
    bad="- id: dana-ruiz\n  name: Dana Ruiz\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
)
TOO_DEEP: Final = Rule(
    code="PW107",
    severity=Severity.ERROR,
    title="Lists within lists, more than 50 levels deep",
    why="Nobody can follow a plan through so many levels. It is mostly a row of brackets typed by accident.",
    mend="Take out the brackets that are too many, or bring the inner part up some levels.",
    bad=f"people: {'[' * 60}{']' * 60}\n",
    good="people:\n  - id: dana-ruiz\n    name: Dana Ruiz\n",
)

TOO_MUCH: Final = Rule(
    code="PW108",
    severity=Severity.ERROR,
    title="The files of the project are larger than 50 MB in all",
    why="The largest plans take a fifth of that. Other files are mostly in the project's folder by accident.",
    mend="Move the files that do not belong to the plan out of the project folder.",
)

FILE_RULES: Final = (
    TOO_LARGE,
    NOT_UTF8,
    FORBIDDEN_CHARACTER,
    DIRECTIVE,
    SECOND_DOCUMENT,
    NO_SECTIONS,
    TOO_DEEP,
    TOO_MUCH,
)


def size_in_words(size: int) -> str:
    """How large a file is that is larger than the limit, in bytes, as a message says it."""
    return f"The file has {size / 1_000_000:,.0f} MB, and the limit is {LARGEST_FILE // 1_000_000} MB."
