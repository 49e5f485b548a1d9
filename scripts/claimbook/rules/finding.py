"""What a rule yields, and the fields of text that rules go through."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from itertools import chain
from typing import NamedTuple, TypeAlias

from claimbook.model import Argument, Claim, Step, Text
from claimbook.problems import Level, Place


class Finding(NamedTuple):
    """One place where a rule is broken, what is wrong there and what to do."""

    place: Place
    message: str
    hint: str = ""
    level: Level = Level.ERROR


Rule: TypeAlias = Callable[[Argument], Iterator[Finding]]
"""A rule is named by its function; its docstring is the law that it keeps."""


def all_claims(argument: Argument) -> Iterator[Claim]:
    """Every claim, those of equal ids included."""
    return chain.from_iterable(section.claims for section in argument.sections)


def all_steps(argument: Argument) -> Iterator[Step]:
    """Every step, those of claims of equal ids included."""
    return chain.from_iterable(claim.steps for claim in all_claims(argument))


def claim_texts(argument: Argument) -> Iterator[Text]:
    """Every text that people wrote in claims/."""
    return _texts((argument.title, argument.about, argument.sections))


def repeated(texts: Iterable[Text]) -> Iterator[Text]:
    """The texts that stood before already."""
    seen: set[str] = set()
    for text in texts:
        if text in seen:
            yield text
        seen.add(text)


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_texts, value))
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, Place):
        yield from _texts(tuple(vars(value).values()))
