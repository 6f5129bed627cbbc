"""A mistake in a template is said in plain words, with its file and line; nothing is ever raised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page_samples import chart
from pathwayctl.handouts.schedule.gantt_chart import GanttChart
from pathwayctl.rendering.loader import HandoutLoader
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.page_maker import PageMaker
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.templates import Templates


@dataclass(frozen=True)
class View:
    name: str = "Dana"
    rows: tuple[tuple[str, str], ...] = (("a", "b"),) * 300
    empty: tuple[str, ...] = ()
    chart: GanttChart = chart(3)  # noqa: RUF009 - a frozen value

    def method(self) -> str:
        return "x"

    @property
    def broken(self) -> str:
        raise ValueError("it\nbroke")


ROUND = "This template is nested too deeply, or calls itself without an end."
CALLED = "“heading” is given too much, too little, or a name that it does not have."
READ = "This cannot be read as a template: "
Fail = Callable[..., TemplateMistake]


@pytest.fixture
def fail(tmp_path: Path) -> Fail:
    """The mistake that is in a template; further files may stand beside it."""
    folder = tmp_path / "templates" / "handouts"
    folder.mkdir(parents=True)

    def mistake(source: str, **others: str) -> TemplateMistake:
        for name, text in {"sample": source, **others}.items():
            (folder / f"{name}.j2").write_text(text, "utf-8")
        made = PageMaker(HandoutLoader(tmp_path)).page("sample", "A title", View())
        assert isinstance(made, TemplateMistake), made
        assert made.message
        assert made.hint
        return made

    return mistake


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{% if %}", READ + "Expected an expression, got “end of statement block”"),
        ("{{ heading( }}", READ + "unexpected “}”, expected “)”"),
        ("{{ 'a'|batch(2) }}", READ + "No filter named “batch”."),
        ("{% debug %}", READ + "Encountered unknown tag “debug”."),
        ("{{ headin('x') }}", "There is no “headin” here. Did you mean “heading”?"),
        ("{{ view.nmae }}", "There is no “nmae” here. Did you mean “name”?"),
        ("{{ view.rows[0].x }}", "There is no “x” here."),
        ("{{ view.rows[900] }}", "There is no “900” here."),
        ("{{ 'a'.x }}", "There is no “x” here."),
        ("{{ unknown.more }}", "There is no “unknown” here."),
        ("{{ view.empty|first }}", "No first item, sequence was empty."),
        ("{{ zz + 1 }}", "There is no “zz” here."),
        ("{{ items(zz) }}", "There is no “zz” here."),
        ("{{ 'a' ~ zz }}", "There is no “zz” here."),
        ("{{ cycler() }}", "There is no “cycler” here."),
        ("{{ view.broken }}", "This line cannot be worked out: it broke"),
        ("{{ 1 / 0 }}", "This line cannot be worked out: division by zero"),
        ("{{ view.__class__ }}", "A template cannot use “__class__”."),
        ("{{ ''['__class__'] }}", "A template cannot use “__class__”."),
        ("{{ view.method() }}", "A template cannot use “method”."),
        ("{{ '{0}'.format(1) }}", "A template cannot use “format”."),
        ("{{ '{:>99999999}'.format(1) }}", "A template cannot use “format”."),
        ("{{ 'a'.join(['b']) }}", "A template cannot use “join”."),
        ("{{ (5).to_bytes(99999999, 'big') }}", "A template cannot use “to_bytes”."),
        ("{{ view.rows }}", "This is a list, and cannot be shown as text."),
        ("{{ view }}", "This is a thing with parts of its own, and cannot be shown as text."),
        ("{{ [1]|upper }}", "This is a list, and cannot be shown as text."),
        ("{{ {'a': 1} }}", "This is a dictionary, and cannot be shown as text."),
        ("{{ 'a' * 3 }}", "“*” works with numbers only."),
        ("{{ '%s' % 3 }}", "“%” works with numbers only."),
        ("{{ 'a' + 3 }}", "A text and a number cannot be added."),
        ("{{ 10 ** 10 * 10 ** 10 }}", "This number becomes too large."),
        ("{{ 9 ** 999999999 }}", "This number becomes too large."),
        ("{{ 9999999999999999999 }}", "This is a number, and cannot be shown as text."),
        ("{% for x in 5 %}{% endfor %}", "There is a number where a list is needed."),
        ("{{ range(1, 2, 0) }}", "This line cannot be worked out: range() arg 3 must not be zero"),
        ("{{ 'a' - 3 }}", "“-” works with numbers only."),
        ("{{ 'a' / 3 }}", "“/” works with numbers only."),
        ("{{ -'a' }}", "A text cannot have a sign before it."),
        ("{{ [1, 'a']|sort|join }}", "A text and a number cannot be compared."),
        ("{{ view.name() }}", "A text cannot be called, so no ( ) can follow it."),
        ("{{ {[1]: 2} }}", "A list cannot be used to look something up."),
        ("{{ 5|length }}", "A number has no length."),
        ("{{ 'a' in 5 }}", "A number cannot be searched."),
        ("{{ 'a' ~ [1] }}", "This is a list, and cannot be shown as text."),
        ("{{ ['a', [1]]|join }}", "This is a list, and cannot be shown as text."),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ROUND),
        ("{% include 'sample.j2' %}", ROUND),
        ("{{ " + "(" * 4000 + "1" + ")" * 4000 + " }}", ROUND),
        ("{% for a in view.rows %}" * 30 + "{% endfor %}" * 30, ROUND),
        ("{% include 'missing.j2' %}", "There is no template “missing.j2”."),
        ("{% include '../style.css' %}", "“../style.css” is not the name of a template."),
        ("{% include '/etc/passwd' %}", "“/etc/passwd” is not the name of a template."),
        ("{{ heading() }}", CALLED),
        ("{{ heading('a', size=2) }}", CALLED),
        ("{{ heading(' ') }}", "In “heading”, the text is empty."),
        ("{{ heading('a', 1) }}", "In “heading”, the level is 1, and goes from 2 to 4."),
        ("{{ heading('a', 10 ** 12) }}", "In “heading”, the level is too far off, and goes from 2 to 4."),
        ("{{ heading('a', 'b') }}", "In “heading”, the level is a text, not a whole number."),
        ("{{ heading(heading('a')) }}", "A block is inside a text."),
        ("{{ items('abc') }}", "In “items”, there is a text where a list is needed."),
        ("{{ items(none) }}", "In “items”, there is an empty value where a list is needed."),
        ("{{ items([[1]]) }}", "This is a list, and cannot be shown as text."),
        ("{{ facts([('a', 'b', 'c')]) }}", "In “facts”, entry 1 has 3 parts, and needs a name and a text."),
        ("{{ table('', ['a'], []) }}", "In “table”, the caption is empty."),
        ("{{ table('a', [], []) }}", "In “table”, it has no columns."),
        ("{{ table('a', [''], []) }}", "In “table”, the title of a column is empty."),
        (
            "{{ table('a', [('b', 'c', '', '')], []) }}",
            "In “table”, a column has 4 parts, and takes a title, an align and a width.",
        ),
        (
            "{{ table('a', [('b', 'middle')], []) }}",
            "In “table”, the align is “middle”, and can be “left”, “center”, or “right”.",
        ),
        (
            "{{ table('a', [('b', 'left', '5%')], []) }}",
            "In “table”, the width is “5%”, and can be “narrow” or “wide”.",
        ),
        ("{{ table('a', ['b'], [['c'], ['d', 'e']]) }}", "In “table”, row 2 has 2 cells for 1 column."),
        ("{{ table('a', ['b'], [['c']], indents=[0, 1]) }}", "In “table”, there are 2 indents for 1 rows."),
        ("{{ table('a', ['b'], [['c']], marks=['', '']) }}", "In “table”, there are 2 marks for 1 rows."),
        (
            "{{ table('a', ['b'], [['c']], marks=['bold']) }}",
            "In “table”, the mark is “bold”, and can be “summary”, “critical”, or “total”.",
        ),
        (
            "{{ table('a', ['b'], [['c']], indents=[-1]) }}",
            "In “table”, the indent is -1, and goes from 0 to 50.",
        ),
        (
            "{{ checklist('a', [('b', true, 1)]) }}",
            "In “checklist”, an entry has 3 parts, and takes a text and true or false.",
        ),
        ("{{ lines('a', 99) }}", "In “lines”, the count is 99, and goes from 1 to 40."),
        ("{{ lines('a', true) }}", "In “lines”, the count is yes or no, not a whole number."),
        (
            "{{ notice('a', 'alarm') }}",
            "In “notice”, the kind is “alarm”, and can be “gap”, “note”, or “tip”.",
        ),
        ("{{ figure('a', 'b', 'c') }}", "In “figure”, what should be drawn is a text, not a chart."),
        ("{{ figure('a', '', view.chart) }}", "In “figure”, the description is empty."),
    ],
)  # fmt: skip
def test_what_is_said(source: str, message: str, fail: Fail) -> None:
    made = fail("first line\n" + source)
    assert made.message == message
    assert (made.file, made.line) in {
        ("templates/handouts/sample.j2", 2),
        ("templates/handouts/sample.j2", 1),
    }


def test_the_line_is_the_one_that_is_wrong(fail: Fail) -> None:
    made = fail("a\n{% macro m(x) %}\n\n{{ x.wrong }}{% endmacro %}\n{% if true %}\n{{ m('b') }}{% endif %}")
    assert made.line == 4


@pytest.mark.parametrize("part", ["{{ wrong }}", "{% if %}"])
def test_the_file_is_the_one_that_is_wrong(part: str, fail: Fail) -> None:
    made = fail("a\n\n{% include 'part.j2' %}", part=f"\n{part}")
    assert (made.file, made.line) == ("templates/handouts/part.j2", 2)


def test_a_built_in_template_that_is_not_there() -> None:
    made = Templates(None).page("no-such-handout", "x", None)
    assert isinstance(made, TemplateMistake)
    assert made.message == "There is no template “no-such-handout.j2”."


def test_a_page_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "templates" / "handouts"
    folder.mkdir(parents=True)
    made = {}
    for name, source in {
        "few": "{% for n in range(9) %}some words\n\n{% endfor %}",
        "words": "{% for n in range(900) %}some words\n\n{% endfor %}",
        "again": "{% set a = items(range(90)) %}{% for n in range(90) %}{{ a }}{% endfor %}",
        "empty": "{{ items(view.rows | map('first') | map('replace', 'a', '')) }}" * 3,
        "drawn": "{{ figure('a', 'b', view.chart) }}" * 30,
        "breaks": "{{ page_break() }}" * 900,
    }.items():
        (folder / f"{name}.j2").write_text(source, "utf-8")
        made[name] = PageMaker(HandoutLoader(tmp_path), 10_000).page(name, "T", View())
    assert isinstance(made.pop("few"), Page)
    assert {one.message for one in made.values() if isinstance(one, TemplateMistake)} == {
        "This page becomes too large."
    }
    assert all(isinstance(one, TemplateMistake) and one.exhausted for one in made.values())


_PIECES = (
    "{{", "}}", "{%", "%}", "{#", "#}", " view", ".rows", " for x in ", " endfor ", " if ", " endif ",
    " 1", "'a'", " heading(", " table(", " items(", ")", "[", "]", ",", "|join", "|first", " ~ ", " ** ",
    " set a = ", "\n", " macro m() ", " endmacro ", " m()", " include 'sample.j2' ", " loop", " range(9)",
    "<#0#>", "text", "&amp;", " raw ", " endraw ", "(", "{", "}", ":",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_nothing_is_ever_raised(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp() / "any" / "templates" / "handouts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sample.j2").write_text("".join(pieces), "utf-8")
    made = PageMaker(HandoutLoader(folder.parents[1])).page("sample", "A title", View())
    assert isinstance(made, Page | TemplateMistake)
