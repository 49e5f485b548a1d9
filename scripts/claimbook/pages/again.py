"""Pages that a change did not touch, taken as they were made before."""

import pickle
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple, cast

from markupsafe import Markup

from claimbook.cache import Memory
from claimbook.model import Argument, Section, Text
from claimbook.pages.book import Book, Record
from claimbook.pages.page import Heading, Page
from claimbook.pages.site import Maker
from claimbook.pickled import unpickled
from claimbook.problems import Place
from claimbook.reason.gaps import Gaps
from claimbook.reason.graph import Graph
from claimbook.shares import made
from claimbook.traces import Prints, Seen, Watched

FEWEST: Final = 8

_KINDS: Final = (Argument, Section, Graph, Gaps, Record)
_PARTS: Final = (Page, Heading, Markup, Text, Place)
_CLASSES: Final = {(kind.__module__, kind.__name__): kind for kind in _PARTS}


class _Made(NamedTuple):
    """A page and the ways to what it was made of, as bytes, and the fingerprint of that."""

    content: bytes
    ways: bytes
    print: bytes


def made_again(makers: Mapping[str, Maker], book: Book, keep: Memory) -> dict[str, Page]:
    """What makers make of a book, by path; made is only what would not be as it was before."""
    prints, seen = Prints(book), Seen()
    watched = cast("Book", Watched(book, _KINDS, seen))
    known = {path: _found(path, maker, prints, keep) for path, maker in makers.items()}
    wanted = {
        path: partial(_made, replace(maker, book=watched), seen, prints)
        for path, maker in makers.items()
        if not known[path]
    }
    for path, new in made(wanted, keep, fewest=FEWEST).items():
        keep.put(_ways_key(path), new.ways)
        keep.put(_page_key(path, new.print), new.content)
        known[path] = _read(new.content)
    return {path: page or makers[path]() for path, page in known.items()}


def _found(path: str, maker: Maker, prints: Prints, keep: Memory) -> Page | None:
    """A page as it was made of the same things, if that is kept."""
    told = keep.found(_ways_key(path))
    ways = _unpacked(told) if told else None
    content = keep.found(_page_key(path, _print(maker, ways, prints))) if ways else None
    return _read(content) if content else None


def _made(maker: Maker, seen: Seen, prints: Prints) -> _Made:
    seen.clear()
    page = maker()
    return _Made(pickle.dumps(page), _packed(seen), _print(maker, seen, prints))


def _print(maker: Maker, ways: Iterable[str], prints: Prints) -> bytes:
    """The fingerprint of all that a page is made of."""
    given = (maker.make.__qualname__, maker.given, maker.subject)
    return prints.of(ways) + prints.of_value(given)


def _packed(ways: Iterable[str]) -> bytes:
    return zlib.compress("\n".join(ways).encode(errors="surrogatepass"), 1)


def _unpacked(content: bytes) -> tuple[str, ...]:
    """Ways from bytes; none where they are damaged."""
    try:
        return tuple(zlib.decompress(content).decode(errors="surrogatepass").split("\n"))
    except (zlib.error, UnicodeError):
        return ()


def _ways_key(path: str) -> str:
    return f"what was looked at for {path}"


def _page_key(path: str, print_: bytes) -> str:
    return f"page {path} {print_.hex()}"


def _read(content: bytes) -> Page | None:
    """A page from bytes; none where they are damaged."""
    return unpickled(content, Page, lambda module, name: _CLASSES.get((module, name)))
