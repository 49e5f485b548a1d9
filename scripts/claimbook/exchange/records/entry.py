"""An entry of the bibliography that is being made: plain values, and their BibTeX."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claimbook.model import Person
from claimbook.rules.bibliography import REQUIRED

_VERBATIM: Final = frozenset({"doi", "url", "isbn", "issn"})
_ORDER: Final = (
    *("title", "journal", "booktitle", "volume", "number", "pages", "publisher", "institution"),
    *("school", "howpublished", "address", "edition", "year", "doi", "isbn", "issn", "url"),
    *("urldate", "evidencetype", "family", "read", "checked", "unconfirmed"),
)
_SPECIAL: Final = re.compile(r"([&%$#_{}])")
_CAPITALS: Final = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*\b")  # words that must keep their capitals
_SMALL_WORDS: Final = frozenset(
    {"a", "an", "and", "at", "by", "das", "de", "der", "des", "die", "for", "from", "in", "is"}
    | {"la", "le", "les", "of", "on", "the", "to", "we", "what", "when", "who", "why"}
    | {"how", "it", "its", "our", "with"}
)
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class RecordError(Exception):
    """A record that is not of the form that its service describes."""


@dataclass(frozen=True)
class Entry:
    """A work as its record tells it: an entry type of BibTeX, people, and fields without LaTeX."""

    type: str
    fields: Mapping[str, str]
    authors: Sequence[Person] = ()
    editors: Sequence[Person] = ()


def key_of(entry: Entry, taken: Collection[str] = ()) -> str:
    """A key such as `abel2014decade`; a letter follows where it is taken."""
    people = entry.authors or entry.editors
    family = people[0].family if people else entry.fields.get("institution", "anon")
    words = [_plain(word) for word in entry.fields.get("title", "").split()]
    telling = [word for word in words if len(word) > 1 and word not in _SMALL_WORDS]
    stem = _plain(family) + entry.fields.get("year", "") + "".join(telling[:1])
    stem = stem if stem[:1].isalpha() else f"s{stem}"
    known = {key.casefold() for key in taken}
    return next(key for key in (stem, *(stem + x for x in _LETTERS)) if key.casefold() not in known)


def to_bibtex(entry: Entry, key: str) -> str:
    """The entry as it stands in the bibliography, one field a line.

    What its type needs and the record does not tell is named as unconfirmed.
    """
    lines = (f"  {name} = {{{value}}}," for name, value in _values(entry))
    return "\n".join((f"@{entry.type}{{{key},", *lines, "}", ""))


def missing(entry: Entry) -> tuple[str, ...]:
    """The fields that its type needs and the record does not tell."""
    there = {name for name, value in entry.fields.items() if value}
    there |= {"author"} if entry.authors else set()
    there |= {"editor"} if entry.editors else set()
    needed = (names.split("|") for names in REQUIRED.get(entry.type, ()))
    return tuple(names[0] for names in needed if there.isdisjoint(names))


def latex(name: str, value: str) -> str:
    """The value of a field as LaTeX, in which nothing that it says acts as a command."""
    if name in _VERBATIM:
        return value.replace("{", "%7B").replace("}", "%7D")
    text = _escaped(value)
    return _CAPITALS.sub(r"{\g<0>}", text) if name in {"title", "booktitle"} else text


def _values(entry: Entry) -> Iterator[tuple[str, str]]:
    for name, people in (("author", entry.authors), ("editor", entry.editors)):
        if people:
            yield name, " and ".join(map(_name, people))
    unconfirmed = ", ".join(missing(entry))
    fields = {**entry.fields, "unconfirmed": unconfirmed}
    for name in _ORDER:
        if value := " ".join(fields.get(name, "").split()):
            yield name, latex(name, value)


def _name(person: Person) -> str:
    if not person.given:
        return f"{{{_escaped(person.family)}}}"
    return f"{_escaped(person.family)}, {_escaped(person.given)}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\\", ""))


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)
