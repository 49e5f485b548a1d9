"""Entries of the bibliography are written so that they can be printed as they are meant."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from claimbook.model import Argument, Text
from claimbook.read.verbatim import VERBATIM
from claimbook.rules.bibliography import REQUIRED
from claimbook.rules.finding import Finding

_RANGE = re.compile(r"(?<!\d)(\d{1,9})\s*[-–—]+\s*(\d{1,9})(?!\d)", re.ASCII)
_LATEX_SIGN = re.compile(r"(?<!\\)(?:[&%#_]|\$(?=\d))")
_VERBATIM = re.compile(r"\\(?:url|verb|path)\{[^{}]*\}|(?<!\\)\$(?!\d)[^$]*\$")
_TELLING: Final[Mapping[str, tuple[str, ...]]] = {
    "journal": ("article",),
    "booktitle": ("incollection", "inproceedings", "inbook"),
    "school": ("phdthesis", "mastersthesis"),
    "institution": ("techreport",),
}
"""Fields that only entries of some types have (Patashnik 1988, "BibTeXing")."""


def former_key(argument: Argument) -> Iterator[Finding]:
    """Every former key belongs to one source, and is the present key of none."""
    owners = {source.key.lower(): source.key for source in argument.sources.values()}
    for source in argument.sources.values():
        for key in source.former_keys:
            owner = owners.setdefault(key.lower(), key)
            if owner is not key:
                message = f"`{key}` names another source already, or this one twice"
                hint = f"it stands at {owner.place}; take it out of `ids` here"
                yield Finding(key.place, message, hint)


def backward_pages(argument: Argument) -> Iterator[Finding]:
    """Every range of pages runs from the lower to the higher number."""
    for source in argument.sources.values():
        pages = source.fields.get("pages", Text("", source.place))
        for found in _RANGE.finditer(pages):
            if _last(*found.groups()) < int(found[1]):
                message = f"the pages {found[0]} run backwards"
                yield Finding(pages.place_at(found.start()), message, "compare them with the work")


def unescaped_latex(argument: Argument) -> Iterator[Finding]:
    """Every sign that LaTeX takes for an instruction stands behind a backslash."""
    for source in argument.sources.values():
        for name, value in source.fields.items():
            if name not in VERBATIM and (found := _LATEX_SIGN.search(_without_verbatim(value.raw))):
                message = f"`{found[0]}` in `{name}` is an instruction to LaTeX"
                place = value.place_at_raw(found.start())
                yield Finding(place, message, f"write `\\{found[0]}`")


def wrong_entry_type(argument: Argument) -> Iterator[Finding]:
    """Every entry is of the type of which its fields speak."""
    usable = (source for source in argument.sources.values() if source.type in REQUIRED)
    for source in usable:
        for name in filter(source.fields.__contains__, _TELLING):
            if source.type not in _TELLING[name]:
                message = f"`@{source.type}` has the field `{name}`"
                types = " or ".join(f"`@{type_}`" for type_ in _TELLING[name])
                hint = f"make it {types}, or take the field out"
                yield Finding(source.fields[name].place, message, hint, source)


def _without_verbatim(latex: str) -> str:
    """The LaTeX with addresses and formulas blanked out."""
    return _VERBATIM.sub(lambda found: " " * len(found[0]), latex)


def _last(first: str, last: str) -> int:
    """The last page; `123--45` is short for 123 to 145."""
    return int(first[: max(len(first) - len(last), 0)] + last)
