"""Keep libraries from loading what no command uses: more than a third of the start of ``validate``.

``import networkx`` loads 280 modules, of which sequencing needs a dozen; ``holidays`` loads every country and
calendar for the sake of one; the parser of YAML loads all of ruamel for two of its errors; pydantic looks
through all installed packages for plugins, which nobody here wants. A stand-in takes the place of such a
module. ``import *`` finds in it only what is used, and asked for another name it loads the module itself.

Only for a process that is all ours: a program that uses the Python API gets its libraries whole. Nothing is
imported here that a stand-in may replace.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Final

_LATE: Final = (
    *("linecache", "lzma", "secrets", "shellingham", "subprocess", "tokenize", "zlib"),
    *("networkx.classes.function", "networkx.utils.heaps", "networkx.utils.random_sequence"),
    *("networkx.utils.rcm", "networkx.utils.union_find"),
)
"""Modules that libraries import and use only in what few commands call."""

_CALLED: Final = {
    "bz2": "BZ2File",
    "dateutil.parser": "parse",
    "difflib": "get_close_matches",
    "gzip": "open",
    "urllib.parse": "quote_from_bytes",
}
"""The function that libraries import from a module, to call it in what few commands do."""

_PARTS: Final = {
    "networkx": ("algorithms", "convert_matrix", "drawing", "generators", "linalg", "readwrite", "relabel"),
    "holidays": ("calendars", "countries", "groups"),
    "ruamel": ("yaml",),
}
"""The packages within others of which modules are used, and not all that the package itself loads."""

_USED: Final = {"networkx.algorithms": "networkx.algorithms.dag"}
"""The module with the names that ``import *`` finds in a stand-in."""

_HOMES: Final = {
    "holidays.groups": {
        "ChristianHolidays": ("holidays.groups.christian", "ChristianHolidays"),
        "HinduCalendarHolidays": ("holidays.groups.hindu", "HinduCalendarHolidays"),
        "InternationalHolidays": ("holidays.groups.international", "InternationalHolidays"),
        "StaticHolidays": ("holidays.groups.custom", "StaticHolidays"),
    },
    **{
        f"ruamel.yaml.{part}": {f"{part.capitalize()}Error": ("ruamel.yaml.error", "MarkedYAMLError")}
        for part in ("composer", "constructor", "emitter", "parser", "representer", "scanner", "serializer")
    },
}
"""Where a name of a stand-in is found instead; the parser in C takes only errors from these of ruamel."""


class StandIn(ModuleType):
    """A module that is loaded when it is asked for a name; those in a package can be loaded without it."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module has under a name; the import system asks for names of its own too."""
        home = _HOMES.get(self.__name__, {}).get(name)
        if home is not None:
            return getattr(import_module(home[0]), home[1])
        if name == "__all__" and self.__name__ in _USED:
            used = import_module(_USED[self.__name__])
            vars(self).update({one: getattr(used, one) for one in used.__all__})
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.load(), name)

    def load(self) -> ModuleType:
        """Load the module itself, which takes its place from now on."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class _Logger:
    """The logger of a module, which is made when there is something to say."""

    def __init__(self, name: str | None = None) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        """Return what the logger itself has under a name."""
        import logging

        return getattr(logging.Logger.manager.getLogger(self._name) if self._name else logging.root, name)


def prefer_parts() -> None:
    """Put the stand-ins where the import system looks first; what is loaded already stays."""
    for package, parts in _PARTS.items():
        found = find_spec(package)
        if found is not None and package not in sys.modules:
            for part in parts:
                folders = [f"{folder}{os.sep}{part}" for folder in found.submodule_search_locations or ()]
                stand_in(f"{package}.{part}", __path__=folders)
    for module in (*_LATE, *_HOMES):
        stand_in(module)
    for module, function in _CALLED.items():
        stand_in(module, StandIn, **{function: _calling(module, function)})
    stand_in("holidays.version", __version__="")
    stand_in("importlib.metadata", entry_points=lambda **_: ())
    stand_in("logging", getLogger=_Logger)
    if hasattr(os, "uname"):
        stand_in("platform", system=lambda: os.uname().sysname)


def stand_in(module: str, kind: type[StandIn] = StandIn, **names: Any) -> None:
    """Let a module that is not loaded yet be represented by a stand-in that knows some names."""
    if module not in sys.modules:
        made = sys.modules[module] = kind(module)
        vars(made).update(names)


def _calling(module: str, function: str) -> Callable[..., Any]:
    """A function that loads its module when it is called."""

    def call(*given: Any, **options: Any) -> Any:
        there = sys.modules[module]
        return getattr(there.load() if isinstance(there, StandIn) else there, function)(*given, **options)

    return call
