"""``pathwayctl simulate``: the odds of the plan's dates."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

from pathwayctl.cli.checked_project import scheduled
from pathwayctl.cli.options import Output, ProjectArgument, ProjectOption, form_option, offering, option
from pathwayctl.cli.output import deliver
from pathwayctl.cli.project_paths import the_project
from pathwayctl.cli.typed_values import the_number, the_one
from pathwayctl.reporters.registry import SIMULATION

Runs = Annotated[str, option("--runs", "N", "How many times to simulate. Default: 10000.")]
Seed = Annotated[
    str, option("--seed", "N", "The seed of the simulation; the same number gives the same odds. Default: 1.")
]
Shape = Annotated[
    str,
    option(
        "--shape",
        "NAME",
        "How durations spread between low and high: pert (default) stays close to the likely one; "
        "triangular spreads further.",
        autocompletion=offering(("pert", "triangular")),
    ),
]
Form = Annotated[str, form_option("table to read (default), or json for programs.", SIMULATION)]


def simulate(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    runs: Runs = "10000",
    seed: Seed = "1",
    shape: Shape = "pert",
    form: Form = "table",
    output: Output = None,
) -> None:
    """Show how certain the dates are, from three-point estimates and risks with a probability.

    pathwayctl simulate my-project
    pathwayctl simulate my-project --runs 100000 --seed 7
    pathwayctl simulate my-project --format json -o odds.json
    """
    from pathwayctl.simulation.settings import MOST_RUNS, MOST_SEED, SHAPES

    form, shape = the_one(form, SIMULATION, "format"), the_one(shape, SHAPES, "shape")
    times = the_number(runs, "--runs", 1, MOST_RUNS)
    start = the_number(seed, "--seed", 0, MOST_SEED)
    opened = scheduled(the_project(project, in_project))

    from pathwayctl.reporters.screen import progress

    with progress("Simulating", sys.stderr) as watch:
        odds = opened.simulate(times, start, shape, watch=watch)
    deliver(partial(SIMULATION.writer(form), odds), output, opened)
