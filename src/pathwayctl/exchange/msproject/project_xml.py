"""From the bytes of a file to its elements. The file is untrusted: nothing in it is expanded or looked up."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from pathwayctl.editing.edits import Refused

MOST_BYTES: Final = 100_000_000
"""Generous: a plan of 10,000 tasks with daily work is far smaller."""
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
"""What a file of Microsoft Project begins with (.mpp), as older files of Word and Excel do."""
SAVE_AS_XML: Final = (
    "Open it in Microsoft Project, choose File > Save As, and as the type “XML Format (*.xml)”. "
    "Then import the new file."
)
_SAVE_AGAIN: Final = "Save the plan again as XML in the program that it comes from, and import the new file."
_HIDDEN: Final = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]"
    rb"|&#(?:x0{0,6}(?:[0-8bcef]|1[0-9a-f])|0{0,6}(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.IGNORECASE,
)
"""Control characters, which no XML may have, as letters and as numbers."""
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")


class _RootFound(Exception):  # noqa: N818 - it ends the look at the first lines, and is no error
    """Pattern for the root element, and for what may precede it."""


def read_xml(data: bytes, name: str) -> ET.Element | Refused:
    """The root of a plan, with names of elements alone, or why it cannot be read."""
    if data.startswith(_COMPOUND):
        return Refused(f"“{name}” is a file of Microsoft Project (.mpp), and not XML.", SAVE_AS_XML)
    if len(data) > MOST_BYTES:
        return Refused(
            f"“{name}” is larger than {MOST_BYTES // 1_000_000} MB.", "Save it without timephased data."
        )
    try:
        root = _root_of(data, name)
        if isinstance(root, Refused):
            return root
        return _plain(ET.fromstring(data))  # noqa: S314 - a document type, and so any entity, is refused above
    except (ET.ParseError, expat.ExpatError, ValueError, LookupError) as error:
        shorter = data if data.startswith(_WIDE) else _HIDDEN.sub(b"", data)
        if len(shorter) < len(data):
            return read_xml(shorter, name)
        return Refused(f"“{name}” cannot be read as XML{_where(error)}.", _SAVE_AGAIN)


def _where(error: Exception) -> str:
    line = getattr(error, "position", (getattr(error, "lineno", 0), 0))[0]
    if not line:
        return ": its encoding is not known"
    if getattr(error, "code", 0) == expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]:
        return f": line {line} has a character that does not fit its encoding"
    return f": it breaks off or has an error in line {line}"


def _root_of(data: bytes, name: str) -> str | Refused:
    """The name of the root element, unless it is that of another format, or has a document type."""
    found: list[str | Refused] = []
    parser = expat.ParserCreate()

    def start(tag: str, _attributes: dict[str, str]) -> None:
        found.append(tag)
        raise _RootFound

    def doctype(*_: object) -> None:
        found.append(Refused(f"“{name}” has a document type (<!DOCTYPE), which no plan needs.", _SAVE_AGAIN))
        raise _RootFound

    parser.StartElementHandler, parser.StartDoctypeDeclHandler = start, doctype
    with suppress(_RootFound):
        parser.Parse(data, True)
    root = found[0] if found else ""
    if isinstance(root, str) and root.rpartition(":")[2] != "Project":
        return Refused(
            f"“{name}” is XML, but not a plan of Microsoft Project: it begins with <{root[:60]}>.",
            "In ProjectLibre and GanttProject, save or export the plan as Microsoft Project XML.",
        )
    return root


def _plain(root: ET.Element) -> ET.Element:
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root
