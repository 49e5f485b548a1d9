"""What was true of a bibliography when it was written is still true."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from claimbook.model import Argument, Source, Text
from claimbook.read.spelling import is_date
from claimbook.rules.finding import Finding, Owner, all_claims
from claimbook.rules.outside import Outside

_YEAR = re.compile("[0-9]{4}")
_EARLIEST_ZONE = timedelta(days=1)  # where it is tomorrow already
_TAKEN_BACK = "reinstatement"


def future_date(argument: Argument, outside: Outside) -> Iterator[Finding]:
    """Every year and every day on which something was read has come."""
    latest = (outside.today or date.max - _EARLIEST_ZONE) + _EARLIEST_ZONE
    for owner, written in chain(_days(argument), _days_of_claims(argument)):
        if is_date(written) and date.fromisoformat(written) > latest:
            hint = "mend it, or set the clock of this machine"
            yield Finding(written.place, f"{written} has not come yet", hint, owner)
    for source in argument.sources.values():
        year = source.fields.get("year", Text("", source.place))
        if _YEAR.fullmatch(year) and int(year) > latest.year:
            hint = "give the year of publication, or name `year` in `unconfirmed`"
            yield Finding(year.place, f"the year {year} has not come yet", hint, source)


def retracted_work(argument: Argument, outside: Outside) -> Iterator[Finding]:
    """Every work cited stands: nobody withdrew it or voiced concern about it."""
    for source in argument.sources.values():
        doi = source.fields.get("doi")
        notice = outside.notices.get(doi.lower()) if doi else None
        if doi and notice and notice.nature != _TAKEN_BACK:
            reasons = f" ({'; '.join(notice.reasons)})" if notice.reasons else ""
            day = f" of {notice.day}" if notice.day else ""
            message = f"there is a notice on `{source.key}`: {notice.nature}{day}{reasons}"
            yield Finding(doi.place, message, "read it, and cite another work if need be", source)


def _days(argument: Argument) -> Iterator[tuple[Source, Text]]:
    for source in argument.sources.values():
        for name in ("urldate", "checked", "archivedate"):
            if day := source.fields.get(name):
                yield source, day


def _days_of_claims(argument: Argument) -> Iterator[tuple[Owner, Text]]:
    for claim in all_claims(argument):
        for piece in claim.evidence:
            yield from ((claim, day) for day in (piece.checked, piece.not_found) if day)
        yield from ((claim, search.date) for search in claim.searched if search.date)
