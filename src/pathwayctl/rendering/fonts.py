"""The letters that pages, and pictures in files of their own, carry along: 15 KB for each weight."""

from __future__ import annotations

import base64
from functools import cache
from typing import Final

from pathwayctl import assets

_FONTS: Final = {"PublicSans-Regular": "1 599", "PublicSans-Bold": "600 1000"}
"""Files of ``templates/fonts``, with the weights that each serves."""


@cache
def font_faces() -> str:
    """The rules of CSS that bring the font, light and bold."""
    return "".join(
        f'@font-face {{ font-family: "Public Sans"; font-weight: {weights}; font-display: block; '
        f"src: url(data:font/woff2;base64,{_font(name)}) }}\n"
        for name, weights in _FONTS.items()
    )


def _font(name: str) -> str:
    return base64.b64encode((assets.templates() / "fonts" / f"{name}.woff2").read_bytes()).decode()
