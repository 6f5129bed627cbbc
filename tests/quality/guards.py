"""Rules for the code, as functions from a source tree to its violations; each names the place by its path."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
"""Lines of a whole function, with its decorators, signature, and docstring."""
LONGEST_COMMAND = 15
"""Lines of a body, without its signature and docstring: the options of a command are declarations."""

VAGUE_NAMES = frozenset({"common", "helper", "helpers", "misc", "tools", "util", "utilities", "utils"})

ENGINE_ROOMS = ("scheduling/", "levelling/", "simulation/")
ENGINE_ARRAYS = ("workings", "network", "solve", "passes", "floats", "link_constraints", "moments", "elapsed")
"""Modules of ``scheduling`` that only the engine imports; all others ask a ``Schedule``."""


@dataclass(frozen=True)
class Source:
    """The modules of a package below a folder, parsed."""

    root: Path
    package: str

    def modules(self) -> Iterator[tuple[str, str, ast.Module]]:
        """Each module's path from the package's folder, its text, and its tree."""
        folder = self.root / self.package
        for path in sorted(folder.rglob("*.py")):
            text = path.read_text("utf-8")
            yield path.relative_to(folder).as_posix(), text, ast.parse(text)


def long_modules(source: Source) -> list[str]:
    """Modules of more than 300 lines."""
    sizes = {name: len(text.splitlines()) for name, text, _ in source.modules()}
    return [f"{name}: {lines} lines" for name, lines in sizes.items() if lines > LONGEST_MODULE]


def long_functions(source: Source) -> list[str]:
    """Functions and methods of more than 50 lines, counted from the first decorator to the last line."""
    return [
        f"{name} {node.name}: {_length(node)} lines"
        for name, node in _functions(source)
        if _length(node) > LONGEST_FUNCTION
    ]


def long_commands(source: Source, commands: Collection[tuple[str, str]]) -> list[str]:
    """Commands whose body has more than 15 lines; ``commands`` are their modules and functions."""
    return [
        f"{name} {node.name}: {_body_length(node)} lines"
        for name, node in _functions(source)
        if (name, node.name) in commands and _body_length(node) > LONGEST_COMMAND
    ]


def reaches_into_the_engine(source: Source) -> list[str]:
    """Modules outside the engine that use the arrays behind a schedule."""
    private = {f"{source.package}.scheduling.{name}" for name in ENGINE_ARRAYS}
    private.add(f"{source.package}.scheduling.schedule.workings_of")
    return [
        name
        for name, _, tree in source.modules()
        if not name.startswith(ENGINE_ROOMS)
        and (
            any(target in private for target in _imports(tree))
            or any(isinstance(node, ast.Attribute) and node.attr == "_workings" for node in ast.walk(tree))
        )
    ]


def command_functions(source: Source) -> set[tuple[str, str]]:
    """The module and the function of each command in the registry, a call of ``Command``."""
    registry = source.root / source.package / "cli" / "registry.py"
    found = set()
    for node in ast.walk(ast.parse(registry.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Command":
            words = [str(word.value) for word in node.args if isinstance(word, ast.Constant)]
            found.add((f"cli/{words[0]}.py", words[-1]))
    return found


def undocumented(source: Source) -> list[str]:
    """Modules, and public classes, functions, and methods, without a docstring.

    A magic method such as ``__eq__`` is documented by Python, and ``__init__`` by its class. A function
    inside a function is private.
    """
    return [f"{name}{where}" for name, _, tree in source.modules() for where in _silent(tree, "")]


def _silent(node: ast.Module | ast.ClassDef | Function, where: str) -> Iterator[str]:
    if not ast.get_docstring(node):
        yield where
    if not isinstance(node, FUNCTIONS):
        for inner in _definitions(node.body):
            if not inner.name.startswith("_"):
                yield from _silent(inner, f"{where} {inner.name}" if not where else f"{where}.{inner.name}")


def _definitions(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Classes and functions of a body, also those under ``if`` and ``try``."""
    for node in body:
        if isinstance(node, (ast.ClassDef, *FUNCTIONS)):
            yield node
        elif isinstance(node, (ast.If, ast.Try, ast.With)):
            yield from _definitions([inner for inner in ast.walk(node) if isinstance(inner, ast.stmt)][1:])


def cycles(source: Source) -> list[str]:
    """Modules that import each other in a ring, imports for types and inside functions included."""
    return _rings(_import_graph(source))


