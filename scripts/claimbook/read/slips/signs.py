"""Blank space, dashes and colons that are not what YAML takes for them."""

import re
from collections.abc import Iterator

from claimbook.read.slips.line import KEYS, NO_DASH, Lines, Slip, neighbours

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]")
_HEAD = re.compile("[\\s\u200b\ufeff]*(?:-\\s+)?(?:[\\w-]+:)?[\\s\u200b\ufeff]*")
_DASHES = "–—−‐‑•·*+"  # noqa: RUF001 -- it is their likeness to the hyphen that matters
_COLONS = "：="  # noqa: RUF001 -- likewise to the colon


def tab(lines: Lines, n: int) -> Iterator[Slip]:
    """A tab that indents, or stands behind a dash or colon."""
    line = lines[n]
    hint = "replace it by spaces"
    told = "a tab stands where spaces must stand"
    if found := re.match(r" *\t\s*", line):
        at = line.index("\t") + 1
        for indent in neighbours(lines, n):
            yield Slip(n + 1, at, told, hint, (" " * indent + line[found.end() :],))
    elif found := re.match(r"( *(?:-|(?:- )?[\w-]+:))\t\s*", line):
        yield Slip(n + 1, found.end(1) + 1, told, hint, (f"{found[1]} {line[found.end() :]}",))


def strange_space(lines: Lines, n: int) -> Iterator[Slip]:
    """A space of another kind, as web pages and word processors have it."""
    head = _HEAD.match(lines[n])
    if head and (found := _SPACES.search(head[0])):
        told = f"a space of another kind (U+{ord(found[0]):04X}) stands where a plain one must"
        meant = _SPACES.sub(" ", head[0]) + lines[n][head.end() :]
        yield Slip(n + 1, found.start() + 1, told, "type it again with the space bar", (meant,))


def dash(lines: Lines, n: int) -> Iterator[Slip]:
    """A dash of another kind, none behind it, or no space behind it."""
    line = lines[n]
    if found := re.match(rf"( *)([{_DASHES}])\s*(?=\S)", line):
        told = f"`{found[2]}` is not the dash that begins an item of a list"
        meant = f"{found[1]}- {line[found.end() :]}"
        yield Slip(n + 1, found.end(1) + 1, told, "begin it with `- `", (meant,))
    if found := re.match(r"( *)-(?=[^\s-])", line):
        told = "there is no space behind the dash"
        meant = f"{found[0]} {line[found.end() :]}"
        yield Slip(n + 1, found.end(), told, "put one there", (meant,))
    if (found := re.match(r"( *)  ([\w-]+:.*)", line)) and _opens_list(lines, n):
        yield Slip(n + 1, found.end(1) + 3, *NO_DASH, (f"{found[1]}- {found[2]}",))


def _opens_list(lines: Lines, n: int) -> bool:
    """Whether the line above is the key of a list of tables."""
    return n > 0 and bool(re.fullmatch(r"\s*(evidence|because|searched):\s*", lines[n - 1]))


def colon(lines: Lines, n: int) -> Iterator[Slip]:
    """A known key with no colon, another sign in its place, or no space behind it."""
    found = re.match(rf"(\s*(?:- )?)({KEYS})(\s*[{_COLONS}]\s*|:(?=\S)|\s+)(?=\S)", lines[n])
    if not found:
        return
    rest = lines[n][found.end() :]
    meant = f"{found[1]}{found[2]}: {rest}"
    at, sign = found.end(2) + 1, found[3].strip()
    if sign == ":":
        told, hint = f"there is no space behind `{found[2]}:`", "put one there"
    elif sign:
        told, hint = f"`{sign}` stands where a colon must", f"write `{found[2]}: `"
    else:
        told, hint = f"there is no colon behind `{found[2]}`", f"write `{found[2]}: `"
    yield Slip(n + 1, at, told, hint, (meant,))
