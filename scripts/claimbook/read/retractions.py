"""Notices about published works, in the CSV in which Crossref gives out Retraction Watch's data."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Final

from claimbook.problems import Place, Problem, ProblemsError

FILE: Final = ".ci/retractions.csv"
"""Where a project may keep the notices that concern it, or all of them."""

_DOI, _DATE, _NATURE, _REASON = "OriginalPaperDOI", "RetractionDate", "RetractionNature", "Reason"
_DATE_FORMATS = ("%m/%d/%Y %H:%M", "%m/%d/%Y", "%Y-%m-%d")


@dataclass(frozen=True)
class Notice:
    """What became of a work: `nature` in lower case, such as `retraction`; `reasons` in words."""

    doi: str
    nature: str
    day: date | None
    reasons: tuple[str, ...]


def notices(text: str) -> Mapping[str, Notice]:
    """The latest notice on each work by its DOI in lower case; raises `ProblemsError`."""
    try:
        return {notice.doi: notice for notice in sorted(_notices(text), key=_when)}
    except csv.Error as error:
        raise _damaged(f"a line cannot be read: {error}") from None


def _when(notice: Notice) -> date:
    return notice.day or date.min


def _damaged(message: str) -> ProblemsError:
    hint = "take the file as Crossref gives it out, or at least its first line"
    return ProblemsError([Problem(Place(FILE), "damaged-retractions", message, hint)])


def _notices(text: str) -> Iterator[Notice]:
    table = csv.DictReader(StringIO(text), restval="")
    columns = table.fieldnames or ()
    if missing := [name for name in (_DOI, _DATE, _NATURE, _REASON) if name not in columns]:
        raise _damaged(f"the column `{missing[0]}` is missing")
    for row in table:
        doi, nature = row[_DOI].strip().lower(), row[_NATURE].strip().lower()
        if doi.startswith("10.") and nature != "correction":
            reasons = (reason.strip(" +") for reason in row[_REASON].split(";"))
            yield Notice(doi, nature, _day(row[_DATE].strip()), tuple(filter(None, reasons)))


def _day(written: str) -> date | None:
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
    return None
