"""What a YAML file says, each piece with the place where it says it."""

from dataclasses import dataclass
from typing import TypeAlias, cast

from claimbook.model import Number, Text
from claimbook.problems import Place

Key: TypeAlias = Text | Number


class Table(dict[Key, "Tree"]):
    """A YAML mapping."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def key(self, name: str | int) -> Key | None:
        """The key equal to `name`, as it was written."""
        return next((key for key in self if key == name), None)

    def value(self, name: str) -> "Tree | None":
        """The value under the key equal to `name`."""
        return self.get(cast("Text", name))  # equal to any word that it says


class Row(list["Tree"]):
    """A YAML sequence."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


@dataclass(frozen=True, slots=True)
class Flag:
    """A YAML boolean, and the characters as they stand in the file."""

    value: bool
    place: Place
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """A YAML null, or the lack of any value."""

    place: Place


@dataclass(frozen=True, slots=True)
class Unusable:
    """What stands for a value after the problem with it was reported."""

    place: Place


Tree: TypeAlias = Table | Row | Text | Number | Flag | Nothing | Unusable
