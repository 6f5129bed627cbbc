"""Charts as SVG: sound, readable, the same every time, and not by color alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import ceil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page_samples import DAY, HOSTILE, START, chart
from pathwayctl.handouts.schedule.gantt_chart import Bar, ChartLink, GanttChart
from pathwayctl.language import phrases_of, speaking
from pathwayctl.rendering import gantt, gantt_parts
from pathwayctl.rendering.fonts import font_faces
from pathwayctl.rendering.gantt import FIRST_SHEET, NEXT_SHEET, draw, picture
from pathwayctl.rendering.gantt_rows import PICTURE, Rows
from pathwayctl.rendering.lettering import cut, ellipsis_in_order, width, wrapped
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.timescale import BESIDE, WORDS, TimeScale
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
OFF = "#e2e6ec"
PAPER = 734
"""The height of letter paper across within its margins, where a drawing of 1000 fits its width."""
SVG = "{http://www.w3.org/2000/svg}"


def sheets(drawn: GanttChart) -> list[ET.Element]:
    """The drawings of a chart, read as XML."""
    whole = ET.fromstring(f"<all>{seen(draw(drawn, 'Work', 'k'))}</all>")
    return list(whole)


def rows(sheet: ET.Element) -> list[ET.Element]:
    """The rows, each with its words for the pointer."""
    return [group for group in sheet.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]


def texts(sheet: ET.Element) -> list[str]:
    """The words that are seen."""
    return [element.text or "" for element in sheet.iter(f"{SVG}text")]


def boxes(drawn: GanttChart, row: int = 0) -> list[dict[str, str]]:
    """The rectangles of a row: its bar, and what lies on or under it."""
    return [box.attrib for box in rows(sheets(drawn)[0])[row].findall(f"{SVG}rect")]


def one(**changes: object) -> GanttChart:
    """A chart of one critical task, with changes to its bar."""
    bar = Bar("Sign", "1.1", "task", 0, START, START + 9 * DAY, critical=True, complete=40, note="Dana Ruiz")
    return GanttChart(START, START + 29 * DAY, (replace(bar, **changes),), (), (), None, 5)  # type: ignore[arg-type]


def test_a_whole_drawing() -> None:
    check_snapshot(EXPECTED / "chart.svg", draw(chart(13, 120), "The first weeks", "chart"))


def test_a_whole_picture() -> None:
    drawn = chart(9, 60)
    bars = list(drawn.bars)
    bars[1] = replace(bars[1], baseline=(START, START + 6 * DAY), deadline=START + 12 * DAY, missed=True)
    bars[2] = replace(bars[2], near=True, critical=False, slack=3, late=bars[2].finish + 5 * DAY)
    bars[5] = replace(bars[5], baseline=(START + 40 * DAY,) * 2, deadline=START + 50 * DAY)
    drawn = replace(drawn, bars=tuple(bars), near=5)
    made = picture(drawn, "The first weeks", "9 tasks.")
    assert made.count(font_faces()) == 1
    check_snapshot(EXPECTED / "picture.svg", made.replace(font_faces(), ""))


@pytest.mark.parametrize("size", [1, FIRST_SHEET, FIRST_SHEET + 1, 22, FIRST_SHEET + NEXT_SHEET, 300, 500])
def test_long_charts_are_split_and_nothing_is_lost(size: int) -> None:
    drawn = sheets(chart(size, 900))
    lengths = [len(rows(sheet)) for sheet in drawn]
    assert sum(lengths) == size
    assert len(lengths) == 1 if size <= FIRST_SHEET else 5 <= lengths[0] <= FIRST_SHEET
    assert max(lengths[1:], default=0) <= NEXT_SHEET
    assert max(lengths[1:], default=0) - min(lengths[1:], default=0) <= 3
    for sheet in drawn:
        assert "Task" in texts(sheet)
        assert any(text[-4:] in ("2027", "2028", "2029") for text in texts(sheet))
        left, top, right, bottom = map(float, sheet.attrib["viewBox"].split())
        assert (left, top, right) == (0, 0, 1000)
        assert bottom <= PAPER


@pytest.mark.parametrize("size", [14, 22, 48, 100])
def test_a_sheet_ends_neither_after_a_heading_nor_before_the_last_row_of_a_group(size: int) -> None:
    bars = chart(size, 900).bars
    at = 0
    for sheet in sheets(chart(size, 900))[:-1]:
        at += len(rows(sheet))
        before, after, following = (*bars, *bars[:1])[at - 1 : at + 2]
        assert before.kind != "summary"
        is_last = following.depth < after.depth
        assert not is_last or before.depth != after.depth


def test_sheets_with_baselines_have_fewer_rows_and_fit_as_well() -> None:
    drawn = chart(100, 900)
    bars = tuple(replace(bar, baseline=(bar.start, bar.finish)) for bar in drawn.bars)
    assert sum(len(rows(sheet)) for sheet in sheets(replace(drawn, bars=bars))) == 100
    assert max(float(s.attrib["viewBox"].split()[3]) for s in sheets(replace(drawn, bars=bars))) <= PAPER


@pytest.mark.parametrize("size", [1, 20, 117, 500])
def test_a_picture_is_one_drawing_however_long(size: int) -> None:
    drawn = ET.fromstring(seen(picture(chart(size, 900), "Work", "A line of facts.")))
    assert len(rows(drawn)) == size
    assert texts(drawn)[:2] == ["Work", "A line of facts."]
    heads = [
        text for text in drawn.iter(f"{SVG}text") if text.text == "Task" and "font-weight" in text.attrib
    ]
    assert len(heads) == ceil(size / PICTURE.again)
    assert float(drawn.attrib["height"]) == float(drawn.attrib["viewBox"].split()[3])
    assert drawn.find(f"{SVG}title") is not None
    tops = [float(name.attrib["y"]) for row in rows(drawn) for name in row.findall(f"{SVG}text")[:1]]
    assert all(below - above >= 20 for above, below in pairwise(tops))
    smallest = min(
        float(found) for found in re.findall(r'font-size="([\d.]+)"', ET.tostring(drawn, "unicode"))
    )
    assert smallest >= 9


def test_a_chart_without_bars_is_no_drawing() -> None:
    assert draw(chart(0), "Work", "k") == ""


def test_ids_are_unique_and_names_are_there() -> None:
    drawn = draw(chart(100, 300), "Work", "k")
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids)) == 3 * drawn.count("<svg")
    assert set(re.findall(r'aria-labelledby="(\S+) (\S+)"', drawn)) <= {*pairwise(ids)}
    first = sheets(chart(100, 300))[0]
    assert first.attrib["role"] == "img"
    assert first.findtext(f"{SVG}title") == "Work, rows 1 to 12"
    assert "12 rows, “1 Convene the partners” to “" in str(first.findtext(f"{SVG}desc"))
    assert "for “1.1 Sign”. 1 task is critical." in str(sheets(one())[0].findtext(f"{SVG}desc"))


def test_what_is_critical_is_hatched_marked_and_said() -> None:
    critical, plain = sheets(one())[0], sheets(one(critical=False))[0]
    assert (
        rows(critical)[0].findtext(f"{SVG}title")
        == "1.1 Sign: Jan 4, 2027 to Jan 13, 2027, critical, 40 percent done, Dana Ruiz"
    )
    assert 'fill="url(#k-1-h)"' in draw(one(), "Work", "k")
    assert "url(#" not in draw(one(critical=False), "Work", "k")
    assert "C" in texts(critical)
    assert "C: critical, a delay moves the finish" in texts(critical)
    assert not any(text == "C" or "critical" in text for text in texts(plain))


def test_what_is_nearly_critical_has_a_letter_and_a_thick_edge() -> None:
    near = one(critical=False, near=True, slack=1, late=START + 10 * DAY)
    assert {"n", "n: nearly critical, float of 5 or less", "Float: how long it can wait"} <= set(
        texts(sheets(near)[0])
    )
    assert boxes(near)[0]["stroke-width"] == "1.8"
    assert boxes(one(critical=False))[0]["stroke-width"] == "0.8"
    said = str(rows(sheets(near)[0])[0].findtext(f"{SVG}title"))
    assert "nearly critical, 40 percent done, float of 1 working day, Dana" in said


def test_a_milestone_is_a_diamond_with_its_day_and_a_summary_a_bracket() -> None:
    point = one(kind="milestone", finish=START, complete=0, critical=False)
    assert rows(sheets(point)[0])[0].findtext(f"{SVG}title") == "1.1 Sign: Jan 4, 2027, milestone, Dana Ruiz"
    assert "l6 6l-6 6l-6 -6z" in draw(point, "Work", "k")
    assert {"Milestone", "Jan 4"} <= set(texts(sheets(point)[0]))
    bracket = one(kind="summary", complete=0)
    assert {"Summary"} <= set(texts(sheets(bracket)[0]))
    assert texts(sheets(bracket)[0])[-2:] == ["C: critical, a delay moves the finish", "Summary"]


@pytest.mark.parametrize(
    ("day", "changes", "anchor"),
    [
        pytest.param(3, {}, None, id="after the diamond"),
        pytest.param(29, {}, "end", id="before it at the end of the chart"),
        pytest.param(3, {"deadline": START + 4 * DAY}, "end", id="before it where a deadline is after it"),
        pytest.param(3, {"baseline": (START + 4 * DAY,) * 2}, "end", id="or the baseline"),
        pytest.param(3, {"deadline": START + 25 * DAY}, None, id="a deadline far off is in nobody's way"),
    ],
)
def test_the_day_of_a_milestone_stands_where_there_is_room(
    day: int, changes: dict[str, object], anchor: str | None
) -> None:
    at = START + day * DAY
    sheet = sheets(one(kind="milestone", start=at, finish=at, **changes))[0]
    label = next(text for text in sheet.iter(f"{SVG}text") if text.text == f"{at:%b} {at.day}")
    assert label.attrib.get("text-anchor") == anchor
    assert 310 < float(label.attrib["x"]) < 990


@pytest.mark.parametrize("complete", [0, 40, 100, 900, -5])
def test_progress_is_a_core_inside_the_bar(complete: int) -> None:
    found = boxes(one(complete=complete))
    share = min(max(complete, 0), 100) / 100
    assert [box["height"] for box in found] == ["11", "5"][: 2 if share else 1]
    if share:
        bar, core = (float(box["width"]) for box in found)
        assert core == pytest.approx(bar * share, abs=0.2)


def test_bars_stand_at_their_days() -> None:
    day = 670 / 30
    bar = boxes(one(start=START + 6 * DAY))[0]
    assert float(bar["x"]) == pytest.approx(320 + 6 * day, abs=0.06)
    assert float(bar["width"]) == pytest.approx(4 * day, abs=0.1)
    outside = boxes(one(start=START - 90 * DAY, finish=START + 900 * DAY))[0]
    assert (float(outside["x"]), float(outside["width"])) == (320, 670)
    assert float(boxes(one(finish=START - 5 * DAY))[0]["width"]) == 2


def test_a_baseline_is_a_thin_bar_below() -> None:
    drawn = one(baseline=(START + 2 * DAY, START + 4 * DAY))
    thin, bar = boxes(drawn)[:2]
    day = 670 / 30
    assert float(thin["x"]) == pytest.approx(320 + 2 * day, abs=0.06)
    assert float(thin["width"]) == pytest.approx(3 * day, abs=0.06)
    assert float(thin["y"]) >= float(bar["y"]) + float(bar["height"])
    assert "Baseline" in texts(sheets(drawn)[0])
    assert ", baseline Jan 6, 2027 to Jan 8, 2027," in str(rows(sheets(drawn)[0])[0].findtext(f"{SVG}title"))
    under = float(thin["y"]) + float(thin["height"])
    assert under <= 42 + 23  # within its row


@pytest.mark.parametrize(("missed", "fill"), [(False, "#fff"), (True, "#1b2733")])
def test_a_deadline_is_a_flag(missed: bool, fill: str) -> None:
    drawn = one(deadline=START + 20 * DAY, missed=missed)
    x = 320 + 670 * 21 / 30
    assert f'd="M{x - 4.5:.1f} ' in draw(drawn, "Work", "k")
    assert f'fill="{fill}" stroke="#1b2733" stroke-width="1.2"' in draw(drawn, "Work", "k")
    assert ("Deadline missed" if missed else "Deadline") in texts(sheets(drawn)[0])
    outside = one(deadline=START + 90 * DAY, missed=missed)
    assert not any("Deadline" in text for text in texts(sheets(outside)[0]))


def test_float_is_a_tail_up_to_the_last_day() -> None:
    drawn = one(critical=False, slack=5, late=START + 14 * DAY)
    assert f"L{320 + 670 * 15 / 30:g} " in draw(drawn, "Work", "k")
    assert (
        "stroke-dasharray"
        not in draw(one(critical=False, slack=1, late=START + 9 * DAY), "W", "k")
        .split("Float")[0]
        .split("<rect")[2]
    )


def test_owners_have_a_column_in_pictures() -> None:
    assert {"Owner", "Dana Ruiz"} <= set(texts(ET.fromstring(picture(one(), "Work", "Facts"))))
    assert not {"Owner"} & set(texts(ET.fromstring(picture(one(note=""), "Work", "Facts"))))
    assert not {"Owner", "Dana Ruiz"} & set(texts(sheets(one())[0]))


def test_days_off_are_shaded_where_there_is_room() -> None:
    short = replace(one(), shaded=((START + 5 * DAY, START + 6 * DAY), (START + 90 * DAY, START + 91 * DAY)))
    long = replace(short, finish=START + 900 * DAY)
    sheet = sheets(short)[0]
    shades = [box.attrib for box in sheet.iter(f"{SVG}rect") if box.attrib.get("fill") == OFF]
    assert len(shades) == 2  # one stretch, and its sample in the legend
    assert float(shades[0]["x"]) == pytest.approx(320 + 5 * 670 / 30, abs=0.06)
    assert float(shades[0]["width"]) == pytest.approx(2 * 670 / 30, abs=0.06)
    assert "Days off" in texts(sheet)
    assert OFF not in draw(long, "Work", "k")


def test_a_closure_of_a_week_is_shaded_however_long_the_chart() -> None:
    week = (START + 100 * DAY, START + 106 * DAY)
    years = replace(one(), finish=START + 7300 * DAY, shaded=(week, (week[0] + 30 * DAY, week[1] + 29 * DAY)))
    shades = [box.attrib for box in sheets(years)[0].iter(f"{SVG}rect") if box.attrib.get("fill") == OFF]
    assert [shade["width"] for shade in shades] == ["1", "22"]


def test_the_status_date_is_a_line_with_words() -> None:
    drawn = replace(one(), status_date=START + 9 * DAY)
    assert {"Status Jan 13, 2027", "Status date"} <= set(texts(sheets(drawn)[0]))
    line = next(path.attrib["d"] for path in sheets(drawn)[0].iter(f"{SVG}path") if "5 3" in str(path.attrib))
    assert line.startswith(f"M{320 + 670 / 3:.1f} ")
    assert "5 3" not in draw(one(), "Work", "k")


@pytest.mark.parametrize(("day", "side"), [(0, 320), (29, 990)])
def test_the_words_of_the_status_date_stay_within_the_chart(day: int, side: int) -> None:
    sheet = sheets(replace(one(), status_date=START + day * DAY))[0]
    label = next(text for text in sheet.iter(f"{SVG}text") if (text.text or "").startswith("Status "))
    half = width(str(label.text), 10.5, bold=True) / 2
    assert abs(float(label.attrib["x"]) - side) >= half - 0.1


def ends_of(arrow: str) -> tuple[float, float, float, float]:
    """Where an arrow begins and where its head's tip is."""
    start, *_, head = arrow.split("M")[1:]
    x1, y1 = map(float, re.split("[ HV]", start)[:2])
    x2, y2 = map(float, head.split("L")[1].split())
    return x1, y1, x2, y2


