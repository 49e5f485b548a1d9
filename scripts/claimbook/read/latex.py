"""LaTeX in fields of a bibliography -> plain text, and names of people."""

import re
from functools import lru_cache

from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.middlewares.names import (
    NameParts,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import Entry, Field

from claimbook.model import Person
from claimbook.read.verbatim import VERBATIM

_MARKUP = re.compile(r"[\\{}$~%]|--|``|''")
_ESCAPED = re.compile(r"\\([%_#&$])")
_DECODING = LatexDecodingMiddleware()
_DECODING_NAMES = LatexDecodingMiddleware(keep_braced_groups=True)


def decoded(name: str, latex: str) -> str:
    """The plain text of the field `name`; unchanged where its LaTeX cannot be understood."""
    if name in VERBATIM:
        return _ESCAPED.sub(r"\1", latex.strip())
    return _decoded(_DECODING, latex)


def people(latex: str) -> tuple[Person, ...]:
    """The people in a field of names; raises `InvalidNameError` where one has too many parts."""
    names = split_multiple_persons_names(_decoded(_DECODING_NAMES, latex))
    return tuple(_person(parse_single_name_into_parts(name)) for name in names if name)


@lru_cache(maxsize=1 << 14)
def _decoded(decoding: LatexDecodingMiddleware, latex: str) -> str:
    text = latex
    if _MARKUP.search(latex):
        entry = Entry("misc", "key", [Field("field", latex)])
        decoding.transform_entry(entry, Library())
        text = entry.fields[0].value
    return " ".join(text.split())


def _person(parts: NameParts) -> Person:
    return Person(_joined(parts.von + parts.last + parts.jr), _joined(parts.first))


def _joined(words: list[str]) -> str:
    return " ".join(words).replace("{", "").replace("}", "")
