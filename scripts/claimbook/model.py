"""The argument as data: frozen, typed, in the order in which people wrote it.

Terms follow the Argument Interchange Format: a claim is an I-node, a step an RA-node,
an entry of `rebutters` or `undercutters` a CA-node (Chesñevar et al. 2006).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain, filterfalse
from types import MappingProxyType
from typing import Final, Self

from claimbook.problems import Place

_FURTHEST = 100  # characters of indentation or markup between two characters of a text
_LISTED = re.compile(r"[^,\s][^,]*")


class Text(str):
    """A string that knows where it was written, and the characters as they stand there."""

    __slots__ = ("place", "raw")
    place: Place
    raw: str

    def __new__(cls, value: str, place: Place, raw: str = "") -> Self:
        text = super().__new__(cls, value)
        text.place = place
        text.raw = raw or value
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, Place, str]]:
        return type(self), (str(self), self.place, self.raw)

    def place_of(self, fragment: str) -> Place:
        """The place of `fragment` inside this text; the start of the text where it is not found."""
        offset = self.find(fragment)
        return self.place if offset < 0 else self.place_at(offset)

    def place_at(self, offset: int) -> Place:
        """The place in the file of the character at `offset` of this text."""
        return self.place_at_raw(self._raw_offset(offset))

    def place_at_raw(self, offset: int) -> Place:
        """The place in the file of the character at `offset` of `raw`."""
        before = self.raw[:offset].split("\n")
        if len(before) == 1:
            return Place(self.place.file, self.place.line, self.place.column + len(before[0]))
        return Place(self.place.file, self.place.line + len(before) - 1, len(before[-1]) + 1)

    def _raw_offset(self, offset: int) -> int:
        """Where the character stands in `raw`, which folds, indents, quotes or escapes the text."""
        if self == self.raw:
            return offset
        header = self.raw[0] in "|>"
        cursor = self.raw.find("\n") + 1 if header else 0
        last = cursor
        for character in filterfalse(str.isspace, self[: offset + 1]):
            found = self.raw.find(character, cursor, cursor + _FURTHEST)
            if found >= 0:
                last, cursor = found, found + 1
        return last


class Number(int):
    """A whole number that knows where it was written, and the characters as they stand there."""

    place: Place
    raw: str

    def __new__(cls, value: int, place: Place, raw: str = "") -> Self:
        number = super().__new__(cls, value)
        number.place = place
        number.raw = raw or str(value)
        return number

    def __reduce__(self) -> tuple[type[Self], tuple[int, Place, str]]:
        return type(self), (int(self), self.place, self.raw)


class Kind(StrEnum):
    """What sort of statement a claim is."""

    EMPIRICAL = "empirical"
    CAUSAL = "causal"
    DEFINITIONAL = "definitional"
    LEGAL = "legal"
    NORMATIVE = "normative"
    PREDICTIVE = "predictive"


class Voice(StrEnum):
    """Who asserts a claim."""

    ARTICLE = "article"
    OPPONENT = "opponent"
    EDITOR = "editor"


class Bearing(StrEnum):
    """How a finding of a source bears on a claim."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


class Reading(StrEnum):
    """How much of a source was read; `second-hand` is somebody else's account of it."""

    FULL_TEXT = "full text"
    EXCERPT = "excerpt"
    ABSTRACT = "abstract"
    RECORD = "record"
    SECOND_HAND = "second-hand"


class EvidenceType(StrEnum):
    """What sort of evidence a source is, from the most to the least tested."""

    SYSTEMATIC_REVIEW = "systematic review"
    LITERATURE_REVIEW = "literature review"
    QUANTITATIVE_STUDY = "quantitative study"
    QUALITATIVE_STUDY = "qualitative study"
    MIXED_METHODS_STUDY = "mixed-methods study"
    SCHOLARLY_ANALYSIS = "scholarly analysis"
    OFFICIAL_STATISTICS = "official statistics"
    LEGAL_TEXT = "legal text"
    COURT_DECISION = "court decision"
    GOVERNMENT_REPORT = "government report"
    INTERGOVERNMENTAL_REPORT = "intergovernmental report"
    NGO_REPORT = "NGO report"
    ADVOCACY = "advocacy"
    NEWS = "news"
    REFERENCE_WORK = "reference work"


