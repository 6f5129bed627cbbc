"""The files that each editor needs in a project's folder, and how they are added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pathwayctl.assets import templates
from pathwayctl.editors.settings_merge import Merged, merged_json, merged_lines, merged_section, whole
from pathwayctl.loading.files import OWN_FOLDER
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.writing import NotWritten, put, remove


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A file in the project's folder, the template that it is made of, and how it is added to a file."""

    name: str
    template: str
    merge: Callable[[str, str], Merged]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a file: ``made``, ``added to``, ``complete``, ``removed``, or ``left`` as it is.

    If something has to be added by hand, ``why`` and ``lacking`` say so.
    """

    name: str
    done: str
    text: str
    why: str = ""
    lacking: str = ""


_FOR_ALL: Final = (
    SettingsFile(".editorconfig", "editorconfig", merged_section),
    SettingsFile(".gitignore", "gitignore", merged_lines),
    SettingsFile(f"{OWN_FOLDER}/.gitignore", "own-gitignore", merged_lines),
)
_FORMER: Final = ".pathway"
"""The folder that had the schema before, and that settings may still name."""
_IN_FORMER: Final = (".gitignore", "schema.json")
EDITORS: Final[Mapping[str, tuple[SettingsFile, ...]]] = {
    "vscode": (
        SettingsFile(".vscode/settings.json", "settings.json", merged_json),
        SettingsFile(".vscode/extensions.json", "extensions.json", merged_json),
        SettingsFile(".vscode/tasks.json", "tasks.json", merged_json),
    ),
    "jetbrains": (SettingsFile(".idea/jsonSchemas.xml", "jsonSchemas.xml", whole),),
    "neovim": (SettingsFile(".nvim.lua", "nvim.lua", whole),),
    "helix": (SettingsFile(".helix/languages.toml", "languages.toml", whole),),
}
"""The files of each editor, besides those that all of them read."""


def plan_settings(root: Path, editors: Iterable[str]) -> tuple[Outcome, ...]:
    """What would become of each file; nothing is written. Raises ``OSError`` if one cannot be read."""
    files = [*(file for editor in editors for file in EDITORS[editor]), *_FOR_ALL]
    return (*(_outcome(root, file) for file in files), *_former(root))


def write_settings(root: Path, planned: Iterable[Outcome]) -> Iterator[NotWritten]:
    """Write the files that were planned; gives those that cannot be written."""
    for one in planned:
        if one.done in ("made", "added to"):
            result = put(root, one.name, one.text)
            if isinstance(result, NotWritten):
                yield result
        elif one.done == "removed":
            for name in _IN_FORMER:
                remove(root, f"{one.name}/{name}")


def _former(root: Path) -> Iterator[Outcome]:
    """What becomes of the folder that earlier versions kept the schema in, if it is there."""
    folder = root / _FORMER
    if (folder / "schema.json").is_file():
        is_ours = {one.name for one in folder.iterdir()} <= set(_IN_FORMER)
        where = f"the schema for editors is now in {OWN_FOLDER}"
        yield Outcome(_FORMER, "removed" if is_ours else "left", "", where)


def _outcome(root: Path, file: SettingsFile) -> Outcome:
    ours = (templates() / "editors" / file.template).read_text("utf-8")
    path = root / file.name
    if not path.exists():
        return Outcome(file.name, "made", ours)
    try:
        theirs = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Outcome(file.name, "left", "", "it is not a text in UTF-8", ours)
    found = file.merge(theirs.replace(f"{_FORMER}/schema.json", f"{OWN_FOLDER}/schema.json"), ours)
    done = "added to" if found.text != theirs else "left" if found.lacking else "complete"
    return Outcome(file.name, done, found.text, found.why, found.lacking)
