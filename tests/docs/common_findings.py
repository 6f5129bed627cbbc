"""docs/common-findings.md: the mistakes of the first week, with what is said and what to write."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pathwayctl.app import Project, open_project
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.registry import FINDINGS
from pathwayctl.rule_pages import rule_page

PEOPLE: Final = """\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
"""
HEAD: Final = "pathwayctl: 1\nproject: {name: Our partnership, start: 2027-01-04}\n"
INTRODUCTION: Final = """\
# The findings that you meet most

Nearly everyone makes these mistakes in the first week. For each there is what was typed, what
`pathwayctl validate` says, and what to write. [Findings](findings.md) has every finding, and
`pathwayctl rule CODE` shows one on the screen. If a file makes no sense to you at all, begin with
[YAML for people who have never seen it](yaml.md).

`pathwayctl validate --fix` makes many of these changes for you: it shows them first, and asks.
"""


@dataclass(frozen=True)
class CommonMistake:
    """A mistake: what people wanted, the code of its finding, what they typed, and what is right."""

    title: str
    code: str
    typed: str
    right: str
    more: str = ""

    def project(self, text: str, folder: Path) -> Project:
        """A project with a text in it, beside a person whom it can name."""
        folder.mkdir(parents=True)
        (folder / "pathway.yaml").write_text(HEAD, "utf-8")
        if "people:" not in text:
            (folder / "people.yaml").write_text(PEOPLE, "utf-8")
        (folder / "work.yaml").write_text(text, "utf-8")
        return open_project(folder)


def page(folder: Path) -> str:
    """The text of the page; projects are made in a folder."""
    parts = [INTRODUCTION]
    for number, one in enumerate(MISTAKES):
        rule = rule_page(one.code)
        anchor = "".join(
            letter for letter in f"{rule.code} {rule.title}".lower() if letter.isalnum() or letter in " -"
        )
        parts.append(
            f"\n## {one.title}\n\n```yaml\n{one.typed}```\n\n"
            f"```text\n{_said(one, folder / str(number))}\n```\n\n"
            f"Write:\n\n```yaml\n{one.right}```\n\n"
            f"{one.more} See [{rule.code}](findings.md#{anchor.replace(' ', '-')}).".replace(
                "\n\n See", "\n\nSee"
            )
            + "\n"
        )
    return "".join(parts)


def _said(one: CommonMistake, folder: Path) -> str:
    """What validate shows of the mistake, without the summary at the end."""
    project = one.project(one.typed, folder)
    found = tuple(finding for finding in project.findings if finding.code == one.code)[:1]
    assert found, (one.title, [finding.code for finding in project.findings])
    lines = FINDINGS.writer("text")((FindingsReport("", "", found, project.loaded.texts),), 80)
    shown = ["".join(text for text, _ in line).rstrip() for line in lines]
    return "\n".join(shown[1 : shown.index("")])


def _task(fields: str) -> str:
    """A task with fields below its title."""
    return f"tasks:\n  - id: sign-mou\n    title: Sign the agreement\n{textwrap.indent(fields, '    ')}"


MISTAKES: Final = (
    CommonMistake(
        "A colon in a text",
        "PW113",
        "tasks:\n  - id: kickoff\n    title: Kickoff: who we are\n",
        'tasks:\n  - id: kickoff\n    title: "Kickoff: who we are"\n',
    ),
    CommonMistake(
        "A number sign in a text",
        "PW122",
        "tasks:\n  - id: gather\n    title: Workgroup #3 gathers jobs\n",
        'tasks:\n  - id: gather\n    title: "Workgroup #3 gathers jobs"\n',
    ),
    CommonMistake(
        "The Tab key",
        "PW110",
        "tasks:\n  - id: kickoff\n\ttitle: Hold the kickoff\n",
        "tasks:\n  - id: kickoff\n    title: Hold the kickoff\n",
        "[Editors](editor.md) that are set up for the project type spaces when you press Tab.",
    ),
    CommonMistake(
        "No space after a hyphen",
        "PW120",
        "organizations:\n  -id: acme\n   name: Acme Machining\n",
        "organizations:\n  - id: acme\n    name: Acme Machining\n    category: business-industry-workforce\n",
    ),
    CommonMistake(
        "A table from Excel or Word",
        "PW127",
        "people:\nName\tTitle\tEmail\nMaria Delgado\tDirector\tmaria@example.org\n",
        "people:\n  - id: maria-delgado\n    name: Maria Delgado\n    title: Director\n    category: k-12\n"
        "    email: maria@example.org\n",
        "A whole list comes in with [`pathwayctl import`](spreadsheets.md).",
    ),
    CommonMistake(
        "Two versions of the same lines",
        "PW126",
        "tasks:\n  - id: kickoff\n<<<<<<< HEAD\n    title: Hold the kickoff\n=======\n"
        "    title: Kickoff meeting\n>>>>>>> theirs\n",
        "tasks:\n  - id: kickoff\n    title: Hold the kickoff\n",
        "Two people have changed these lines. [Working together](working-together.md) helps to avoid that.",
    ),
    CommonMistake(
        "A field that has another name here",
        "PW202",
        _task("due: 2027-03-31\n"),
        _task("deadline: 2027-03-31\n"),
        "[Sections and fields](fields.md) has the names of all fields.",
    ),
    CommonMistake(
        "A field or section that stands twice",
        "PW130",
        _task("duration: 5d\nowner: dana-ruiz\nduration: 8d\n"),
        _task("duration: 8d\nowner: dana-ruiz\n"),
    ),
    CommonMistake(
        "A name where an id belongs",
        "PW207",
        _task("owner: Dana Ruiz\n"),
        _task("owner: dana-ruiz\n"),
        "`pathwayctl who dana-ruiz` shows every place that names an entry.",
    ),
    CommonMistake(
        "A person who is not in the project yet",
        "PW303",
        _task("owner: lee-park\n"),
        "people:\n  - {id: lee-park, name: Lee Park, category: postsecondary}\n" + _task("owner: lee-park\n"),
    ),
    CommonMistake(
        "An id that stands twice",
        "PW301",
        "tasks:\n  - {id: kickoff, title: Hold the kickoff}\nmeetings:\n"
        "  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10}\n",
        "tasks:\n  - {id: hold-kickoff, title: Hold the kickoff}\nmeetings:\n"
        "  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10}\n",
        "All sections share one set of ids.",
    ),
    CommonMistake(
        "A date as people write it",
        "PW209",
        _task("deadline: 3/31/2027\n"),
        _task("deadline: 2027-03-31\n"),
    ),
    CommonMistake(
        "A time without quotes",
        "PW140",
        "meetings:\n  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10, starts: 13:30}\n",
        'meetings:\n  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10, starts: "13:30"}\n',
    ),
    CommonMistake(
        "A duration in months or hours",
        "PW211",
        _task("duration: 3 months\n"),
        _task("duration: 13w\n"),
        "Durations are working days (`10d`) or working weeks (`2w`).",
    ),
    CommonMistake(
        "An amount with words",
        "PW215",
        _task("cost: about 1500\n"),
        _task("cost: 1500\n"),
    ),
    CommonMistake(
        "A word that is not one of the choices",
        "PW206",
        _task("status: complete\n"),
        _task("status: done\nstarted: 2027-03-01\nfinished: 2027-03-12\n"),
        "`pathwayctl task done sign-mou` writes all three lines.",
    ),
    CommonMistake(
        "Done, but not when",
        "PW421",
        _task("status: done\n"),
        _task("status: done\nstarted: 2027-03-01\nfinished: 2027-03-12\n"),
    ),
    CommonMistake(
        "Tasks that wait for each other",
        "PW401",
        "tasks:\n  - {id: draft, title: Draft, duration: 5d, depends_on: [review]}\n"
        "  - {id: review, title: Review, duration: 3d, depends_on: [draft]}\n",
        "tasks:\n  - {id: draft, title: Draft, duration: 5d}\n"
        "  - {id: review, title: Review, duration: 3d, depends_on: [draft]}\n",
    ),
    CommonMistake(
        "A blank of a scaffold that is not filled in",
        "PW312",
        "tasks:\n  - id: meet\n    title: Meet with [COLLEGE]\n",
        "tasks:\n  - id: meet\n    title: Meet with Bluestem College\n",
        "To fill it in everywhere, write `terms: {college: Bluestem College}` under `project:`.",
    ),
    CommonMistake(
        "A task without an owner",
        "PW623",
        "tasks:\n  - {id: draft, title: Draft, duration: 5d}\n"
        "  - {id: review, title: Review, duration: 3d, depends_on: [draft], owner: dana-ruiz}\n",
        "tasks:\n  - {id: draft, title: Draft, duration: 5d, owner: dana-ruiz}\n"
        "  - {id: review, title: Review, duration: 3d, depends_on: [draft], owner: dana-ruiz}\n",
        "This is a note: it stops nothing. Leave the owner out until you know.",
    ),
)
