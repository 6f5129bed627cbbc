"""The front door: open a project, check it, schedule, compare, simulate, edit, print, and exchange it.

From a folder to its findings: ``begin_reading`` reads the files, ``put_together`` makes one plan of them,
``break_down`` numbers the tasks, ``make_schedule`` gives them dates, and ``run_checks`` looks for problems;
each is a finding at its place in a file, unless it is set aside.
All else is computed when it is asked for. Nothing here prints, or imports a large library too early.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pathwayctl.diagnostics import Finding, Severity, Surplus, number_of
from pathwayctl.diagnostics import ProjectError as ProjectError
from pathwayctl.diagnostics import ProjectNotFoundError as ProjectNotFoundError
from pathwayctl.exchange import registry as exchange
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from os import PathLike

    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.baselines.frozen import Baseline
    from pathwayctl.baselines.keeping import Kept
    from pathwayctl.editing.checked import Edited
    from pathwayctl.editing.edits import Edit, Refused
    from pathwayctl.editing.fixing import Fixed
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.evidence.packets import MeetingPacket
    from pathwayctl.exchange.export_source import ExportOrder
    from pathwayctl.exchange.import_plan import ImportOrder, ImportPlan
    from pathwayctl.guidance.report import GuideReport
    from pathwayctl.guidance.status_report import StatusReport, StatusScope
    from pathwayctl.handouts.context import Context
    from pathwayctl.handouts.earlier_run import EarlierRun
    from pathwayctl.handouts.handout import Handout
    from pathwayctl.levelling.level import Levelled
    from pathwayctl.loading.opening import Opened
    from pathwayctl.loading.project import Loaded
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.references import Reference
    from pathwayctl.model.vocabulary import Guide
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.page_sets import Order
    from pathwayctl.rendering.templates import Templates
    from pathwayctl.revisions.project_history import ProjectHistory
    from pathwayctl.scheduling.schedule import Schedule
    from pathwayctl.simulation.odds import Odds
    from pathwayctl.simulation.runs import Watch


def open_project(path: str | PathLike[str] = ".", today: date | None = None) -> Project:
    """Open the project in a folder, or around a folder or file inside one, and check all of it.

    ``today`` is used if it has no status date; no clock is read. Raises ``ProjectNotFoundError``.
    """
    from pathwayctl.loading.files import find_project
    from pathwayctl.loading.opening import begin_reading

    root = find_project(Path(path))
    if root is None:
        raise ProjectNotFoundError(f"No pathway.yaml in {path} or in any folder above it.")
    return examine(begin_reading(root, in_one_process=True), today).with_baseline_findings()


def examine(
    opened: Opened, today: date | None = None, *, whole: bool = False, errors_only: bool = False
) -> Project:
    """Turn files into a plan with dates and findings; see ``PlanIndex.whole``, ``run_checks.errors_only``."""
    from pathwayctl.catalog.terms import fill_plan  # a large project is read in a second process meanwhile
    from pathwayctl.checks.ignored import ignored, kept
    from pathwayctl.checks.registry import run_checks
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.loading import project
    from pathwayctl.loading.files import handout_names
    from pathwayctl.scheduling.arranging import arranged
    from pathwayctl.scheduling.breakdown import break_down
    from pathwayctl.scheduling.schedule import NoSchedule, Schedule, get_ready, make_schedule

    if opened.pid:
        project.get_ready()
        get_ready()
    loaded = project.put_together(opened)
    if loaded.plan.project.terms:
        loaded = replace(loaded, plan=fill_plan(loaded.plan, opened.kept))
    plan, breakdown = arranged(loaded.plan, break_down(loaded.plan.tasks))
    if plan is not loaded.plan:
        loaded = replace(loaded, plan=plan, as_written=loaded.plan)
    schedule: Schedule | NoSchedule | None = make_schedule(loaded.plan, breakdown)
    if not loaded.sound and isinstance(schedule, Schedule):
        schedule = None  # something was left out, so its dates would mislead
    pages = handout_names(loaded.root) if loaded.plan.packets else ()
    index = PlanIndex(
        loaded.plan, breakdown, schedule, loaded.unread, loaded.baselines, today, pages,
        frozenset(one.code for one in loaded.findings), loaded.refused, whole,
    )  # fmt: skip
    checked = loaded.find_places(run_checks(index, errors_only=errors_only))
    findings = sorted((*loaded.findings, *checked.made), key=lambda one: one.order)
    surplus = (*loaded.surplus, *checked.surplus)
    codes = ignored(loaded.plan, today or loaded.plan.project.status_date)
    left, more = kept(findings, codes), kept(surplus, codes)
    return Project(loaded, index, left, number_of(findings, surplus) - number_of(left, more), more)


def edit(opened: Opened, edits: Iterable[Edit], today: date | None = None) -> Edited[Project] | Refused:
    """Plan edits: the ``transaction`` to write and the checked ``project`` after it, or why not."""
    from pathwayctl.editing.checked import edit_checked

    return edit_checked(opened, edits, lambda after: examine(after, today))


@dataclass(frozen=True, eq=False)
class Project:
    """A project: its plan, its findings in the order of its files, and everything computed from them.

    ``loaded`` knows the files, and ``index`` every look-up. ``set_aside`` counts the findings that the
    project ignores, and ``surplus`` those of a code beyond the first 1,000.
    """

    loaded: Loaded
    index: PlanIndex
    findings: tuple[Finding, ...]
    set_aside: int = 0
    surplus: tuple[Surplus, ...] = ()

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.loaded.root

    @property
    def plan(self) -> Plan:
        """Everything in the files that is well formed."""
        return self.loaded.plan

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that must be fixed before anything is made from the plan."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def schedule(self) -> Schedule:
        """The dates of all tasks. Raises ``ProjectError`` if the project has errors."""
        from pathwayctl.scheduling.schedule import Schedule

        made = self.index.schedule
        if self.errors or not isinstance(made, Schedule):
            more = [one for one in self.surplus if one.severity is Severity.ERROR]
            raise ProjectError("The project has errors.", self.errors, self.loaded.texts, more)
        return made

    def with_schedule(self, schedule: Schedule) -> Project:
        """The same project with other dates, such as the levelled ones."""
        return replace(self, index=replace(self.index, schedule=schedule))

    def edit(self, *edits: Edit) -> Edited[Project] | Refused:
        """Plan edits of the files, and check the project as it would be; nothing is written. See ``edit``."""
        return edit(self.loaded.opened, edits, self.index.asked_on)

    def fix(self) -> Fixed[Project]:
        """Plan every correction that a hint gives and that can mean only one thing; nothing is written."""
        from pathwayctl.editing.fixing import fix_project

        return fix_project(self.loaded.opened, lambda after: examine(after, self.index.asked_on))

    def level(self, effort: str = "normal", seed: int = 1) -> Levelled:
        """A schedule that overloads nobody (see ``EFFORTS``). Raises ``ProjectError`` if there is none."""
        from pathwayctl.checks.schedule.workloads import problem_of
        from pathwayctl.levelling.level import CannotLevel, level

        found = level(self.plan, self.schedule, effort, seed)
        if isinstance(found, CannotLevel):
            findings = self.loaded.place(problem_of(self.index, one) for one in found.obstacles)
            raise ProjectError("No dates keep to everyone’s capacity.", findings, self.loaded.texts)
        return found

    def references_to(self, name: str) -> tuple[Reference, ...]:
        """Every place in the plan that refers to an id, tasks first."""
        from pathwayctl.evidence.references import references_to

        return tuple(references_to(self.index, name))

    @cached_property
    def odds(self) -> Odds:
        """The odds of the dates, from the usual number of simulation runs."""
        return self.simulate()

    def simulate(
        self, runs: int = 10_000, seed: int = 1, shape: str = "pert", *, watch: Watch | None = None
    ) -> Odds:
        """The odds of the dates; ``watch`` is called with the number of finished runs, and of all."""
        from pathwayctl.simulation.simulate import simulate

        return simulate(self.plan, self.schedule, runs, seed, shape, watch=watch)

    def why(self, task: str) -> Explanation:
        """Why a task falls on its dates. Raises ``KeyError`` if no task has this id."""
        from pathwayctl.analysis.why.answer import why

        return why(self.plan, self.schedule, self.index.breakdown.by_id[task])

    def guidance(self, guide: Guide) -> GuideReport:
        """The progress of the project in a guide, and what to do next."""
        from pathwayctl.guidance.guides import guide_report

        return guide_report(self.index, guide)

    def status(self, scope: StatusScope) -> StatusReport:
        """The status of the project, with what has changed in a span of days; raises as ``compare``."""
        from pathwayctl.guidance.status_report import status_report

        return status_report(self.index, self.schedule, scope, self.compare(scope.baseline))

    def freeze(self, name: str) -> Baseline:
        """The schedule as a baseline with a name, not yet saved."""
        from pathwayctl.baselines.frozen import freeze

        return freeze(self.schedule, name, self.plan.project.status_date)

    def recall(self, name: str) -> Kept:
        """What the file of a saved baseline holds, and what is wrong with it."""
        from pathwayctl.baselines.keeping import recall

        return recall(self.root, name)

    def own_baseline(self) -> Kept | None:
        """The baseline that the project names, if it was saved."""
        name = self.plan.project.baseline
        return None if name is None or name not in self.loaded.baselines else self.recall(name)

    def with_baseline_findings(self) -> Project:
        """The same project, with what is wrong in the file of the baseline that it names."""
        kept = self.own_baseline()
        if kept is None:
            return self
        findings = sorted((*self.findings, *kept.findings), key=lambda one: one.order)
        loaded = replace(self.loaded, texts={**self.loaded.texts, kept.file: kept.text})
        return replace(self, loaded=loaded, findings=tuple(findings), surplus=(*self.surplus, *kept.surplus))

    def compare(self, name: str | None = None) -> Comparison | None:
        """The changes since a baseline, by default the project's own, if any; may raise ``ProjectError``."""
        from pathwayctl.analysis.variance.comparison import compare

        kept = self.own_baseline() if name is None else self.recall(name)
        return None if kept is None else compare(kept.sound(), self.schedule)

    @cached_property
    def history(self) -> ProjectHistory:
        """Its states, now and earlier, and what has changed. Raises ``ProjectError`` if it has errors."""
        from pathwayctl.revisions.project_history import ProjectHistory

        return ProjectHistory.of(self.loaded, self.schedule)

    @cached_property
    def templates(self) -> Templates:
        """The built-in page templates and the project's own."""
        from pathwayctl.rendering.templates import Templates

        return Templates(self.root)

    @property
    def handouts(self) -> tuple[Handout, ...]:
        """The handouts there are: the guides', then the project's own."""
        from pathwayctl.rendering.page_sets import all_handouts

        return all_handouts(self.templates)

    @property
    def packets(self) -> tuple[MeetingPacket, ...]:
        """The packets of handouts for meetings: the guides', then the project's own."""
        from pathwayctl.evidence.packets import packets_of

        return packets_of(self.plan)

    @cached_property
    def context(self) -> Context:
        """Everything that pages are made from: the plan, its dates, and the changes since its baseline."""
        from pathwayctl.handouts.context import Context

        return Context.of(self.schedule, self.index, self.compare(), self.history)

    def pages(self, order: Order, *, watch: Watch | None = None, earlier: EarlierRun | None = None) -> Bundle:
        """The files that an order asks for, unless ``earlier`` has them already; nothing is written."""
        from pathwayctl.rendering.bundle import bundle

        return bundle(self.context, self.templates, order, self.root, watch, earlier)

    def export(self, form: str, order: ExportOrder | None = None) -> bytes:
        """The project as a file of another format (see ``EXPORTS``), by default for partners."""
        return exchange.export(self.context, self.loaded, form, order).content

    def plan_import(self, file: Path, order: ImportOrder | None = None) -> ImportPlan | Refused:
        """What a file would change in the project, for ``edit`` to make; nothing is written."""
        return exchange.plan_import(self.context, self.loaded, file, order)
