"""Text -> words as they are compared, with what typesetting changes evened out."""

import re
import unicodedata
from typing import Final

_PER_CENT: Final = re.compile(r"(?<=\d)\s?(?:per\s?cent|percent|%)(?!\w)")
_THOUSANDS: Final = re.compile(r"(?<![\d.])\d{1,3}(?:[,’']\d{3})+(?!\d)")
_SPACED_THOUSANDS: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\s\d{3})+(?!\d)")
_INSIDE_A_NUMBER: Final = re.compile(r"(?<![\d.])(\d{4,})")
_MIDDLE_POINT: Final = re.compile(r"(?<=\d)·(?=\d)")
_MINUS: Final = re.compile(r"(?<![\w)])(?<!\d\s)[\u2212–](?=\d)")
_WORD: Final = re.compile(r"(?:(?<![\w)])(?<!\d\s)-(?=\d))?[^\W_]+(?:\.\d+)*%?")
_OMISSION: Final = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\]?")


def words(text: str) -> list[str]:
    """The words of a text: `1,234` is 1234, `31 per cent` is 31%, `0·5` is 0.5, a minus `-`."""
    folded = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
    folded = _MIDDLE_POINT.sub(".", _THOUSANDS.sub(_without_gaps, folded))
    return _WORD.findall(_PER_CENT.sub("%", _MINUS.sub("-", folded)))


def in_parts(wanted: str) -> list[list[str]]:
    """The words that are looked for, parted at omissions; `1 234` is meant as one number."""
    spoken = _SPACED_THOUSANDS.sub(_without_gaps, wanted)
    return [part for part in map(words, _OMISSION.split(spoken)) if part]


def pattern(squeezed: str) -> re.Pattern[str]:
    """Finds words without spaces between them; numbers from 1000 also with gaps in them."""
    parts = _INSIDE_A_NUMBER.split(squeezed)
    return re.compile(
        "".join(_with_gaps(p) if i % 2 else re.escape(p) for i, p in enumerate(parts))
    )


def _without_gaps(number: re.Match[str]) -> str:
    return re.sub(r"\D", "", number[0])


def _with_gaps(number: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", " ?", number)
