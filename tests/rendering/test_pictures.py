"""The pictures as SVG: nothing outside, nothing on top of another thing, and the same in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final
from xml.etree import ElementTree as ET

import pytest

import picture_samples as samples
from html_texts import write_combined, write_page
from page_samples import HOSTILE
from pathwayctl.handouts.evaluation.measure_chart import MeasureChart
from pathwayctl.rendering.blocks import Figure
from pathwayctl.rendering.charts import organization, pathway
from pathwayctl.rendering.charts.boxes import shared_widths
from pathwayctl.rendering.charts.frame import BLUE, SHADES, shared_out
from pathwayctl.rendering.drawings import DRAWINGS, diagrams, draw
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.markdown import write_page as write_markdown
from pathwayctl.rendering.page_builder import Desk
from pathwayctl.rendering.pages import Frame, Front, Page
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.svg_primitives import CRITICAL, FAINT, INK, PAPER

SVG: Final = "{http://www.w3.org/2000/svg}"
SHEET: Final = 634
"""The height that a picture is printed at without being made smaller, in its own units."""
each = pytest.mark.parametrize("chart", samples.EACH.values(), ids=samples.EACH)


@dataclass(frozen=True)
class Area:
    """A rectangle on a drawing, and what is there."""

    left: float
    top: float
    right: float
    bottom: float
    what: str = ""

    def holds(self, other: Area, slack: float = 0.5) -> bool:
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Area, slack: float = 0.5) -> bool:
        return (
            self.left < other.right - slack
            and other.left < self.right - slack
            and self.top < other.bottom - slack
            and other.top < self.bottom - slack
        )


def sheets(chart: object, title: str = "Work", key: str = "k") -> list[ET.Element]:
    return list(ET.fromstring(f"<all>{seen(str(draw(chart, title, key)))}</all>"))


def placed(element: ET.Element, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[ET.Element, float, float]]:
    """Each element with how far its groups have moved it."""
    found = re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
    if found:
        x, y = x + float(found[1]), y + float(found[2])
    yield element, x, y
    for child in element:
        yield from placed(child, x, y)


def texts(sheet: ET.Element) -> list[Area]:
    found = []
    for element, x, y in placed(sheet):
        if element.tag == f"{SVG}text":
            size = float(element.attrib["font-size"])
            takes = width(element.text or "", size, bold="font-weight" in element.attrib)
            left = x + float(element.attrib["x"])
            left -= {"end": takes, "middle": takes / 2}.get(element.get("text-anchor", ""), 0)
            foot = y + float(element.attrib["y"])
            found.append(Area(left, foot - size * 0.75, left + takes, foot + size * 0.2, element.text or ""))
    return found


def rectangles(sheet: ET.Element) -> list[Area]:
    found = []
    for element, x, y in placed(sheet):
        if element.tag == f"{SVG}rect":
            left, top, wide, high = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
            rounded = element.get("rx", "")
            found.append(Area(x + left, y + top, x + left + wide, y + top + high, rounded))
    return found


def labels(sheet: ET.Element) -> list[Area]:
    """The small labels of ways on and off, the samples of the legend left out."""
    return [area for area in rectangles(sheet) if area.what == "7"]


def ground(sheet: ET.Element) -> Area:
    left, top, wide, high = map(float, sheet.attrib["viewBox"].split())
    return Area(left, top, left + wide, top + high)


@each
def test_nothing_stands_outside(chart: object) -> None:
    for sheet in sheets(chart):
        whole = ground(sheet)
        assert whole.right == 998
        assert whole.bottom <= SHEET
        assert [area for area in (*texts(sheet), *rectangles(sheet)) if not whole.holds(area)] == []
        for element, x, y in placed(sheet):
            if element.tag == f"{SVG}circle":
                middle, height, radius = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
                around = (x + middle - radius, y + height - radius, x + middle + radius, y + height + radius)
                assert whole.holds(Area(*around))


@each
def test_no_words_run_into_other_words(chart: object) -> None:
    for sheet in sheets(chart):
        assert [pair for pair in combinations(texts(sheet), 2) if pair[0].meets(pair[1])] == []


@each
def test_boxes_stand_apart_and_hold_their_words(chart: object) -> None:
    for sheet in sheets(chart):
        boxes = [area for area in rectangles(sheet) if area.what == "4"]
        assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []
        for words in (*texts(sheet), *labels(sheet)):
            assert [box for box in boxes if box.meets(words) and not box.holds(words)] == []
        for label in labels(sheet):
            assert [words.what for words in texts(sheet) if label.meets(words)] in (
                ["Entry point"],
                ["Exit point"],
            )


@each
def test_letters_are_large_enough(chart: object) -> None:
    for sheet in sheets(chart):
        sizes = [float(element.attrib["font-size"]) for element in sheet.iter(f"{SVG}text")]
        assert min(sizes) * 60 * 16 / 998 > 11  # pixels of a screen: no picture is narrower than 60rem
        assert min(sizes) * 698 / 998 > 8  # points of a sheet across


@each
def test_each_part_says_what_it_shows(chart: object) -> None:
    found = sheets(chart)
    for place, sheet in enumerate(found, 1):
        part = f", part {place} of {len(found)}" if len(found) > 1 else ""
        assert sheet.attrib["role"] == "img"
        assert sheet.findtext(f"{SVG}title") == f"Work{part}"
        assert len(str(sheet.findtext(f"{SVG}desc"))) > 10


@each
def test_ids_are_unique_and_the_same_facts_are_the_same_picture(chart: object) -> None:
    both = draw(chart, "Work", "b1") + draw(chart, "Work", "b2")
    ids = re.findall(r' id="([^"]+)"', both)
    assert len(ids) == len(set(ids)) == 4 * len(sheets(chart))
    assert draw(chart, "Work", "b1") == draw(chart, "Work", "b1")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda text: samples.engagement(7, text), id="engagement"),
        pytest.param(lambda text: samples.risks(7, text), id="risks"),
        pytest.param(lambda text: samples.measures(4, text), id="measures"),
        pytest.param(lambda text: samples.heat(2, 3, text), id="heat"),
        pytest.param(lambda text: samples.pathway(7, text=text), id="pathway"),
        pytest.param(lambda text: samples.organization(2, 2, text), id="organization"),
        pytest.param(lambda text: samples.career_ladder(2, 2, text), id="ladder"),
        pytest.param(lambda text: samples.supply(3, text), id="supply"),
    ],
)
def test_texts_that_mean_harm_stay_texts(text: str, make: Callable[[str], object]) -> None:
    for sheet in sheets(make(text), text):
        assert {element.tag for element in sheet.iter()} <= {
            SVG + tag for tag in ("svg", "title", "desc", "rect", "path", "text", "g", "circle")
        }
        whole = ground(sheet)
        assert [area for area in texts(sheet) if not whole.holds(area)] == []
        assert [pair for pair in combinations(texts(sheet), 2) if pair[0].meets(pair[1])] == []


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


LIGHT: Final = (
    PAPER, SHADES[1], *pathway.GROUNDS.values(), organization.TEAMS, organization.MEMBERS,
    organization.CONVENER,
)  # fmt: skip


@pytest.mark.parametrize("behind", LIGHT)
def test_words_and_marks_stand_out_from_light_grounds(behind: str) -> None:
    """The contrast of WCAG 2.1: 4.5 to 1 for words, 3 to 1 for marks."""
    assert min(contrast(ink, behind) for ink in (INK, FAINT)) >= 4.5
    assert min(contrast(mark, behind) for mark in (BLUE, CRITICAL)) >= 3


@pytest.mark.parametrize("shade", SHADES)
def test_figures_stand_out_from_every_shade(shade: str) -> None:
    assert contrast(INK, shade) >= 4.5
    assert shade == SHADES[0] or luminance(shade) < luminance(SHADES[SHADES.index(shade) - 1])


@pytest.mark.parametrize(
    ("rows", "ends"),
    [
        (0, []),
        (5, [(0, 5)]),
        (6, [(0, 5), (5, 6)]),
        (13, [(0, 5), (5, 13)]),
        (14, [(0, 5), (5, 9), (9, 14)]),
    ],
)
def test_rows_are_shared_out_evenly(rows: int, ends: list[tuple[int, int]]) -> None:
    assert shared_out(rows, 5, 8) == ends


def words(chart: object) -> str:
    return " / ".join(area.what for sheet in sheets(chart) for area in texts(sheet))


def test_the_engagement_grid_has_a_row_for_everyone_and_only_the_legend_it_needs() -> None:
    chart = samples.engagement(60, "Lee")
    assert words(chart).count("Lee / Lee") == 60
    assert "May be less engaged" in words(chart)
    raised = replace(chart, lines=tuple(line for line in chart.lines if line.now < line.wanted)[:3])
    assert words(raised).endswith("Current level / Desired level / Should become more engaged") or (
        "Should become more engaged" in words(raised) and "May be less" not in words(raised)
    )
    same = replace(chart, lines=(replace(chart.lines[0], wanted=chart.lines[0].now),))
    assert "Current and desired: no change needed" in words(same)
    assert "Should become" not in words(same)
    assert sheets(same)[0].findtext(f"{SVG}desc") == "One person, each on the level that is desired."


def test_every_risk_stands_in_its_cell_and_in_the_key() -> None:
    (sheet,) = sheets(samples.risks(9, "Late data"))
    hovers = [element.text for element in sheet.iter(f"{SVG}title")][1:]
    assert len(hovers) == 9
    assert hovers[0] == "7 Late data: external"
    assert "1 Late data: external, an opportunity" in hovers
    assert words(samples.risks(9, "Late data")).count("Late data") == 9
    described = str(sheet.findtext(f"{SVG}desc"))
    assert described.startswith("high likelihood, high impact: 1 risk, 9; high likelihood, medium impact")


def test_more_risks_than_a_cell_can_hold_are_counted_and_stand_in_the_key() -> None:
    chart = samples.risks(250, "Late data", cells=1)
    assert "and 215 more" in words(chart)
    assert words(chart).count("Late data") == 250


@pytest.mark.parametrize(("external", "shape"), [(False, "circle"), (True, "rect")])
def test_where_a_risk_comes_from_is_told_by_its_shape(external: bool, shape: str) -> None:
    one = samples.risks(2)
    chart = replace(one, dots=(replace(one.dots[1], external=external),))
    drawn = ET.tostring(sheets(chart)[0], "unicode")
    assert ("circle" in drawn) is (shape == "circle")
    assert ("External" in words(chart)) is external
    assert ("Internal" in words(chart)) is not external


def test_a_measure_says_where_it_stands() -> None:
    panel = replace(
        samples.measures(2).panels[1],
        title="Finishers",
        unit="students",
        baseline=10.0,
        target=40.5,
        due=samples.START.replace(year=2029),
        readings=((samples.START, 12.0), (samples.START.replace(month=6), 18.0)),
    )
    chart = MeasureChart((panel,))
    said = words(chart)
    assert "Finishers / Students, should fall / " in said
    assert "Target 40.5 / Baseline 10" in said
    assert "Latest 18, Jun 4, 2027; target by Jan 4, 2029" in said
    assert sheets(chart)[0].findtext(f"{SVG}desc") == (
        "Finishers: baseline 10, target 40.5, 12 on Jan 4, 2027, and 18 on Jun 4, 2027."
    )
    single = MeasureChart((replace(panel, readings=panel.readings[:1]),))
    assert "Readings" not in words(single)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (43_800.0, "Target 43,800"),
        (12_345_678.25, "Target 12.3 M"),
        (-1_234_567_890.5, "Target -1.23 bn"),
        (123_456.123456, "Target 123 k"),
        (0.000001, "Target 0.000001"),
    ],
)
def test_a_number_is_never_cut(value: float, shown: str) -> None:
    panel = replace(samples.measures(1).panels[0], baseline=None, target=value)
    assert shown in words(MeasureChart((panel,)))


def test_an_empty_cell_has_an_edge_and_a_word() -> None:
    chart = samples.heat(1, 2)
    cells = (replace(chart.cells[0][0], shade=0), replace(chart.cells[0][1], shade=-1))
    empty = replace(chart, cells=(cells,))
    assert CRITICAL in ET.tostring(sheets(empty)[0], "unicode")
    assert "Nobody" in words(empty)
    assert "Nothing is asked for here" in words(empty)
    assert "darkest" not in words(empty)
    full = replace(chart, cells=(tuple(replace(cell, shade=4) for cell in cells),))
    assert CRITICAL not in ET.tostring(sheets(full)[0], "unicode")
    assert str(sheets(full)[0].findtext(f"{SVG}desc")).endswith("No cell is empty.")


def test_the_map_of_a_pathway_names_where_things_lead() -> None:
    chart = samples.pathway(6, 2, 3, "Algebra I")
    said = words(chart)
    assert said.startswith("Secondary / Postsecondary / Credentials / Work / Grade 9")
    assert "C2 Industry certification / Algebra I / Builds on C1; leads to J3" in said
    assert said.count("Entry point") == 2 + 1 + 1  # two grades, a credential, the legend
    assert said.count("Exit point") == 2 + 1 + 1
    arrows = ET.tostring(sheets(chart)[0], "unicode").count('fill="none"')
    assert arrows == sum(len(one.jobs) for one in chart.credentials)


def test_a_map_with_very_many_ways_has_them_in_words_alone() -> None:
    chart = samples.pathway(3, 12, 12, "Algebra I")
    many = replace(chart, credentials=tuple(replace(one, jobs=tuple(range(12))) for one in chart.credentials))
    assert 'fill="none"' not in "".join(ET.tostring(sheet, "unicode") for sheet in sheets(many))
    assert "leads to J1, J2" in words(many)


def test_long_columns_of_a_map_go_on_in_a_further_part() -> None:
    chart = samples.pathway(40, 14, 9, "Algebra I")
    found = sheets(chart)
    assert len(found) == 3
    assert "14 credentials, continued" in words(chart)
    assert "Grade 9, continued" not in words(chart)
    assert words(chart).count("Algebra I") == 40 + 14 + 9


def test_a_further_part_of_a_map_has_no_empty_lanes() -> None:
    first, *further = sheets(samples.pathway(6, 2, 20, "Algebra I"))
    assert further
    lanes = [
        [lane for lane in pathway.GROUNDS if f">{lane}<" in ET.tostring(one, "unicode")]
        for one in (first, *further)
    ]
    assert lanes[0] == [*pathway.GROUNDS]
    assert lanes[1:] == [["Work"]] * len(further)
    (band,) = (one for one in further[0].iter(f"{SVG}path") if one.get("fill") == pathway.GROUNDS["Work"])
    assert band.get("d", "").startswith("M1 0H")


def test_the_chart_of_the_partnership_names_leads_and_counts_the_rest() -> None:
    chart = samples.organization(2, 15, "Hill College")
    said = words(chart)
    assert said.startswith("Convener / Hill College / Facilitator: Hill College / Teams / Hill College")
    assert "No lead yet / 9 members" in said
    assert "Lead: Hill College / 9 members, monthly" in said
    assert "Hill College (15)" in said
    assert said.count("and 4 more") == 7
    bare = replace(chart, convener="", facilitator="", members=())
    assert words(bare).startswith("Convener / Not named yet / Teams")
    assert str(sheets(bare)[0].findtext(f"{SVG}desc")).startswith("No convener is named yet.")


def test_members_that_do_not_fit_below_the_teams_have_a_drawing_that_says_them_all() -> None:
    """Nothing leads from above to its first row, and its words are not only that something follows."""
    first, second = sheets(samples.organization(9, 5, "Hill College"))
    assert ["Members by category" in [area.what for area in texts(one)] for one in (first, second)] == [
        False,
        True,
    ]
    said = str(second.findtext(f"{SVG}desc"))
    assert said.startswith("Members by category: Hill College: Hill College, Hill College")
    assert said.count("Hill College: ") == 7
    drawn = " ".join(path.get("d", "") for path in second.iter(f"{SVG}path"))
    assert min(float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", drawn)) > 0


def test_a_template_can_show_each_kind_and_markdown_has_the_table_beside_it() -> None:
    kinds = {type(chart) for chart in samples.EACH.values()}
    assert kinds < set(DRAWINGS)
    for chart in samples.EACH.values():
        desk = Desk()
        (figure,) = desk.assembled(desk.figure("The work", "What there is.", chart))
        assert figure == Figure("The work", "What there is.", chart)
        page = Page("Title", (figure,))
        words = write_markdown(page, Frame("Example"))
        assert "The work" in words
        assert ("```mermaid" in words) is bool(list(diagrams(chart)))
        assert ("The picture itself is on the HTML page" in words) is not bool(list(diagrams(chart)))
        assert '<svg class="picture"' in write_page(page, Frame("Example"), "")


def test_two_pictures_of_a_packet_have_ids_of_their_own() -> None:
    page = Page("Title", (Figure("Work", "What there is.", samples.risks(3)),) * 2)
    html = write_combined(Frame("Example"), Front(), [(page, Frame("Example"))] * 2, "")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert html.count("<svg") == 4


def test_a_pathway_as_mermaid_text() -> None:
    (block,) = diagrams(samples.pathway(3, 2, 2, 'Algebra "I" [a]'))
    lines = block.splitlines()
    assert lines[:3] == ["```mermaid", "flowchart LR", '    subgraph g0["Grade 9 (entry point)"]']
    assert lines[3] == "    g0c0[\"Algebra 'I' (a)\"]"
    assert "    g0 --> g1" in lines
    assert "    g2 --> credentials" in lines
    assert "    k0 --> k1" in lines
    assert "    k0 --> j0" in lines
    assert lines.count("    end") == sum("subgraph" in line for line in lines) == 5
    assert list(diagrams(samples.pathway(200))) == []
    (alone,) = diagrams(samples.pathway(0, 1, 0, "OSHA"))
    assert "work" not in alone


def test_an_organization_as_mermaid_text() -> None:
    (block,) = diagrams(samples.organization(2, 3, "Hill"))
    assert '    top["Convener: Hill"]' in block
    assert '    top --> t0["Hill<br/>No lead yet"]' in block
    assert '    top --> t1["Hill<br/>Lead: Hill"]' in block
    assert '    top --> m6(["Hill<br/>3 members"])' in block
    assert list(diagrams(samples.organization(200, 3))) == []


def test_a_ladder_as_mermaid_text() -> None:
    (block,) = diagrams(samples.career_ladder(2, 2, "Hill"))
    lines = block.splitlines()
    assert lines[:4] == [
        "```mermaid",
        "flowchart LR",
        '    subgraph r0["Level 1"]',
        '    j0["Hill"]',
    ]
    assert '    j1["Hill<br/>$58,700 a year; $22 to $36 an hour"]' in lines or "    j0 --> j2" in lines
    assert lines.count("    end") == 2
    assert list(diagrams(samples.career_ladder(4, 40))) == []


def test_a_ladder_names_its_moves_by_number() -> None:
    said = words(samples.career_ladder(3, 2, "Machinists"))
    assert "1. Machinists" in said
    assert "Leads to 3" in said
    assert "Leads to the job" not in words(samples.career_ladder(1, 1))


def test_supply_has_both_figures_beside_their_bars() -> None:
    said = words(samples.supply(3))
    assert "74" in said
    assert "22" in said


def test_no_word_of_a_pathway_is_broken() -> None:
    said = words(samples.pathway(12, text="Introduction to manufacturing"))
    assert "manufacturing / " in said
    assert "manufacturin / g" not in said


def test_columns_share_the_room_and_words_come_first() -> None:
    assert shared_widths([1, 1, 2], [10, 10, 10], 100, 4) == [25, 25, 50]
    assert shared_widths([1, 1, 2], [40, 10, 10], 100, 4) == [40, 20, 40]
    assert shared_widths([1, 1, 2], [60, 60, 10], 100, 4) == [25, 25, 50]


def test_legends_name_only_what_is_drawn() -> None:
    bare = replace(samples.measures(1).panels[0], baseline=None, due=None, target=5.0)
    assert "Baseline" not in words(MeasureChart((bare,)))
    assert "Target date" not in words(MeasureChart((bare,)))
    chart = samples.pathway(1, 1, 0, "Algebra I", 1)
    closed = replace(
        chart,
        grades=(replace(chart.grades[0], is_entry=False, is_exit=False),),
        credentials=(replace(chart.credentials[0], is_entry=False, is_exit=False),),
    )
    assert not re.search("Way|Builds|Leads", words(closed))
