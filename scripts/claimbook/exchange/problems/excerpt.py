"""The line that a problem is about, with a caret under the place."""

import re
import unicodedata
from typing import Final

WIDEST: Final = 96  # columns of an excerpt; of a longer line the part around the place is shown
_BEFORE: Final = 60  # columns of it that stand before the place

_WORD = re.compile(r"[\w@.:/-]*\w|.", re.DOTALL)
_SHOWN: Final = {"\t": "→", "\u00a0": "⍽", "\u202f": "⍽"}
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def excerpt(line: str, number: int, column: int) -> tuple[str, str]:
    """The line behind its number, and below it the caret; `column` is counted from 1."""
    at = min(column - 1, len(line))
    first = max(0, at - _BEFORE) if len(line) > WIDEST else 0
    last = first + WIDEST
    before = "…" * bool(first) + visible(line[first:at])
    after = visible(line[at:last]) + "…" * (last < len(line))
    marked = _WORD.match(line[at:last])
    carets = "^" * max(1, _width(visible(marked[0])) if marked else 1)
    return f"{number:5} | {before}{after}".rstrip(), f"{'':5} | {' ' * _width(before)}{carets}"


def visible(text: str) -> str:
    """A text that prints as it reads: what is invisible, or moves the cursor, has a sign."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _SHOWN.get(c) or ("�" if unicodedata.category(c) in _HIDDEN else c) for c in text
    )


def _width(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
