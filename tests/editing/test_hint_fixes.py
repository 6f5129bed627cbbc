"""What ``validate --fix`` corrects: all that its hints make clear, nothing else, and never for the worse."""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import HEAD, MakeProject
from pathwayctl.app import Project, examine
from pathwayctl.diagnostics import Finding, Fix, Severity
from pathwayctl.editing.fixing import Fixed, fix_project
from pathwayctl.loading.files import TextFile, read_files
from pathwayctl.loading.opening import Opened, begin_reading
from pathwayctl.rule_pages import RulePage, rule_codes, rule_page

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mistakes"))

from mistake_tables import PROJECT, TABLES, Mistake, mistakes

PEOPLE: Final = "people:\n  - {id: dana-ruiz, name: Dana Ruiz, category: k-12, email: d@example.org}\n"
TASK: Final = (
    f"{PEOPLE}tasks:\n  - id: hire\n    title: Hire mentors\n    owner: dana-ruiz\n    duration: 5d\n"
)
ALSO: Final = {
    "PW103": f"{PEOPLE}goals:\n  - {{id: a, title: Mo\u200bre, owner: dana-ruiz, due: 2027-06-30}}\n",
    "PW112": PEOPLE.replace("name: ", "name:")
    .replace("{id", "\n    id")
    .replace(", ", "\n    ")
    .replace("}", ""),
    "PW120": f"{PEOPLE}tasks:\n  -id: hire\n   title: Hire\n",
    "PW203": f"{PEOPLE}goals:\n  - title: More mentors\n    owner: dana-ruiz\n",
    "PW204": f"{TASK}    consulted: dana-ruiz\n",
    "PW209": f"{TASK}    deadline: March 31, 2027\n",
    "PW212": TASK.replace("5d", "{min: 2d, likely: 5d, max: 9d}"),
    "PW213": f"{TASK}  - {{id: train, title: Train, duration: 5d, depends_on: [Hire mentors]}}\n",
    "PW215": f"{TASK}    cost: 1500 USD\n",
    "PW220": PEOPLE.replace("}", ", decision_authority: yes}"),
    "PW221": f"{TASK}    every: quarterly\n    until: 2027-12-31\n",
    "PW304": "organizations:\n  - {id: acme, name: Acme, category: k-12}\n"
    + PEOPLE.replace("}", ", organization: acmee}"),
    "PW305": "requirements:\n  - {id: partnerships, title: Partners, area: partnerships}\n"
    f"{TASK}    requirement: partnershps\n",
    "PW306": "frameworks:\n  - {id: health, industry: Health, naics: ['6221']}\nrequirements:\n"
    "  - {id: nursing, title: Nursing, area: course-sequences, frameworks: [helth]}\n",
    "PW307": f"{PEOPLE}goals:\n  - {{id: mentors, title: Mentors, owner: dana-ruiz, due: 2027-06-30}}\n"
    "measures:\n  - {id: hired, title: Mentors hired, category: workforce, goals: [mentor]}\n",
    "PW316": f"{PEOPLE}teams:\n  - {{id: design-team, title: Design team, kind: planning}}\n"
    "meetings:\n  - {id: kickoff, title: Kickoff, date: 2027-02-03, kind: team, team: desing-team}\n",
    "PW317": "meetings:\n  - {id: kickoff, title: Kickoff, date: 2027-02-03, kind: kickoff}\n"
    f"{PEOPLE}invitations:\n  - {{id: ask, to: dana-ruiz, meeting: kikoff}}\n",
    "PW318": "priorities:\n  - {id: entry-points, title: Entry points}\n"
    "beliefs:\n  - {id: change, text: Change is possible, priorities: [entry-point]}\n",
    "PW320": "pathways:\n  - {id: machining, title: Machining, cluster: advanced-manufacturng}\n",
    "PW338": "pathways:\n  - {id: machining, title: Machining}\n"
    "advising:\n  - {id: choose, title: Choose a pathway, grade: 8, pathways: [machinig]}\n",
    "PW418": "calendar: {holidays: Ohio}\n",
    "PW450": "organizations:\n  - {id: labor, name: Labor, category: policymaker-legislative}\nagreements:\n"
    "  - {id: wages, title: Wages, kind: data-sharing, parties: [labor]}\ndata_sources:\n"
    "  - {id: records, title: Records, provider: labor, agreement: wagess}\n",
}
"""Mistakes whose hint can mean only one thing, of codes for which the page shows another kind of mistake."""
EXAMPLES: Final = [rule_page(code) for code in rule_codes() if rule_page(code).triggers]
UNSURE: Final = 6
"""Mistakes of the tables that have a fix which the checks of the result do not let pass."""


def fixed(opened: Opened) -> Fixed[Project]:
    """A project after all corrections, of which nothing is written."""
    return fix_project(opened, examine)


def of_files(files: dict[str, str], root: Path = PROJECT) -> Opened:
    """A project of texts in memory."""
    return Opened(root, tuple(TextFile(name, files[name].encode()) for name in sorted(files)), ())


def example(text: str) -> Opened:
    """A project of one more file."""
    head = "pathwayctl: 1\n" if "\nproject:" in f"\n{text}" else HEAD
    return of_files({"pathway.yaml": head, "example.yaml": text})


def known_files() -> dict[str, str]:
    """The texts of the small project in which mistakes are made."""
    return {file.name: file.data.decode() for file in read_files(PROJECT)[0]}


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in EXAMPLES])
def test_an_example_is_corrected_if_its_hint_is_clear_and_left_to_the_byte_if_not(rule: RulePage) -> None:
    before = examine(example(rule.triggers)).findings
    clear = [one for one in before if one.fix is not None]
    after = fixed(example(rule.triggers))
    if not clear:
        assert not after.transaction.changes
    kept = {one.code for one in after.after.findings}
    assert not {one.code for one in clear} & kept - {"PW202"}
    assert errors(after.after) <= errors(after.before)


