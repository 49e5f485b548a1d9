"""Whether quoted words and figures stand in a text, whatever its typesetting made of them.

Compared are words alone: letters and digits after Unicode's NFKC and case folding, which also
opens ligatures. Spaces, hyphens, quotation marks and other signs count only between two digits.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from re import Match, Pattern
from typing import Final

from claimbook.links.evenness import in_parts, pattern, words
from claimbook.links.results import Sight, Words

PAGE_END: Final = "\f"
NEAR: Final = 0.6  # share of words alike from which a passage is a near miss


@dataclass(frozen=True)
class Wording:
    """A text as words, each as it is compared; a form feed ends a page."""

    text: str

    def look_for(self, wanted: str, *, whole: bool = True) -> Words:
        """Look for words; with `whole` false the text is only the beginning of a longer one.

        An omission (`…` or `[...]`) in the words stands for any others.
        """
        parts = in_parts(wanted)
        starts = list(self._find_in_order(parts))
        if parts and len(starts) == len(parts):
            return Words(wanted, Sight.FOUND, self._page_at(starts[0]))
        if not whole or not parts:
            return Words(wanted, Sight.UNREAD)
        return self._near_miss(wanted, [word for part in parts for word in part])

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in order."""
        return tuple(word for page in self._pages for word in page)

    @cached_property
    def _pages(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(words(page)) for page in self.text.split(PAGE_END))

    @cached_property
    def _line(self) -> tuple[str, tuple[int, ...]]:
        return squeezed(self.words)

    def _find_in_order(self, parts: Iterable[Sequence[str]]) -> Iterator[int]:
        """The number of the word at which each part begins, as far as they follow one another."""
        line, starts = self._line
        after = 0
        for part in parts:
            found = _at_words(line, starts, pattern(squeezed(part)[0]), after)
            if found is None:
                return
            yield bisect_right(starts, found.start()) - 1
            after = found.end()

    def _page_at(self, word: int) -> str:
        if len(self._pages) == 1:
            return ""
        for number, page in enumerate(self._pages, 1):
            word -= len(page)
            if word < 0:
                return f"p. {number}"
        return ""

    def _near_miss(self, wanted: str, looked_for: list[str]) -> Words:
        passage = self._likest(looked_for)
        likeness = SequenceMatcher(None, looked_for, passage, autojunk=False).ratio()
        if len(looked_for) == 1 or likeness < NEAR:
            return Words(wanted, Sight.MISSING)
        return Words(
            wanted, Sight.NEAR, "", " ".join(passage), tuple(_differences(looked_for, passage))
        )

    def _likest(self, looked_for: list[str]) -> list[str]:
        """The first passage of as many words that shares the most of them."""
        wanted, length = Counter(looked_for), len(looked_for)
        window: Counter[str] = Counter()
        shared, best, start = 0, 0, 0
        for end, word in enumerate(self.words):
            window[word] += 1
            shared += window[word] <= wanted[word]
            if end >= length:
                gone = self.words[end - length]
                shared -= window[gone] <= wanted[gone]
                window[gone] -= 1
            if shared > best:
                best, start = shared, max(0, end - length + 1)
        return list(self.words[start : start + length])


def squeezed(parts: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The words without spaces, but for one between two digits, and the offset of each; the end."""
    pieces = list(parts[:1])
    starts, length = [0], len(pieces[0]) if pieces else 0
    for last, word in pairwise(parts):
        gap = " " if last[-1].isdigit() and word[0].isdigit() else ""
        starts.append(length + len(gap))
        length += len(gap) + len(word)
        pieces.append(gap + word)
    return "".join(pieces), (*starts, length)


def _at_words(
    line: str, starts: Sequence[int], wanted: Pattern[str], after: int
) -> Match[str] | None:
    """Where `wanted` stands in `line` from a word's beginning to a word's end."""
    found = wanted.search(line, after)
    while found and not _are_words(line, starts, found):
        found = wanted.search(line, found.start() + 1)
    return found


def _are_words(line: str, starts: Sequence[int], found: Match[str]) -> bool:
    at_end = _is_start(starts, found.end()) or line[found.end()] == " "
    return at_end and _is_start(starts, found.start())


def _is_start(starts: Sequence[int], offset: int) -> bool:
    return starts[bisect_right(starts, offset) - 1] == offset


def _differences(looked_for: Sequence[str], passage: Sequence[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, looked_for, passage, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            wanted, seen = " ".join(looked_for[a:b]), " ".join(passage[c:d])
            yield f"{wanted or 'nothing'} → {seen or 'nothing'}"
