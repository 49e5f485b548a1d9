"""What people most likely meant by a value or key that deviates from its shape."""

import re
from collections.abc import Callable

from pydantic_core import ErrorDetails

from claimbook.model import Number, Text
from claimbook.problems import nearest
from claimbook.read.spots import Spot
from claimbook.read.tree import Flag, Row, Tree, Unusable


def mended(error: ErrorDetails, spot: Spot) -> Tree:
    """The value that was most likely meant; `Unusable` where nobody can know."""
    mend = _MENDS.get(error["type"])
    value = mend(error, spot.value) if mend and spot.value is not None else None
    return Unusable(spot.place) if value is None else value


def near_key(spot: Spot) -> str | None:
    """The known key that an unknown one most likely means."""
    return nearest(str(spot.key), spot.owner.model_fields)


def near_member(error: ErrorDetails, value: object) -> str | None:
    """The value of an enumeration that another one most likely means."""
    return nearest(str(value).lower(), members(error))


def members(error: ErrorDetails) -> list[str]:
    """The values that an enumeration has."""
    return re.findall(r"'([^']*)'", error["ctx"]["expected"])


def _member(error: ErrorDetails, value: Tree) -> Tree | None:
    name = near_member(error, value)
    return Text(name, value.place) if name else None


def _text(_: ErrorDetails, value: Tree) -> Tree | None:
    if isinstance(value, Flag):
        return Text(str(value.value).lower(), value.place)
    return Text(str(value), value.place) if isinstance(value, Number) else None


def _number(_: ErrorDetails, value: Tree) -> Tree | None:
    digits = isinstance(value, Text) and re.fullmatch("[0-9]{1,9}", value)
    return Number(int(digits[0]), value.place) if digits else None


def _flag(_: ErrorDetails, value: Tree) -> Tree | None:
    known = {"true": True, "false": False}.get(str(value).lower())
    return None if known is None else Flag(known, value.place)


def _row(_: ErrorDetails, value: Tree) -> Tree | None:
    if not isinstance(value, Text | Number) or re.search(r"[\],;]", str(value)):
        return None
    row = Row(value.place)
    row.append(value)
    return row


_MENDS: dict[str, Callable[[ErrorDetails, Tree], Tree | None]] = {
    "enum": _member,
    "string_type": _text,
    "int_type": _number,
    "bool_type": _flag,
    "list_type": _row,
}
