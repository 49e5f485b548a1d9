"""New sections, claims and pieces of evidence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from claimbook.edit.blocks import with_claim
from claimbook.edit.document import entries
from claimbook.edit.layout import Value, item, table
from claimbook.edit.project import CLAIM_KEYS, Edit, Project, claims_table
from claimbook.edit.tables import add, put
from claimbook.edit.transfer import append
from claimbook.model import Claim, Section
from claimbook.read.reading import HEAD
from claimbook.read.shapes import MapShape

LONGEST = 6  # words of a statement that make an id
MARGIN = 2  # columns before a claim's id


def id_from(statement: str) -> str:
    """The first words of a statement as an id."""
    words = re.findall(r"[a-z0-9]+", statement.casefold().replace("’", ""))
    return "-".join(words[:LONGEST])


def new_claim(
    project: Project, section: Section, id_: str, fields: Mapping[str, Value], behind: str | None
) -> Iterator[Edit]:
    """Put a claim into a section, behind another or at its end."""
    document = project.section_document(section.id)
    last = behind or list(entries(claims_table(document)))[-1]
    yield document.file, with_claim(document, claim_text(id_, fields), last)


def claim_text(id_: str, fields: Mapping[str, Value]) -> str:
    """A claim as it is written, its keys in their order."""
    ordered = {key: fields[key] for key in CLAIM_KEYS if key in fields}
    return "\n".join((f"{' ' * MARGIN}{id_}:", *table(ordered, MARGIN + 2), ""))


def linked(project: Project, claim: Claim, key: str, id_: str) -> Iterator[Edit]:
    """Add the id of another claim to `because` or `but` of a claim."""
    document, holder = project.claim_table(claim)
    yield document.file, add(document, holder, key, [id_], CLAIM_KEYS)


def new_evidence(project: Project, claim: Claim, fields: Mapping[str, Value]) -> Iterator[Edit]:
    """Add a piece of evidence at the end of a claim's."""
    document, holder = project.claim_table(claim)
    text = "\n".join((*item(fields, 0), ""))
    yield document.file, append(document, holder, "evidence", [text], CLAIM_KEYS)


def section_text(fields: Mapping[str, Value], claim: str, first: Mapping[str, Value]) -> str:
    """The file of a new section with its first claim."""
    return "\n".join((*table(fields, 0), "", "claims:", claim_text(claim, first)))


def listed_section(project: Project, section: str, behind: str | None) -> Iterator[Edit]:
    """Put a section into the list of claims/map.yml, behind another or at its end."""
    document = project.documents[HEAD]
    known = [str(s.id) for s in project.argument.sections]
    at = known.index(behind) + 1 if behind else len(known)
    sections: Sequence[str] = list(chain(known[:at], [section], known[at:]))
    yield (
        document.file,
        put(document, document.root, "sections", sections, tuple(MapShape.model_fields)),
    )
