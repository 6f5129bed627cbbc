"""Keep libraries from loading what no command uses: a third of the start of ``validate``.

``import networkx`` loads 280 modules, of which sequencing needs two dozen; ``holidays`` loads every country
for the sake of one, and a parser of dates that nobody types; pydantic looks through all installed packages
for plugins, which nobody here wants, and loads what makes secrets. A stand-in takes the place of such a
module. ``import *`` finds in it only what is used, and asked for another name it loads the module itself.

What is costly to define is defined in a cheaper way: the dataclasses of libraries as ours are, and the
dictionaries that pydantic-core describes to type checkers not at all.

Only for a process that is all ours: a program that uses the Python API gets its libraries whole.
"""

from __future__ import annotations

import dataclasses
import sys
import typing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from pathwayctl.quick_dataclass import dataclass as quick

_STANDARD: Final[Any] = dataclasses.dataclass
_QUICK: Final = ("annotated_types", "pydantic", "typer")
"""Libraries whose dataclasses have no more than fields and defaults."""

_UNUSED: Final = {
    "networkx": ("algorithms", "convert_matrix", "drawing", "generators", "linalg", "readwrite", "relabel"),
    "holidays": ("countries",),
}
_USED: Final = {"networkx.algorithms": "networkx.algorithms.dag"}
"""The module with the names that ``import *`` finds in a stand-in."""


class _StandIn(ModuleType):
    """A package that is loaded when it is asked for a name; its modules can be loaded without it."""

    def __getattr__(self, name: str) -> Any:
        if name == "__all__" and self.__name__ in _USED:
            used = import_module(_USED[self.__name__])
            vars(self).update({one: getattr(used, one) for one in used.__all__})
        if name.startswith("__"):  # asked by the import system and by ``import *``
            raise AttributeError(name)
        return getattr(self.load(), name)

    def load(self) -> ModuleType:
        """The module itself, which takes its place from now on."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class _WithoutTypes(_StandIn):
    """A module most of whose classes tell type checkers what a dictionary may hold."""

    def load(self) -> ModuleType:
        """The module itself, with empty classes in place of those."""
        places: tuple[Any, ...] = (typing, import_module("typing_extensions"))  # it has either by its version
        kept = [place.TypedDict for place in places]
        try:
            for place in places:
                place.TypedDict = _NotChecked
            return super().load()
        finally:
            for place, one in zip(places, kept, strict=True):
                place.TypedDict = one


class _NotChecked(dict[str, Any]):
    def __init_subclass__(cls, total: bool = True) -> None:
        """Take what ``TypedDict`` takes."""


def _dataclass(cls: type | None = None, /, **options: Any) -> Any:
    """What libraries import as ``dataclasses.dataclass``."""
    if cls is None:
        return lambda one: _dataclass(one, **options)
    is_simple = options.keys() <= {"frozen", "slots", "eq"}
    if is_simple and cls.__module__.partition(".")[0] in _QUICK:
        return quick(**{"frozen": False, **options})(cls)
    return _STANDARD(cls, **options)


def prefer_parts() -> None:
    """Put the stand-ins where the import system looks first; what is loaded already stays."""
    dataclasses.dataclass = _dataclass
    _stand_in("pydantic_core.core_schema", _WithoutTypes)
    for package, parts in _UNUSED.items():
        found = find_spec(package)
        if found is not None and package not in sys.modules:
            for part in parts:
                folders = [str(Path(folder, part)) for folder in found.submodule_search_locations or ()]
                _stand_in(f"{package}.{part}", __path__=folders)
    _stand_in("secrets")
    _stand_in("dateutil.parser", parse=_parse_date)
    _stand_in("holidays.version", __version__="")
    _stand_in("importlib.metadata", entry_points=lambda **_: ())


def _stand_in(module: str, kind: type[_StandIn] = _StandIn, **names: Any) -> None:
    if module not in sys.modules:
        stand_in = sys.modules[module] = kind(module)
        vars(stand_in).update(names)


def _parse_date(*given: Any, **options: Any) -> Any:
    """What ``holidays`` imports by its name, though it calls it only where a day is given as a text."""
    module = sys.modules["dateutil.parser"]
    return (module.load() if isinstance(module, _StandIn) else module).parse(*given, **options)
