"""What a YAML file says, each piece with the place where it says it."""

from dataclasses import dataclass
from typing import TypeAlias

from claimbook.model import Number, Text
from claimbook.problems import Place


class Table(dict["Text | Number", "Tree"]):
    """A YAML mapping."""

    place: Place

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def key(self, name: object) -> "Text | Number":
        """The key equal to `name`, as it was written."""
        return next(key for key in self if key == name)


class Row(list["Tree"]):
    """A YAML sequence."""

    place: Place

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


@dataclass(frozen=True)
class Flag:
    """A YAML boolean."""

    value: bool
    place: Place


@dataclass(frozen=True)
class Nothing:
    """A YAML null, or the lack of any value."""

    place: Place


@dataclass(frozen=True)
class Unusable:
    """What stands for a value after the problem with it was reported."""

    place: Place


Tree: TypeAlias = Table | Row | Text | Number | Flag | Nothing | Unusable
