"""Place the tasks of a class forward and back, in the order of a list: the inner loops of the search.

This is serial schedule generation (Kelley 1963): each task is placed as soon, or as late, as its people are
free. What most tasks need is done without a call here, which more than halves the time.
"""

from __future__ import annotations

from collections.abc import Sequence

from pathwayctl.levelling.bookings import Bookings
from pathwayctl.levelling.class_links import ClassLinks
from pathwayctl.scheduling.network import FAR


def place(links: ClassLinks, people: Bookings, known: Sequence[int], order: Sequence[int]) -> list[int]:
    """The boundaries at which numbers finish; ``known`` has those of what stands already."""
    finish, before, floor, days = list(known), links.before, links.floor, links.days
    quick, used, width, last = people.quick, people.used, people.width, people.end
    for number in order:
        start = floor[number]
        for source, lag in before[number]:
            if finish[source] + lag > start:
                start = finish[source] + lag
        if number in quick and start < last:
            mask, guard, asks = quick[number]
            shift = start * width
            for who, ask, _ in asks:
                if (used[who] >> shift & mask) + ask & guard:
                    start = people.first_free(number, start + 1)
                    shift = start * width
                    break
            if start < last:
                for who, _, units in asks:
                    used[who] += units << shift
        elif people.needs(number):
            start = people.first(number, start)
            people.book(number, start)
        finish[number] = start + days[number]
    return finish


def push(  # noqa: C901 - kept whole for speed
    links: ClassLinks, people: Bookings, order: Sequence[int], finishes: Sequence[int], end: int
) -> list[int]:
    """The boundaries at which tasks begin if each is as late as it can be, and all are over by ``end``.

    ``order`` is that in which they finish in a schedule, which is at ``finishes``.
    """
    after, days, placed = links.after, links.days, links.placed
    quick, used, width = people.quick, people.used, people.width
    begins = [-FAR] * len(after)
    for number in reversed(order):
        if number not in placed:
            continue
        finish = end
        for follower, lag in after[number]:
            if begins[follower] - lag < finish:
                finish = begins[follower] - lag
        begin = finish - days[number]
        if number in quick and begin >= 0:
            mask, guard, asks = quick[number]
            shift = begin * width
            for who, ask, _ in asks:
                if (used[who] >> shift & mask) + ask & guard:
                    begin = people.last_free(number, begin - 1)
                    shift = begin * width
                    break
            if begin >= 0:
                for who, _, units in asks:
                    used[who] += units << shift
        elif people.needs(number):
            begin = people.last(number, finish - people.length[number])
            if begin >= 0:
                people.book(number, begin)
        # Links other than from finish to start may leave no room.
        begins[number] = begin if begin >= 0 else finishes[number] - days[number]
    return begins
