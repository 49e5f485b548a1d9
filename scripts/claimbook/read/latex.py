"""LaTeX in fields of a bibliography -> plain text, and names of people."""

import re

from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.middlewares.names import (
    InvalidNameError,
    NameParts,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import Entry, Field

from claimbook.model import Person

_MARKUP = re.compile(r"[\\{}$~%]|--|``|''")
_ESCAPED = re.compile(r"\\([%_#&$])")
_VERBATIM = frozenset(  # names and addresses, in which `%` and `~` are characters
    "checked doi ecli eprint evidencetype family file isbn issn read readat unconfirmed url urldate".split()
)
_DECODING = LatexDecodingMiddleware()
_DECODING_NAMES = LatexDecodingMiddleware(keep_braced_groups=True)


def decoded(name: str, value: str) -> str:
    """The plain text of the field `name`; unchanged where its LaTeX cannot be understood."""
    if name in _VERBATIM:
        return _ESCAPED.sub(r"\1", value.strip())
    return _decoded(_DECODING, value)


def people(value: str) -> tuple[Person, ...]:
    """The people in a field of names; raises `ValueError` where a name has too many parts."""
    names = split_multiple_persons_names(_decoded(_DECODING_NAMES, value))
    return tuple(_person(parse_single_name_into_parts(name)) for name in names)


def _decoded(decoding: LatexDecodingMiddleware, value: str) -> str:
    if _MARKUP.search(value):
        entry = Entry("misc", "key", [Field("field", value)])
        decoding.transform_entry(entry, Library())
        value = entry.fields[0].value
    return " ".join(value.split())


def _person(parts: NameParts) -> Person:
    family = _joined(parts.von + parts.last + parts.jr)
    return Person(family, _joined(parts.first))


def _joined(words: list[str]) -> str:
    return " ".join(words).replace("{", "").replace("}", "")
