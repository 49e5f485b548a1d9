"""The parts of a difference: what changed in one claim, step, piece of evidence or source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Generic, TypeVar

from claimbook.model import Claim, Evidence, Section, Source, Step

Value = str | tuple[str, ...]
T = TypeVar("T", Claim, Step, Evidence, Source, Section)


class Fortune(StrEnum):
    """What became of a claim, step, piece of evidence, source or section."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True)
class FieldChange:
    """A field, by its name in the files, with its value on both sides; empty where absent."""

    name: str
    before: Value
    after: Value

    @property
    def added(self) -> tuple[str, ...]:
        """What only the later list holds."""
        return tuple(item for item in _items(self.after) if item not in _items(self.before))

    @property
    def removed(self) -> tuple[str, ...]:
        """What only the earlier list holds."""
        return tuple(item for item in _items(self.before) if item not in _items(self.after))


@dataclass(frozen=True)
class Change(Generic[T]):
    """One thing on both sides, None where it is absent, and its fields that differ.

    `renamed_from` is its earlier name where that differs.
    """

    before: T | None
    after: T | None
    fields: tuple[FieldChange, ...] = ()
    renamed_from: str = ""

    @property
    def fortune(self) -> Fortune:
        """What became of it."""
        if self.before is None:
            return Fortune.ADDED
        if self.after is None:
            return Fortune.REMOVED
        return Fortune.RENAMED if self.renamed_from else Fortune.CHANGED

    @property
    def present(self) -> T:
        """The thing as it is, or as it was last."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change has at least one side")
        return found

    def field(self, name: str) -> FieldChange | None:
        """The change of one field, None where it stayed."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True)
class ClaimChange(Change[Claim]):
    """What changed in a claim, and in its steps and evidence.

    `merged_into` is the claim that took a removed one's place.
    """

    steps: tuple[Change[Step], ...] = ()
    evidence: tuple[Change[Evidence], ...] = ()
    merged_into: str = ""

    @property
    def id(self) -> str:
        """The claim's id, the later one where it was renamed."""
        return self.present.id

    @property
    def links(self) -> tuple[FieldChange, ...]:
        """The changes in what the claim rests on and what attacks it or its steps."""
        of_steps = chain.from_iterable(change.fields for change in self.steps)
        return tuple(field for field in (*self.fields, *of_steps) if field.name in _LINKS)


@dataclass(frozen=True)
class StatusChange:
    """A claim whose status differs; both statuses with their reasons in words.

    `chain` leads from the claim over what decides it to the nearest change in the files.
    """

    claim: str
    before: str
    after: str
    reason: str
    chain: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Owed:
    """Something that is still owed: `subject` is a claim's id or a paragraph `section ¶n`."""

    what: str
    subject: str


@dataclass(frozen=True)
class Difference:
    """Everything in which two states of an argument differ.

    The order of reasons, objections and evidence says nothing and is not compared, nor are
    hand-written pages. `head` is what claims/map.yml says of the whole. `lost` lists former ids
    whose addresses no longer lead anywhere.
    """

    head: tuple[FieldChange, ...] = ()
    sections: tuple[Change[Section], ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    sources: tuple[Change[Source], ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    new_debt: tuple[Owed, ...] = ()
    paid_debt: tuple[Owed, ...] = ()
    lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.head, self.sections, self.claims, self.sources, self.lost))

    def of(self, fortune: Fortune) -> tuple[ClaimChange, ...]:
        """The claims with one fortune."""
        return tuple(change for change in self.claims if change.fortune is fortune)


@dataclass(frozen=True)
class Names:
    """Which earlier names stand for which later ones, and what was merged into what."""

    claims: Mapping[str, str]
    merged: Mapping[str, str]
    sources: Mapping[str, str]
    sections: Mapping[str, str]

    def earlier(self, claim: str) -> str:
        """The earlier id of a claim; its own where it kept it."""
        return next((old for old, new in self.claims.items() if new == claim), claim)


_LINKS = frozenset({"but", "premises", "unless"})


def _items(value: Value) -> Iterator[str]:
    return iter((value,) if isinstance(value, str) and value else value)
