"""Every fixed phrase of the pages, gathered from code, templates, the catalog, and the registry."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, Final

import pathwayctl
from pathwayctl import assets
from pathwayctl.catalog.reading import GUIDE_FILES
from pathwayctl.handouts import handout as handouts
from pathwayctl.handouts.plan_changes.topics import section_title
from pathwayctl.handouts.plan_changes.value_words import noun_in
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.language import is_phrase
from pathwayctl.model import vocabulary
from pathwayctl.model.annotations import inner_model
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.rendering.environment import HandoutEnvironment
from pathwayctl.rendering.loader import HandoutLoader
from pathwayctl.source.reading import read
from pathwayctl.wording import MONTHS

SOURCE: Final = Path(vocabulary.__file__).parents[1]
UNITS: Final = ("working day", "working days", "working week", "working weeks", "week", "weeks")
"""Lengths of time whose words are chosen by their unit."""
LOOKED_UP: Final = {
    "phrase": (0,),
    "marked": (0,),
    "Column": (0,),
    "days_of": (1,),
    "want": (0,),
    "Gap": (2,),
}
"""The places of phrases among the arguments of functions; a noun with its plural has a bar between them."""
NOUNS: Final = {"entries": slice(1, 2), "Gap": slice(3, 4)}
"""The places of nouns that are counted."""
ROOMS: Final = ("handouts", "rendering", "evidence", "revisions")
FILES: Final = ("wording.py", "exchange/calendar_events.py", "exchange/ics.py", "model/assessment.py")
CITED: Final = ("CHAPTER_1", "CHAPTER_4", "COLORADO", "STAKEHOLDERS", "WORK_PLAN")
"""The guides in ``handout.py``, whose names are filled with the part that a page is made from."""


def phrases_by_topic() -> dict[str, set[str]]:
    """The phrases of each topic, which is the name of the ``.po`` file that has them."""
    found: dict[str, set[str]] = {}
    for topic, text in _phrases():
        found.setdefault(topic, set()).add(text)
    known: set[str] = set()
    for topic in sorted(found, key=lambda name: (name.startswith("catalog"), name != "words", name)):
        found[topic] -= known
        known |= found[topic]
    return found


def _phrases() -> Iterator[tuple[str, str]]:
    rooms = (file for room in ROOMS for file in (SOURCE / room).rglob("*.py"))
    for path in (*(SOURCE / name for name in FILES), *rooms):
        parts = path.relative_to(SOURCE).parts
        topic = parts[1] if parts[0] == "handouts" and len(parts) > 2 else "words"
        topic = "rendering" if parts[0] == "rendering" else topic
        topic = "evidence" if parts[0] == "evidence" else topic
        topic = path.stem if parts[0] == "model" else topic
        for text in phrases_in(path.read_text("utf-8")):
            yield topic, text
    yield from _furniture()
    yield from (("words", word) for word in (*MONTHS, *UNITS))
    for word in every_word(vocabulary.Word):
        yield "vocabulary", word.english
    yield from (("fields", word) for word in _field_words())
    for handout in HANDOUTS:
        for text in (handout.title, handout.about, handout.source):
            yield "titles", text
    for path in (SOURCE / "handouts").rglob("*.py"):
        yield from (("titles", text) for text in _citations(path.read_text("utf-8")))
    for text in template_phrases():
        yield "templates", text
    for name in GUIDE_FILES:
        data = read((SOURCE / "catalog" / name).read_bytes()).value
        for text in _texts(data):
            yield f"catalog-{Path(name).stem}", text


def _furniture() -> Iterator[tuple[str, str]]:
    cli = (SOURCE / "cli" / name for name in ("render.py", "earlier_states.py"))
    for path in (*cli, *(assets.templates() / "html").glob("*.j2")):
        for text in re.findall(r'phrase\(\s*"([^"]+)"', path.read_text("utf-8")):
            yield "rendering", text


def phrases_in(source: str) -> Iterator[str]:
    """The texts that are given to the functions that look phrases up."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for place in LOOKED_UP.get(name, ()):
                for text in _constants(node.args[place : place + 1]):
                    yield from text.split("|")
            if name == "count" and isinstance(node.func, ast.Name):
                yield from _nouns([*_constants(node.args[1:3])])
            for text in _constants(node.args[NOUNS[name]] if name in NOUNS else []):
                yield from _nouns(text.split("|"))


def _citations(source: str) -> Iterator[str]:
    """The sources that pages cite: a guide, and the part of it."""
    for guide, part in re.findall(rf'\b({"|".join(CITED)})\.format\("([^"]+)"\)', source):
        yield getattr(handouts, guide).format(part)


def _nouns(words: list[str]) -> Iterator[str]:
    """A noun with its plural, which ends in an s unless it is given."""
    yield from words
    if len(words) == 1:
        yield f"{words[0]}s"


def _constants(given: list[ast.expr]) -> Iterator[str]:
    for one in given:
        parts = (one.body, one.orelse) if isinstance(one, ast.IfExp) else (one,)
        for value in one.elts if isinstance(one, ast.Tuple) else parts:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def every_word(kind: type[vocabulary.Word]) -> Iterator[vocabulary.Word]:
    """The words of every vocabulary of the package, also of modules that nothing has imported yet."""
    for module in walk_packages(pathwayctl.__path__, "pathwayctl."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for one in kind.__subclasses__():
        if one.__module__.startswith("pathwayctl."):
            yield from one


def _field_words() -> Iterator[str]:
    """What a page of changes calls the fields of a plan, the entries of its lists, and its sections."""
    for kind in every_model(Model):
        for name, field in kind.model_fields.items():
            yield from (word.replace("_", " ") for word in (name, field.alias or name))
            inner = inner_model(field)
            if inner is not None:
                yield noun_in(inner, name)
    yield from map(section_title, Plan.model_fields)


def every_model(kind: type[Model]) -> Iterator[type[Model]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("pathwayctl.model."):
            yield one
        yield from every_model(one)


def template_phrases() -> list[str]:
    """The phrases of the built-in templates."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    environment = HandoutEnvironment(HandoutLoader(None), keep)
    for name in assets.handout_names():
        environment.get_template(f"{name}.j2")
    return found


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and is_phrase(value):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(one)
