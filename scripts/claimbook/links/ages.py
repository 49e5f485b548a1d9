"""How long ago addresses were checked -> problems for those who keep the results."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from claimbook.links.results import FILE
from claimbook.problems import Level, Place, Problem


def age(checked: Iterable[str], today: date, most: int, level: Level) -> Iterator[Problem]:
    """Yield one problem where an address was last checked more than `most` days ago, or never.

    `checked` has an ISO date for each address, empty for one that never was.
    """
    dates = list(checked)
    oldest_allowed = (today - timedelta(days=most)).isoformat()
    old = [day for day in dates if day < oldest_allowed]
    if old:
        ago = f"the first was checked on {min(old)}" if min(old) else "some never were"
        message = f"{len(old)} of {len(dates)} addresses were not checked for {most} days: {ago}"
        yield Problem(Place(FILE), "links-too-old", message, "run `claimbook links`", level)
