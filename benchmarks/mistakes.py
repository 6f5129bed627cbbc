"""Times files of one and two hundred kilobytes that hold one kind of mistake over and over.

Twice the mistakes should take about twice the time.
"""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pathwayctl.app import open_project
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.registry import FINDINGS

HEAD = "pathwayctl: 1\nproject:\n  name: A\n  start: 2027-01-04\n"
SIZE = 100_000
BOUND = 3.0
"""The most that twice the mistakes may take, in times of half of them."""


def repeated(begin: str, each: str, end: str = "") -> Callable[[int], str]:
    """A text of a number of bytes; ``{0}`` in ``each`` is its number."""

    def text(size: int) -> str:
        written = io.StringIO()
        number = 0
        while written.tell() < size:
            written.write(each.replace("{0}", str(number)))
            number += 1
        return f"{HEAD}{begin}{written.getvalue()}{end}"

    return text


TASKS = "tasks:\n"
KINDS = {
    "blank lines before a mistake": repeated("", "\n", "foo\n bar: x\n"),
    "lines of spaces before a mistake": repeated("", "    \n", "foo\n bar: x\n"),
    "dashes": repeated(TASKS, "-\n", "foo: a: b\n"),
    "next-line characters": repeated("", "\x85", "\nfoo\n bar: x\n"),
    "documents": repeated("", "---\n", "foo: a: b\n"),
    "unknown fields": repeated(TASKS, "- {id: t{0}, title: T, foo: 1}\n"),
    "unknown sections": repeated("", "foo{0}: 1\n"),
    "texts for entries": repeated(TASKS, "- some text\n"),
    "numbers for entries": repeated(TASKS, "- 5\n"),
    "empty entries": repeated(TASKS, "- {}\n"),
    "lists on one line": repeated("tasks: [", "[[5]],", "]\n"),
    "unquoted codes": repeated("occupations:\n", "- {id: o{0}, title: T, soc: 51.4}\n"),
    "a name twice in many groups": repeated(TASKS, "- {id: t{0}, title: T, title: T}\n"),
    "unknown fields of one task": repeated(f"{TASKS}- id: a\n  title: A\n", "  field{0}: 1\n"),
    "tasks with the same title": repeated(TASKS, "- {id: a{0}, title: A, depends_on: [A + 3 days]}\n"),
    "unknown ids on one line": repeated(f"{TASKS}- {{id: a, title: A, depends_on: [", "b{0}, ", "]}\n"),
    "empty ids": repeated(TASKS, "- {id: , title: T{0}}\n"),
    "unknown aliases": repeated("people:\n", "- *a{0}\n"),
    "unknown people": repeated(TASKS, "- {id: t{0}, title: T, owner: nobody}\n"),
}


def seconds(text: str) -> float:
    """How long it takes to find and show what is wrong with a file, of the processor."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "pathway.yaml").write_text(text, "utf-8")
        begun = time.process_time()
        project = open_project(root)
        found = FindingsReport("", "", project.findings, project.loaded.texts, project.surplus)
        for form in ("text", "json"):
            FINDINGS.writer(form)((found,), 80)
        return time.process_time() - begun


def main() -> None:
    """Print a line for each kind."""
    seconds(HEAD)  # loads what is needed
    for name, text in KINDS.items():
        once, twice = seconds(text(SIZE)), seconds(text(2 * SIZE))
        print(f"{name:36} {once:7.3f} s {twice:7.3f} s   ratio {twice / once:5.2f}   bound {BOUND}")


if __name__ == "__main__":
    main()