def room_cycles(source: Source) -> list[str]:
    """Folders whose modules import each other in a ring, at every depth: rooms, and folders in a room.

    A module beside a folder counts as itself, so a room may lean on its folders and they on its basics.
    """
    graph = _import_graph(source)
    found: dict[str, None] = {}
    for depth in range(2, 2 + max(name.count(".") for name in graph)):
        folded = nx.DiGraph()
        for here, target in graph.edges:
            ends = (_first_parts(here, depth), _first_parts(target, depth))
            if ends[0] != ends[1]:
                folded.add_edge(*ends)
        found.update(dict.fromkeys(_rings(folded)))
    return list(found)


def _first_parts(module: str, depth: int) -> str:
    return ".".join(module.split(".")[:depth])


def _rings(graph: nx.DiGraph) -> list[str]:
    return sorted(
        " <-> ".join(sorted(ring)) for ring in nx.strongly_connected_components(graph) if len(ring) > 1
    )


def _import_graph(source: Source) -> nx.DiGraph:
    known = {_dotted(source.package, name) for name, _, _ in source.modules()}
    graph = nx.DiGraph()
    for name, _, tree in source.modules():
        here = _dotted(source.package, name)
        graph.add_node(here)
        graph.add_edges_from((here, target) for target in _imports(tree, known) if target in known - {here})
    return graph


def relative_imports(source: Source) -> list[str]:
    """Imports with a leading dot, which the other guards would not follow."""
    return [
        f"{name}:{node.lineno}"
        for name, _, tree in source.modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]


def strange_imports(source: Source, owners: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Third-party packages that are imported outside their owner, or have none."""
    return sorted(
        f"{name} imports {package}"
        for package, names in third_party(source).items()
        for name in names
        if not name.startswith(owners.get(package, ()))
    )


def idle_owners(source: Source, owners: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Owners that do not import their package."""
    imported = third_party(source)
    return [
        f"{owner} does not import {package}"
        for package, places in owners.items()
        for owner in places
        if not any(name.startswith(owner) for name in imported.get(package, ()))
    ]


def third_party(source: Source) -> dict[str, set[str]]:
    """Every imported package that is neither Python's own nor this one, with the modules that import it."""
    found = defaultdict(set)
    for name, _, tree in source.modules():
        for target in _imports(tree):
            package = target.partition(".")[0]
            if package != source.package and package not in sys.stdlib_module_names:
                found[package].add(name)
    return dict(found)


def shared_names(source: Source, topic_rooms: tuple[str, ...]) -> dict[str, list[str]]:
    """Module names that several rooms use, with their modules.

    Rooms filed by topic may share a name, because it is the name of the topic or of a part that each of
    them plays for it; so may the folders of one such room.
    """
    found = defaultdict(list)
    for name, _, _ in source.modules():
        stem = name.rpartition("/")[2]
        if stem != "__init__.py":
            found[stem.removesuffix(".py")].append(name)
    return {
        stem: names
        for stem, names in sorted(found.items())
        if len(names) > 1 and not all(name.startswith(topic_rooms) for name in names)
    }


def shared_class_names(source: Source) -> dict[str, list[str]]:
    """Names that several classes have, with the modules that define them."""
    found = defaultdict(list)
    for name, _, tree in source.modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(name)
    return {name: modules for name, modules in sorted(found.items()) if len(modules) > 1}


def vague_names(source: Source) -> list[str]:
    """Modules and folders whose name says nothing about what is in them, such as ``utils``."""
    return [name for name, _, _ in source.modules() if VAGUE_NAMES & set(name.removesuffix(".py").split("/"))]


def reaches_past_the_front_door(tests: Path) -> list[str]:
    """Tests that import the command line, outside the folder of its own tests."""
    return [
        path.relative_to(tests).as_posix()
        for path in sorted(tests.rglob("*.py"))
        if path.relative_to(tests).parts[0] != "cli"
        and any(
            name == "pathwayctl.cli" or name.startswith("pathwayctl.cli.")
            for name in _imports(ast.parse(path.read_text("utf-8")))
        )
    ]


def _functions(source: Source) -> Iterator[tuple[str, Function]]:
    for name, _, tree in source.modules():
        yield from ((name, node) for node in ast.walk(tree) if isinstance(node, FUNCTIONS))


def _length(node: Function) -> int:
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return (node.end_lineno or 0) - first + 1


def _body_length(node: Function) -> int:
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def _dotted(package: str, name: str) -> str:
    return f"{package}.{name.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")


def _imports(tree: ast.Module, known: Collection[str] = frozenset()) -> Iterator[str]:
    """Every module that is imported anywhere in a module, also inside functions and for types.

    ``known`` are the modules of the package.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from names
            if not all(name in known for name in names):  # or it only names the room in which they are
                yield node.module
