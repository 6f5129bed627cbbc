"""Parts shared by Word and PowerPoint files: fixed dates, for reproducible bytes, and pictures as PNG."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.language import code

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

THEN: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The creation date of every document; no clock is read."""
_MOST_KEPT: Final = 256
"""Drawings that are kept as PNG, of about 100 kB each."""
_DOTS: Final = 144.0
"""Of a picture for each inch of its own: it is 998 points wide, and about half that on a sheet."""
_PICTURE: Final = """
#set page(width: 998pt, height: auto, margin: 0pt)
#set text(font: "Public Sans")
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""
_LOGO: Final = """
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.logo))), height: 0.8in)
"""


def settled(properties: Any, title: str, author: str) -> None:
    """Set the title, author, and language of a document, and a fixed creation date."""
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.language, properties.comments = f"{code()}-US", ""
    properties.created = properties.modified = THEN.replace(tzinfo=None)
    properties.revision = 1


def packed(parts: Sequence[Any], relations: bytes, content_types: bytes) -> bytes:
    """A package as a file: ``content_types`` says what its parts are, and ``relations`` are its own.

    python-docx and python-pptx would write the time of day with each part, and make pictures no smaller.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, data in _members(parts, relations, content_types):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.external_attr = 0o600 << 16
            if not name.endswith(".png"):  # a picture does not become smaller
                member.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(member, data)
    return stream.getvalue()


def _members(parts: Sequence[Any], relations: bytes, content_types: bytes) -> Iterator[tuple[str, bytes]]:
    yield "[Content_Types].xml", content_types
    yield "_rels/.rels", relations
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


@lru_cache(maxsize=8)
def png_of_logo(data: bytes) -> bytes:
    """A logo of any kind as PNG; that of a letterhead is drawn once."""
    from pathwayctl.rendering.pdf import compiled

    return compiled(_LOGO.encode(), "png", 2 * _DOTS, given={"logo": json.dumps(list(data))})


def png_of(svg: str) -> bytes:
    """A drawing as PNG."""
    return _drawn(svg).result()


def draw_ahead(drawings: Iterable[str]) -> None:
    """Begin to draw what ``png_of`` will be asked for, while its caller does something else."""
    for svg in islice(dict.fromkeys(drawings), _MOST_KEPT):
        _drawn(svg)


@lru_cache(maxsize=_MOST_KEPT)
def _drawn(svg: str) -> Future[bytes]:
    """The PNG of a drawing, in the making; one that is in several packets is drawn once."""
    from pathwayctl.rendering.pdf import compiled

    return _drawers().submit(compiled, _PICTURE.encode(), "png", _DOTS, given={"svg": svg})


@cache
def _drawers() -> Executor:
    """Threads that draw, since Typst works beside Python."""
    from concurrent.futures import ThreadPoolExecutor

    from pathwayctl.rendering.pdf import MOST_AT_ONCE

    return ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE))
