"""Addresses that lead to the very words: text fragments, `#:~:text=`.

Source: WICG, URL Fragment Text Directives (2024).
"""

from typing import Final
from urllib.parse import quote, unquote

DIRECTIVE: Final = ":~:"
_LONGEST: Final = 8  # words that are spelt out; of more, the first and the last few are named
_EACH_END: Final = 3


def to_words(address: str, words: str) -> str:
    """The address that shows `words` in the page at `address`."""
    page, sign, fragment = address.partition("#")
    kept = fragment.partition(DIRECTIVE)[0]
    parts = words.split()
    ends = [parts[:_EACH_END], parts[-_EACH_END:]] if len(parts) > _LONGEST else [parts]
    text = ",".join(_encoded(" ".join(end)) for end in ends)
    return f"{page}#{kept if sign else ''}{DIRECTIVE}text={text}"


def words_of(fragment: str) -> tuple[str, ...]:
    """The words that a fragment points at: of each directive the beginning and the end."""
    _, sign, directives = fragment.partition(DIRECTIVE)
    texts = [d.removeprefix("text=") for d in directives.split("&") if d.startswith("text=")]
    parts = [part for text in texts for part in text.split(",")]
    return tuple(unquote(p) for p in parts if sign and p[:1] != "-" and p[-1:] not in {"-", ""})


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
