"""Charts as SVG: sound, readable, the same every time, and not by color alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_samples import DAY, HOSTILE, START, chart

from pathwayctl.handouts.charts import Bar, GanttChart
from pathwayctl.rendering.lettering import cut, width
from pathwayctl.rendering.svg import FIRST_SHEET, NEXT_SHEET, ONE_SHEET, draw
from pathwayctl.rendering.timescale import LEAST_ROOM, Scale
from pathwayctl.rendering.words import seen
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
SVG = "{http://www.w3.org/2000/svg}"


def sheets(drawn: GanttChart) -> list[ET.Element]:
    """The drawings of a chart, read as XML."""
    whole = ET.fromstring(f"<all>{seen(draw(drawn, 'Work', 'k'))}</all>")
    return list(whole)


def rows(sheet: ET.Element) -> list[ET.Element]:
    return [group for group in sheet.findall(f"{SVG}g") if group.find(f"{SVG}title") is not None]


def texts(sheet: ET.Element) -> list[str]:
    """The words that are seen, without those that come up under the pointer."""
    return [element.text or (element[0].tail or "") for element in sheet.iter(f"{SVG}text")]


def one(**changes: object) -> GanttChart:
    """A chart of one critical task, with changes to its bar."""
    bar = Bar("Sign", "1.1", "task", 0, START, START + 9 * DAY, critical=True, complete=40, note="Dana Ruiz")
    return GanttChart(START, START + 29 * DAY, (replace(bar, **changes),), (), (), None)  # type: ignore[arg-type]


def test_a_whole_drawing() -> None:
    check_snapshot(EXPECTED / "chart.svg", draw(chart(13, 120), "The first weeks", "chart"))


@pytest.mark.parametrize("size", [1, ONE_SHEET, ONE_SHEET + 1, FIRST_SHEET + NEXT_SHEET, 300, 500])
def test_long_charts_are_split_and_nothing_is_lost(size: int) -> None:
    drawn = sheets(chart(size, 900))
    lengths = [len(rows(sheet)) for sheet in drawn]
    assert sum(lengths) == size
    assert len(lengths) == 1 if size <= ONE_SHEET else lengths[0] == FIRST_SHEET
    assert max(lengths[1:], default=0) <= NEXT_SHEET
    assert max(lengths[1:], default=0) - min(lengths[1:], default=0) <= 1
    for sheet in drawn:
        assert "Task" in texts(sheet)
        assert "2027" in texts(sheet)
        left, top, right, bottom = map(float, sheet.attrib["viewBox"].split())
        assert (left, top, right) == (0, 0, 1000)
        assert bottom <= 42 + 20 * NEXT_SHEET + 32


def test_a_chart_without_bars_is_no_drawing() -> None:
    assert draw(chart(0), "Work", "k") == ""


def test_ids_are_unique_and_names_are_there() -> None:
    drawn = draw(chart(100, 300), "Work", "k")
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids)) == 3 * drawn.count("<svg")
    assert set(re.findall(r'aria-labelledby="(\S+) (\S+)"', drawn)) <= {*pairwise(ids)}
    first = sheets(chart(100, 300))[0]
    assert first.attrib["role"] == "img"
    assert first.findtext(f"{SVG}title") == "Work, rows 1 to 18"
    assert "18 rows, “1 Convene the partners” to “3.5 " in str(first.findtext(f"{SVG}desc"))
    assert "for “1.1 Sign”." in str(sheets(one())[0].findtext(f"{SVG}desc"))


def test_what_is_critical_is_hatched_and_said() -> None:
    critical, plain = sheets(one())[0], sheets(one(critical=False))[0]
    assert (
        rows(critical)[0].findtext(f"{SVG}title")
        == "1.1 Sign: Jan 4, 2027 to Jan 13, 2027, critical, 40 percent done, Dana Ruiz"
    )
    assert 'fill="url(#k-1)"' in draw(one(), "Work", "k")
    assert "url(#" not in draw(one(critical=False), "Work", "k")
    assert any("Critical" in text for text in texts(critical))
    assert not any("Critical" in text for text in texts(plain))


def test_a_milestone_is_a_diamond_and_a_summary_a_bracket() -> None:
    point = one(kind="milestone", finish=START, complete=0, critical=False)
    assert rows(sheets(point)[0])[0].findtext(f"{SVG}title") == "1.1 Sign: Jan 4, 2027, milestone, Dana Ruiz"
    assert "l6 6l-6 6l-6 -6z" in draw(point, "Work", "k")
    assert {"Milestone"} <= set(texts(sheets(point)[0]))
    bracket = one(kind="summary", complete=0)
    assert {"Summary"} <= set(texts(sheets(bracket)[0]))
    assert texts(sheets(bracket)[0])[-2:] == ["Critical: a delay moves the finish", "Summary"]


@pytest.mark.parametrize("complete", [0, 40, 100, 900, -5])
def test_progress_is_a_core_inside_the_bar(complete: int) -> None:
    boxes = rows(sheets(one(complete=complete))[0])[0].findall(f"{SVG}rect")
    share = min(max(complete, 0), 100) / 100
    assert [box.attrib["height"] for box in boxes] == ["11", "5"][: 2 if share else 1]
    if share:
        bar, core = (float(box.attrib["width"]) for box in boxes)
        assert core == pytest.approx(bar * share, abs=0.2)


def test_bars_stand_at_their_days() -> None:
    bar = rows(sheets(one())[0])[0].findall(f"{SVG}rect")[0]
    day = (1000 - 310 - 14) / 30
    assert float(bar.attrib["x"]) == 310
    assert float(bar.attrib["width"]) == pytest.approx(10 * day, abs=0.1)
    outside = rows(sheets(one(start=START - 90 * DAY, finish=START + 900 * DAY))[0])[0].findall(f"{SVG}rect")[
        0
    ]
    assert (float(outside.attrib["x"]), float(outside.attrib["width"])) == (310, 676)
    backwards = rows(sheets(one(finish=START - 5 * DAY))[0])[0].findall(f"{SVG}rect")[0]
    assert float(backwards.attrib["width"]) == 2


def test_days_off_are_shaded_where_there_is_room() -> None:
    short = replace(one(), shaded=((START + 5 * DAY, START + 6 * DAY), (START + 90 * DAY, START + 91 * DAY)))
    long = replace(short, finish=START + 900 * DAY)
    assert draw(short, "Work", "k").count('fill="#e6e9ee"') == 2  # one stretch, and its sample in the legend
    assert "Days off" in texts(sheets(short)[0])
    assert 'fill="#e6e9ee"' not in draw(long, "Work", "k")


def test_the_status_date_is_a_line_with_words() -> None:
    drawn = replace(one(), status_date=START + 9 * DAY)
    assert "Status date, Jan 13, 2027" in texts(sheets(drawn)[0])
    assert draw(drawn, "Work", "k").count("stroke-dasharray") == 2
    assert "stroke-dasharray" not in draw(one(), "Work", "k")


def test_links_are_drawn_within_a_sheet() -> None:
    task = one().bars[0]
    later = replace(task, start=START + 15 * DAY, finish=START + 20 * DAY)
    point = replace(task, kind="milestone")
    bars = (task, later, point)
    drawn = GanttChart(START, START + 29 * DAY, bars, ((0, 1), (1, 0), (1, 2), (0, 99)), (), None)
    arrows = [line for line in draw(drawn, "Work", "k").splitlines() if 'stroke="#5b6775"' in line]
    assert len(arrows) == 4  # the last is the legend's
    assert "Waits for" in texts(sheets(drawn)[0])
    assert all("NaN" not in arrow for arrow in arrows)


@pytest.mark.parametrize(
    ("days", "upper", "lower"),
    [
        (60, ["January 2027", "February 2027"], ["4", "11", "18", "25", "1", "8", "15", "22", "1"]),
        (300, ["2027"], ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]),
        (
            1000,
            ["2027", "2028", "2029"],
            ["Jan", "Apr", "Jul", "Oct", "Jan", "Apr", "Jul", "Oct", "Jan", "Apr"],
        ),
        (4000, [], ["2027", "2028", "2029", "2030", "2031", "2032", "2033", "2034", "2035", "2036", "2037"]),
        (40_000, [], ["2030", "2035", "2040", "2045", "2050", "2055"]),
    ],
)
def test_the_scale_fits_the_length(days: int, upper: list[str], lower: list[str]) -> None:
    scale = Scale(START, days, 310, 676)
    assert [tick.word for tick in scale.coarse() if tick.word] == upper
    assert [tick.word for tick in scale.fine() if tick.word][: len(lower)] == lower


@settings(max_examples=150, deadline=None)
@given(st.dates(), st.integers(1, 4_000_000))
def test_words_on_the_scale_never_run_into_each_other(start: date, days: int) -> None:
    days = min(days, (date.max - start).days + 1)
    scale = Scale(start, days, 310, 676)
    for ticks in (scale.fine(), scale.coarse()):
        assert len(ticks) < 120
        for tick, after in pairwise((*ticks, None)):
            assert tick is not None
            end = after.x if after else scale.right
            assert tick.x <= end
            assert not tick.word or end - tick.x >= min(LEAST_ROOM, 14)


def test_every_day_of_the_calendar_can_be_drawn() -> None:
    bar = Bar("x", "1", "task", 0, date.min, date.max, critical=False, complete=0, note="")
    whole = GanttChart(date.min, date.max, (bar,), (), ((date.min, date.max),), date.max)
    assert len(sheets(whole)) == 1
    assert len(sheets(replace(whole, start=date.max, finish=date.min))) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_that_mean_harm_stay_texts(text: str) -> None:
    drawn = sheets(one(label=text, note=text, wbs=""))
    assert {element.tag for element in drawn[0].iter()} <= {
        SVG + tag for tag in ("svg", "title", "desc", "defs", "pattern", "rect", "path", "text", "g")
    }
    assert " ".join(seen(text).split()) in " ".join(str(rows(drawn[0])[0].findtext(f"{SVG}title")).split())


def test_long_names_are_cut_to_their_column() -> None:
    long = one(label="Interview every employer of the region about skills that are hard to find", depth=3)
    name = next(text for text in texts(sheets(long)[0]) if text.startswith("1.1"))
    assert name.endswith("…")
    assert "hard to find" in draw(long, "Work", "k")


@given(st.text(max_size=80), st.floats(1, 500))
def test_a_cut_text_fits(text: str, room: float) -> None:
    short = cut(text, 11.5, room)
    assert width(short, 11.5) <= max(room, width("…", 11.5)) + 1e-6
    assert short.rstrip("…").rstrip() in " ".join(text.split())


def test_the_same_chart_is_the_same_drawing() -> None:
    assert draw(chart(60, 500), "Work", "k") == draw(chart(60, 500), "Work", "k")
    assert not re.search(r"\d\.\d\d", re.sub(r"<title>.*?</title>", "", draw(chart(60, 500), "Work", "k")))
