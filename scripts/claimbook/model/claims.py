"""Claims with their reasons, evidence and searches, in the sections of a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from claimbook.model.vocabulary import Bearing, Kind, Reading, Voice
from claimbook.model.written import Number, Text
from claimbook.problems import Place


@dataclass(frozen=True)
class Scope:
    """Where, when and of whom a claim or finding speaks.

    `places` are codes of ISO 3166 or UN M49, `period` is EDTF, `people` are named in words.
    """

    places: tuple[Text, ...] = ()
    period: Text | None = None
    people: Text | None = None


@dataclass(frozen=True)
class Waiver:
    """The reason why a warning was looked at and let stand; `rule` names the warning."""

    rule: Text
    reason: Text


@dataclass(frozen=True)
class Evidence:
    """What one source found that bears on a claim, and how far the source was read.

    `figures` are parts of the finding that stand at the source word by word.
    `checked` and `not_found` are ISO dates: when the finding was read again at the source,
    or was looked for again without success. `reader` says who vouches for the reading, `scope`
    of where, when and whom the finding speaks. `wording` fingerprints the texts that were read.
    """

    source: Text
    bearing: Bearing
    finding: Text
    reading: Reading
    place: Place = field(repr=False)
    locator: Text | None = None
    limits: Text | None = None
    read_at: Text | None = None
    quote: Text | None = None
    figures: tuple[Text, ...] = ()
    checked: Text | None = None
    not_found: Text | None = None
    reader: Text | None = None
    scope: Scope | None = None
    wording: Text | None = None


@dataclass(frozen=True)
class Step:
    """An inference from linked premises to a claim, which undercutters attack as an inference.

    `number` counts the steps of one conclusion from 1.
    """

    conclusion: Text
    number: int
    premises: tuple[Text, ...]
    place: Place = field(repr=False)
    undercutters: tuple[Text, ...] = ()
    warrant: Text | None = None
    scheme: Text | None = None

    @cached_property
    def id(self) -> str:
        """The step's id, which no claim can have: `<conclusion>:<number>`."""
        return f"{self.conclusion}:{self.number}"


@dataclass(frozen=True)
class Search:
    """A recorded search for objections or evidence: where, for what, when, and what came of it."""

    where: Text
    found: Text
    query: Text | None = None
    date: Text | None = None


@dataclass(frozen=True)
class Claim:
    """A statement that somebody asserts, with its reasons, the attacks on it and its evidence."""

    id: Text
    statement: Text
    kind: Kind
    voice: Voice
    section: str
    place: Place = field(repr=False)
    short: Text | None = None
    implicit: bool = False
    paragraphs: tuple[Number, ...] = ()
    steps: tuple[Step, ...] = ()
    rebutters: tuple[Text, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessment: Text | None = None
    note: Text | None = None
    scope: Scope | None = None
    searched: tuple[Search, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    aliases: tuple[Text, ...] = ()

    @property
    def label(self) -> str:
        """The claim in as few words as its authors gave."""
        return self.short or self.statement


@dataclass(frozen=True)
class Section:
    """A part of the annotated text: its claims in the text's order.

    `gists` holds our own summary of each paragraph, where people wrote them;
    `headings` maps the first paragraph under each heading to it; `skipped` maps a paragraph
    that holds no claim to the reason; the keys are `Number`s.
    """

    id: str
    title: Text
    paragraphs: Number
    question: Text
    summary: Text
    claims: tuple[Claim, ...]
    gists: tuple[Text, ...] = ()
    headings: Mapping[int, Text] = field(default_factory=lambda: MappingProxyType({}))
    skipped: Mapping[int, Text] = field(default_factory=lambda: MappingProxyType({}))
    waivers: tuple[Waiver, ...] = ()
