"""What the records of several services have in common."""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from claimbook.exchange.records.entry import RecordError
from claimbook.model import Person

_TAG: Final = re.compile(r"<[^>]*>")
_YEAR: Final = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")

ShapeT = TypeVar("ShapeT", bound=BaseModel)


class Shape(BaseModel):
    """The part of a record that is read; whatever else stands in it is passed over."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, record: Any) -> Any:  # noqa: ANN401 - JSON of strangers
        if isinstance(record, dict):
            return {name: value for name, value in record.items() if value is not None}
        return record


def shaped(shape: type[ShapeT], record: Any) -> ShapeT:  # noqa: ANN401 - JSON of strangers
    """The record in its shape; raises `RecordError`."""
    try:
        return shape.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise RecordError(f"{where}: {first['msg']}") from None


def text(value: str | None) -> str:
    """A value without markup and needless spaces."""
    return " ".join(html.unescape(_TAG.sub("", value or "")).split())


def first(values: Iterable[str | None]) -> str:
    """The first value that says anything."""
    return next(filter(None, map(text, values)), "")


def year(*dates: str) -> str:
    """The year in the first date that has one."""
    found = filter(None, map(_YEAR.search, dates))
    return next((match[1] for match in found), "")


def pages(written: str | None) -> str:
    """A range of pages as BibTeX writes it."""
    return re.sub(r"\s*[-–—]+\s*", "--", text(written))


def person(name: str) -> Person:
    """A person by a name in one piece: `Family, Given` or `Given Family`."""
    plain = text(name)
    if "," in plain:
        family, _, given = plain.partition(",")
        return Person(family.strip(), given.strip())
    given, _, family = plain.rpartition(" ")
    return Person(family, given)


def organisation(name: str) -> Person:
    """An organisation among authors."""
    return Person(text(name))


def known(people: Iterable[Person]) -> Sequence[Person]:
    """The people who have a name."""
    return tuple(person for person in people if person.family)
