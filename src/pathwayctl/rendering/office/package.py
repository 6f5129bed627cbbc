"""Parts shared by Word and PowerPoint files: fixed dates, for reproducible bytes, and pictures as PNG."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from pathwayctl.language import code

THEN: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The creation date of every document; no clock is read."""
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


def packed(data: bytes) -> bytes:
    """Rewrite a package with a fixed date for each of its parts."""
    packed_again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed_again, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.external_attr = 0o600 << 16
            if not name.endswith(".png"):  # a picture does not become smaller
                part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return packed_again.getvalue()


@lru_cache(maxsize=8)
def png_of_logo(data: bytes) -> bytes:
    """A logo of any kind as PNG; that of a letterhead is drawn once."""
    from pathwayctl.rendering.pdf import compiled

    return compiled(_LOGO.encode(), "png", 2 * _DOTS, given={"logo": json.dumps(list(data))})


@lru_cache(maxsize=64)
def png_of(svg: str) -> bytes:
    """A drawing as PNG; one that is in several packets is drawn once."""
    from pathwayctl.rendering.pdf import compiled

    return compiled(_PICTURE.encode(), "png", _DOTS, given={"svg": svg})
