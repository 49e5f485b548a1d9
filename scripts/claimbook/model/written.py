"""Words and numbers that know where they were written."""

from itertools import filterfalse
from typing import Self

from claimbook.problems import Place

_FURTHEST = 100  # characters of indentation or markup between two characters of a text


class Text(str):
    """A string that knows where it was written, and the characters as they stand there."""

    __slots__ = ("place", "raw")
    place: Place
    raw: str

    def __new__(cls, value: str, place: Place, raw: str = "") -> Self:
        text = super().__new__(cls, value)
        text.place = place
        text.raw = raw or value
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, Place, str]]:
        return type(self), (str(self), self.place, self.raw)

    def place_of(self, fragment: str) -> Place:
        """The place of `fragment` inside this text; the start of the text where it is not found."""
        offset = self.find(fragment)
        return self.place if offset < 0 else self.place_at(offset)

    def place_at(self, offset: int) -> Place:
        """The place in the file of the character at `offset` of this text."""
        return self.place_at_raw(self._raw_offset(offset))

    def place_at_raw(self, offset: int) -> Place:
        """The place in the file of the character at `offset` of `raw`."""
        before = self.raw[:offset].split("\n")
        if len(before) == 1:
            return Place(self.place.file, self.place.line, self.place.column + len(before[0]))
        return Place(self.place.file, self.place.line + len(before) - 1, len(before[-1]) + 1)

    def _raw_offset(self, offset: int) -> int:
        """Where the character stands in `raw`, which folds, indents, quotes or escapes the text."""
        if self == self.raw:
            return offset
        header = self.raw[0] in "|>"
        cursor = self.raw.find("\n") + 1 if header else 0
        last = cursor
        for character in filterfalse(str.isspace, self[: offset + 1]):
            found = self.raw.find(character, cursor, cursor + _FURTHEST)
            if found >= 0:
                last, cursor = found, found + 1
        return last


class Number(int):
    """A whole number that knows where it was written, and the characters as they stand there."""

    place: Place
    raw: str

    def __new__(cls, value: int, place: Place, raw: str = "") -> Self:
        number = super().__new__(cls, value)
        number.place = place
        number.raw = raw or str(value)
        return number

    def __reduce__(self) -> tuple[type[Self], tuple[int, Place, str]]:
        return type(self), (int(self), self.place, self.raw)