@pytest.mark.parametrize("kind", ["FS", "SS", "FF", "SF"])
@pytest.mark.parametrize("gap", [-12, -3, 0, 1, 12])
def test_an_arrow_joins_the_right_sides_of_its_bars(kind: str, gap: int) -> None:
    first = replace(one().bars[0], start=START + 12 * DAY, finish=START + 14 * DAY)
    second = replace(first, start=first.start + gap * DAY, finish=first.finish + gap * DAY)
    drawn = GanttChart(START, START + 29 * DAY, (first, second), (ChartLink(0, 1, kind),), (), None)
    arrow = next(
        path.attrib["d"]
        for path in sheets(drawn)[0].iter(f"{SVG}path")
        if path.attrib.get("stroke-width") == "1.7"
    )
    x1, y1, x2, y2 = ends_of(arrow)
    left, right = (320 + 670 / 30 * days for days in (12, 15))
    other = 670 / 30 * gap
    assert x1 == pytest.approx(right if kind[0] == "F" else left, abs=0.06)
    assert x2 == pytest.approx(left + other - 1 if kind[1] == "S" else right + other + 1, abs=0.06)
    assert (y1, y2) == (52, 72)
    assert all(310 <= float(x) <= 1000 for x in re.findall(r"H([\d.]+)", arrow))


