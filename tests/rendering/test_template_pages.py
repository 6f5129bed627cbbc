"""From a view and a neutral template to a page of blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader

from page_samples import HOSTILE, chart
from pathwayctl.handouts.schedule.gantt_chart import GanttChart
from pathwayctl.handouts.tables import Head
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
from pathwayctl.rendering.environment import HandoutEnvironment
from pathwayctl.rendering.loader import HandoutLoader
from pathwayctl.rendering.page_maker import PageMaker
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.plain_text import seen

CHART = chart(3)


@dataclass(frozen=True)
class View:
    name: str = "Dana & <Lee>"
    rows: tuple[tuple[str, ...], ...] = (("Sign", "5"), ("Meet", "2"))
    people: tuple[dict[str, str], ...] = ({"name": "Dana"}, {"name": "Lee"})
    chart: GanttChart = CHART
    day: date = date(2027, 1, 4)
    column: Head = Head("Element", "left", "wide")  # noqa: RUF009 - a frozen value


Make = Callable[..., Page]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """The page that a template makes of a view."""
    folder = tmp_path / "templates" / "handouts"
    folder.mkdir(parents=True)

    def page(source: str, view: object = None) -> Page:
        (folder / "sample.j2").write_text(source, "utf-8")
        made = PageMaker(HandoutLoader(tmp_path)).page("sample", "A title", view or View())
        assert isinstance(made, Page), made
        return made

    return page


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        pytest.param([("a", "", "x"), ("b", "—", "")], ["Task", "Owner"], id="nothing in it"),
        pytest.param([("a", "n", "x")], ["Task", "Note", "Owner"], id="something in it"),
        pytest.param([("a", "n", "")], ["Task", "Note", "Owner"], id="others are never left out"),
        pytest.param([("1", "", ""), ("2", "", "")], ["Task", "Note", "Owner"], id="a form"),
    ],
)
def test_spare_columns_are_left_out_where_nothing_stands_in_them(
    make: Make, rows: list[tuple[str, ...]], titles: list[str]
) -> None:
    source = f'{{{{ table("Work", ["Task", "Note", "Owner"], {rows}, spare=["Note"]) }}}}'
    (block,) = make(source).blocks
    assert isinstance(block, Table)
    assert [column.title for column in block.columns] == titles
    assert all(len(row) == len(titles) for row in block.rows)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ('{{ heading("Aims") }}', [Heading("Aims", 2)]),
        ('{{ heading("Aims\n  of all", level=3) }}', [Heading("Aims of all", 2)]),
        ('{{ items(["a", 2, "c"]) }}', [Items(("a", "2", "c"))]),
        ('{{ items(view.people|map(attribute="name"), true) }}', [Items(("Dana", "Lee"), ordered=True)]),
        ('{{ facts([("Date", "May 4"), ("Days", 3)]) }}', [Facts((("Date", "May 4"), ("Days", "3")))]),
        ('{{ facts({"Place": "Library"}) }}', [Facts((("Place", "Library"),))]),
        (
            '{{ table("Work", ["Task", ("Days", "right"), ("Why", "left", "wide")], [("a", 5, none)]) }}',
            [
                Table(
                    "Work",
                    (Head("Task"), Head("Days", "right"), Head("Why", "left", "wide")),
                    (("a", "5", ""),),
                )
            ],
        ),
        (
            '{{ table("Work", [view.column, "Days"], view.rows, [0, 1], ["summary", ""], note="All") }}',
            [
                Table(
                    "Work",
                    (Head("Element", "left", "wide"), Head("Days")),
                    (("Sign", "5"), ("Meet", "2")),
                    (0, 1),
                    ("summary", ""),
                    "All",
                )
            ],
        ),
        ('{{ checklist("Before", ["a", ("b", true)]) }}', [Checklist("Before", (("a", False), ("b", True)))]),
        ('{{ lines("Notes") }}', [Lines("Notes", 3)]),
        ('{{ notice("Look", kind="tip") }}', [Notice("Look", "tip")]),
        ('{{ figure("Chart", "In words", view.chart) }}', [Figure("Chart", "In words", CHART)]),
        ("a{{ page_break() }}b", [Paragraph("a"), PageBreak(), Paragraph("b")]),
    ],
)  # fmt: skip
def test_each_block(source: str, blocks: list[Block], make: Make) -> None:
    assert list(make(source).blocks) == blocks


def test_text_between_blocks_becomes_paragraphs(make: Make) -> None:
    page = make(
        "One\n  line.\n \n\nTwo & {{ view.name }}.{{ heading('Three') }} Four {{ lines('Five', 1) }}\n"
    )
    assert page.blocks == (
        Paragraph("One line."),
        Paragraph("Two & Dana & <Lee>."),
        Heading("Three"),
        Paragraph("Four"),
        Lines("Five", 1),
    )


def test_a_template_may_set_its_title(make: Make) -> None:
    assert make("x").title == "A title"
    assert make("{{ title }}").blocks == (Paragraph("A title"),)
    assert make('{% set title = "R&D for " ~ view.name %}').title == "R&D for Dana & <Lee>"
    assert make("{% set title %}For  {{ view.name }}\n{% endset %}").title == "For Dana & <Lee>"
    assert make('{% set title = "" %}').title == "A title"


def test_no_level_of_headings_is_skipped(make: Make) -> None:
    page = make("{% for level in [4, 4, 4, 2, 4] %}{{ heading('a', level) }}{% endfor %}")
    assert [block.level for block in page.blocks if isinstance(block, Heading)] == [2, 3, 4, 2, 3]


def test_macros_may_make_blocks_and_text(make: Make) -> None:
    page = make(
        "{% macro pair(name) %}{{ heading(name) }}For {{ name }}.{% endmacro %}"
        "{{ pair(view.name) }}{{ pair('R&D') }}{{ notice(view.name ~ ' & more') }}"
        "{% set words %}{{ view.name }} & {{ 'so' }}{% endset %}{{ notice(words) }}"
    )
    assert page.blocks == (
        Heading("Dana & <Lee>"),
        Paragraph("For Dana & <Lee>."),
        Heading("R&D"),
        Paragraph("For R&D."),
        Notice("Dana & <Lee> & more"),
        Notice("Dana & <Lee> & so"),
    )


def test_a_block_stands_where_it_is_shown(make: Make) -> None:
    page = make(
        "{% set late = heading('Late') %}{% set never = heading('Never') %}First.{{ late }}{{ late }}"
    )
    assert page.blocks == (Paragraph("First."), Heading("Late"), Heading("Late"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ 5 }} {{ 1.5 }} {{ 2.0 }} {{ true }} {{ false }} {{ none }}.", "5 1.5 2 yes no ."),
        ("{{ view.day }}", "2027-01-04"),
        ("{{ ['a', 'b']|join(', ') }} {{ view.people|join('/', attribute='name') }}", "a, b Dana/Lee"),
        ("{{ 'a-b-a'|replace('a', '<') }} {{ 'x'|upper }} {{ 'Lee'|lower }}", "<-b-< X lee"),
        ("{{ 2 + 3 * 4 ** 2 % 5 }} {{ 'a' + 'b' }} {{ ([1] + [2])|length }}", "5 ab 2"),
        ("{{ 'a' ~ 1 ~ none }} {{ view.name|length }} {{ 5|string }}", "a1 12 5"),
        ("{% for r in view.rows %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{% endfor %}", "1a2b"),
        ("{% for n in range(1, 7, 2) if n > 1 %}{{ n }}{% else %}none{% endfor %}", "35"),
        (
            "{% for n in [[1], [2, [3]]] recursive %}{{ n if n is number else loop(n) }}{% endfor %}",
            "123",
        ),
        ("{% set s = namespace(n=0) %}{% for r in 'ab' %}{% set s.n = s.n + 1 %}{% endfor %}{{ s.n }}", "2"),
        ("{{ nothing|default('x') }} {{ nothing is defined }}", "x no"),
        ("{{ view['name'] }} {{ view.people[0].name }}", "Dana & <Lee> Dana"),
        ("{% for k, v in {'a': view.name}.items() %}{{ k }}: {{ v }}{% endfor %}", "a: Dana & <Lee>"),
        ("{% autoescape false %}{{ view.name }}{% endautoescape %}", "Dana & <Lee>"),
        ("&lt; {{ '&lt;' }} {{ '<#0#>' }} {{ 1 == 1 }}", "< &lt; <#0#> yes"),
    ],
)  # fmt: skip
def test_what_can_be_written(source: str, text: str, make: Make) -> None:
    assert make(source).blocks == (Paragraph(text),)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_that_mean_harm_come_through_as_they_are(text: str, make: Make) -> None:
    page = make("{{ notice(view) }}{{ items([view]) }}{{ heading(view) }}", text)
    text = seen(text)
    assert page.blocks == (Notice(text.strip()), Items((text,)), Heading(" ".join(text.split())))


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from("<#0>&;{}%\"'\n a\\"), max_size=30))
def test_no_text_can_be_taken_for_a_block(text: str) -> None:
    environment = HandoutEnvironment(DictLoader({"x": "{{ heading('Only') }}{{ view }}"}))
    desk = environment.begin()
    blocks = desk.assembled(environment.get_template("x").render(view=text))
    assert blocks[0] == Heading("Only")
    assert all(isinstance(block, Paragraph) for block in blocks[1:])
    assert " ".join(block.text for block in blocks[1:] if isinstance(block, Paragraph)) == " ".join(
        text.split()
    )
