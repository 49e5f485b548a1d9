"""Stretches of time written in EDTF (ISO 8601-2, levels 0 and 1), and what they leave uncovered.

A period is a day, month or year, or two of them with `/` between; `..` leaves an end open. The
marks of doubt `?`, `~` and `%` change nothing.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias

Stretch: TypeAlias = tuple[date, date]
"""The first and the last day."""

_DAY = timedelta(days=1)


def stretch(period: str) -> Stretch:
    """The days of a period; an open end lies at the end of the calendar.

    Raises `ValueError` where a day is not in the calendar or the end comes before the start.
    """
    start, _, end = period.partition("/")
    first, last = _bounds(start)[0], _bounds(end or start)[1]
    if last < first:
        raise ValueError("the period ends before it begins")
    return first, last


def is_stretch(period: str) -> bool:
    """Whether the ends of a period are in the calendar, and in their order."""
    try:
        return bool(stretch(period))
    except ValueError:
        return False


def uncovered(wanted: str, known: Iterable[str]) -> Stretch | None:
    """The first stretch of `wanted` on which none of the known periods lies; None without one."""
    first, last = stretch(wanted)
    for begin, end in sorted(map(stretch, known)):
        if begin > first:
            return first, min(last, begin - _DAY)
        if end >= last:
            return None
        first = max(first, end + _DAY)
    return first, last


def _bounds(point: str) -> Stretch:
    """The first and last day of a year, month or day."""
    if point == "..":
        return date.min, date.max
    year, *finer = (int(part) for part in point.rstrip("?~%").split("-"))
    match finer:
        case []:
            return date(year, 1, 1), date(year, 12, 31)
        case [month]:
            first = date(year, month, 1)
            return first, first.replace(day=monthrange(year, month)[1])
    day = date(year, *finer)
    return day, day
