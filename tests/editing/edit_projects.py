"""What tests of the edit engine share: edits of files in memory, without checks of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pathwayctl.editing.edits import Edit, Refused
from pathwayctl.editing.planning import Planned, plan_edits
from pathwayctl.loading.files import TextFile
from pathwayctl.source.reading import read
from pathwayctl.source.text_report import Reading

ROOT = Path("/nowhere")
Texts = Mapping[str, str | bytes]


def files_of(texts: Texts) -> tuple[TextFile, ...]:
    return tuple(
        TextFile(name, text.encode() if isinstance(text, str) else text)
        for name, text in sorted(texts.items())
    )


def planned(texts: Texts, *edits: Edit, readings: Sequence[Reading] = ()) -> Planned | Refused:
    files = files_of(texts)
    known = readings or [read(file.data) for file in files]
    return plan_edits(ROOT, files, known, edits)


def edited_files(texts: Texts, *edits: Edit) -> dict[str, bytes]:
    """All files after edits that must not be refused."""
    found = planned(texts, *edits)
    assert isinstance(found, Planned), found
    return {file.name: file.data for file in found.files}


def edited(text: str, *edits: Edit, name: str = "work.yaml") -> str:
    """The text of the one file of a project after edits that must not be refused."""
    return edited_files({name: text}, *edits)[name].decode()


def refused(texts: Texts | str, *edits: Edit) -> str:
    """The reason for which edits are refused."""
    found = planned({"work.yaml": texts} if isinstance(texts, str) else texts, *edits)
    assert isinstance(found, Refused), found
    return found.message


def data_of(text: str | bytes) -> Any:
    reading = read(text.encode() if isinstance(text, str) else text)
    assert reading.whole, reading
    return reading.value
