"""Where templates and styles come from, and from where they never do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pathwayctl import assets
from pathwayctl.rendering import loader
from pathwayctl.rendering.blocks import Heading, Paragraph
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.pages import Page
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
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in place of the built-in templates."""
    folder = tmp_path / "built-in" / "handouts"
    folder.mkdir(parents=True)
    monkeypatch.setattr(assets, "templates", lambda: tmp_path / "built-in")
    return folder


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
    assert Templates(project).page("4b", "x", None) == Page(
        "x", (Paragraph("built in, with a part of our own"),)
    )
    own(project, "4b.j2", "\ufeffours")
    assert Templates(project).page("4b", "x", None) == Page("x", (Paragraph("ours"),))


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
        ("nowhere.j2", "is a link to nothing."),
        ("sample.j2", "cannot be read."),
    ],
)
def test_links_that_lead_nowhere(target: str, message: str, project: Path) -> None:
    (project / "templates" / "handouts" / "sample.j2").symlink_to(target)
    assert said(project) == f"“templates/handouts/sample.j2” {message}"


def test_what_is_not_a_plain_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handouts = project / "templates" / "handouts"
    (handouts / "sample.j2").mkdir()
    assert said(project) == "“templates/handouts/sample.j2” is not a file."
    os.mkfifo(handouts / "pipe.j2")
    assert said(project, "pipe") == "“templates/handouts/pipe.j2” is not a file."
    (handouts / "bytes.j2").write_bytes(b"\xff\xfe\x00")
    assert said(project, "bytes") == "“templates/handouts/bytes.j2” is not plain text."
    monkeypatch.setattr(loader, "MOST_BYTES", 10)
    own(project, "long.j2", "x" * 11)
    assert said(project, "long") == "“templates/handouts/long.j2” is too large."


def test_a_file_that_may_not_be_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **named: object) -> str:
        raise PermissionError

    own(project, "sample.j2", "x")
    monkeypatch.setattr(Path, "read_text", refuse)
    assert said(project) == "“templates/handouts/sample.j2” cannot be read."


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


@pytest.mark.parametrize(
    "style",
    [
        "@import 'x.css';",
        "@IMPORT 'x.css';",
        "@\\69mport 'x.css';",
        "p { background: url(http://example.org/x) }",
        "p { background: URL (x) }",
        "p { background: u\\72 l(x) }",
        "p { background: \\url(x) }",
        "p { background: image-set('x' 1x) }",
        "p { background: \\000075rl(x) }",
    ],
)
def test_a_style_that_fetches_something_is_refused(style: str, project: Path) -> None:
    (project / "templates" / "style.css").write_text(f"p {{ color: #000 }}\n\n{style}", "utf-8")
    made = Templates(project).stylesheet()
    assert isinstance(made, TemplateMistake)
    assert (made.file, made.line) == ("templates/style.css", 3)
    assert "would fetch something from elsewhere" in made.message


def test_odd_codes_in_a_style_do_no_harm(project: Path) -> None:
    (project / "templates" / "style.css").write_text("p::before { content: '\\110000 \\2022' }", "utf-8")
    assert isinstance(Templates(project).stylesheet(), str)


def test_a_style_that_cannot_be_read(project: Path) -> None:
    (project / "templates" / "style.css").symlink_to(project.parent / "secret.j2")
    made = Templates(project).stylesheet()
    assert isinstance(made, TemplateMistake)
    assert made.message == "“templates/style.css” is a link to another place."
