"""From edits to a transaction: plan each on the texts, then read the new texts and compare.

What is written must read back as exactly what was asked, with everything else as it was. Whatever cannot be
edited safely is refused with a reason; nothing is guessed, and nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path as FilePath
from typing import Any, Final

from pathwayctl.diagnostics import Path
from pathwayctl.editing import changes, references
from pathwayctl.editing.baseline_files import rename_in_baselines, save_baseline
from pathwayctl.editing.corrections import correct_fields
from pathwayctl.editing.draft import Draft, DraftFile
from pathwayctl.editing.edits import (
    AddEntry,
    CannotEditError,
    CorrectFields,
    Edit,
    MoveEntry,
    Refused,
    RemoveEntry,
    RemoveItem,
    RemovePlaces,
    RenameId,
    ReplaceReferences,
    SaveBaseline,
    SetField,
    Typed,
)
from pathwayctl.editing.list_entries import add_item, add_items, move_item
from pathwayctl.editing.new_files import refuse_unusable
from pathwayctl.editing.removal import apart, in_order
from pathwayctl.editing.set_field import remove, set_value
from pathwayctl.editing.transaction import FileChange, Transaction
from pathwayctl.editing.typed_text import field_path, plain_value
from pathwayctl.editing.way import named, refuse_unknown
from pathwayctl.loading.fields import fits_at, model_at
from pathwayctl.loading.files import TextFile
from pathwayctl.model.plan import LIST_SECTIONS, section_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.reading import read
from pathwayctl.source.text_report import Reading
from pathwayctl.wording import nearest


@dataclass(frozen=True)
class Planned:
    """Edits that can be made: the transaction, and the project's files with what they will say."""

    transaction: Transaction
    files: tuple[TextFile, ...]
    readings: tuple[Reading, ...]


def plan_edits(
    root: FilePath, files: Sequence[TextFile], readings: Sequence[Reading], edits: Iterable[Edit]
) -> Planned | Refused:
    """Plan edits, one after the other, on the files of a project as they were read."""
    draft = Draft(root, files, readings)
    try:
        for _, run in groupby(edits, key=_run_of):
            _plan_run(draft, list(run))
        changed = {
            file.name: (file, _checked(file)) for file in draft.opened.values() if file.data != file.before
        }
        for file in draft.baselines.values():
            _checked(file)
    except CannotEditError as error:
        return error.refused
    every = [*(file for file, _ in changed.values()), *draft.baselines.values()]
    in_order_of_names = sorted(every, key=attrgetter("name"))
    done = tuple(FileChange(file.name, file.before, file.data) for file in in_order_of_names)
    return Planned(Transaction(root, done), *_after(files, readings, changed))


def _run_of(edit: Edit) -> object:
    """What edits that follow each other have in common if they are planned together: the list they add to."""
    if isinstance(edit, AddEntry) and edit.into in LIST_SECTIONS and isinstance(edit.value, dict):
        return edit.into, edit.file
    return id(edit)


def _plan_run(draft: Draft, run: list[Any]) -> None:
    if len(run) == 1:
        _PLANNERS[type(run[0])](draft, run[0])
        return
    name = run[0].file or _home(draft, run[0].into)
    refuse_unusable(draft.root, name)
    add_items(draft.begin_file(name), (run[0].into,), [edit.value for edit in run])
    draft.restructured()


def _after(
    files: Sequence[TextFile], readings: Sequence[Reading], changed: Mapping[str, tuple[DraftFile, Reading]]
) -> tuple[tuple[TextFile, ...], tuple[Reading, ...]]:
    """The project's files and readings after the edits, in the order of their names."""
    known = {file.name: (file, reading) for file, reading in zip(files, readings, strict=True)}
    for name, (file, reading) in changed.items():
        known[name] = TextFile(name, file.data), reading
    in_order = [known[name] for name in sorted(known)]
    return tuple(file for file, _ in in_order), tuple(reading for _, reading in in_order)


def _checked(file: DraftFile) -> Reading:
    """Read a file as it is to be, and compare that with what it must say."""
    reading = read(file.data)
    if not reading.whole or reading.gaps or not changes.same(reading.value, file.value):
        raise CannotEditError(
            f"{file.name} is written in a way that this edit cannot keep intact.", "Edit the file by hand."
        )
    return reading


def _set(draft: Draft, edit: SetField) -> None:
    name, path = draft.locate(edit.at)
    path = (*path, *(field_path(edit.field) if isinstance(edit.field, str) else edit.field))
    file = draft.begin_file(name)
    value = plain_value(path, edit.value)
    if path[-1:] == ("id",) and value != changes.at(file.value, path):
        raise CannotEditError(
            "An id changes together with all references to it.", "Rename the entry instead."
        )
    if value is not None:
        _set_at(draft, file, path, value)
        return
    try:
        changes.at(file.value, path)
    except KeyError:
        refuse_unknown(path)
        return
    file.apply(*remove(file, path))
    draft.restructured()


def _set_at(draft: Draft, file: DraftFile, path: Path, value: Any) -> None:
    is_new = path[0] not in (file.value or {})
    change = set_value(file, path, value)
    if change is not None:
        file.apply(*change)
    if is_new or isinstance(value, list | dict):
        draft.restructured()


def _at_or_none(data: Any, path: Path) -> Any:
    try:
        return changes.at(data, path)
    except KeyError:
        return None


