"""Which sources are of one origin: those that share a publisher, a funder, an author or a basis."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from claimbook.model import Person, Source

_ET_AL = Person("others")  # what BibTeX writes for further authors


def origins(sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
    """The sources in groups, each of one origin, in the order in which they come.

    Only ties among these very sources count: two works that a third one ties together are
    independent of each other where that one is not called upon.
    """
    each = tuple(sources)
    ties = _Ties()
    for source in each:
        ties.join(marks(source))
    groups: dict[str, list[Source]] = {}
    for source in each:
        groups.setdefault(ties.root(_work(source.key)), []).append(source)
    return tuple(map(tuple, groups.values()))


def marks(source: Source) -> frozenset[str]:
    """What sources of one origin share: organisations, people and works."""
    organisations = (source.family, *source.names("funder"))
    people = (person for person in source.authors if person != _ET_AL)
    works = (source.key, *source.names("derivedfrom"))
    return frozenset(
        chain(map(_organisation, organisations), map(_person, people), map(_work, works))
    )


@dataclass
class _Ties:
    """Disjoint sets of marks (union-find, Galler and Fischer 1964)."""

    parents: dict[str, str] = field(default_factory=dict)

    def root(self, mark: str) -> str:
        """The mark that stands for all that it is tied to."""
        while (parent := self.parents.setdefault(mark, mark)) != mark:
            self.parents[mark] = mark = self.parents[parent]
        return mark

    def join(self, tied: Iterable[str]) -> None:
        """Tie marks together."""
        first, *others = sorted(tied)
        for mark in others:
            self.parents[self.root(mark)] = self.root(first)


def _organisation(name: str) -> str:
    return f"organisation {name}"


@lru_cache(maxsize=1 << 14)
def _person(person: Person) -> str:
    return f"person {' '.join(_letters(f'{person.family} {person.given}'))}"


def _work(key: str) -> str:
    return f"work {key}"


def _letters(name: str) -> Iterator[str]:
    """The words of a name without accents, case and points."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace(".", " ")
    return ("".join(filter(str.isalnum, word)) for word in plain.split())
