"""What is owed, as one figure with its course over time."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.draw.trend import trend
from claimbook.pages.words import date
from claimbook.reason.debt import Debt, Moment

_FEWEST = 2  # moments; one is no course


@dataclass(frozen=True)
class DebtView:
    """The debt of a section or of the whole; `trend` is its SVG where earlier states are known."""

    debt: Debt
    trend: Markup | None


def debt_views(now: Mapping[str, Debt], moments: tuple[Moment, ...]) -> Mapping[str, DebtView]:
    """The debt of each section by its id, and of the whole under an empty name."""
    return {name: DebtView(debt, _trend(name, moments)) for name, debt in now.items()}


def _trend(name: str, moments: tuple[Moment, ...]) -> Markup | None:
    points = [(m.time, m.debts[name].share) for m in moments if name in m.debts]
    if len(points) < _FEWEST:
        return None
    (first, before), (last, after) = points[0], points[-1]
    told = f"{before:.0%} owing on {_day(first)}, {after:.0%} on {_day(last)}"
    return Markup(trend(points, told=told))  # noqa: S704 -- our own SVG, escaped by its writer


def _day(time: str) -> str:
    return date(time.partition("T")[0])
