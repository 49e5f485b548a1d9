"""Deviations from the shapes, in words for people."""

import re
from collections.abc import Callable

from pydantic_core import ErrorDetails

from claimbook.model import Number, Text
from claimbook.problems import Change, Problem, only_near
from claimbook.read.mending import members, near_key, near_member
from claimbook.read.spelling import fault_of_id
from claimbook.read.spots import Spot
from claimbook.read.tree import Flag, Nothing, Row, Table

_TAKES = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}
_IS = {
    Text: "text",
    Number: "a number",
    Flag: "true or false",
    Row: "a list",
    Table: "keys with values",
}
_QUOTES = "put it in quotes"
_HINTS = {
    ("string_type", Number): _QUOTES,
    ("string_type", Flag): _QUOTES,
    ("string_type", Row): "put a text that begins with `[` or `- ` in quotes",
    ("string_type", Table): "put a text with a colon or a brace in quotes",
    ("list_type", Text): "write it in square brackets",
    ("int_type", Text): "write digits without quotes",
    ("bool_type", Text): "write true or false without quotes",
}
_IDS = re.compile(r"\[?([\w-]+(?:, ?[\w-]+)*)\]?").fullmatch
_KEY_HINTS = {Text: "write a number", Number: "write a name of letters"}
_FILL_IN = "fill it in, or take the line out"
_HOW_TO_WRITE = {
    "bad-date": "write a day that there is, the year first, such as 2026-11-22",
    "bad-period": "write it as 2016, 1999/2019 or 2016/..",
    "bad-place-code": "look it up in ISO 3166 or UN M49",
    "empty-value": _FILL_IN,
}


def worded(error: ErrorDetails, spot: Spot) -> Problem:
    """The problem that a validation error at a spot means."""
    if isinstance(spot.value, Nothing):
        return Problem(spot.place, "empty-value", f"`{spot.name}` has no value", _FILL_IN)
    wording = _WORDINGS.get(error["type"], _as_it_says)
    return wording(error, spot)


def _missing(_: ErrorDetails, spot: Spot) -> Problem:
    about = (spot.owner.model_fields[str(spot.key)].description or "").rstrip(".")
    hint = f"add `{spot.key}:`, {about[:1].lower()}{about[1:]}"
    return Problem(spot.place, "missing-key", f"{spot.owner.called} lacks `{spot.key}`", hint)


def _unknown_key(_: ErrorDetails, spot: Spot) -> Problem:
    near = near_key(spot)
    known = ", ".join(spot.owner.model_fields)
    hint = f"did you mean `{near}`?" if near else f"the keys are {known}"
    message = f"`{spot.key}` is no key of {spot.owner.called}"
    return Problem(spot.key.place, "unknown-key", message, hint, fix=_respelt_key(spot))


def _unknown_value(error: ErrorDetails, spot: Spot) -> Problem:
    near = near_member(error, spot.value)
    hint = f"did you mean `{near}`?" if near else f"one of {', '.join(members(error))}"
    message = f"`{spot.value}` is no value of `{spot.name}`"
    fix = _respelt(spot.value, members(error))
    return Problem(spot.place, "unknown-value", message, hint, fix=fix)


def _wrong_type(error: ErrorDetails, spot: Spot) -> Problem:
    if spot.of_key:
        message = f"the key `{spot.key}` is {_IS[type(spot.key)]}, not {_TAKES[error['type']]}"
        return Problem(spot.place, "wrong-type", message, _KEY_HINTS[type(spot.key)])
    found = type(spot.value)
    message = f"`{spot.name}` takes {_TAKES[error['type']]}, and this is {_IS[found]}"
    hint = _HINTS.get((error["type"], found), "")
    return Problem(spot.place, "wrong-type", message, hint, fix=_retyped(error["type"], spot.value))


def _too_short(_: ErrorDetails, spot: Spot) -> Problem:
    return Problem(spot.place, "empty-value", f"`{spot.name}` is an empty list", _FILL_IN)


def _out_of_bounds(_: ErrorDetails, spot: Spot) -> Problem:
    message = f"{spot.value} is no number of a paragraph"
    return Problem(spot.place, "bad-paragraph", message, "paragraphs are counted from 1")


def _as_it_says(error: ErrorDetails, spot: Spot) -> Problem:
    rule = error["type"]
    shown = spot.name if rule == "empty-value" else str(spot.key if spot.of_key else spot.value)
    hint = _id_hint(shown) if rule == "bad-id" else _HOW_TO_WRITE.get(rule, "")
    return Problem(spot.place, rule, f"`{shown}`: {error['msg']}", hint)


def _id_hint(name: str) -> str:
    """The nearest to a name that can be an id."""
    near = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
    return "choose another" if fault_of_id(near) else f"write `{near}`"


def _respelt_key(spot: Spot) -> tuple[Change, ...]:
    near = only_near(str(spot.key), spot.owner.model_fields)
    known = isinstance(spot.holder, Table) and near in spot.holder
    return _rewritten(spot.key, near) if isinstance(spot.key, Text) and near and not known else ()


def _respelt(value: object, known: list[str]) -> tuple[Change, ...]:
    near = only_near(str(value).lower(), known)
    return _rewritten(value, near) if isinstance(value, Text) and near else ()


def _retyped(wanted: str, value: object) -> tuple[Change, ...]:
    """The fix of a number, flag or text that stands in quotes, or out of them, by mistake."""
    if wanted == "string_type" and isinstance(value, Number | Flag):
        return (Change(value.place, value.raw, f'"{value.raw}"'),)
    if not isinstance(value, Text) or "\n" in value.raw:
        return ()
    bare = value.strip().lower()
    if (wanted == "int_type" and bare.isdecimal()) or (
        wanted == "bool_type" and bare in {"true", "false"}
    ):
        return _rewritten(value, bare)
    listed = wanted == "list_type" and _IDS(value)
    return _rewritten(value, f"[{listed[1]}]") if listed else ()


def _rewritten(text: Text, value: str) -> tuple[Change, ...]:
    return (Change(text.place, text.raw, value),)


_WORDINGS: dict[str, Callable[[ErrorDetails, Spot], Problem]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "enum": _unknown_value,
    **dict.fromkeys(_TAKES, _wrong_type),
    "too_short": _too_short,
    "greater_than_equal": _out_of_bounds,
    "less_than_equal": _out_of_bounds,
}
