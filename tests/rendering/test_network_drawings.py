"""Network diagrams as SVG and as Mermaid text: sound, readable, and the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from page_samples import HOSTILE, START, network
from pathwayctl.handouts.schedule.network_chart import Edge, NetworkChart, NetworkNode
from pathwayctl.rendering import mermaid
from pathwayctl.rendering.blocks import Figure
from pathwayctl.rendering.fonts import font_faces
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.network import arrows as wires
from pathwayctl.rendering.network import boxes as network_boxes
from pathwayctl.rendering.network.boxes import BARE, TINTS, Outline, said
from pathwayctl.rendering.network.drawing import draw, picture
from pathwayctl.rendering.network.layout import laid_out
from pathwayctl.rendering.network.metrics import SHEET, of_picture
from pathwayctl.rendering.page_builder import Desk
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.svg_primitives import CRITICAL, FAINT, INK, PAPER
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("task", "milestone", "begin", "end")


def whole(chart: NetworkChart) -> ET.Element:
    return ET.fromstring(seen(picture(chart, "Work", "Some facts.")))


def boxes(drawing: ET.Element) -> list[ET.Element]:
    return [group for group in drawing.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]


def texts(drawing: ET.Element) -> list[str]:
    return [element.text or "" for element in drawing.iter(f"{SVG}text")]


def pair(first: str = "task", second: str = "task", **changes: object) -> NetworkChart:
    """Two boxes with an arrow between them."""
    nodes = (
        NetworkNode(
            "1.1", "Sign", first, START, START, 1, 3, critical=False, done=False, group=0, owner="Dana Ruiz"
        ),
        NetworkNode("1.2", "Meet", second, START, START, 1, 0, critical=True, done=False, group=-1, owner=""),
    )
    edge = replace(Edge(0, 1, "", critical=False, member=False), **changes)  # type: ignore[arg-type]  # changes of many types
    return NetworkChart(nodes, (edge,), ("1 Build",))


def test_a_whole_picture() -> None:
    made = picture(network(14), "What waits for what", "14 boxes.")
    assert made.count(font_faces()) == 1
    check_snapshot(EXPECTED / "network.svg", made.replace(font_faces(), ""))


@pytest.mark.parametrize("size", [1, 2, 20, 117, 500])
def test_a_picture_holds_every_box_and_says_what_it_is(size: int) -> None:
    chart = network(size)
    drawing = whole(chart)
    assert len(boxes(drawing)) == size
    assert drawing.attrib["role"] == "img"
    assert drawing.findtext(f"{SVG}title") == "Work"
    described = str(drawing.findtext(f"{SVG}desc"))
    assert described.startswith("Some facts. A network of ")
    assert "Critical: 1.1 Convene the partners" in described
    assert texts(drawing)[:2] == ["Work", "Some facts."]
    sizes = re.findall(r'font-size="([\d.]+)"', ET.tostring(drawing, "unicode"))
    assert min(map(float, sizes)) >= 9


@pytest.mark.parametrize("size", [117, 500])
def test_a_large_picture_has_a_proportion_that_can_be_printed(size: int) -> None:
    wide, high = (float(whole(network(size)).attrib[name]) for name in ("width", "height"))
    assert 0.9 <= wide / high <= 2.2


def spans(box: ET.Element) -> list[tuple[float, float, float]]:
    """Left and right end and height of each text of a box, by the measure of letters."""
    found = []
    for text in box.findall(f"{SVG}text"):
        takes = width(text.text or "", float(text.attrib["font-size"]), bold="font-weight" in text.attrib)
        left = float(text.attrib["x"])
        left -= {"end": takes, "middle": takes / 2}.get(text.attrib.get("text-anchor", ""), 0)
        found.append((left, left + takes, float(text.attrib["y"])))
    return found


@pytest.mark.parametrize("look", [pytest.param(SHEET, id="sheet"), *map(of_picture, (20, 500))])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("critical", [True, False])
@pytest.mark.parametrize("title", ["Do it", "Interview every employer of the whole region soon", *HOSTILE])
def test_words_stay_within_their_box_and_apart(title: str, kind: str, critical: bool, look: object) -> None:
    chart = pair(kind)
    later = START.replace(year=2031, month=12, day=30)
    node = replace(
        chart.nodes[0], title=title, number="11.12.13", critical=critical, days=1234, slack=1499, finish=later
    )
    chart = NetworkChart((node, chart.nodes[1]), chart.edges, ("11 " + title,))
    drawing = whole(chart) if look != SHEET else ET.fromstring(seen(draw(chart, "Work", "k")))
    box = boxes(drawing)[0]
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", box.findall(f"{SVG}path")[0].attrib["d"])]
    measure = SHEET if look == SHEET else of_picture(2)
    left = 0.0
    right, top = left + measure.width, min(numbers[1], numbers[3])
    rows: dict[float, list[tuple[float, float]]] = {}
    for start, end, y in spans(box):
        assert left + 3 <= start
        assert end <= right - 3
        assert y <= top + measure.height
        rows.setdefault(y, []).append((start, end))
    for row in rows.values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(row)))
    heights = sorted(rows)
    assert all(below - above >= 1 for above, below in pairwise(heights))


@pytest.mark.parametrize("first", KINDS)
@pytest.mark.parametrize("second", KINDS)
def test_arrows_begin_and_end_at_the_edges_of_their_boxes(first: str, second: str) -> None:
    chart = pair(first, second)
    (band,) = laid_out(len(chart.nodes), chart.edges, SHEET)
    outlines = {
        box.node: Outline(chart.nodes[box.node].kind, box.x, box.y, SHEET.width, SHEET.height)
        for box in band.boxes
    }
    (course,) = wires.courses(chart, band, outlines)
    assert course.start == (SHEET.width, outlines[0].middle)
    assert course.end == (SHEET.pitch, outlines[1].middle)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [3, 40])
def test_many_arrows_are_spread_along_the_edge(kind: str, size: int) -> None:
    nodes = tuple(replace(node, kind="task") for node in network(size).nodes)
    nodes = (*nodes, replace(nodes[0], kind=kind))
    edges = tuple(Edge(n, size, "SS", critical=False, member=False) for n in range(size))
    chart = NetworkChart(nodes, edges, network(size).groups)
    look = replace(SHEET, highest=100)
    (band,) = laid_out(len(chart.nodes), chart.edges, look)
    outlines = {
        box.node: Outline(chart.nodes[box.node].kind, box.x, box.y, look.width, look.height)
        for box in band.boxes
    }
    ends = sorted(course.end for course in wires.courses(chart, band, outlines))
    outline = outlines[size]
    ys = sorted(y for _, y in ends)
    assert outline.y < ys[0]
    assert ys[-1] < outline.y + outline.height
    assert len(set(ys)) == size
    for x, y in ends:
        assert x == pytest.approx(outline.side(y, right=False))
        assert outline.x <= x <= outline.x + 6
    origins = {
        course.wire.edge: (course.start[1], course.end[1]) for course in wires.courses(chart, band, outlines)
    }
    rising = sorted(origins.values())
    assert all(above[1] < below[1] for above, below in pairwise(rising))  # no two cross


def test_what_is_critical_has_a_double_edge_and_a_word() -> None:
    plain, critical = boxes(whole(pair()))
    assert len(critical.findall(f"{SVG}path")) == len(plain.findall(f"{SVG}path")) + 1
    assert "CRITICAL" in texts(critical)
    assert "CRITICAL" not in texts(plain)
    assert "float 3" in texts(plain)
    assert "Critical: a delay moves the finish" in texts(whole(pair()))


@pytest.mark.parametrize(
    ("changes", "stroke", "word"),
    [
        ({}, 'stroke-width="1"', "Goes before"),
        ({"critical": True}, 'stroke-width="2.6"', "Goes before, and decides the date"),
        ({"member": True}, "stroke-dasharray", "Is in the group"),
        ({"words": "SS+3d"}, "SS+3d", "SS: start to start, +2d: 2 working days later"),
        ({"words": "FF"}, "FF", "FF: finish to finish"),
        ({"words": "+7ed"}, "+7ed", "+2ed: 2 calendar days later"),
    ],
)  # fmt: skip
def test_each_kind_of_arrow_has_its_look_and_its_words(
    changes: dict[str, object], stroke: str, word: str
) -> None:
    drawing = whole(pair(**changes))  # type: ignore[arg-type]  # changes of many types
    assert stroke in ET.tostring(drawing, "unicode")
    assert word in texts(drawing)
    if changes:
        assert word not in texts(whole(pair()))


def test_arrows_to_other_bands_are_named_in_words() -> None:
    chart = network(60, 9)
    drawing = whole(chart)
    named = [text for text in texts(drawing) if text.startswith(("to ", "from "))]
    assert named
    assert "The arrow goes on at that number" in texts(drawing)
    assert any(re.fullmatch(r"Part 1 of \d", text) for text in texts(drawing))


@pytest.mark.parametrize(
    ("room", "text"),
    [
        (400, "to 1.3, 1.2 SS+2d, 1.4, start of 1"),
        (140, "to 1.3, 1.2 SS+2d +2 more"),
        (92, "to 1.3 +3 more"),
        (20, "to 4 others"),
    ],
)
def test_references_name_as_many_as_there_is_room_for_and_critical_ones_first(room: float, text: str) -> None:
    edges = tuple(Edge(0, n, "SS+2d" if n == 1 else "", critical=n == 2, member=False) for n in range(1, 5))
    chart = NetworkChart(network(6).nodes, edges, network(6).groups)
    assert wires.named(chart, range(4), "to", room) == text
    assert wires.named(chart, [1], "to", 10) == "to 1.3"


def test_what_is_linked_to_nothing_stands_below_a_heading() -> None:
    chart = NetworkChart(network(3).nodes, (), network(3).groups)
    assert "Tasks without predecessors or successors" in texts(whole(chart))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "1.1 Sign: Jan 4, 2027, 1 day, float of 3 days, Dana Ruiz"),
        ({"finish": START.replace(day=9), "days": 5}, "1.1 Sign: Jan 4 – Jan 9, 2027, 5 days, float of"),
        ({"finish": START.replace(year=2028)}, "1.1 Sign: Jan 4, 2027 – Jan 4, 2028"),
        ({"kind": "milestone", "critical": True}, "1.1 Sign: Jan 4, 2027, milestone, critical, Dana Ruiz"),
        ({"kind": "begin", "finish": START.replace(day=9)}, "Start of 1.1 Sign: Jan 4, 2027, float"),
        ({"kind": "end", "finish": START.replace(day=9)}, "End of 1.1 Sign: Jan 9, 2027, float"),
        ({"done": True}, "1.1 Sign: Jan 4, 2027, 1 day, done, Dana Ruiz"),
    ],
)
def test_a_box_in_words(changes: dict[str, object], words: str) -> None:
    assert said(replace(pair().nodes[0], **changes)).startswith(words)  # type: ignore[arg-type]  # changes of many types


def test_a_page_has_a_drawing_for_each_band_with_one_legend() -> None:
    drawn = list(ET.fromstring(f"<all>{seen(draw(network(60), 'Work', 'k'))}</all>"))
    assert len(drawn) > 2
    assert sum(len(boxes(sheet)) for sheet in drawn) == 60
    assert ["Task" in texts(sheet) for sheet in drawn] == [True] + [False] * (len(drawn) - 1)
    assert drawn[0].findtext(f"{SVG}title") == f"Work, part 1 of {len(drawn)}"
    for sheet in drawn:
        _, _, wide, high = map(float, sheet.attrib["viewBox"].split())
        assert wide == 998
        assert high <= 732  # letter paper across
    ids = re.findall(r' id="([^"]+)"', draw(network(60), "Work", "k"))
    assert len(ids) == len(set(ids)) == 2 * len(drawn)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_that_mean_harm_stay_texts(text: str) -> None:
    chart = pair()
    nodes = tuple(replace(node, title=text, owner=text, number=text[:9]) for node in chart.nodes)
    drawing = ET.fromstring(seen(picture(NetworkChart(nodes, chart.edges, (text,)), text, text)))
    assert {element.tag for element in drawing.iter()} <= {
        SVG + tag for tag in ("svg", "title", "desc", "style", "rect", "path", "text", "g")
    }
    assert " ".join(seen(text).split()) in " ".join(str(boxes(drawing)[0].findtext(f"{SVG}title")).split())


def test_the_same_network_is_the_same_drawing() -> None:
    assert picture(network(117), "Work", "Facts") == picture(network(117), "Work", "Facts")


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ground", [PAPER, BARE, *TINTS, "#e2e6ec"])
@pytest.mark.parametrize("ink", [INK, FAINT, CRITICAL])
def test_words_and_lines_stand_out_from_every_ground(ink: str, ground: str) -> None:
    """The contrast of WCAG 2.2, 4.5 to 1 for words."""
    light, dark = luminance(ground), luminance(ink)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_template_can_show_a_network() -> None:
    desk = Desk()
    token = desk.figure("The work", "What waits for what.", network(8))
    (figure,) = desk.assembled(token)
    assert figure == Figure("The work", "What waits for what.", network(8))


def test_a_network_as_mermaid_text() -> None:
    (block,) = mermaid.network_blocks(network(8))
    lines = block.splitlines()
    assert lines[:2] == ["```mermaid", "flowchart LR"]
    assert lines[-1] == "```"
    second = "1.2 Sign the memorandum of understanding<br/>Jan 9, 2027 to Jan 13, 2027<br/>5 days<br/>done"
    assert f'    n1["{second}"]' in lines
    assert any(line.startswith('    n2{{"1.3 Map programs') for line in lines)
    assert any(line.startswith('    n4(["start of 1 Draft') for line in lines)
    assert "    n0 ==> n3" in lines
    assert "    n0 -->|SS+2d| n1" in lines
    assert "    n3 -.->|FF| n5" in lines
    assert lines.count("    end") == sum("subgraph" in line for line in lines)


def test_a_large_network_is_written_in_several_blocks() -> None:
    found = list(mermaid.network_blocks(network(200)))
    assert len(found) == 3
    assert sum(len(re.findall(r"^    n\d+(?:\[|\{\{|\(\[).*<br/>", block, re.M)) for block in found) == 200
    assert sum(len(re.findall(r"^    n\d+ (?:-|=)", block, re.M)) for block in found) == len(
        network(200).edges
    )
    assert all(len(block) < 50_000 for block in found)
    assert '    n79(["14.2"])' in found[1].splitlines()
    chart = NetworkChart(network(60).nodes, tuple(network(60).edges[:1] * 450), network(60).groups)
    first, second = mermaid.network_blocks(chart)
    assert first.count("\n") == 3
    assert second.count("-->") == 401
    assert '    m1(["50 more"]) --> n1' in second.splitlines()
    unlinked = NetworkChart(tuple(replace(node, group=-1) for node in network(3).nodes), (), ())
    (block,) = mermaid.network_blocks(unlinked)
    assert "subgraph" not in block


@pytest.mark.parametrize("size", [2, 20, 500])
def test_the_day_of_a_critical_milestone_stands_there_as_a_whole(size: int) -> None:
    day = START.replace(month=11, day=30)
    chart = network(size)
    node = replace(chart.nodes[0], kind="milestone", critical=True, start=day, finish=day)
    drawing = whole(replace(chart, nodes=(node, *chart.nodes[1:])))
    assert any(text in ("Nov 30, 2027", "Nov 30, 2027 · CRITICAL") for text in texts(drawing))


def test_after_a_change_of_a_title_only_its_box_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[str] = []

    def counted(node: NetworkNode) -> str:
        worded.append(node.title)
        return said(node)

    monkeypatch.setattr(network_boxes, "said", counted)
    before = network(14)
    after = replace(before, nodes=(replace(before.nodes[0], title="Another"), *before.nodes[1:]))
    network_boxes.box.cache_clear()
    first = draw(before, "Work", "k")
    assert len(worded) == len(before.nodes)
    worded.clear()
    again = draw(after, "Work", "k")
    assert worded == ["Another"]
    regrouped = replace(after, groups=tuple(f"{name} too" for name in after.groups))
    other = draw(regrouped, "Work", "k")
    network_boxes.box.cache_clear()
    assert [draw(one, "Work", "k") for one in (before, after, regrouped)] == [first, again, other]
    assert other != again
