"""The sample pages as HTML, with the built-in style."""

from __future__ import annotations

from typing import Final

from html_texts import write_combined, write_index, write_page
from page_samples import BLOCKS, FRAME, PAGE, chart, hostile_frame, hostile_page
from pathwayctl.rendering.blocks import Figure, Heading
from pathwayctl.rendering.pages import Contents, ContentsEntry, Frame, Front, Page
from pathwayctl.rendering.templates import Templates

STYLE: Final = str(Templates(None).stylesheet())
FRONT: Final = Frame(FRAME.project, packet_title=FRAME.packet_title, version=FRAME.version)
_LONG = Page("The whole schedule", (Heading("Chart"), Figure("All work", "A hundred bars.", chart(100, 700))))
_ENTRIES = (
    ContentsEntry("4A Requirements", "4a.html", "What the system needs, area by area."),
    ContentsEntry(
        "4B Sequence of activities", "4b.html", "Who does what, in which order, and when it is done."
    ),
    ContentsEntry("4C Risks", "4c.html"),
)
_PURPOSE = "For the second planning meeting: groups put the tasks in order and look at the dates together."
_SHEETS = (
    (Page("Elements", BLOCKS[:12]), FRAME),
    (PAGE, FRAME),
    (Page("Elements again", BLOCKS[:12]), FRAME),
)

PAGES: Final = {
    "every_block": write_page(PAGE, FRAME, STYLE),
    "hostile": write_page(hostile_page(), hostile_frame(), STYLE),
    "long_chart": write_page(_LONG, FRAME, STYLE),
    "index": write_index(FRONT, Front(_PURPOSE), (Contents("", _ENTRIES, ordered=True),), STYLE),
    "combined": write_combined(FRONT, Front(), _SHEETS, STYLE),
}
