"""New values as lines of YAML, in the form that people here write."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Final

WIDTH: Final = 90  # columns; prose is wrapped here
WIDEST: Final = 100  # columns that a line may have before it is wrapped

Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ ](?=[^#\s]))*")
_NO_TEXT = re.compile(r"true|false|yes|no|on|off|null|~|[-+.]?[0-9][0-9_.]*|", re.IGNORECASE)
_FIXED = re.compile(r"(?m)^\s|\s$|\s{2,}(?<!\n)|[^\S \n]")  # spaces that folding would not keep


def field(key: str, value: Value, indent: int) -> list[str]:
    """The lines of an entry of a table, without line feeds."""
    start = f"{' ' * indent}{key}:"
    if isinstance(value, Mapping):
        return [start, *table(value, indent + 2)]
    if isinstance(value, str):
        return text_lines(start, value, indent)
    if isinstance(value, Sequence):
        return _row(start, value, indent)
    return [f"{start} {scalar(value)}"]


def table(value: Mapping[str, Value], indent: int) -> list[str]:
    """The lines of the entries of a table; empty values are left out."""
    filled = ((key, part) for key, part in value.items() if part not in ("", (), [], {}))
    return [line for key, part in filled for line in field(key, part, indent)]


def item(value: Value, indent: int) -> list[str]:
    """The lines of an item of a list; the dash stands at `indent`."""
    dash = f"{' ' * indent}- "
    if isinstance(value, Mapping):
        first, *rest = table(value, indent + 2)
        return [dash + first.lstrip(), *rest]
    if isinstance(value, str):
        return text_lines(dash.rstrip(), value, indent)
    return [dash + scalar(value)]


def flow(values: Iterable[Value]) -> str:
    """A list in brackets."""
    return f"[{', '.join(scalar(value, inside=True) for value in values)}]"


def scalar(value: Value, *, inside: bool = False) -> str:
    """A value on one line, in quotes where it needs them; `inside` a list it needs more."""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    if isinstance(value, int) or (_is_plain(text) and not (inside and set(text) & set(",[]{}"))):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def text_lines(start: str, text: str, indent: int) -> list[str]:
    """The lines of a text behind its key or dash, wrapped where it is too long for one."""
    line = f"{start} {scalar(text)}"
    if (len(line) <= WIDEST and "\n" not in text) or not foldable(text):
        return [line]
    return [f"{start} >-", *folded(text, indent + 2)]


def foldable(text: str) -> bool:
    """Whether a text survives being wrapped: no space in it but single ones between words."""
    return not _FIXED.search(text)


def folded(text: str, indent: int) -> Iterator[str]:
    """A text as the wrapped lines of a `>-` block; a line feed takes an empty line more."""
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            yield ""
        if paragraph:
            lines = wrap(paragraph, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
            yield from (" " * indent + line for line in lines)


def _row(start: str, values: Sequence[Value], indent: int) -> list[str]:
    line = f"{start} {flow(values)}"
    if len(line) <= WIDEST and not any(isinstance(v, Mapping) or _is_prose(v) for v in values):
        return [line]
    return [start, *(line for value in values for line in item(value, indent + 2))]


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and not _NO_TEXT.fullmatch(text)


def _is_prose(value: Value) -> bool:
    return isinstance(value, str) and " " in value
