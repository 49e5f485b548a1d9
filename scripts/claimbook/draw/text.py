"""How wide text may become in any common sans-serif font, and where its lines break."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

# Advance widths in hundredths of the font size: for each character the widest of Liberation
# Sans, DejaVu Sans, Roboto, Noto Sans, Open Sans, Inter and Cantarell.
_GROUPS = {
    30: "'ijl",
    35: " ,.:;I’‘·",
    40: "!()[]ft",
    45: '"/\\r',
    50: "-°",
    55: "*?J_csz|“”",
    60: "L`kvxy",
    65: "$0123456789FTabdeghnopqu{}–§£",
    70: "ABEKPSVXYZ¶€",
    75: "CHNRU",
    80: "&DGOQ",
    85: "#+<=>^w~×",
    90: "M",
    100: "%Wm—…½",
    105: "@",
}
_WIDTHS = {char: width / 100 for width, chars in _GROUPS.items() for char in chars}
_WIDEST = 1.05
_BOLD = 1.13
_ELLIPSIS = "…"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in pixels that `text` does not exceed at the font size `size`."""
    return sum(map(_advance, text)) * size * (_BOLD if bold else 1)


def wrap(
    text: str, room: float, size: float, *, lines: int = 0, bold: bool = False
) -> tuple[str, ...]:
    """The lines of `text`, none wider than `room` pixels; past `lines` of them it ends in “…”."""
    return _wrapped(text, room / (_BOLD if bold else 1), size, lines)


@lru_cache(maxsize=50_000)  # a claim stands on many maps
def _wrapped(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    found = list(_lines(text, room, size))
    if most and len(found) > most:
        found[most - 1 :] = [_shortened(found[most - 1], room, size)]
    return tuple(found)


@cache
def _advance(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    base = unicodedata.normalize("NFD", char)[0]
    return _WIDTHS.get(base, _WIDEST)


def _lines(text: str, room: float, size: float) -> Iterator[str]:
    line = ""
    for word in _words(text, room, size):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _words(text: str, room: float, size: float) -> Iterator[str]:
    """The words of `text`, broken inside where one alone is wider than `room`."""
    for word in re.split(r"[ \t\r\n]+", text):
        if word and width(word, size) <= room:
            yield word
            continue
        part = ""
        for char in word:
            if part and width(part + char, size) > room:
                yield part
                part = ""
            part += char
        if part:
            yield part


def _shortened(line: str, room: float, size: float) -> str:
    while line and width(line + _ELLIPSIS, size) > room:
        line = line[:-1]
    return line.rstrip(" ,;:.–—") + _ELLIPSIS
