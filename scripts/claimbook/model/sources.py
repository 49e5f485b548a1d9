"""What claims cite, and the pages that people write by hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from claimbook.model.claims import Scope, Waiver
from claimbook.model.vocabulary import EvidenceType
from claimbook.model.written import Text
from claimbook.problems import Place

_LISTED = re.compile(r"[^,\s][^,]*")


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

    @cached_property
    def evidence_type(self) -> EvidenceType | None:
        """What sort of evidence the source is."""
        value = self.fields.get("evidencetype")
        return next((kind for kind in EvidenceType if kind.value == value), None)

    @property
    def family(self) -> str:
        """The publisher family: sources of one family count as one origin."""
        return self.fields.get("family", self.key)

    @cached_property
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