def test_links_are_drawn_within_a_sheet_and_over_some_rows() -> None:
    task = one().bars[0]
    later = replace(task, start=START + 15 * DAY, finish=START + 20 * DAY, critical=False)
    bars = (task, later, replace(task, kind="milestone"), *[later] * 80)
    links = (ChartLink(0, 1), ChartLink(1, 0), ChartLink(0, 2), ChartLink(0, 60), ChartLink(0, 19))
    drawn = GanttChart(START, START + 29 * DAY, bars, links, (), None)

    def arrows(sheet: ET.Element) -> list[str]:
        paths = [path.attrib for path in sheet.iter(f"{SVG}path")]
        return [path["stroke-width"] for path in paths if path.get("fill") == "none" and "stroke" in path]

    first = sheets(drawn)[0]
    assert arrows(first) == ["0.9", "0.9", "1.7", "0.9"]  # critical ones last; the last is the legend's
    assert "Waits for" in texts(first)
    assert "Waits for" not in texts(sheets(drawn)[1])
    whole = ET.fromstring(picture(drawn, "Work", "Facts"))
    assert len(arrows(whole)) == 4 + 1 + 2  # the links, then the legend's samples of both
    assert "Links over more than 30 rows are left out" in texts(whole)


@pytest.mark.parametrize(
    ("days", "upper", "lower"),
    [
        (14, ["January 2027"], ["Mo 4", "Tu 5", "We 6", "Th 7", "Fr 8", "Sa 9", "Su 10", "Mo 11"]),
        (40, ["January 2027", "February 2027"], ["4", "11", "18", "25"]),
        (60, ["January 2027", "February 2027"], ["4", "11", "18", "25", "1", "8", "15", "22", "1"]),
        (225, ["Jan 2027", "Feb 2027", "Mar 2027"], ["4", "11", "18", "25", "1"]),
        (300, ["2027"], ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]),
        (
            1000,
            ["2027", "2028", "2029"],
            ["Jan", "Apr", "Jul", "Oct", "Jan", "Apr", "Jul", "Oct", "Jan", "Apr"],
        ),
        (4000, [], ["2027", "2028", "2029", "2030", "2031", "2032", "2033", "2034", "2035", "2036", "2037"]),
        (7300, [], ["2027", "2028", "2029"]),
        (40_000, [], ["2030", "2040", "2050", "2060"]),
    ],
)
def test_the_scale_fits_the_length(days: int, upper: list[str], lower: list[str]) -> None:
    scale = TimeScale(START, days, 310, 676)
    assert [tick.word for tick in scale.coarse() if tick.word][: max(len(upper), 3)] == upper
    assert [tick.word for tick in scale.fine() if tick.word][: len(lower)] == lower


