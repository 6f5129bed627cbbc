"""The schedule as pictures: what is taken from the report into the drawing."""

from __future__ import annotations

from dataclasses import replace

from report_plans import WORK, scheduled, written

from pathwayctl.analysis.variance.comparison import compare
from pathwayctl.baselines.frozen import freeze
from pathwayctl.levelling.level import Levelled, level
from pathwayctl.rendering.fonts import font_faces
from pathwayctl.reporters.schedule.view import ScheduleReport


def against_a_baseline() -> ScheduleReport:
    """The sample with five days more for its first task than in the baseline."""
    then = scheduled(WORK)
    launch, report = WORK
    invite, *others = launch["tasks"]
    longer = [{**launch, "tasks": [{**invite, "duration": "15d"}, *others]}, report]
    now = scheduled(longer)
    return replace(now, compared=compare(freeze(then.schedule, "approved", None), now.schedule))


def test_a_baseline_is_drawn_and_named() -> None:
    text = written("gantt", against_a_baseline())
    assert "The baseline is &#8220;approved&#8221;." in text
    assert "baseline Jan 4, 2027 to Jan 15, 2027, Dana Ruiz" in text
    assert ">Baseline<" in text
    assert ">Baseline of a milestone<" in text
    assert "aseline" not in written("gantt", scheduled(WORK))


def test_a_baseline_changes_nothing_in_a_network() -> None:
    compared = against_a_baseline()
    assert written("network", compared) == written("network", replace(compared, compared=None))


def test_the_projects_words_stand_in_for_placeholders() -> None:
    tasks = [{"id": "a", "title": "Ask [COLLEGE]", "duration": "2d"}]
    report = scheduled(tasks, terms={"college": "Hill College"})
    for form in ("gantt", "network"):
        text = written(form, report)
        assert "Ask Hill College" in text
        assert "[COLLEGE]" not in text


def test_a_levelled_schedule_is_called_so() -> None:
    person = {"assigned": ["dana"], "duration": "2d"}
    report = scheduled([{"id": "a", "title": "A", **person}, {"id": "b", "title": "B", **person}])
    levelled = level(report.plan, report.schedule, "quick")
    assert isinstance(levelled, Levelled)
    both = replace(report, schedule=levelled.schedule, levelled=levelled)
    for form in ("gantt", "network"):
        assert "Leveled: tasks wait until the people they need are free." in written(form, both)
        assert "Leveled" not in written(form, report)


def test_pictures_are_the_same_for_every_width() -> None:
    report = scheduled(WORK)
    for form in ("gantt", "network"):
        assert written(form, report, 40) == written(form, report, 200)


def test_nothing_in_a_picture_is_fetched_or_run() -> None:
    for form in ("gantt", "network"):
        text = written(form, scheduled(WORK)).replace('xmlns="http://www.w3.org/2000/svg"', "")
        text = text.replace(f"<style>{font_faces()}</style>", "")
        assert not any(word in text for word in ("http", "<script", "href", "@import", "<style", "<image"))
