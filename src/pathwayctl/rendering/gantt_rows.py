"""The layout of a bar chart: rows from top to bottom, and days from left to right."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Final

from pathwayctl.handouts.schedule.gantt_chart import Bar, ChartLink, GanttChart
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.arrows import Ends
from pathwayctl.rendering.shapes import DIAMOND
from pathwayctl.rendering.timescale import TimeScale

LABEL_SIZE: Final = 11.5
SMALL: Final = 11.5
HEAD: Final = 42.0
"""Height of the scale above the rows."""
FLAG: Final = 15.0
"""Height for the words of the status date, above the rows."""
ROW: Final = 20.0
BASELINE: Final = 3.0
"""What each row is higher by where there are baselines."""
ASIDE: Final = 10.0
"""Before the first day and after the last: room for an arrow that goes around a bar."""
DAY: Final = 2.2
"""Width that a day is given while there is room."""
SHADED_FROM: Final = 2.0
"""Width of a day from which all days off are shaded."""
LONG: Final = 7
"""Days of a stretch of days off that is shaded however narrow a day is."""


@dataclass(frozen=True, slots=True)
class GanttStyle:
    """The measures of one way to draw: the widths of its columns for labels, days, and owners.

    The days take as much room as lets each be seen, between the least and the most. ``again`` is the
    number of rows after which the scale is repeated, ``reach`` that of the rows over which links are drawn;
    links over more rows would hide the bars. ``baselines`` is what each row is higher by for them.
    """

    labels: float
    least: float
    most: float
    owners: float
    again: int
    reach: int
    row: float = ROW
    baselines: float = 0.0

    def fitted(self, chart: GanttChart) -> GanttStyle:
        """The style with what all rows of a chart need: the height of baselines, and the column of owners."""
        return replace(
            self,
            baselines=BASELINE if any(bar.baseline for bar in chart.bars) else 0.0,
            owners=self.owners if any(bar.note for bar in chart.bars) else 0.0,
        )


SHEET: Final = GanttStyle(labels=310, least=670, most=670, owners=0, again=10**9, reach=30)
UPRIGHT: Final = GanttStyle(labels=284, least=302, most=302, owners=94, again=10**9, reach=30, row=14.5)
PICTURE: Final = GanttStyle(labels=380, least=840, most=1500, owners=150, again=40, reach=30)


@dataclass(frozen=True)
class Rows:
    """The rows of a chart, or of a part of one that has its bars from ``first`` on."""

    chart: GanttChart
    look: GanttStyle
    first: int = 0
    top: float = 0.0

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars of these rows."""
        return self.chart.bars

    @property
    def end(self) -> int:
        """How many rows of the whole chart end with these."""
        return self.first + len(self.bars)

    @property
    def height(self) -> float:
        """The height of a row."""
        return self.look.row + self.look.baselines

    @property
    def owners(self) -> float:
        """The width of the column of owners: 0 if there is no room, or no task has an owner."""
        return self.look.owners

    @cached_property
    def scale(self) -> TimeScale:
        """The days of the chart."""
        days = max((self.chart.finish - self.chart.start).days + 1, 1)
        room = min(max(days * DAY, self.look.least), self.look.most)
        return TimeScale(self.chart.start, days, self.look.labels + ASIDE, room)

    @property
    def width(self) -> float:
        """The width of the whole drawing."""
        return self.scale.right + ASIDE + self.owners

    @cached_property
    def head(self) -> float:
        """The height of what stands above some rows: the scale, and the words of the status date."""
        return HEAD + (FLAG if self.chart.status_date else 0)

    @cached_property
    def heads(self) -> list[float]:
        """The heights at which the scale begins."""
        every = self.look.again
        return [
            self.top + (row // every) * self.head + row * self.height
            for row in range(0, len(self.bars), every)
        ]

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + len(self.heads) * self.head + len(self.bars) * self.height

    def over(self, row: int) -> float:
        """The upper edge of a row, counted from the first of these."""
        return self.top + (row // self.look.again + 1) * self.head + row * self.height

    def middle(self, row: int) -> float:
        """The height at which the bar of a row stands."""
        return self.over(row) + self.look.row / 2

    def reach(self, row: int) -> Ends:
        """Where the bar of a row begins and ends."""
        bar, y = self.bars[row], self.middle(row)
        if bar.kind == "milestone":
            x = self.scale.at(bar.start, 0.5)
            return Ends(x - DIAMOND, x + DIAMOND, y)
        return Ends(self.scale.at(bar.start), self.scale.at(bar.finish, 1), y)

    @cached_property
    def shades(self) -> list[tuple[float, float]]:
        """Left edge and width of the days off that are wide enough to be seen, or long enough."""
        wide, found = self.scale.day >= SHADED_FROM, []
        for first, last in self.chart.shaded:
            x = self.scale.at(first)
            width = self.scale.at(last, 1) - x
            if width > 0 and (wide or (last - first).days + 1 >= LONG):
                found.append((x, max(width, 1.0)))
        return found

    @cached_property
    def links(self) -> list[ChartLink]:
        """The links among these rows."""
        first, end = self.first, self.end
        return [one for one in self.chart.links if first <= one.before < end and first <= one.after < end]

    def is_near(self, link: ChartLink) -> bool:
        """Whether a link is over few enough rows to be drawn."""
        return abs(link.after - link.before) <= self.look.reach