@settings(max_examples=150, deadline=None)
@given(st.dates(), st.integers(1, 4_000_000))
def test_words_on_the_scale_never_run_into_each_other(start: date, days: int) -> None:
    days = min(days, (date.max - start).days + 1)
    scale = TimeScale(start, days, 310, 676)
    for ticks in (scale.fine(), scale.coarse()):
        assert len(ticks) < 120
        for tick, after in pairwise((*ticks, None)):
            assert tick is not None
            end = after.x if after else scale.right
            assert tick.x <= end
            assert not tick.word or tick.x + BESIDE + width(tick.word, WORDS) <= end


def test_every_day_of_the_calendar_can_be_drawn() -> None:
    bar = Bar("x", "1", "task", 0, date.min, date.max, critical=False, complete=0, note="")
    whole = GanttChart(date.min, date.max, (bar,), (), ((date.min, date.max),), date.max)
    assert len(sheets(whole)) == 1
    assert len(sheets(replace(whole, start=date.max, finish=date.min))) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_that_mean_harm_stay_texts(text: str) -> None:
    drawn = sheets(one(label=text, note=text, wbs=""))
    drawn.append(ET.fromstring(seen(picture(one(label=text, note=text, wbs=""), text, text))))
    assert {element.tag for sheet in drawn for element in sheet.iter()} <= {
        SVG + tag for tag in ("svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "text", "g")
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
    assert " ".join(text.split()).startswith(short.rstrip("…").rstrip())


@given(st.text(max_size=80), st.floats(20, 200), st.integers(1, 4))
def test_a_wrapped_text_fits_and_loses_nothing_but_its_end(text: str, room: float, lines: int) -> None:
    found = wrapped(text, 10, room, lines)
    assert len(found) <= lines
    assert all(found)
    assert max((width(line, 10) for line in found), default=0) <= room + 1e-6
    kept = "".join(found).replace(" ", "")
    assert "".join(text.split()).startswith(kept.removesuffix("…"))
    assert kept.endswith("…") or kept == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        pytest.param("👩\u200d🏫👩\u200d🏫 teach", 30, "👩…", id="no joiner without what it joins"),
        pytest.param("🇺🇸🇲🇽 together", 47, "🇺🇸…", id="no half of a flag"),
        pytest.param("職業訓練センターの計画", 50, "職業訓…", id="wide letters count as wide"),
        pytest.param("cafe\u0301 and cafe\u0301s", 34, "cafe\u0301…", id="an accent stays with its letter"),
    ],
)
def test_letters_are_cut_between_and_never_through(text: str, room: float, short: str) -> None:
    assert cut(text, 10, room) == short


