"""What one file holds: read anew, or as it was read before."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from claimbook.cache import Cache, Keep
from claimbook.lazy import Lazy
from claimbook.model import Section
from claimbook.problems import ProblemsError
from claimbook.read.decoding import SourceText, decode
from claimbook.read.keeping import kept
from claimbook.read.outcomes import Bibliography, Head, Reading

if TYPE_CHECKING:
    from claimbook.read import bibliography, parsing
else:
    bibliography = Lazy("claimbook.read.bibliography")
    parsing = Lazy("claimbook.read.parsing")

T = TypeVar("T")
Parser: TypeAlias = Callable[[SourceText], Any]

HEAD: Final = "claims/map.yml"
SOURCES: Final = "references.bib"


def head_in(source: SourceText, keep: Keep | None) -> Reading[Head]:
    """The head of a map that a file holds."""
    return _known(source, Reading, keep)


def section_in(source: SourceText, keep: Keep | None) -> Reading[Section]:
    """The section that a file holds."""
    return _known(source, Reading, keep)


def sources_in(source: SourceText, keep: Keep | None) -> Bibliography:
    """The sources that a file holds."""
    return _known(source, Bibliography, keep)


def unread(files: Mapping[str, bytes], keep: Cache) -> dict[str, Callable[[], None]]:
    """What lets `keep` know each file of claims or sources that it does not, by its name there.

    The largest comes first, so that no process is left with it when the others have ended; what
    parses them is loaded, so that no process has to.
    """
    largest_first = sorted(files, key=lambda file: len(files[file]), reverse=True)
    sources = filter(None, (_source(file, files[file]) for file in largest_first))
    unknown = {key: source for source in sources if not keep.knows(key := _key(source))}
    return {key: partial(_note, keep, key, _parser(s.file), s) for key, s in unknown.items()}


def _source(file: str, content: bytes) -> SourceText | None:
    """A text that can be read apart from others; none where it is to be told why it cannot."""
    if file != SOURCES and not PurePosixPath(file).match("claims/*.yml"):
        return None
    with suppress(ProblemsError):
        return decode(file, content)
    return None


def _note(keep: Keep, key: str, parse: Parser, source: SourceText) -> None:
    kept(keep, key, object, lambda: parse(source))


def _known(source: SourceText, kind: type[T], keep: Keep | None) -> T:
    def make() -> T:
        found: T = _parser(source.file)(source)
        return found

    return kept(keep, _key(source), kind, make) if keep else make()


def _parser(file: str) -> Parser:
    """What parses a file, loaded now."""
    if file == SOURCES:
        return bibliography.bibliography
    return parsing.head if file == HEAD else parsing.section


def _key(source: SourceText) -> str:
    return f"reading of {source.file}\n{source.text}"
