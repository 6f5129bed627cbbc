"""``pathwayctl simulate``: the odds of the plan's dates."""

from __future__ import annotations

from typing import Annotated

import typer

from pathwayctl.cli.checked_project import scheduled
from pathwayctl.cli.options import Output, ProjectArgument, ProjectOption
from pathwayctl.cli.output import deliver
from pathwayctl.cli.project_paths import the_project
from pathwayctl.cli.typed_values import the_number, the_one


def simulate(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    runs: Annotated[
        str,
        typer.Option("--runs", metavar="N", help="How many times to simulate. Default: 10000."),
    ] = "10000",
    seed: Annotated[
        str,
        typer.Option(
            "--seed",
            metavar="N",
            help="The seed of the simulation; the same number gives the same odds. Default: 1.",
        ),
    ] = "1",
    shape: Annotated[
        str,
        typer.Option(
            "--shape",
            metavar="NAME",
            help="How durations spread between low and high: pert (default) stays close to the "
            "likely one; triangular spreads further.",
        ),
    ] = "pert",
    form: Annotated[
        str,
        typer.Option("--format", metavar="NAME", help="table to read (default), or json for programs."),
    ] = "table",
    output: Output = None,
) -> None:
    """Show how certain the dates are, from three-point estimates and risks with a probability.

    pathwayctl simulate my-project
    pathwayctl simulate my-project --runs 100000 --seed 7
    pathwayctl simulate my-project --format json -o odds.json
    """
    from pathwayctl.reporters.simulation.registry import FORMATS, writer
    from pathwayctl.simulation.settings import MOST_RUNS, MOST_SEED, SHAPES

    form, shape = the_one(form, FORMATS, "format"), the_one(shape, SHAPES, "shape")
    times = the_number(runs, "--runs", 1, MOST_RUNS)
    start = the_number(seed, "--seed", 0, MOST_SEED)
    opened = scheduled(the_project(project, in_project))

    from pathwayctl.cli.progress_bar import progress_bar

    odds = opened.simulate(times, start, shape, watch=progress_bar("Simulating"))
    deliver(lambda width: writer(form)(odds, width), output, opened.loaded.kept_files())
