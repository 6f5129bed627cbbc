"""Pages as the text of their HTML, where the program has the bytes of it in parts."""

from __future__ import annotations

from collections.abc import Sequence

from pathwayctl.rendering import html
from pathwayctl.rendering.blocks import Block
from pathwayctl.rendering.made_file import Parts
from pathwayctl.rendering.pages import Contents, Frame, Front, Page


def write_page(page: Page, frame: Frame, style: str) -> str:
    return _text(html.write_page(page, frame, style.encode()))


def write_index(frame: Frame, front: Front, parts: Sequence[Block | Contents], style: str) -> str:
    return _text(html.write_index(frame, front, parts, style.encode()))


def write_combined(frame: Frame, front: Front, sheets: Sequence[tuple[Page, Frame]], style: str) -> str:
    return _text(html.write_combined(frame, front, sheets, style.encode()))


def _text(parts: Parts) -> str:
    return b"".join(parts).decode()
