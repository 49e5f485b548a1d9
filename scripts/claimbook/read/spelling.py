"""How ids, days and periods are spelt."""

import re
from datetime import date
from typing import Final

from claimbook.read.periods import is_stretch

LONGEST_ID: Final = 80  # characters; an id is a file name and part of an address
RESERVED: Final = frozenset({"index", "map"})  # addresses that are taken

ID: Final = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_POINT: Final = r"(\.\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?)"
PERIOD: Final = rf"{_POINT}(/{_POINT})?"


def fault_of_id(value: str) -> str:
    """What keeps a name from being an id; empty where nothing does."""
    if value in RESERVED:
        return "this name is taken by the site itself"
    if len(value) > LONGEST_ID or not re.fullmatch(ID, value):
        return f"an id is lower-case words joined by hyphens, at most {LONGEST_ID} characters"
    return ""


def is_date(value: str) -> bool:
    """Whether a text is a day of the calendar, written as year-month-day."""
    try:
        return bool(re.fullmatch(DATE, value) and date.fromisoformat(value))
    except ValueError:
        return False


def is_period(value: str) -> bool:
    """Whether a text is a year, month or day, or two of them with a slash, in their order."""
    return bool(re.fullmatch(PERIOD, value)) and is_stretch(value)
