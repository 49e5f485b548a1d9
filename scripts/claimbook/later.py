"""Things that are made when they are asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

Made = TypeVar("Made")


class Later(Mapping[str, Made]):
    """What makers make, by their names: each when it is first asked for, and once."""

    def __init__(self, makers: Mapping[str, Callable[[], Made]]) -> None:
        self._makers = makers
        self._made: dict[str, Made] = {}

    def __getitem__(self, name: str) -> Made:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class Awaited(Mapping[str, Made]):
    """What is being made elsewhere by names: waited for when it is first looked at."""

    def __init__(self, end: Callable[[], Mapping[str, Made]]) -> None:
        self._end = end

    @cached_property
    def _all(self) -> Mapping[str, Made]:
        return self._end()

    def __getitem__(self, name: str) -> Made:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
