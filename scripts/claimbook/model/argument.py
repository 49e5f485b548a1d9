"""A whole argument map."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from types import MappingProxyType

from claimbook.model.claims import Claim, Evidence, Scope, Search, Section, Step, Waiver
from claimbook.model.sources import Document, Source
from claimbook.model.written import Text

_PARTS = {Section, Claim, Step, Evidence, Scope, Search, Waiver}
_HOLDERS = frozenset({*_PARTS, tuple, MappingProxyType})  # in which texts stand; in places do none


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

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that people wrote in claims/, in no order."""
        return tuple(_texts(self.title, self.about, *self.sections))

    def section_of(self, claim: Claim) -> Section:
        """The section in which a claim stands."""
        return self._sections[claim.section]

    @cached_property
    def claims_citing(self) -> Mapping[str, tuple[Claim, ...]]:
        """For each source the claims whose evidence it is, in the order of the map."""
        found: dict[str, dict[str, Claim]] = {key: {} for key in self.sources}
        for claim, piece in self.evidence():
            found.setdefault(piece.source, {})[claim.id] = claim
        return {key: tuple(claims.values()) for key, claims in found.items()}

    def evidence(self) -> Iterator[tuple[Claim, Evidence]]:
        """Every piece of evidence with the claim it bears on."""
        return chain.from_iterable(
            ((claim, piece) for piece in claim.evidence) for claim in self.claims.values()
        )

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        return {section.id: section for section in self.sections}


def _texts(*values: object) -> Iterator[Text]:
    waiting: list[object] = [values]
    while waiting:
        for value in _inside(waiting.pop()):
            if type(value) is Text:
                yield value
            elif type(value) in _HOLDERS:
                waiting.append(value)


def _inside(holder: object) -> Iterable[object]:
    if isinstance(holder, MappingProxyType):
        return holder.values()
    return holder if isinstance(holder, tuple) else vars(holder).values()
