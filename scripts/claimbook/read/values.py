"""Kinds of single values in the files of claims/, each with the rule it must keep."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from claimbook.read.spelling import DATE, ID, LONGEST_ID, PERIOD, fault_of_id, is_date, is_period
from claimbook.read.tree import Flag

NAMES = "x-names"  # key in a schema: what sort of thing a value names

_PLACE_CODE = r"([A-Z]{2}(-[A-Z0-9]{1,3})?|[0-9]{3})"


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
    Field(json_schema_extra={**_pattern(ID), "maxLength": LONGEST_ID}),
    AfterValidator(_id),
]
Date = Annotated[str, Field(json_schema_extra=_pattern(DATE)), AfterValidator(_date)]
PlaceCode = Annotated[
    str, Field(json_schema_extra=_pattern(_PLACE_CODE)), AfterValidator(_place_code)
]
Period = Annotated[str, Field(json_schema_extra=_pattern(PERIOD)), AfterValidator(_period)]
