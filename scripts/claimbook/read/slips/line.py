"""A guess about lines of YAML, and what readers of lines share."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimbook.read.shapes import every_key

KEYS = "|".join(sorted(every_key(), key=len, reverse=True))
START = r"(?P<start>\s*(?:- )?(?:[\w.-]+|\"[^\"]*\"|'[^']*'):[ ]+|\s*- )"
BLOCK = re.compile(r"(\s*(?:- )?)[\w-]+:\s+[>|][-+0-9]*\s*(?:#.*)?$")
IN_QUOTES = "put the whole text in quotes"
NO_DASH = ("this item of a list has no dash", "begin it with `- `")

_NEAR = 40  # lines around one in which its neighbours are looked for


@dataclass(frozen=True)
class Slip:
    """A guess: what is wrong at a line and column, counted from 1, and the lines as meant.

    The lines begin with the one that is told, or `above` it.
    """

    line: int
    column: int
    message: str
    hint: str
    meant: tuple[str, ...]
    above: int = 0

    @property
    def first(self) -> int:
        """The number of the first line that is meant otherwise."""
        return self.line - self.above


Lines: TypeAlias = Sequence[str]
Reader: TypeAlias = Callable[[Lines, int], Iterator[Slip]]
"""Guesses about a line, which is counted from 0."""


def inside_blocks(lines: Lines) -> set[int]:
    """The lines, counted from 0, that belong to texts behind `>` or `|`."""
    inside, within = set(), -1
    for n, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if within >= 0 and (indent > within or not line.strip()):
            inside.add(n)
            continue
        head = BLOCK.match(line)
        within = len(head[1]) if head else -1
    return inside


def neighbours(lines: Lines, n: int) -> list[int]:
    """The columns, counted from 0, where keys begin around a line; the likeliest first."""
    near = lines[max(0, n - _NEAR) : n + _NEAR]
    inside = {number + max(0, n - _NEAR) for number in inside_blocks(near)}
    below = next(_columns(lines, range(n + 1, len(lines)), inside), [])
    above = next(_columns(lines, range(n - 1, -1, -1), inside), [])
    return list(dict.fromkeys((*below, *above)))


def _columns(lines: Lines, numbers: range, inside: set[int]) -> Iterator[list[int]]:
    """For each line that begins an entry, the column of its key and that of its dash."""
    for n in numbers:
        if n not in inside and (found := re.match(r"( *)(- )?[\w-]+:", lines[n])):
            dash = len(found[1])
            yield [dash + 2, dash] if found[2] else [dash]


def quoted(text: str, mark: str = '"') -> str:
    """A text on one line in quotation marks."""
    if mark == "'":
        return f"'{text.replace(mark, mark * 2)}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
