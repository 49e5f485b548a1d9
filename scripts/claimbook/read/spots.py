"""Where in a tree a deviation from its shape lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, get_args, get_origin

from claimbook.model import Number, Text
from claimbook.problems import Place
from claimbook.read.parts import ONE, SEVERAL, Shape
from claimbook.read.tree import Key, Row, Table, Tree

_OF_KEY = "[key]"  # how the location of a deviating key ends

Location: TypeAlias = Sequence[str | int]
_Path: TypeAlias = list[tuple[Table | Row, Key]]


@dataclass(frozen=True)
class Spot:
    """An entry of a table or row in a tree; in a row its key is its index.

    `value` is None where the entry is missing; `of_key` tells that the key itself deviates.
    `owner` is the shape around it, `name` the nearest key, for people.
    """

    holder: Table | Row
    key: Key
    of_key: bool
    owner: type[Shape]
    name: str

    @property
    def value(self) -> Tree | None:
        """What stands there."""
        return _inside(self.holder, self.key)

    @property
    def place(self) -> Place:
        """The place of what deviates; of the table where an entry is missing."""
        value = self.value
        return self.key.place if self.of_key or value is None else value.place

    def put(self, value: Tree) -> None:
        """Let `value` stand there."""
        if isinstance(self.holder, Row):
            self.holder[int(self.key)] = value
        else:
            self.holder[self.key] = value

    def rename(self, name: str | None) -> None:
        """Let the value stand under another key; under none, take it out."""
        if isinstance(self.holder, Table):
            value = self.holder.pop(self.key)
            if name:
                self.holder[Text(name, self.key.place)] = value


def spot_of(shape: type[Shape], tree: Table, location: Location) -> Spot:
    """The entry which the location of a validation error names."""
    of_key = location[-1] == _OF_KEY
    path = _path(tree, location[:-1] if of_key else location)
    holder, key = path[-1]
    names = [str(k) for h, k in path if isinstance(h, Table)]
    return Spot(holder, key, of_key, _owner(shape, location[:-1]), names[-1])


def _path(tree: Table, location: Location) -> _Path:
    """Each table or row on the way with the key that leads on; tags of unions are left out."""
    path: _Path = []
    node: Tree | None = tree
    place = tree.place
    for part in location:
        if isinstance(node, Table | Row) and (part not in {ONE, SEVERAL} or part in node):
            key = _key(node, part, place)
            path.append((node, key))
            node, place = _inside(node, key), key.place
    return path


def _key(holder: Table | Row, part: str | int, around: Place) -> Key:
    if isinstance(holder, Row):
        return Number(int(part), holder[int(part)].place)
    return holder.key(part) or Text(str(part), around)


def _inside(holder: Table | Row, key: Key) -> Tree | None:
    return holder[int(key)] if isinstance(holder, Row) else holder.get(key)


def _owner(shape: type[Shape], location: Location) -> type[Shape]:
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
