"""Texts that hold a colon, and lines that begin in the wrong column."""

import re
from collections.abc import Iterator

from claimbook.read.slips.line import (
    BLOCK,
    IN_QUOTES,
    KEYS,
    NO_DASH,
    START,
    Lines,
    Slip,
    neighbours,
    quoted,
)

_TEXT_KEYS = "title|about|question|summary|claim|short|assessment|note|warrant|finding|limits|found"
_HEAD = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)|\s*- ")
_LONGEST = 12  # lines of a text in which a colon is looked for


def colon_inside(lines: Lines, n: int) -> Iterator[Slip]:
    """A colon and a space inside a text without quotes."""
    found = re.fullmatch(rf"{START}(?P<text>[^\s\"'\[{{>|].*?)", lines[n].rstrip())
    colon = re.search(r":(?:\s|$)", found["text"]) if found else None
    told = "a colon and a space stand inside plain text"
    if found and colon:
        at = found.start("text") + colon.start() + 1
        meant = found["start"] + quoted(found["text"])
        yield Slip(n + 1, at, told, IN_QUOTES, (meant,))
    yield from _colon_below(lines, n)


def _colon_below(lines: Lines, n: int) -> Iterator[Slip]:
    """The same in a text that begins on the line below its key."""
    told = "a colon and a space stand inside plain text"
    if not re.fullmatch(rf"\s*(?:- )?(?:{_TEXT_KEYS}):\s*", lines[n]):
        return
    for below in range(n + 1, min(n + _LONGEST, len(lines))):
        if re.match(rf"\s*(?:- |(?:{KEYS}):)", lines[below]):
            return
        if colon := re.search(r"(?<=\w):\s", lines[below]):
            meant_lines = (f"{lines[n].rstrip()} >-", *lines[n + 1 : below + 1])
            hint = "write `>-` behind the key, or put the whole text in quotes"
            at = colon.start() + 1
            yield Slip(below + 1, at, told, hint, meant_lines, above=below - n)
            return


def unindented(lines: Lines, n: int) -> Iterator[Slip]:
    """A text below `>-` that is not indented deeper than its key."""
    head = BLOCK.match(lines[n])
    below = lines[n + 1] if n + 1 < len(lines) else ""
    if not head or not below.strip() or len(below) - len(below.lstrip()) > len(head[1]):
        return
    text = []
    for line in lines[n + 1 :]:
        if not line.strip() or _HEAD.match(line):
            break
        text.append(line.strip())
    if text:
        column = len(lines[n + 1]) - len(lines[n + 1].lstrip()) + 1
        told = "a text below `>-` or `|` is not indented deeper than its key"
        meant = (lines[n], *(" " * (len(head[1]) + 2) + line for line in text))
        hint = "indent it by two spaces more"
        yield Slip(n + 2, column, told, hint, meant, above=1)


def item_without_dash(lines: Lines, n: int) -> Iterator[Slip]:
    """An item of a list without its dash."""
    if found := re.match(r"( *)(?=\S)(?!- )", lines[n]):
        told, hint = NO_DASH
        yield Slip(n + 1, found.end() + 1, told, hint, (f"{found[1]}- {lines[n][found.end() :]}",))


def indented(lines: Lines, n: int) -> Iterator[Slip]:
    """A line that does not begin in the column of its neighbours."""
    line = lines[n]
    here = len(line) - len(line.lstrip(" "))
    for indent in neighbours(lines, n):
        if indent != here:
            side = "deeper" if here > indent else "less deep"
            told = f"this line is indented {side} than its neighbours"
            hint = f"let it begin in column {indent + 1}"
            yield Slip(n + 1, here + 1, told, hint, (" " * indent + line.lstrip(" "),))
