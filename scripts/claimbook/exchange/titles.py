"""Capitals of English titles, and small numbers in words."""

import re
from typing import Final

# The short words that citation processors leave in lower case.
_SHORT: Final = frozenset(
    (
        *("a", "about", "an", "and", "as", "at", "but", "by", "de", "down", "for", "from", "in"),
        *("into", "nor", "of", "on", "onto", "or", "over", "so", "the", "till", "to", "up", "v"),
        *("van", "via", "von", "with", "yet"),
    )
)
_WORD: Final = re.compile(r"[^\s/\-–—]+")
_OPENING: Final = "“‘(["
_ENDS: Final = (":", "?", "!", ".")


def title_case(title: str) -> str:
    """An English title in headline style: its principal words with a capital."""
    return _WORD.sub(_capitalised, title)


def ordinal(edition: str) -> str:
    """An edition's number as an ordinal; words stay as they are."""
    if not edition.isdigit():
        return edition
    teen = edition[-2:-1] == "1"
    return edition + {"1": "st", "2": "nd", "3": "rd"}.get("" if teen else edition[-1], "th")


def _capitalised(found: re.Match[str]) -> str:
    word = found[0]
    bare = word.strip(_OPENING + "”’)],;:.?!")
    if not _is_lower(bare) or _stays(bare, found):
        return word
    at = len(word) - len(word.lstrip(_OPENING))
    return word[:at] + word[at].upper() + word[at + 1 :]


def _is_lower(word: str) -> bool:
    letters = word.replace("’", "").replace("'", "")
    return letters.isalpha() and letters.islower()


def _stays(word: str, found: re.Match[str]) -> bool:
    """Whether a word is too short for a capital, unless it opens the title or a part of it."""
    return (len(word) == 1 or word in _SHORT) and not _begins(found)


def _begins(found: re.Match[str]) -> bool:
    """Whether the word opens the title, or a sentence or subtitle in it."""
    before = found.string[: found.start()].rstrip()
    return not before or before.endswith(_ENDS)
