"""Fenced blocks of a hand-written page that ask for parts of the map.

```claimbook
claim keep-the-clock
map prevention
```
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from claimbook.model import Text
from claimbook.problems import Place
from claimbook.prose.markdown import Lenient, markdown

NAME: Final = "claimbook"

_PAGES: Final = 1 << 10  # kept as they were parsed: rules and pages ask for each, run for run
_WISH: Final = re.compile(r"[\s>]*([^\s>]\S*)\s*(.*?)\s*$")


@dataclass(frozen=True)
class Wish:
    """A line of a block: what is to be shown, and the name of what it is shown of, if any."""

    what: Text
    name: Text

    @property
    def key(self) -> str:
        """The line with single spaces, by which what it asks for is found."""
        return f"{self.what} {self.name}".strip()


@dataclass(frozen=True)
class Block:
    """The wishes of a block, which takes the lines of a page from `first` to before `last`."""

    first: int
    last: int
    wishes: tuple[Wish, ...]


def blocks(text: Text) -> Iterator[Block]:
    """The blocks of a page, in order."""
    if NAME not in text:
        return
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for first, last, rows in _fences(str(text)):
        content = lines[first + 1 : first + 1 + rows]
        yield Block(first, last, tuple(_wishes(text, content, starts[first + 1])))


def replaced(page: str, shown: Callable[[str], str | None]) -> str:
    """A page in which what each wish asks for, by its key, stands in the place of its block.

    A block with a wish that comes to None stays as it is.
    """
    lines = page.split("\n")
    for block in reversed(tuple(blocks(Text(page, Place(""))))):
        parts = [shown(wish.key) for wish in block.wishes]
        if None not in parts:
            lines[block.first : block.last] = ["", *map(str, parts), ""]
    return "\n".join(lines)


@lru_cache(maxsize=_PAGES)
def _fences(text: str) -> tuple[tuple[int, int, int], ...]:
    """For each block its first line, the one behind it, and how many lines stand inside."""
    tokens = markdown(Lenient).parse(text)
    found = (t for t in tokens if t.type == "fence" and t.info.strip() == NAME)
    return tuple((t.map[0], t.map[1], _rows(t.content)) for t in found if t.map)


def _rows(content: str) -> int:
    return content.removesuffix("\n").count("\n") + 1 if content else 0


def _wishes(text: Text, lines: Iterable[str], start: int) -> Iterator[Wish]:
    for line in lines:
        if found := _WISH.match(line):
            parts = (Text(found[n], text.place_at(start + found.start(n))) for n in (1, 2))
            yield Wish(*parts)
        start += len(line) + 1
