"""Where in a tree a deviation from its shape lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args, get_origin

from claimbook.model import Number, Text
from claimbook.problems import Place
from claimbook.read.shapes import Shape
from claimbook.read.tree import Row, Table, Tree

_OF_KEY = "[key]"  # how the location of a deviating key ends


@dataclass(frozen=True)
class Spot:
    """An entry of a table or row in a tree.

    `value` is None where the entry is missing; `of_key` tells that the key itself deviates.
    `owner` is the shape around it, `name` the nearest key, for people.
    """

    holder: Table | Row
    key: Text | Number | int
    value: Tree | None
    place: Place
    owner: type[Shape]
    name: str
    of_key: bool

    def put(self, value: Tree) -> None:
        """Let `value` stand there."""
        self.holder[self.key] = value  # type: ignore[index] # a row has indices, a table keys


def spot_of(shape: type[Shape], tree: Table, location: Sequence[str | int]) -> Spot:
    """The entry which the location of a validation error names."""
    of_key = location[-1] == _OF_KEY
    path = _path(tree, location[:-1] if of_key else location)
    holder, key = path[-1]
    value = _inside(holder, key)
    names = [str(k) for h, k in path if isinstance(h, Table)]
    place = value.place if value and not of_key else _place(tree, path if of_key else path[:-1])
    return Spot(holder, key, value, place, _owner(shape, location[:-1]), names[-1], of_key)


Path = list[tuple[Table | Row, Text | Number | int]]


def _path(tree: Table, location: Sequence[str | int]) -> Path:
    """Each table or row on the way with the key or index that leads on; no tags of unions."""
    path: Path = []
    node: Tree | None = tree
    for part in location:
        if isinstance(node, Table | Row) and not str(part).startswith("<"):
            path.append((node, _key(node, part)))
            node = _inside(*path[-1])
    return path


def _key(holder: Table | Row, part: str | int) -> Text | Number | int:
    if isinstance(holder, Row):
        return int(part)
    return next((key for key in holder if key == part), Text(str(part), holder.place))


def _inside(holder: Table | Row, key: Text | Number | int) -> Tree | None:
    if isinstance(holder, Table):
        return holder.get(key)  # type: ignore[arg-type] # the keys of a table
    return holder[key]  # type: ignore[index]


def _place(tree: Table, path: Path) -> Place:
    """The place of the last key on the way, or of the row's entry."""
    if not path:
        return tree.place
    holder, key = path[-1]
    if isinstance(key, Text | Number):
        return key.place
    value = _inside(holder, key)
    return value.place if value else holder.place


def _owner(shape: type[Shape], location: Sequence[str | int]) -> type[Shape]:
    """The shape of the table that a location leads to."""
    parts = iter(location)
    for part in parts:
        if field := shape.model_fields.get(str(part)):
            if get_origin(field.annotation) is dict:
                next(parts, None)
            shape = _shape_in(field.annotation) or shape
    return shape


def _shape_in(annotation: object) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(filter(None, map(_shape_in, get_args(annotation))), None)
