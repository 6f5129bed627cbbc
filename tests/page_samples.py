"""Pages for tests: one with every block, charts of any length, and texts that mean harm."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pathwayctl.handouts.schedule.gantt_chart import Bar, ChartLink, GanttChart
from pathwayctl.handouts.schedule.network_chart import Edge, NetworkChart, NetworkNode
from pathwayctl.handouts.tables import Head, Mark
from pathwayctl.rendering.blocks import (
    Block,
    Checklist,
    Facts,
    Figure,
    Heading,
    Items,
    Lines,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from pathwayctl.rendering.pages import Frame, Page

DAY: Final = timedelta(days=1)
START: Final = date(2027, 1, 4)

HOSTILE: Final = (
    "<script>alert(1)</script>",
    "</style></title></svg><img src=x onerror=alert(1)>",
    "a | b | c",
    "`code` ```fence```",
    "\"double\" 'single' & &amp; &lt;",
    "]]> <!-- --> <![CDATA[",
    "one\ntwo\n\nfour",
    "שלום עולם مرحبا \u202eback",
    "👩‍🏫 emoji ☑ 🎓",
    "- not a list",
    "1. not a number",
    "# not a heading",
    "section a: b; c #1 %% done",
    "*bold* _slanted_ ~~gone~~ [a](http://b) ![c](d) <http://e>",
    "--- === +++ > quoted",
    "{{ 7 * 7 }} {% raw %}",
    "\x00\x07 bell \x1b[31m red \ud800 half",
    "    four spaces\ttab",
    "x" * 300,
)

FRAME: Final = Frame(
    project="Colorado advanced manufacturing pathways",
    handout="4B",
    packet_title="Planning the work",
    version="As of March 1, 2027",
    source="Designing a Career Pathways System, chapter 4, handout 4B",
    links=(("All pages", "index.html"), ("Previous: 4A", "4a.html"), ("Next: 4C", "4c.html")),
)

_TITLES: Final = (
    "Convene the partners", "Sign the memorandum of understanding", "Map programs and credentials",
    "Interview employers about skills that are hard to find", "Draft the course sequence",
    "Review the draft with faculty", "Hold the kickoff meeting", "Collect outcome data",
)  # fmt: skip


def chart(size: int, days: int = 330) -> GanttChart:
    """A chart of ``size`` bars over ``days`` days: groups of six under a summary, with milestones."""
    bars, links, last = [], [], days - 1
    for row in range(size):
        group, place = divmod(row, 6)
        first = min(row * last // max(size, 1), last)
        length = 0 if place == 5 else (35 if place == 0 else 6 + row * 7 % 19)
        kind = ("summary", "task", "task", "task", "task", "milestone")[place]
        bars.append(
            Bar(
                label=_TITLES[row % len(_TITLES)],
                wbs=f"{group + 1}" if place == 0 else f"{group + 1}.{place}",
                kind=kind,
                depth=0 if place == 0 else 1,
                start=START + first * DAY,
                finish=START + min(first + length, last) * DAY,
                critical=row % 4 == 2,
                complete=max(0, 100 - row * 18) if kind == "task" else 0,
                note="Dana Ruiz" if row % 3 else "",
            )
        )
        if place > 1:
            links.append(ChartLink(row - 1, row))
    weekends = [(START + n * DAY, START + (n + 1) * DAY) for n in range(5, days - 1, 7)]
    shaded = tuple(weekends) if days <= 190 else ((date(2027, 12, 20), date(2027, 12, 31)),)
    return GanttChart(
        START, START + last * DAY, tuple(bars), tuple(links), shaded, START + min(56, last) * DAY
    )


def network(size: int, reach: int = 4) -> NetworkChart:
    """A network of ``size`` boxes in groups of six; each goes before the next, and some before others."""
    nodes, edges = [], []
    for box in range(size):
        group, place = divmod(box, 6)
        kind = ("task", "task", "milestone", "task", "begin", "end")[place]
        start = START + 5 * box * DAY
        nodes.append(
            NetworkNode(
                number=f"{group + 1}" if kind in ("begin", "end") else f"{group + 1}.{place + 1}",
                title=_TITLES[box % len(_TITLES)],
                kind=kind,
                start=start,
                finish=start if kind == "milestone" else start + 4 * DAY,
                days=0 if kind == "milestone" else 5,
                slack=box % 7,
                critical=box % 3 == 0,
                done=box == 1,
                group=group if box % 11 else -1,
                owner="Dana Ruiz" if box % 2 else "",
            )
        )
        for step in dict.fromkeys((1, 3, reach)) if box % 5 else (2,):
            if step <= box:
                words = ("", "SS+2d", "FF")[box % 3]
                edges.append(Edge(box - step, box, words, step == 3 and box % 3 == 0, box % 6 == 5))
    return NetworkChart(tuple(nodes), tuple(edges), tuple(_TITLES[g % 8] for g in range(size // 6 + 1)))


def _tasks(size: int) -> Table:
    marks: list[Mark] = ["summary" if n % 6 == 0 else "critical" if n % 4 == 2 else "" for n in range(size)]
    rows = [
        (
            f"{n // 6 + 1}.{n % 6} {_TITLES[n % len(_TITLES)]}",
            "Dana Ruiz",
            f"{n % 9 + 1}",
            "Jan 4, 2027",
            "Jan 15, 2027",
            "yes" if n % 4 == 2 else "no",
            f"{n % 5}",
            "1.1\n1.2 FS+3d" if n % 3 else "",
        )
        for n in range(size)
    ]
    return Table(
        "Tasks with their dates",
        (
            Head("Task", "left", "wide"),
            Head("Owner"),
            Head("Days", "right"),
            Head("Start", "left", "narrow"),
            Head("Finish", "left", "narrow"),
            Head("Critical", "center"),
            Head("Total float", "right"),
            Head("Waits for"),
        ),
        tuple(rows),
        tuple(0 if n % 6 == 0 else 1 for n in range(size)),
        tuple(marks),
        "Days are working days.",
    )


BLOCKS: Final[tuple[Block, ...]] = (
    Paragraph(
        "The group turns every requirement into tasks that someone can be held to. Read each line "
        "aloud once; whoever owns it says whether the dates can be kept."
    ),
    Facts((("Date", "Thursday, April 15, 2027"), ("Place", "Front Range Community College\nRoom 204"))),
    Notice("Nobody owns “Collect outcome data” yet.", "gap"),
    Notice("Dates are counted in working days.", "note"),
    Notice("Groups of three finish this in half an hour.", "tip"),
    Heading("What to bring"),
    Items(("The framework of your industry", "Dates that cannot move", "A pencil")),
    Heading("How it goes", 3),
    Items(("Break the requirement down.", "Estimate time and cost.", "Name an owner."), ordered=True),
    Heading("In detail", 4),
    Paragraph("Milestones take no time; they say that something is there."),
    Table(
        "Elements by votes",
        (Head("Element"), Head("Votes", "right"), Head("Why")),
        (
            ("Multiple entry and exit points", "7", "Learners come back at any age"),
            ("Credentials of value", "4", ""),
            ("All votes", "11", ""),
        ),
        (),
        ("", "", "total"),
    ),
    _tasks(14),
    Table("Room for more", (Head("No."), Head("Work"), Head("Who")), (("1", "", ""), ("2", "", ""))),
    Table(
        "Whom to ask",
        (Head("Name"), Head("E-mail address")),
        (("Dana Ruiz", "dana.ruiz.of.the.northern.office@example-community-college.org"),),
    ),
    Table("Roles nobody fills", (Head("Role"), Head("Sector")), ()),
    Checklist("Before the meeting", (("Room booked", True), ("Slides ready", False), ("Copies made", False))),
    Lines("Your three most important tasks", 3),
    PageBreak(),
    Heading("The work on a calendar"),
    Figure("The first months", "Twenty-five bars from January 4 to May 23, 2027.", chart(25, 140)),
    Figure("What waits for what", "Fourteen boxes and the arrows between them.", network(14)),
)  # fmt: skip

PAGE: Final = Page("Sequence of activities", BLOCKS)


def hostile_page() -> Page:
    """Every hostile text in every block."""
    blocks: list[Block] = []
    for number, text in enumerate(HOSTILE):
        words = " ".join(text.split())
        blocks += [Heading(words), Paragraph(words), Notice(text, "gap"), Lines(text, 1)]
        blocks.append(Checklist(text, ((text, True), (text, False))))
        blocks.append(Items((text, text), ordered=bool(number % 2)))
        blocks.append(Facts(((text, text),)))
        blocks.append(Table(text, (Head(text), Head("Right", "right")), ((text, text),), note=text))
    bars = tuple(
        Bar(text, f"{n}", kind, 0, START, START + 9 * DAY, n % 2 == 0, 50, text)
        for n, text in enumerate(HOSTILE)
        for kind in ("summary", "task", "milestone")
    )
    blocks.append(Figure(HOSTILE[0], HOSTILE[1], GanttChart(START, START + 30 * DAY, bars, (), (), None)))
    boxes = tuple(
        NetworkNode(f"{n}", text, kind, START, START + 9 * DAY, 8, 2, n % 2 == 0, n == 1, 0, text)
        for n, text in enumerate(HOSTILE)
        for kind in ("task", "milestone", "begin")
    )
    edges = tuple(Edge(n - 1, n, "SS", critical=False, member=False) for n in range(1, len(boxes)))
    blocks.append(Figure(HOSTILE[1], HOSTILE[0], NetworkChart(boxes, edges, (HOSTILE[1],))))
    return Page(HOSTILE[0], tuple(blocks))


def hostile_frame() -> Frame:
    """A frame whose every part means harm."""
    bad = HOSTILE[1]
    links = ((bad, "javascript:alert(1)"), (bad, "//evil.example"), (bad, '"><script>'), ("Right", "a.html"))
    return Frame(bad, bad, bad, bad, bad, links)
