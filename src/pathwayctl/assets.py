"""Find the templates and the examples: inside an installed package, or in a checkout beside ``src``."""

from __future__ import annotations

from pathlib import Path


def templates() -> Path:
    """The folder that holds handout templates, page styles and scaffolds."""
    return _shipped("templates")


def examples() -> Path:
    """The folder that holds the example projects, each in a folder of its own."""
    return _shipped("examples")


def _shipped(name: str) -> Path:
    here = Path(__file__).resolve().parent
    packaged = here / f"_{name}"
    return packaged if packaged.is_dir() else here.parents[1] / name


def handout_names() -> tuple[str, ...]:
    """The ids of the built-in handouts: each has a template of that name."""
    return tuple(sorted(file.stem for file in (templates() / "handouts").glob("*.j2")))