@pytest.mark.parametrize(
    ("text", "ends"),
    [("שלום עולם…", "…\u200f"), ("1.2 שלום 3…", "…\u200f"), ("שלום Dana…", "a…"), ("שלום", "ם"), ("a…", "…")],
)
def test_an_ellipsis_stands_where_the_reading_ends(text: str, ends: str) -> None:
    assert ellipsis_in_order(text).endswith(ends)


def test_the_same_chart_is_the_same_drawing() -> None:
    assert draw(chart(60, 500), "Work", "k") == draw(chart(60, 500), "Work", "k")
    assert not re.search(r"\d\.\d\d", re.sub(r"<title>.*?</title>", "", draw(chart(60, 500), "Work", "k")))


def test_after_a_change_only_the_sheets_that_it_concerns_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def counted(rows: Rows, place: int, hatch: str) -> str:
        drawn.append(rows.bars[place].label)
        return row(rows, place, hatch)

    row = gantt_parts.row
    monkeypatch.setattr(gantt_parts, "row", counted)
    before = chart(100)
    changed = replace(before.bars[50], label="Another title")
    after = replace(before, bars=(*before.bars[:50], changed, *before.bars[51:]))
    gantt._sheet.cache_clear()
    first = draw(before, "Work", "k")
    assert len(drawn) == 100
    drawn.clear()
    again = draw(after, "Work", "k")
    assert "Another title" in drawn
    assert len(drawn) <= NEXT_SHEET
    with speaking(phrases_of("es")):
        spanish = draw(after, "Work", "k")
    gantt._sheet.cache_clear()
    assert (draw(before, "Work", "k"), draw(after, "Work", "k")) == (first, again)
    with speaking(phrases_of("es")):
        assert draw(after, "Work", "k") == spanish != again
