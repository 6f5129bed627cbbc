"""The first page, the index of all handouts, and the calendars beside the pages of people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import MakeProject

FILES = {
    "pathway.yaml": "pathwayctl: 1\nproject: {name: Example, start: 2027-01-04, status_date: 2027-02-01}\n",
    "people.yaml": "people:\n  - {id: dana, name: Dana Ruiz, title: Dean, category: k-12}\n",
    "work.yaml": """\
tasks:
  - {id: draft, title: Draft it, duration: 5d, owner: dana, deadline: 2027-01-08}
meetings:
  - {id: first, title: First meeting, kind: kickoff, date: 2027-02-03, invited: [dana], place: Room 5}
  - {id: later, title: Later meeting, kind: board, date: 2027-03-03, invited: [dana]}
""",
}
_LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("render", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, ``project`` in the current folder."""
    root = make_project(FILES)
    monkeypatch.chdir(root.parent)
    return root


def test_the_first_page_begins_with_the_next_meeting_and_what_is_late(project: Path, command: Run) -> None:
    assert command("render", "project", "--format", "md").code == 0
    front = (project / "build/index.md").read_text()
    assert front.count("Example") == 1
    meeting, late, packets = (
        front.index(words)
        for words in ("## Next meeting: First", "## What is late", "## Packets and handouts")
    )
    assert meeting < late < packets
    assert "Room 5" in front[meeting:late]
    assert "[Kickoff packet](kickoff/index.md) (Feb 3, 2027)" in front[meeting:late]
    assert "| Draft it | Task | Dana Ruiz | Jan 8, 2027 |" in front[late:packets]
    command("render", "project", "--format", "md", "--audience", "public")
    front = (project / "build/index.md").read_text()
    assert "First meeting" in front
    assert "What is late" not in front


def test_the_index_has_groups_dates_and_all_titles(project: Path, command: Run) -> None:
    assert command("render", "project", "--format", "md", "--audience", "internal").code == 0
    index = (project / "build/handouts/index.md").read_text()
    headings = re.findall("(?m)^## (.*)$", index)
    assert headings == [
        "Meetings, by date",
        "Packets",
        "Handouts, by topic",
        "Pages for one person or organization",
        "All titles, from A to Z",
    ]
    assert index.index("### Feb 3, 2027: First meeting") < index.index("### Mar 3, 2027: Later meeting")
    assert "### Dana Ruiz\n\nDean\n" in index
    made = {path.name for path in (project / "build/handouts").glob("*.md")} - {"index.md"}
    assert set(re.findall(r"\]\(([^)/]+)\)", index.partition("## All titles")[2])) == made


def test_no_link_of_a_page_is_dead(project: Path, command: Run) -> None:
    assert command("render", "project", "--format", "html,md", "--audience", "internal").code == 0
    links = [
        (path, path.parent / link)
        for path in (project / "build").rglob("*.md")
        for link in _LINK.findall(path.read_text())
    ]
    assert len(links) > 100
    assert [link for link in links if not link[1].is_file()] == []


def test_indexes_link_to_pdfs_with_their_sheets(project: Path, command: Run) -> None:
    assert command("render", "project", "--packet", "board", "--format", "html,pdf").code == 0
    index = (project / "build/board/index.html").read_text()
    assert re.search(r'href="board.pdf">board.pdf</a></span> <span class="detail"><span>\d+ sheets<', index)
    assert 'href="board/board.pdf">PDF</a>' in (project / "build/index.html").read_text()


@pytest.mark.parametrize(
    ("words", "folder"), [(("--for", "dana"), "for-dana"), (("--audience", "internal"), "handouts")]
)
def test_the_dates_of_people_are_beside_their_assignments(
    words: tuple[str, ...], folder: str, project: Path, command: Run
) -> None:
    assert command("render", "project", *words).code == 0
    dates = project / "build" / folder / "dana.ics"
    page = (project / "build" / folder / "assignments-dana.md").read_text()
    assert "Your dates for a calendar: [dana.ics](dana.ics)" in page
    assert (
        command("export", "ics", "project", "--for", "dana", "--audience", "internal", "-o", "x.ics").code
        == 0
    )
    assert dates.read_bytes() == Path("x.ics").read_bytes()
    command("render", "project", "--audience", "partners")
    assert not dates.exists()
