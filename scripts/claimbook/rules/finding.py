"""What a rule yields, and the fields of text that rules go through."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple, TypeAlias

from claimbook.model import (
    Argument,
    Claim,
    Section,
    Source,
    Step,
    Text,
)
from claimbook.problems import Change, Place, only_near

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Characters that nobody sees, and those that change the order of others."""

Owner: TypeAlias = Claim | Section | Source
"""What can answer a warning about itself, in its `accept`."""


class Finding(NamedTuple):
    """One place where a rule is broken, what is wrong there and what to do.

    A warning names its `owner`, which can answer it; `fix` follows the hint without a choice.
    """

    place: Place
    message: str
    hint: str = ""
    owner: Owner | None = None
    fix: tuple[Change, ...] = ()


Rule: TypeAlias = Callable[[Argument], Iterator[Finding]]
"""A rule is named by its function; its docstring is the law that it keeps."""


def all_claims(argument: Argument) -> Iterator[Claim]:
    """Every claim, those of equal ids included."""
    return chain.from_iterable(section.claims for section in argument.sections)


def all_steps(argument: Argument) -> Iterator[Step]:
    """Every step, those of claims of equal ids included."""
    return chain.from_iterable(claim.steps for claim in all_claims(argument))


def repeated(texts: Iterable[Text]) -> Iterator[Text]:
    """The texts that stood before already."""
    seen: set[str] = set()
    for text in texts:
        if text in seen:
            yield text
        seen.add(text)


def rewritten(text: Text, value: str) -> tuple[Change, ...]:
    """The fix that writes another value, which needs no quotes, in the place of a text."""
    return (Change(text.place, text.raw, value),)


def respelt(text: Text, known: Iterable[str]) -> tuple[Change, ...]:
    """The fix of a misspelt word; none where more than one known word may be meant."""
    near = only_near(text, known)
    return rewritten(text, near) if near else ()


def without_invisible(text: str) -> str:
    """A text as far as it can be seen."""
    return INVISIBLE.sub("", text)
