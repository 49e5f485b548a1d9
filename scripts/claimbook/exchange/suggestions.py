"""Fixes of a proposal as suggestions to be taken over with one click, in GitHub’s form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

MOST: Final = 30  # suggestions of one review; more would not be read
_SAYS: Final = "A safe fix, as `claimbook check --fix` makes it:"
_TICKS: Final = re.compile(r"`+")


@dataclass(frozen=True)
class Suggestion:
    """Lines of a file, counted from 1, the last included, and what should stand there instead."""

    file: str
    first: int
    last: int
    lines: tuple[str, ...]


def suggestions(
    base: Mapping[str, str], head: Mapping[str, str], better: Mapping[str, str]
) -> Iterator[Suggestion]:
    """What `better` changes in lines that `head` changed from `base`: hosts take no other."""
    for file, text in better.items():
        changed = _changed(_lines(base.get(file, "")), _lines(head[file]))
        for found in _differences(file, _lines(head[file]), _lines(text)):
            if changed.issuperset(range(found.first, found.last + 1)):
                yield found


def review(found: Sequence[Suggestion]) -> dict[str, Any]:
    """The suggestions as the body of a request for a review; texts in them cannot leave theirs."""
    shown = found[:MOST]
    more = f" {len(found) - MOST} more are left out." if len(found) > MOST else ""
    body = f"{len(shown)} safe fixes.{more}" if len(shown) > 1 else "A safe fix."
    return {"event": "COMMENT", "body": body, "comments": list(map(_comment, shown))}


def _comment(suggestion: Suggestion) -> dict[str, Any]:
    text = "".join(f"{line}\n" for line in suggestion.lines)
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    body = f"{_SAYS}\n\n{fence}suggestion\n{text}{fence}"
    comment = {"path": suggestion.file, "side": "RIGHT", "line": suggestion.last, "body": body}
    if suggestion.first < suggestion.last:
        comment |= {"start_line": suggestion.first, "start_side": "RIGHT"}
    return comment


def _changed(before: Sequence[str], after: Sequence[str]) -> set[int]:
    """The numbers of the lines of `after` that are not those of `before`."""
    return {
        line + 1 for _, _, _, start, end in _opcodes(before, after) for line in range(start, end)
    }


def _differences(file: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Suggestion]:
    """What changes; lines that are only added are hung on the line before them."""
    for _, start, end, new_start, new_end in _opcodes(before, after):
        lines = tuple(after[new_start:new_end])
        if start < end:
            yield Suggestion(file, start + 1, end, lines)
        elif start:
            yield Suggestion(file, start, start, (before[start - 1], *lines))


def _opcodes(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return (opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal")


def _lines(text: str) -> Sequence[str]:
    return text.split("\n")
