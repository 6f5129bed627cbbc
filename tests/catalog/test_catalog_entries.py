"""What holds for every entry of every guide: ids, texts and sources; and how the catalog is read."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pathwayctl.catalog import reading
from pathwayctl.catalog.catalog_entry import find
from pathwayctl.catalog.data_records import Record
from pathwayctl.model.vocabulary import Role
from pathwayctl.source.reading import read

GUIDES = [reading.ccrs, reading.components, reading.grades_9_14, reading.sector, reading.standards]
DATA = sorted(Path(reading.__file__).parent.glob("*.yaml"))
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.__name__)


def records(value: Any) -> Iterator[Any]:
    """Every record in a guide, the guide itself included, however deep it stands."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from records(getattr(value, name))


def texts(record: Any) -> Iterator[str]:
    """The texts that stand in a record itself; one that may be left out counts only if it is there."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        items = value if isinstance(value, tuple) else [value]
        yield from (item for item in items if type(item) is str and (item or field.default != ""))


def test_there_is_a_data_file_for_each_guide() -> None:
    assert [path.stem for path in DATA] == ["ccrs", "components", "grades-9-14", "sector", "standards"]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_data_files_are_clean_yaml(path: Path) -> None:
    assert read(path.read_bytes()).spots == ()


@each_guide
def test_every_record_cites_a_document_and_its_year(guide: Callable[[], Any]) -> None:
    found = list(records(guide()))
    assert len(found) > 20
    for record in found:
        has_year = re.search(r"\b(19|20)\d\d\b|undated", record.source)
        assert has_year or (record is guide() and guide is reading.standards), record


@each_guide
def test_no_text_is_empty_or_badly_set(guide: Callable[[], Any]) -> None:
    for record in records(guide()):
        for text in texts(record):
            assert text, record
            assert text == " ".join(text.split()), record
            assert "'" not in text, f"a straight apostrophe: {text}"


@each_guide
def test_ids_are_slugs_and_unique_in_their_list(guide: Callable[[], Any]) -> None:
    for record in records(guide()):
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, tuple) and value and hasattr(value[0], "id"):
                ids = [str(entry.id) for entry in value]
                assert len(set(ids)) == len(ids), ids
                assert all(SLUG.fullmatch(one) for one in ids), ids


@each_guide
def test_sentences_are_said_once_in_their_list(guide: Callable[[], Any]) -> None:
    for record in records(guide()):
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, tuple) and value and hasattr(value[0], "text"):
                said = [entry.text for entry in value]
                assert len(set(said)) == len(said), [text for text in said if said.count(text) > 1]


@each_guide
def test_a_guide_is_read_once(guide: Any) -> None:
    assert guide() is guide()


def test_importing_the_catalog_reads_no_guide_and_no_yaml() -> None:
    code = (
        "import sys, pathwayctl.catalog.reading;"
        "late = ('pathwayctl.catalog.ccrs', 'pathwayctl.catalog.filling', 'pathwayctl.source', 'ruamel');"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]"]


def test_entries_are_found_by_their_slug_or_their_word() -> None:
    roles = reading.ccrs().roles
    assert find(roles, "doer") is find(roles, Role.DOER)
    with pytest.raises(KeyError, match="doorkeeper"):
        find(roles, "doorkeeper")