def test_pages_say_which_findings_can_be_corrected() -> None:
    marked = {code for code in rule_codes() if rule_page(code).fixable}
    texts = [rule.triggers for rule in EXAMPLES] + list(ALSO.values())
    shown = {one.code for text in texts for one in examine(example(text)).findings if one.fix}
    assert marked == shown | {"PW219"}  # it is about the main file


@pytest.mark.parametrize("code", ALSO)
def test_more_that_is_corrected(code: str) -> None:
    after = fixed(example(ALSO[code]))
    assert code in {one.code for one in after.findings}
    assert code not in {one.code for one in after.after.findings}


def with_mistake(mistake: Mistake) -> Opened:
    return of_files({**known_files(), mistake.file: mistake.text})


def errors(project: Project) -> int:
    """How many errors there are that do not judge the dates."""
    return sum(one.severity is Severity.ERROR and one.code < "PW4" for one in project.findings)


@pytest.mark.parametrize("table", [pytest.param(table, id=table.stem) for table in TABLES])
def test_mistakes_become_fewer_and_a_second_run_changes_nothing(table: Path) -> None:
    refused = 0
    for mistake in mistakes(table):
        after = fixed(with_mistake(mistake))
        assert errors(after.after) <= errors(after.before), mistake
        refused += sum(one.fix is not None for one in after.after.findings)
        clear = [one for one in after.before.findings if one.fix is not None]
        assert bool(after.transaction.changes) or not clear or refused, mistake
        check_only_named_lines_changed(after)
        again = fixed(as_written(after, known_files() | {mistake.file: mistake.text}))
        assert not again.transaction.changes, mistake
    assert refused <= UNSURE


def as_written(after: Fixed[Project], files: dict[str, str]) -> Opened:
    """The project after the corrections were written."""
    new = {one.name: (one.after or b"").decode() for one in after.transaction.changes}
    return of_files(files | new)


def check_only_named_lines_changed(after: Fixed[Project]) -> None:
    """Where no line came or went, a line that changed has a finding that was corrected."""
    for change in after.transaction.changes:
        assert change.before is not None
        assert change.after is not None
        old, new = change.before.decode().split("\n"), change.after.decode().split("\n")
        if len(old) != len(new):
            continue
        named: set[int] = set()
        for one in after.findings:
            if one.file == change.name:
                named.update(lines_of(one))
        assert {row for row, pair in enumerate(zip(old, new, strict=True), 1) if pair[0] != pair[1]} <= named


def lines_of(finding: Finding) -> range:
    """The lines of a finding and of its correction; a field reaches to the end of its value."""
    place = finding.fix.position if isinstance(finding.fix, Fix) else finding.position
    first = min(place.line, finding.position.line - (not isinstance(finding.fix, Fix)))  # a list's name
    return range(first, max(place.end_line, finding.position.end_line) + 1)


DAMAGE: Final = (
    "",
    " ",
    "\t",
    ":",
    "-",
    "–",
    "“",
    "”",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "\u00a0",
    "\n",
    "é",
)


@given(st.sampled_from(sorted(known_files())), st.integers(0, 2**32), st.integers(1, 4))
def test_damaged_files_are_never_damaged_more(name: str, seed: int, times: int) -> None:
    chance = random.Random(seed)
    text = known_files()[name]
    for _ in range(times):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(DAMAGE) + text[at + chance.randrange(2) :]
    files = {**known_files(), name: text}
    after = fixed(of_files(files))
    assert of_text(after.after) <= of_text(after.before)
    check_only_named_lines_changed(after)
    again = fixed(as_written(after, files))
    assert not again.transaction.changes


def of_text(project: Project) -> int:
    """How many errors there are in the text itself."""
    return sum(one.severity is Severity.ERROR and one.code < "PW190" for one in project.findings)


def test_line_ends_and_the_mark_at_the_beginning_stay(make_project: MakeProject) -> None:
    lines = (
        "\ufeff# Ours",
        "people:",
        "  - id: dana-ruiz",
        "    name: Dana",
        "    phone: 9375550100  # desk",
        "",
    )
    text = "\r\n".join(lines)
    root = make_project({"people.yaml": text.encode()})
    (change,) = fixed(begin_reading(root, in_one_process=True)).transaction.changes
    assert change.after == text.replace("9375550100", '"9375550100"').encode()


def test_what_is_not_wanted_stays(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": TASK.replace("5d", "5 days").replace("dana-ruiz\n", "Dana\n")})
    only = fix_project(begin_reading(root, in_one_process=True), examine, lambda one: one.code == "PW211")
    assert Counter(one.code for one in only.findings) == {"PW211": 1}
    assert "PW207" in {one.code for one in only.after.findings}


def test_one_correction_uncovers_the_next(make_project: MakeProject) -> None:
    text = "persons:\n  – id: dana-ruiz\n    name: “Dana Ruiz”\n    phone: 9375550100\n    category: K-12\n"
    root = make_project({"people.yaml": text})
    after = fixed(begin_reading(root, in_one_process=True))
    assert {one.code for one in after.findings} == {"PW124", "PW201", "PW205", "PW206"}
    assert not errors(after.after)


def test_an_id_is_not_corrected_to_one_that_is_taken(make_project: MakeProject) -> None:
    text = PEOPLE + "  - {id: Dana-Ruiz, name: Dana Ruiz, category: k-12, email: e@example.org}\n"
    root = make_project({"people.yaml": text})
    assert not fixed(begin_reading(root, in_one_process=True)).transaction.changes
