"""Where templates and styles come from, and from where they never do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from html_texts import write_page
from pathwayctl import assets
from pathwayctl.rendering import loader, templates
from pathwayctl.rendering.blocks import Heading, Paragraph
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.page_maker import PageMaker
from pathwayctl.rendering.pages import Frame, Page
from pathwayctl.rendering.templates import Templates

SECRET = "what nobody should read"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with an empty folder for templates, beside a file that is not its own."""
    (tmp_path / "secret.j2").write_text(SECRET)
    handouts = tmp_path / "project" / "templates" / "handouts"
    handouts.mkdir(parents=True)
    return tmp_path / "project"


@pytest.fixture
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in place of the built-in templates, none of which is compiled yet."""
    folder = tmp_path / "built-in" / "handouts"
    folder.mkdir(parents=True)
    monkeypatch.setattr(assets, "templates", lambda: tmp_path / "built-in")
    templates._built_in.cache_clear()
    yield folder
    templates._built_in.cache_clear()


def own(project: Path, name: str, text: str) -> None:
    (project / "templates" / "handouts" / name).write_text(text, "utf-8")


def said(project: Path | None, name: str = "sample") -> str:
    made = Templates(project).page(name, "x", None)
    assert isinstance(made, TemplateMistake)
    return made.message


def test_a_projects_own_template_wins(project: Path, built_in: Path) -> None:
    (built_in / "4b.j2").write_text("built in, with {% include '_part.j2' %}")
    (built_in / "_part.j2").write_text("its part")
    assert Templates(None).page("4b", "x", None) == Page("x", (Paragraph("built in, with its part"),))
    assert Templates(project).page("4b", "x", None) == Page("x", (Paragraph("built in, with its part"),))
    own(project, "_part.j2", "a part of our own")
    # A built-in page is made in our own process, so that no file of the project may have a part in it.
    assert Templates(project).page("4b", "x", None) == Page("x", (Paragraph("built in, with its part"),))
    own(project, "4b.j2", "\ufeffours, with {% include '_part.j2' %}")
    assert Templates(project).page("4b", "x", None) == Page("x", (Paragraph("ours, with a part of our own"),))


def test_a_mistake_in_a_built_in_template_names_it(built_in: Path) -> None:
    (built_in / "4b.j2").write_text("\n{{ wrong }}")
    made = Templates(None).page("4b", "x", None)
    assert isinstance(made, TemplateMistake)
    assert (made.file, made.line) == ("built-in 4b.j2", 2)


def test_shared_macros_write_on_the_page_in_hand(project: Path) -> None:
    own(project, "_macros.j2", "{% macro aim(x) %}{{ heading(x) }}{% endmacro %}")
    for name in ("one", "two"):
        own(project, f"{name}.j2", "{% import '_macros.j2' as shared %}{{ shared.aim(view) }}")
    templates = Templates(project)
    assert templates.page("one", "x", "First") == Page("x", (Heading("First"),))
    assert templates.page("two", "x", "Second") == Page("x", (Heading("Second"),))
    assert templates.page("one", "x", "Third") == Page("x", (Heading("Third"),))


def test_own_handouts_are_listed(project: Path) -> None:
    for name in ("b.j2", "a-1.j2", "notes.txt", "two words.j2"):
        own(project, name, "")
    assert Templates(project).own_handouts() == ("a-1", "b")
    assert Templates(None).own_handouts() == ()
    assert Templates(project / "templates").own_handouts() == ()


def test_a_link_that_leaves_the_folder_is_refused(project: Path) -> None:
    (project / "templates" / "handouts" / "sample.j2").symlink_to(project.parent / "secret.j2")
    assert said(project) == "“templates/handouts/sample.j2” is a link to another place."
    own(project, "other.j2", "{% include 'sample.j2' %}")
    assert said(project, "other") == "“templates/handouts/sample.j2” is a link to another place."


def test_a_link_within_the_folder_is_followed(project: Path) -> None:
    own(project, "real.j2", "real")
    (project / "templates" / "handouts" / "sample.j2").symlink_to("real.j2")
    assert Templates(project).page("sample", "x", None) == Page("x", (Paragraph("real"),))


def test_a_folder_that_is_a_link_is_refused(project: Path) -> None:
    outside = project.parent / "outside" / "handouts"
    outside.mkdir(parents=True)
    (outside / "sample.j2").write_text(SECRET)
    (project / "templates" / "handouts").rmdir()
    (project / "templates").rmdir()
    (project / "templates").symlink_to(outside.parent)
    assert said(project) == "“templates/handouts/sample.j2” is a link to another place."


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("nowhere.j2", "is a broken link."),
        ("sample.j2", "cannot be read."),
    ],
)
def test_links_that_lead_nowhere(target: str, message: str, project: Path) -> None:
    (project / "templates" / "handouts" / "sample.j2").symlink_to(target)
    assert said(project) == f"“templates/handouts/sample.j2” {message}"


def test_what_is_not_a_plain_file(project: Path) -> None:
    handouts = project / "templates" / "handouts"
    (handouts / "sample.j2").mkdir()
    assert said(project) == "“templates/handouts/sample.j2” is not a file."
    os.mkfifo(handouts / "pipe.j2")
    assert said(project, "pipe") == "“templates/handouts/pipe.j2” is not a file."
    (handouts / "bytes.j2").write_bytes(b"\xff\xfe\x00")
    assert said(project, "bytes") == "“templates/handouts/bytes.j2” is not plain text."
    own(project, "long.j2", "x" * (loader.MOST_BYTES + 1))
    assert said(project, "long") == "“templates/handouts/long.j2” is too large."


def test_a_file_that_may_not_be_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **named: object) -> str:
        raise PermissionError

    own(project, "sample.j2", "x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    made = PageMaker(loader.HandoutLoader(project)).page("sample", "x", None)
    assert isinstance(made, TemplateMistake)
    assert made.message == "“templates/handouts/sample.j2” cannot be read."


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "..", ".hidden", "a//b", "a\\b", "c:x", ""])
def test_names_that_are_not_names(name: str, project: Path) -> None:
    own(project, "sample.j2", "{% include view %}")
    made = Templates(project).page("sample", "x", f"{name}.j2" if name else "")
    assert isinstance(made, TemplateMistake)
    assert "is not the name of a template." in made.message
    assert SECRET not in str(made)


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("not a folder")
    assert said(tmp_path) == "There is no template “sample.j2”."
    assert Templates(tmp_path).own_handouts() == ()


def test_the_built_in_style_is_there_for_all() -> None:
    style = Templates(None).stylesheet()
    assert isinstance(style, str)
    assert "@page" in style
    assert "prefers-color-scheme: dark" in style


def test_a_projects_style_comes_after_the_built_in_one(project: Path) -> None:
    assert Templates(project).stylesheet() == Templates(None).stylesheet()
    (project / "templates" / "style.css").write_text(":root { --accent: #060 } /* </style> */", "utf-8")
    style = Templates(project).stylesheet()
    assert isinstance(style, str)
    assert style.startswith(str(Templates(None).stylesheet()))
    assert style.endswith(r":root { --accent: #060 } /* <\/style> */")


HIDDEN = ("\x00", "\x1b", "\x7f", "\u202a", "\u202e", "\u2066", "\ufeff")


@pytest.mark.parametrize(
    ("style", "fetch"),
    [
        ("@import 'x.css';", "@import"),
        ("@IMPORT 'x.css';", "@import"),
        ("@\\69mport 'x.css';", "@import"),
        ("@\\69 mport 'x.css';", "@import"),
        ("@media print { @import 'x.css'; }", "@import"),
        ("p { background: url(http://example.org/x) }", "url()"),
        ("p { background: url('//example.org/x') }", "url()"),
        ("p { background: URL(x) }", "url()"),
        ("p { background: u\\72 l(x) }", "url()"),
        ("p { background: \\url(x) }", "url()"),
        ("p { background: \\000075rl(x) }", "url()"),
        ("p { background: url(data:image/png;base64,AAAA) }", "url()"),
        ("p { background: image-set('x' 1x) }", "image-set()"),
        ("p { background: -webkit-image-set('x' 1x) }", "-webkit-image-set()"),
        ("p { background: cross-fade(20% src('x'), red) }", "cross-fade()"),
        ("p { --x: { y: [ ( url(x) ) ] } }", "url()"),
        ("@font-face { font-family: x; src: url(x) }", "url()"),
        ("@namespace url(http://example.org);", "url()"),
        ("p::before { content: '<' } @import 'x';", "@import"),
        *(
            (text.format(sign), fetch)
            for sign in HIDDEN
            for text, fetch in (
                ("@im{}port 'x.css';", "@import"),
                ("@{}import 'x.css';", "@import"),
                ("p {{ background: u{}rl(x) }}", "url()"),
                ("p {{ background: url{}(x) }}", "url()"),
            )
        ),
        # A character that is written as a code is cleaned away as well, and not before the check.
        ("p { background: u\\202a rl(x) }", "url()"),
        ("@im\\202e port 'x.css';", "@import"),
        ("@im\\7fport 'x.css';", "@import"),
    ],
)
def test_a_style_that_loads_a_file_is_refused(style: str, fetch: str, project: Path) -> None:
    (project / "templates" / "style.css").write_text(f"p {{ color: #000 }}\n\n{style}", "utf-8")
    made = Templates(project).stylesheet()
    assert isinstance(made, TemplateMistake), made
    assert (made.file, made.line) == ("templates/style.css", 3)
    assert made.message == f"“{fetch}” would load a file, and a page must not load anything."


@pytest.mark.parametrize("sign", ["", *HIDDEN])
@pytest.mark.parametrize(
    "style",
    [
        "/* <{}/style><script>alert(1)</script> */",
        "/* <{}/STYLE ><script>alert(1)</script>",
        "p::before {{ content: '<{}/style><script>alert(1)</script>' }}",
        "p::before {{ content: '<\\2f style>' }}",
        "p::before {{ content: '<\\202a /style>' }}",
        "p::before {{ content: '\\3c/style>' }}",
        "<{}/style><script>alert(1)<{}/script>",
        "p {{ color: red }} }} <{}/style>",
        "@media {{ ( [ <{}/style>",
    ],
)
def test_a_style_cannot_leave_its_element(style: str, sign: str, project: Path) -> None:
    (project / "templates" / "style.css").write_text(style.format(sign, sign), "utf-8")
    made = Templates(project).stylesheet()
    if isinstance(made, str):
        page = write_page(Page("Title", ()), Frame("Project"), made).lower()
        assert page.count("</style") == 1
        assert "<script" not in page[page.index("</style") :]
        assert not any(hidden in page for hidden in HIDDEN)


@pytest.mark.parametrize(
    "style", ["p { color: red", "@media print { p { color: red", "p { color: red } /* x"]
)
def test_an_open_bracket_of_a_style_does_not_swallow_what_comes_after_it(style: str, project: Path) -> None:
    (project / "templates" / "style.css").write_text(style, "utf-8")
    made = Templates(project).stylesheet()
    assert isinstance(made, str)
    assert made.count("{") == made.count("}")
    assert made.count("/*") == made.count("*/")


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ("p { color: red } }", "This line cannot be read as a style."),
        ("p::before { content: 'x", "This line cannot be read as a style."),
        ("p { x: )", "This line cannot be read as a style."),
        ("(" * 1000, "There are more than 50 brackets inside each other here."),
        ("p {" * 300_000, "There are more than 50 brackets inside each other here."),
    ],
)
def test_a_style_that_is_no_style(style: str, message: str, project: Path) -> None:
    (project / "templates" / "style.css").write_text(f"\n{style}", "utf-8")
    made = Templates(project).stylesheet()
    assert isinstance(made, TemplateMistake)
    assert (made.line, made.message) == (2, message)


def test_odd_codes_in_a_style_do_no_harm(project: Path) -> None:
    (project / "templates" / "style.css").write_text("p::before { content: '\\110000 \\2022' }", "utf-8")
    assert isinstance(Templates(project).stylesheet(), str)


def test_a_style_that_cannot_be_read(project: Path) -> None:
    (project / "templates" / "style.css").symlink_to(project.parent / "secret.j2")
    made = Templates(project).stylesheet()
    assert isinstance(made, TemplateMistake)
    assert made.message == "“templates/style.css” is a link to another place."
