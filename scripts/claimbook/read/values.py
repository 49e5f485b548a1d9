"""Kinds of single values in the files of claims/, each with the rule it must keep."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from claimbook.read.periods import is_stretch
from claimbook.read.tree import Flag

LONGEST_ID = 80  # characters; an id is a file name and part of an address
NAMES = "x-names"  # key in a schema: what sort of thing a value names
RESERVED = frozenset({"index", "map"})  # addresses that are taken

_ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PLACE_CODE = r"([A-Z]{2}(-[A-Z0-9]{1,3})?|[0-9]{3})"
_POINT = r"(\.\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?)"
_PERIOD = rf"{_POINT}(/{_POINT})?"


def fault_of_id(value: str) -> str:
    """What keeps a name from being an id; empty where nothing does."""
    if value in RESERVED:
        return "this name is taken by the site itself"
    if len(value) > LONGEST_ID or not re.fullmatch(_ID, value):
        return f"an id is lower-case words joined by hyphens, at most {LONGEST_ID} characters"
    return ""


def is_date(value: str) -> bool:
    """Whether a text is a day of the calendar, written as year-month-day."""
    try:
        return bool(re.fullmatch(_DATE, value) and date.fromisoformat(value))
    except ValueError:
        return False


def is_period(value: str) -> bool:
    """Whether a text is a year, month or day, or two of them with a slash, in their order."""
    return bool(re.fullmatch(_PERIOD, value)) and is_stretch(value)


def _filled(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty-value", "there is no text")
    return value


def _id(value: str) -> str:
    if fault := fault_of_id(value):
        raise PydanticCustomError("bad-id", fault)
    return value


def _date(value: str) -> str:
    if not is_date(value):
        message = "this is no date of the calendar written as year-month-day"
        raise PydanticCustomError("bad-date", message)
    return value


def _plain(value: object) -> object:
    return value.value if isinstance(value, Flag) else value


def _place_code(value: str) -> str:
    if not re.fullmatch(_PLACE_CODE, value):
        message = "places are codes of ISO 3166 or UN M49, such as SE, GB-NIR or 150"
        raise PydanticCustomError("bad-place-code", message)
    return value


def _period(value: str) -> str:
    if not is_period(value):
        message = "a period is a year or two, such as 2016 or 1999/2019"
        raise PydanticCustomError("bad-period", message)
    return value


def _pattern(pattern: str) -> dict[str, str]:
    return {"pattern": f"^{pattern}$"}


ParagraphNumber = Annotated[int, Field(ge=1, le=10_000)]
Truth = Annotated[bool, BeforeValidator(_plain)]
Filled = Annotated[str, Field(json_schema_extra={"minLength": 1}), AfterValidator(_filled)]
ClaimName = Annotated[
    str, Field(json_schema_extra={"minLength": 1, NAMES: "claim"}), AfterValidator(_filled)
]
SourceName = Annotated[
    str, Field(json_schema_extra={"minLength": 1, NAMES: "source"}), AfterValidator(_filled)
]
SectionName = Annotated[
    str, Field(json_schema_extra={"minLength": 1, NAMES: "section"}), AfterValidator(_filled)
]
Id = Annotated[
    str,
    Field(json_schema_extra={**_pattern(_ID), "maxLength": LONGEST_ID}),
    AfterValidator(_id),
]
Date = Annotated[str, Field(json_schema_extra=_pattern(_DATE)), AfterValidator(_date)]
PlaceCode = Annotated[
    str, Field(json_schema_extra=_pattern(_PLACE_CODE)), AfterValidator(_place_code)
]
Period = Annotated[str, Field(json_schema_extra=_pattern(_PERIOD)), AfterValidator(_period)]