SCHEMES: Final = (
    "analogy",
    "bias",
    "cause-to-effect",
    "classification",
    "correlation-to-cause",
    "definition",
    "example",
    "expert-opinion",
    "ignorance",
    "inconsistency",
    "motive",
    "negative-consequences",
    "popular-practice",
    "position-to-know",
    "positive-consequences",
    "practical-reasoning",
    "precedent",
    "rule",
    "sign",
    "waste",
)
"""Names of argumentation schemes (Walton, Reed and Macagno 2008) that a step may bear."""


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

    @property
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


@dataclass(frozen=True)
class Person:
    """An author or editor; organisations have a family name alone."""

    family: str
    given: str = ""


@dataclass(frozen=True)
class Source:
    """An entry of the bibliography. `fields` holds every field by its lower-case name."""

    key: Text
    type: Text
    fields: Mapping[str, Text]
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def place(self) -> Place:
        """Where the entry begins."""
        return self.key.place

    @property
    def title(self) -> str:
        """The title as printed, or the key where none was confirmed."""
        return self.fields.get("title", self.key)

    @property
    def year(self) -> str | None:
        """The year, where it was confirmed."""
        return self.fields.get("year")

    @property
    def evidence_type(self) -> EvidenceType | None:
        """What sort of evidence the source is."""
        value = self.fields.get("evidencetype")
        return next((kind for kind in EvidenceType if kind.value == value), None)

    @property
    def family(self) -> str:
        """The publisher family: sources of one family count as one origin."""
        return self.fields.get("family", self.key)

    @property
    def scope(self) -> Scope:
        """Of where, when and whom its findings speak, but for those that say otherwise."""
        field = self.fields.get("places")
        places = (Text(code, field.place_of(code)) for code in self.names("places") if field)
        return Scope(tuple(places), self.fields.get("period"), self.fields.get("people"))

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Names of the fields which nobody could confirm, in the order given."""
        return self.names("unconfirmed")

    @property
    def former_keys(self) -> tuple[Text, ...]:
        """Keys that the source had before, which its field `ids` lists with commas between them."""
        field = self.fields.get("ids", Text("", self.place))
        found = _LISTED.finditer(field)
        return tuple(Text(key[0].rstrip(), field.place_at(key.start())) for key in found)

    def names(self, field: str) -> tuple[str, ...]:
        """The names that a field lists with commas between them, such as `funder` or `cites`."""
        names = self.fields.get(field, "").split(",")
        return tuple(name.strip() for name in names if name.strip())


@dataclass(frozen=True)
class Document:
    """A hand-written Markdown page, which may cite the bibliography."""

    text: Text

    @property
    def file(self) -> str:
        """The page's path relative to the project."""
        return self.text.place.file


@dataclass(frozen=True)
class Argument:
    """A whole argument map: the annotated text, its thesis, sections and sources by key.

    `about` introduces the map to a newcomer, in Markdown.
    """

    title: Text
    text: Text
    thesis: Text
    sections: tuple[Section, ...]
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    documents: tuple[Document, ...] = ()
    about: Text | None = None

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Every claim by its id, in the order of the files."""
        return {claim.id: claim for section in self.sections for claim in section.claims}

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step by its id, in the order of the files."""
        return {step.id: step for claim in self.claims.values() for step in claim.steps}

    def section_of(self, claim: Claim) -> Section:
        """The section in which a claim stands."""
        return next(section for section in self.sections if section.id == claim.section)

    def evidence(self) -> Iterator[tuple[Claim, Evidence]]:
        """Every piece of evidence with the claim it bears on."""
        return chain.from_iterable(
            ((claim, piece) for piece in claim.evidence) for claim in self.claims.values()
        )
