"""What one file holds, whatever stands in the others."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import Final, Generic, TypeVar

from claimbook.cache import Keep
from claimbook.model import Section
from claimbook.problems import Level, Problem, ProblemsError
from claimbook.read.bibliography import Bibliography, bibliography
from claimbook.read.checking import check_shape
from claimbook.read.decoding import SourceText, decode
from claimbook.read.keeping import kept
from claimbook.read.parts import Shape
from claimbook.read.recovering import recovered
from claimbook.read.sections import section
from claimbook.read.shapes import SectionShape
from claimbook.read.tree import Nothing, Table, Tree

T = TypeVar("T")

HEAD: Final = "claims/map.yml"
SOURCES: Final = "references.bib"

_FILES: Final = 1024  # kept as they were read: of two states of an argument most are the same


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file holds, None where it could not be read, and what is wrong with it."""

    value: T | None
    problems: tuple[Problem, ...]
    intact: bool = False


def section_in(source: SourceText, keep: Keep | None) -> Reading[Section]:
    """The section that a file holds."""
    make = partial(_section_in, source)
    return kept(keep, _key(source), Reading, make) if keep else make()


def sources_in(source: SourceText, keep: Keep | None) -> Bibliography:
    """The sources that a file holds."""
    make = partial(bibliography, source)
    return kept(keep, _key(source), Bibliography, make) if keep else make()


def table_in(source: SourceText, shape: type[Shape]) -> Reading[Table]:
    """The table that a file holds, as far as it has its shape."""
    try:
        parsed = recovered(source, shape)
    except ProblemsError as error:
        return Reading(None, error.problems)
    if not isinstance(parsed.tree, Table):
        return Reading(None, (*parsed.problems, _no_table(parsed.tree)))
    checked = check_shape(shape, parsed.tree)
    errors = (p for p in parsed.problems if p.level is Level.ERROR)
    problems = (*parsed.problems, *checked.problems)
    return Reading(parsed.tree, problems, checked.intact and not any(errors))


def readings(files: Mapping[str, bytes], keep: Keep) -> dict[str, Callable[[], None]]:
    """What lets `keep` know each file of claims or sources, by what it is called there.

    The largest comes first, so that no process is left with it when the others have ended.
    """
    found: dict[str, Callable[[], None]] = {}
    largest_first = sorted(files, key=lambda file: len(files[file]), reverse=True)
    for source in filter(None, (_source(file, files[file]) for file in largest_first)):
        read = sources_in if source.file == SOURCES else section_in
        found[_key(source)] = partial(_note, read, source, keep)
    return found


def _source(file: str, content: bytes) -> SourceText | None:
    """A text that can be read apart from others; none where it is to be told why it cannot."""
    if file != SOURCES and (file == HEAD or not PurePosixPath(file).match("claims/*.yml")):
        return None
    with suppress(ProblemsError):
        return decode(file, content)
    return None


def _note(read: Callable[[SourceText, Keep], object], source: SourceText, keep: Keep) -> None:
    read(source, keep)


@lru_cache(maxsize=_FILES)
def _section_in(source: SourceText) -> Reading[Section]:
    read = table_in(source, SectionShape)
    name = PurePosixPath(source.file).stem
    value = None if read.value is None else section(name, read.value)
    return Reading(value, read.problems, read.intact)


def _key(source: SourceText) -> str:
    return f"reading of {source.file}\n{source.text}"


def _no_table(tree: Tree) -> Problem:
    if isinstance(tree, Nothing):
        return Problem(tree.place, "empty-input", "the file is empty", "fill it in or delete it")
    message = "the file does not consist of keys and values"
    return Problem(tree.place, "wrong-type", message, "begin with `title: …`")