def _add(draft: Draft, edit: AddEntry) -> None:
    if isinstance(edit.into, str) or len(edit.into) == 1:
        section = edit.into if isinstance(edit.into, str) else str(edit.into[0])
        if section not in LIST_SECTIONS:
            near = nearest(section, LIST_SECTIONS)
            raise CannotEditError(
                f"“{section}” is not a list of entries.", f"Did you mean “{near}”?" if near else ""
            )
        name = edit.file or _home(draft, section)
        path: Path = (section,)
        refuse_unusable(draft.root, name)
    elif edit.file is not None:
        raise CannotEditError("Only an entry of a section can go to another file.", "Leave the file out.")
    else:
        name, path = draft.locate(edit.into)
    file = draft.begin_file(name)
    value = plain_value((*path, 0), edit.value)
    there = _at_or_none(file.value, path)
    if isinstance(edit.value, Typed) and isinstance(there, list) and value in there:
        return
    if there is not None and not isinstance(there, list | dict) and fits_at(path, [there, value]):
        _set_at(draft, file, path, [there, value] if there != value else there)  # a field with one or several
        return
    file.apply(*add_item(file, path, value))
    draft.restructured()


def _home(draft: Draft, section: str) -> str:
    """The file of a section's last entry; without one, that of the section, or the one to begin for it."""
    there = [(name, value[section]) for name, value in draft.documents() if section in value]
    with_entries = [name for name, entries in there if entries]
    return [section_of(section).file, *(name for name, _ in there), *with_entries][-1]


def _remove(draft: Draft, edit: RemoveEntry) -> None:
    name, path = draft.locate(edit.at)
    if not path or not isinstance(path[-1], int):
        raise CannotEditError("Only an entry of a list can be removed.", "Set its fields instead.")
    file = draft.file(name)
    file.apply(*remove(file, path))
    draft.restructured()


def _remove_places(draft: Draft, edit: RemovePlaces) -> None:
    waiting = sorted(edit.places, key=in_order, reverse=True)
    while waiting:
        places, waiting = apart(waiting)
        for name, paths in _by_file(draft, places).items():
            file = draft.file(name)
            file.apply(*remove(file, *paths))
        draft.restructured()


def _by_file(draft: Draft, places: Iterable[Path]) -> dict[str, list[Path]]:
    """Some places in the plan as paths inside the files that hold them."""
    found: dict[str, list[Path]] = {}
    for place in places:
        name, path = draft.locate(place)
        found.setdefault(name, []).append(path)
    return found


def _remove_item(draft: Draft, edit: RemoveItem) -> None:
    name, path = draft.locate(edit.of)
    file = draft.file(name)
    refuse_unknown(path)
    value = plain_value((*path, 0), edit.value)
    items = _at_or_none(file.value, path) or []
    items = items if isinstance(items, list | dict) else [items]
    fits = [one == value or (isinstance(one, str) and one.split()[:1] == [value]) for one in items]
    if not isinstance(items, list) or True not in fits:
        hint = f"Its items: {', '.join(map(str, items))}." if items else ""
        raise CannotEditError(f"{named(file, path)} has no item “{value}”.", hint)
    if not isinstance(_at_or_none(file.value, path), list):
        file.apply(*remove(file, path))
        return
    file.apply(*remove(file, (*path, fits.index(True))))
    draft.restructured()


def _rename(draft: Draft, edit: RenameId) -> None:
    is_task = draft.locate(edit.old)[1][:1] == ("tasks",)
    references.rename(draft, edit.old, edit.new)
    if is_task:
        rename_in_baselines(draft, edit.old, edit.new)


def _replace(draft: Draft, edit: ReplaceReferences) -> None:
    for name, paths in _by_file(draft, edit.places).items():
        references.replace_at(draft.file(name), paths, edit.old, edit.new)


def _move(draft: Draft, edit: MoveEntry) -> None:
    if sum(one is not None for one in (edit.file, edit.under, edit.before)) != 1:
        raise CannotEditError(
            "An entry moves to exactly one place.",
            "Name a file, a task it goes under, or what it goes before.",
        )
    name, path = draft.locate(edit.at)
    if not path or not isinstance(path[-1], int):
        raise CannotEditError("Only an entry of a list can be moved.")
    source = draft.file(name)
    index: int | None = None
    if edit.file is not None:
        into: Path = path[:1]
        refuse_unusable(draft.root, edit.file)
        target = draft.begin_file(edit.file)
    elif edit.under is not None:
        other, holder = draft.locate(edit.under)
        into, target = (*holder, "tasks"), draft.file(other)
    else:
        other, before = draft.locate(edit.before or "")
        if not before or not isinstance(before[-1], int):
            raise CannotEditError("An entry can only go before an entry of a list.")
        into, index, target = before[:-1], before[-1], draft.file(other)
    if model_at(path) is None or model_at(path) is not model_at((*into, 0)):
        raise CannotEditError(
            "An entry of this kind cannot go there.", "Choose a list of the same kind of entries."
        )
    if target is source and edit.file is not None and into == path[:-1]:
        raise CannotEditError(f"The entry is in {name} already.")
    move_item(source, path, target, into, index)
    draft.restructured()


def _correct(draft: Draft, edit: CorrectFields) -> None:
    correct_fields(draft.file(edit.file), edit.fixes)
    draft.restructured()


_PLANNERS: Final[Mapping[type, Callable[..., None]]] = {
    SetField: _set,
    AddEntry: _add,
    RemoveEntry: _remove,
    RemoveItem: _remove_item,
    RemovePlaces: _remove_places,
    RenameId: _rename,
    ReplaceReferences: _replace,
    MoveEntry: _move,
    CorrectFields: _correct,
    SaveBaseline: save_baseline,
}
