"""A project's argument together with the texts it was read from, and edits to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from claimbook.edit.document import Document, Entry, Splice, Table, entries
from claimbook.edit.tables import LayoutError
from claimbook.model import Argument, Claim, Text
from claimbook.read.decoding import decode
from claimbook.read.parts import EvidenceShape
from claimbook.read.reading import SOURCES
from claimbook.read.shapes import ClaimShape, SectionShape

CLAIM_KEYS = tuple(ClaimShape.model_fields)
EVIDENCE_KEYS = tuple(EvidenceShape.model_fields)
SECTION_KEYS = tuple(SectionShape.model_fields)

Edit = tuple[str, Splice]  # a file and what is to change in it


@dataclass(frozen=True)
class Project:
    """An argument and the documents of claims/ and the bibliography, by file."""

    argument: Argument
    documents: Mapping[str, Document]

    def section_document(self, section: str) -> Document:
        """The file of a section."""
        return self.documents[section_file(section)]

    def claim_entry(self, claim: Claim) -> tuple[Document, Entry]:
        """A claim's key and table, and the document that holds them."""
        document = self.section_document(claim.section)
        return document, entries(claims_table(document))[claim.id]

    def claim_table(self, claim: Claim) -> tuple[Document, Table]:
        """A claim's table, and the document that holds it."""
        document, entry = self.claim_entry(claim)
        return document, as_table(document, entry)

    def references(self, claim: str) -> Iterator[Text]:
        """Every place outside its own entry where a claim's id stands as such."""
        return (text for text in _links(self.argument) if text == claim)


def project(argument: Argument, files: Mapping[str, bytes]) -> Project:
    """The project of an argument that was read whole from `files`."""
    names = (name for name in files if name.startswith("claims/") or name == SOURCES)
    texts = {name: decode(name, files[name]).text for name in names}
    documents = {name: Document(name, f"{text.rstrip()}\n") for name, text in texts.items()}
    return Project(argument, documents)


def edited(project: Project, edits: Iterable[Edit]) -> dict[str, str]:
    """The new texts of the files that edits change."""
    by_file: dict[str, list[Splice]] = defaultdict(list)
    for file, splice in edits:
        by_file[file].append(splice)
    texts = {f: project.documents[f].with_splices(s).text for f, s in by_file.items()}
    return {file: text for file, text in texts.items() if text != project.documents[file].text}


def replaced(project: Project, text: Text, value: str) -> Edit:
    """The edit that puts a value in the place of a text as it was read."""
    document = project.documents[text.place.file]
    start = document.offset(text.place.line - 1) + text.place.column - 1
    return text.place.file, Splice(start, start + len(text.raw), value)


def section_file(section: str) -> str:
    """The path of a section's file."""
    return f"claims/{section}.yml"


def claims_table(document: Document) -> Table:
    """The table of a section's claims."""
    return as_table(document, entries(document.root)["claims"])


def as_table(document: Document, entry: Entry) -> Table:
    """An entry's value, which must be a table."""
    if not isinstance(entry.value, Table):
        raise LayoutError(f"{document.file}: `{entry.key.value}` is no table")
    return entry.value


def _links(argument: Argument) -> Iterator[Text]:
    yield argument.thesis
    for claim in argument.claims.values():
        yield from claim.rebutters
        yield from chain.from_iterable((*s.premises, *s.undercutters) for s in claim.steps)
