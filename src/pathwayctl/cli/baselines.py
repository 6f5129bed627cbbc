"""The baseline that a schedule is compared with: the one that is asked for, or the project's own."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from pathwayctl.cli.exits import FOUND_ERRORS, stop
from pathwayctl.cli.paths import as_option
from pathwayctl.wording import offer

if TYPE_CHECKING:
    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.baselines.keeping import Kept
    from pathwayctl.cli.examining import Examined
    from pathwayctl.scheduling.schedule import Schedule


def known_baseline(asked: str, saved: Collection[str], place: Path) -> str:
    """The name of a baseline that was asked for; stops if there is none of that name."""
    name = asked.strip().lower()
    if name not in saved:
        stop(_unknown(asked, saved, place))
    return name


def _unknown(asked: str, saved: Collection[str], place: Path) -> str:
    save = f"To save one: pathwayctl baseline save approved{as_option(place)}"
    said = f"There is no baseline “{asked}”." if asked.strip() else "The name of a baseline is missing."
    return f"{said} {offer(asked.strip().lower(), saved, 'baselines') if saved else save}"


def compared(place: Path, examined: Examined, schedule: Schedule, asked: str | None) -> Comparison | None:
    """The schedule compared with the baseline that was asked for, else with the project's own, if any.

    Stops with the reasons where the baseline cannot be read.
    """
    loaded = examined.loaded
    name = loaded.plan.project.baseline
    if asked is not None:
        name = known_baseline(asked, loaded.baselines, place)
    if name is None or name not in loaded.baselines:  # a finding says if the project's own is not there
        return None

    from pathwayctl.analysis.variance.comparison import compare
    from pathwayctl.baselines.keeping import recall

    kept = recall(loaded.root, name)
    if kept.baseline is None:
        _stop_at(place, examined, kept)
    return compare(kept.baseline, schedule)


def with_own_baseline(examined: Examined) -> Examined:
    """The same project, with what is wrong in the file of the baseline that it names."""
    loaded = examined.loaded
    name = loaded.plan.project.baseline
    if name is None or name not in loaded.baselines:
        return examined

    from pathwayctl.baselines.keeping import recall

    kept = recall(loaded.root, name)
    findings = sorted((*examined.findings, *kept.findings), key=lambda one: one.order)
    loaded = replace(loaded, texts={**loaded.texts, kept.file: kept.text})
    surplus = (*examined.surplus, *kept.surplus)
    return replace(examined, loaded=loaded, findings=tuple(findings), surplus=surplus)


def _stop_at(place: Path, examined: Examined, kept: Kept) -> NoReturn:
    from pathwayctl.cli.examining import report
    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width, show

    found = report(place, examined, kept.findings, surplus=kept.surplus)
    found = replace(found, texts={kept.file: kept.text})
    show(write((found,), screen_width(sys.stderr)), sys.stderr)
    stop("Nothing was made, because the baseline cannot be read.", FOUND_ERRORS)
