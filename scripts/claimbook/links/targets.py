"""The addresses that an argument leans on, and what is to be found at each."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain
from typing import Final
from urllib.parse import quote

from claimbook import prose
from claimbook.links.answer import is_web
from claimbook.links.fragment import words_of
from claimbook.model import Argument, Evidence, Source, Text
from claimbook.problems import Place

DOI: Final = "https://doi.org/"
ARCHIVE: Final = "archiveurl"
_IN_TEXT: Final = re.compile(r"https?://[^\s{}<>|\\^`]+")
_CLOSING: Final = ".,;:!?)]'\"’”"


@dataclass(frozen=True)
class Target:
    """An address, where it is written, and what is looked for at it.

    `snapshot` is the hash of the words that were once there, `archive` the address of a copy.
    """

    address: str
    places: tuple[Place, ...] = ()
    words: tuple[str, ...] = ()
    snapshot: str = ""
    archive: str = ""

    @property
    def page(self) -> str:
        """The address without its fragment, as it is asked for."""
        return self.address.partition("#")[0]

    @property
    def fragment(self) -> str:
        """The fragment, as it is written."""
        return self.address.partition("#")[2]


def targets(argument: Argument) -> tuple[Target, ...]:
    """Every address of an argument once, sorted; archived copies stand with their originals."""
    wanted = _wanted(argument)
    places: dict[str, list[Place]] = defaultdict(list)
    cited: dict[str, list[Source]] = defaultdict(list)
    for source in argument.sources.values():
        for address, place in of_source(source):
            places[address].append(place)
            cited[address].append(source)
    for text in _texts(argument):
        for link in prose.links(text):
            if is_web(link.value):
                places[link.value].append(link.place)
    return tuple(
        _target(address, places[address], cited.get(address, []), wanted)
        for address in sorted(places)
    )


def of_source(source: Source) -> Iterator[tuple[str, Place]]:
    """The addresses of a source but for its archived copy: DOI, URL, and any in other fields."""
    if doi := source.fields.get("doi"):
        yield doi_address(doi), doi.place
    for name, value in source.fields.items():
        if name not in {"doi", ARCHIVE}:
            for address in _addresses(value):
                yield address, value.place_of(address)


def doi_address(doi: str) -> str:
    """The address at which a DOI is resolved."""
    return DOI + quote(doi, safe="/:;()._-~")


def words_wanted(piece: Evidence) -> tuple[Text, ...]:
    """What evidence says can be found at its source, word by word."""
    quoted = (piece.quote,) if piece.quote else ()
    return (*quoted, *piece.figures)


def _wanted(argument: Argument) -> Mapping[str, tuple[str, ...]]:
    wanted: dict[str, dict[str, None]] = defaultdict(dict)
    for _, piece in argument.evidence():
        wanted[piece.source].update(dict.fromkeys(map(str, words_wanted(piece))))
    return {key: tuple(words) for key, words in wanted.items()}


def _target(
    address: str, places: list[Place], cited: list[Source], wanted: Mapping[str, tuple[str, ...]]
) -> Target:
    words = chain(words_of(address), *(wanted.get(source.key, ()) for source in cited))
    main = [source for source in cited if _is_main(source, address)]
    return Target(
        address,
        tuple(sorted(places)),
        tuple(dict.fromkeys(words)),
        next((str(s.fields["snapshot"]) for s in main if "snapshot" in s.fields), ""),
        next((str(s.fields[ARCHIVE]) for s in main if ARCHIVE in s.fields), ""),
    )


def _is_main(source: Source, address: str) -> bool:
    """Whether a snapshot or copy of the source is one of this address: its URL, else its DOI."""
    url, doi = source.fields.get("url"), source.fields.get("doi")
    return address == (str(url) if url else doi_address(doi or ""))


def _addresses(value: str) -> Iterator[str]:
    for found in _IN_TEXT.finditer(value):
        address = _without_closing(found[0])
        if is_web(address):
            yield address


def _without_closing(address: str) -> str:
    while address[-1] in _CLOSING and not (address[-1] == ")" and "(" in address):
        address = address[:-1]
    return address


def _texts(value: object) -> Iterator[Text]:
    """Every text inside an argument, but for those of its sources."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, Source):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
