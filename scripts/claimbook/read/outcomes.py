"""What reading a file comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimbook.model import Source, Text
from claimbook.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file holds, None where it could not be read, and what is wrong with it."""

    value: T | None
    problems: tuple[Problem, ...]
    intact: bool = False


@dataclass(frozen=True)
class Head:
    """What claims/map.yml says."""

    title: Text
    text: Text
    thesis: Text
    sections: tuple[Text, ...] = ()
    about: Text | None = None


@dataclass(frozen=True)
class Bibliography:
    """The sources by key, and what is wrong with them; `whole` where no entry was lost."""

    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]
    whole: bool
