"""When two wordings mean the same: spelling, case, punctuation and markup are no meaning.

Where in doubt the answer is that the meaning changed. A word counts as misspelt only where it
has five letters or more, one letter inside it is missing, too many, wrong or swapped with its
neighbour, and the misspelt form is not a word that the argument uses.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import chain
from string import ascii_lowercase
from typing import Final

from claimbook.model import Argument

SHORTEST: Final = 5  # letters of a word that can be misspelt: in shorter ones a letter is a word

_WORD = re.compile(r"\d+(?:[.,]\d+)*|%|[<>=±≤≥]|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_JOINTS = re.compile(r"[-’',]")
_CITATION = re.compile(r"\]\([^)]*\)")  # the address of a link is not read
_VARIANTS: Final = tuple(
    (re.compile(pattern), same)
    for pattern, same in (
        (r"(?<=..)is(?=(e[drs]?|ers|ing|ations?)$)", "iz"),
        (r"(?<=...)our(?=[a-z]*$)", "or"),
        (r"(?<=[bt])re(?=[ds]?$)", "er"),
        (r"(?<=[a-z]{3})ll(?=[a-z])", "l"),
        (r"(?<=defen|offen|licen)c(?=e[ds]?$)", "s"),
        (r"[ao]e(?=[a-z]{4})", "e"),
        (r"^percent$", "%"),
    )
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text under one spelling: lower case, no accents, no hyphens, `-ize`, `-or`."""
    plain = _CITATION.sub("]", text).replace("per cent", "%")
    folded = unicodedata.normalize("NFKD", plain).casefold()
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return tuple(_standard(_JOINTS.sub("", word)) for word in _WORD.findall(letters))


def vocabulary(argument: Argument) -> frozenset[str]:
    """Every word that the claims of an argument use."""
    texts = chain.from_iterable(map(_strings, argument.claims.values()))
    return frozenset(chain.from_iterable(map(words, texts)))


def only_spelling(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether two wordings differ in spelling at most; `known` words are not misspelt."""
    old, new = words(before), words(after)
    return len(old) == len(new) and all(map(_same, old, new, [known] * len(old)))


def misspellings(right: str, known: frozenset[str]) -> Iterator[str]:
    """Every form of a word with one slip inside it, but for those that are words themselves."""
    if len(right) < SHORTEST or not right.isalpha():
        return
    first, inner, last = right[0], right[1:-1], right[-1]
    for slip in _slips(inner):
        if (wrong := first + slip + last) not in known and wrong != right:
            yield wrong


def _standard(word: str) -> str:
    for pattern, same in _VARIANTS:
        word = pattern.sub(same, word)
    return word


def _same(old: str, new: str, known: frozenset[str]) -> bool:
    return old == new or old in misspellings(new, known)


def _slips(inner: str) -> Iterator[str]:
    halves = [(inner[:i], inner[i:]) for i in range(len(inner) + 1)]
    for head, tail in halves:
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase)
        yield head + tail[1:2] + tail[:1] + tail[2:]


def _strings(value: object) -> Iterator[str]:
    """Every text in a claim, a step or a piece of evidence."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_strings, value))
    elif is_dataclass(value):
        yield from chain.from_iterable(_strings(getattr(value, f.name)) for f in fields(value))
