"""Word by word: what two wordings share, what was taken out and what was put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\w+(?:[’'.,-]\w+)*|\s+|[^\w\s]")


class Fate(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Run:
    """Neighbouring words with one fate, with the spaces between them."""

    fate: Fate
    text: str


def word_changes(before: str, after: str) -> tuple[Run, ...]:
    """The runs that lead from one wording to the other; breaks of lines count as spaces."""
    old, new = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append((old[i1:i2], new[j1:j2]))
        else:
            found += [(old[i1:i2], []), ([], new[j1:j2])]
    return tuple(_runs(_joined(found)))


_Piece = tuple[list[str], list[str]]


def _tokens(text: str) -> list[str]:
    return [" " if token.isspace() else token for token in _TOKEN.findall(text)]


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """The same with single spaces between two changed words counted as changed too."""
    joined: list[_Piece] = []
    removed: list[str] = []
    added: list[str] = []
    for position, (old, new) in enumerate(pieces):
        inner = (removed or added) and position < len(pieces) - 1
        if old != new or (inner and old == [" "]):
            removed, added = removed + old, added + new
            continue
        joined += [(removed, []), ([], added), (old, new)]
        removed, added = [], []
    return [*joined, (removed, []), ([], added)]


def _runs(pieces: list[_Piece]) -> Iterator[Run]:
    for old, new in pieces:
        if old == new and old:
            yield Run(Fate.KEPT, "".join(old))
        elif old:
            yield Run(Fate.REMOVED, "".join(old))
        elif new:
            yield Run(Fate.ADDED, "".join(new))
