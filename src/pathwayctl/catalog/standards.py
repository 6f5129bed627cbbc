"""The records of lists that are no guide's own: published codes, and the federal key elements."""

from __future__ import annotations

from dataclasses import dataclass

from pathwayctl.catalog.entries import Line, Named
from pathwayctl.model.vocabulary import Component


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A published code and its name: ``51``, Production."""

    code: str
    name: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A career cluster. States rename them, so nothing else in the catalog leans on this list."""

    id: str
    name: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing(Line):
    """Our own reading of where a key element is met: components, and steps of the 17, by number."""

    components: tuple[Component, ...]
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards:
    """Published lists that planning data refers to."""

    source: str
    clusters: tuple[Cluster, ...]
    perkins_indicators: tuple[Code, ...]
    soc_major_groups: tuple[Code, ...]
    cip_families: tuple[Code, ...]
    naics_sectors: tuple[Code, ...]
    key_elements: tuple[Named, ...]
    crosswalk: tuple[Crossing, ...]
