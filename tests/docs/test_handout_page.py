"""docs/handouts.md: every handout as a picture, with what feeds it. Made from the program, so always true."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from coverage_map import EVERY, rows
from handout_samples import Sample, samples

from pathwayctl.evidence.packets import PACKETS
from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.outreach.agenda import HANDOUT as AGENDA
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.wording import listed
from snapshots import check_snapshot

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
PICTURES: Final = DOCS / "pictures" / "handouts"
LARGEST: Final = 70_000
"""Bytes of a picture: all of them together are looked at on one page."""
MOST_HEADINGS: Final = 4
WHO: Final = {
    Audience.PUBLIC: "everyone",
    Audience.PARTNERS: "partners and the project's staff",
    Audience.INTERNAL: "the project's staff, and the person it is made for",
}
HEAD: Final = """\
# The handouts

Every handout that `pathwayctl render` makes, in the order in which a facilitator meets them. The pictures
show the top of a page from one of the [examples](../examples); in a new project the same page is a form
to fill in by hand.

- **Fed by** names the sections of a project that it shows; [Sections and fields](fields.md) explains
  each of them.
- **For** is the widest audience that may see it. Pages are made for partners, without what is for your own
  staff only. `--audience internal` includes that too; `--audience public` leaves out what is for partners.
- **Guides** names the guides that it belongs to. A project that follows none of them gets it only if it has
  content for it, or if you ask for it by name.
- **In** names the packets that contain it: `pathwayctl render --packet kickoff`. Each handout can also
  be made by itself, by its id or its title: `pathwayctl render --handout 4b`.

A project can change the text and the layout of any of them: see [For facilitators](facilitators.md).
`pathwayctl render --list` shows this list on the screen, with a project's own handouts and packets.
"""


def test_the_page_of_handouts() -> None:
    contents = ["| handout | what it is for | id |", "| --- | --- | --- |"]
    contents += [f"| [{_name(one)}](#{_anchor(one)}) | {one.about} | `{one.id}` |" for one in HANDOUTS]
    parts = [line for sample in samples() for line in _part(sample)]
    check_snapshot(DOCS / "handouts.md", "\n".join([HEAD, *contents, *parts]) + "\n")


def test_every_handout_has_its_picture() -> None:
    pictures = {path.stem: path.read_bytes() for path in PICTURES.iterdir()}
    assert pictures.keys() == {handout.id for handout in HANDOUTS}, "run “make pictures”"
    for name, picture in pictures.items():
        assert picture.startswith(b"\x89PNG"), name
        assert 5_000 < len(picture) < LARGEST, name
        width, height = (int.from_bytes(picture[place : place + 4]) for place in (16, 20))
        assert width == 640, name
        assert height <= 900, name


def _part(sample: Sample) -> Iterator[str]:
    handout = sample.handout
    yield from ("", f'<a id="{_anchor(handout)}"></a>', "", f"## {_name(handout)}", "", handout.about, "")
    yield f"- Fed by: {_fed_by(handout)}"
    yield f"- For: {WHO[handout.audience]}"
    yield f"- Guides: {', '.join(f'`{guide.value}`' for guide in handout.guides) or 'all'}"
    yield f"- In: {_packets(handout)}"
    yield f"- Made with: `pathwayctl render --handout {handout.id}`"
    yield f"- Source: {handout.source}"
    yield from ("", f"![{_alt(sample)}](pictures/handouts/{handout.id}.png)")


def _name(handout: Handout) -> str:
    return f"{handout.number}: {handout.title}" if handout.number else handout.title


def _anchor(handout: Handout) -> str:
    return f"handout-{handout.id}"


def _fed_by(handout: Handout) -> str:
    """The sections that the map of the guides names on the rows of a handout."""
    found = {
        section.partition(".")[0]
        for name in (*(guide.value for guide in Guide), EVERY)
        for row in rows(name)
        if handout.id in row.handouts.references
        for section in row.sections.references
    }
    return ", ".join(f"`{section}:`" for section in sorted(found)) or "what is computed from the plan"


def _packets(handout: Handout) -> str:
    if handout.id == AGENDA.id:
        return "every packet, as its first page"
    found = [packet.id for packet in PACKETS if handout.id in packet.handouts]
    if len(found) == len(PACKETS):
        return "every packet"
    return ", ".join(f"`{name}`" for name in found) or "no packet; made only by itself"


def _alt(sample: Sample) -> str:
    place = "northern Colorado" if sample.example == "colorado_sector" else "a state agency"
    first = [f"“{heading}”" for heading in sample.headings[:MOST_HEADINGS]]
    introduction = "whose first parts are" if len(sample.headings) > len(first) else "whose parts are"
    below = f", {introduction if len(first) > 1 else 'whose part is'} {listed(first)}" if first else ""
    return f"Top of the page “{sample.page.title}” of the example from {place}{below}."


def test_a_picture_is_made_by_a_script_that_runs_by_itself() -> None:
    """As ``make pictures`` runs it: with nothing on its path but its own folder."""
    code = "import make_pictures as m; assert m._first_sheet(m.samples()[0])[1:4] == b'PNG'"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent, env=environment, check=True)
