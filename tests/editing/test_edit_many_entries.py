"""Many entries that are added in one go look as if each was added alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathwayctl import AddEntry, Refused, open_project
from pathwayctl.editing.edits import Edit

MAIN = "pathwayctl: 1\nproject: {name: Example, start: 2027-01-04}\n"
LISTS = {
    "none": "",
    "empty": "risks: []\n",
    "heading": "risks:\n",
    "block": "risks:\n  - id: a\n    title: A\n    kind: external\n    category: Staff\n  # the end\n",
    "parted": "risks:\n- {id: a, title: A, kind: external, category: X}\n\n"
    "- {id: b, title: B, kind: external, category: X}\n",
    "braces": "risks: [{id: a, title: A, kind: external, category: X}]\n",
    "no break at the end": "risks:\n  - {id: a, title: A, kind: external, category: X}",
    "windows": "risks:\r\n  - {id: a, title: A, kind: external, category: X}\r\n",
    "followed": "risks:\n  - {id: a, title: A, kind: external, category: X}\n# goals\ngoals: []\n",
}  # fmt: skip
NEW = [
    {"id": f"new-{number}", "title": f"Number {number}: #{number}", "kind": "external", "category": "Staff"}
    for number in range(4)
]


def written(folder: Path, edits: list[list[Edit]]) -> dict[str, bytes]:
    for some in edits:
        edited = open_project(folder).edit(*some)
        assert not isinstance(edited, Refused), edited
        assert edited.transaction.write() is None
    return {path.name: path.read_bytes() for path in folder.glob("*.yaml")}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_in_one_go_or_one_by_one(text: str, tmp_path: Path) -> None:
    found = []
    adding: list[Edit] = [AddEntry("risks", one) for one in NEW]
    for name, edits in {"together": [adding], "alone": [[one] for one in adding]}.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pathway.yaml").write_text(MAIN, "utf-8")
        if text:
            (folder / "risks.yaml").write_bytes(text.encode())
        found.append(written(folder, edits))
    assert found[0] == found[1]
    assert [one.id for one in open_project(tmp_path / "together").plan.risks][-4:] == [
        one["id"] for one in NEW
    ]
