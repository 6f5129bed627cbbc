"""The pages that ``.github/scripts/publish.sh`` makes for the public: accessible, linked, without secrets."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from pathwayctl.app import open_project
from pathwayctl.model.annotations import consented_fields, internal_fields
from pathwayctl.model.base import Model
from rendered_pages import EXAMPLES

SCRIPT = Path(__file__).resolve().parents[2] / ".github" / "scripts" / "publish.sh"
PARTS = 3
"""The pages are looked at in so many tests, to share them out among processors."""
SHORT = 10
"""Letters of words that may be on a page by chance."""
MANY = 20
"""An example has more hidden texts than that."""
LINK = re.compile(r"""\s(?:href|src)=["']([^"']+)["']""")
ANCHOR = re.compile(r"""\sid=["']([^"']+)["']""")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def published(project: Path, site: Path) -> Path:
    """Run the script of the workflow."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PROJECT": str(project), "SITE": str(site)}
    done = subprocess.run(["bash", str(SCRIPT)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an example."""
    return published(EXAMPLES / "grades_9_14_district", tmp_path_factory.mktemp("site") / "pages")


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(
    part: int, site: Path, axe_in_light: Callable[[Path], list[str]]
) -> None:
    pages = sorted(site.rglob("*.html"))
    assert site / "index.html" in pages
    wrong = {path.name: axe_in_light(path) for path in pages[part::PARTS]}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_every_link_leads_somewhere(site: Path) -> None:
    texts = {path.resolve(): path.read_text("utf-8") for path in site.rglob("*.html")}
    anchors = {path: set(ANCHOR.findall(text)) for path, text in texts.items()}
    broken, seen = [], 0
    for path, text in texts.items():
        for link in LINK.findall(text):
            if re.match(r"[a-z]+:", link):
                continue
            file, _, anchor = unquote(link).partition("#")
            target = (path.parent / file).resolve() if file else path
            seen += 1
            if target not in texts or (anchor and anchor not in anchors[target]):
                broken.append((path.name, link))
    assert seen > len(texts)
    assert broken == []


def test_nothing_of_narrower_audiences_is_published(tmp_path: Path) -> None:
    project = EXAMPLES / "state_agency"
    hidden = {text for text in _hidden(open_project(project).plan) if len(text) > SHORT}
    assert len(hidden) > MANY
    for path in published(project, tmp_path / "site").rglob("*"):
        if path.is_file():
            text = unescape(path.read_text("utf-8"))
            assert [one for one in hidden if one in text] == [], path.name


def _hidden(entry: Any) -> Iterator[str]:
    """The texts in an entry, or in a list of entries, that only the project's own staff or partners see."""
    if isinstance(entry, tuple):
        for one in entry:
            yield from _hidden(one)
    elif isinstance(entry, Model):
        closed = internal_fields(type(entry)) | consented_fields(type(entry))
        for name in type(entry).model_fields:
            value = getattr(entry, name)
            if isinstance(value, str) and (name in closed or getattr(entry, "private", False)):
                yield value
            yield from _hidden(value)
