"""Every entry of the bibliography says what its type needs, or what could not be confirmed."""

import re
from collections.abc import Iterator, Mapping

from claimbook.model import Argument, EvidenceType, Reading
from claimbook.problems import Change, did_you_mean, only_near
from claimbook.rules.finding import Finding

_KEY = re.compile(
    r"(?!index$)[A-Za-z][A-Za-z0-9-]*", re.IGNORECASE
)  # index: an address of the site

_BY_AUTHOR = ("author", "title")
_DATED = ("title", "year|urldate")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "article": (*_BY_AUTHOR, "journal", "year"),
    "book": ("author|editor", "title", "publisher", "year"),
    "booklet": ("title",),
    "inbook": (*_BY_AUTHOR, "booktitle", "publisher", "year"),
    "incollection": (*_BY_AUTHOR, "booktitle", "publisher", "year"),
    "inproceedings": (*_BY_AUTHOR, "booktitle", "year"),
    "manual": ("title",),
    "mastersthesis": (*_BY_AUTHOR, "school", "year"),
    "misc": _DATED,
    "online": (*_DATED, "url"),
    "phdthesis": (*_BY_AUTHOR, "school", "year"),
    "proceedings": ("title", "year"),
    "techreport": (*_BY_AUTHOR, "institution", "year"),
    "unpublished": (*_BY_AUTHOR, "note"),
}
"""The types that mkdocs-bibtex can print, and the fields each needs; `|` leaves a choice."""


def unusable_entry_type(argument: Argument) -> Iterator[Finding]:
    """Every entry has a type that the site can print."""
    for source in argument.sources.values():
        if source.type not in REQUIRED:
            hint = did_you_mean(source.type, REQUIRED) or f"one of {', '.join(REQUIRED)}"
            yield Finding(source.place, f"`@{source.type}` is no type that can be printed", hint)


def required_field(argument: Argument) -> Iterator[Finding]:
    """Every entry has the fields that its type needs, or names them in `unconfirmed`."""
    for source in argument.sources.values():
        for names in REQUIRED.get(source.type, ()):
            if not {*source.fields, *source.unconfirmed}.intersection(names.split("|")):
                shown = names.replace("|", "` or `")
                hint = "fill it in, or name it in `unconfirmed` if nobody could confirm it"
                yield Finding(source.place, f"`{source.key}` lacks `{shown}`", hint)


def confirmed_field(argument: Argument) -> Iterator[Finding]:
    """Every field that is named in `unconfirmed` is left out."""
    for source in argument.sources.values():
        for name in filter(source.fields.__contains__, source.unconfirmed):
            hint = "take the field out, or its name out of `unconfirmed`"
            message = f"`{name}` is filled in and unconfirmed at once"
            yield Finding(source.fields[name].place, message, hint)


def citation_key(argument: Argument) -> Iterator[Finding]:
    """Every key is a letter followed by letters, digits and hyphens, and not `index`."""
    for source in argument.sources.values():
        for key in (source.key, *source.former_keys):
            if not _KEY.fullmatch(key):
                hint = "a key is a letter followed by letters, digits and hyphens, and not `index`"
                yield Finding(key.place, f"`{key}` cannot be cited", hint)


def unknown_evidence_type(argument: Argument) -> Iterator[Finding]:
    """Every source is of a known type of evidence."""
    return _unknown(argument, "evidencetype", [*EvidenceType])


def unknown_reading(argument: Argument) -> Iterator[Finding]:
    """Every source says in known words how much of it was read."""
    return _unknown(argument, "read", [*Reading])


def _unknown(argument: Argument, field: str, known: list[str]) -> Iterator[Finding]:
    for source in argument.sources.values():
        value = source.fields.get(field)
        if value is not None and value not in known:
            hint = did_you_mean(value, known) or f"one of {', '.join(known)}"
            near = only_near(value, known)
            fix = (Change(value.place, value.raw, f"{{{near}}}"),) if near else ()
            yield Finding(value.place, f"`{value}` is no value of `{field}`", hint, fix=fix)
