"""The text of one file -> what it holds, whatever stands in the others."""

from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from claimbook.model import Section
from claimbook.problems import Level, Problem, ProblemsError
from claimbook.read import sections
from claimbook.read.checking import check_shape
from claimbook.read.decoding import SourceText
from claimbook.read.outcomes import Head, Reading
from claimbook.read.parts import Shape
from claimbook.read.recovering import recovered
from claimbook.read.shapes import MapShape, SectionShape
from claimbook.read.tree import Nothing, Table, Tree

_FILES: Final = 1024  # kept as they were read: of two states of an argument most are the same


def head(source: SourceText) -> Reading[Head]:
    """The head of a map."""
    read = _table(source, MapShape)
    value = None if read.value is None else sections.head(read.value)
    return Reading(value, read.problems, read.intact)


@lru_cache(maxsize=_FILES)
def section(source: SourceText) -> Reading[Section]:
    """A section, named as its file."""
    read = _table(source, SectionShape)
    name = PurePosixPath(source.file).stem
    value = None if read.value is None else sections.section(name, read.value)
    return Reading(value, read.problems, read.intact)


def _table(source: SourceText, shape: type[Shape]) -> Reading[Table]:
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


def _no_table(tree: Tree) -> Problem:
    if isinstance(tree, Nothing):
        return Problem(tree.place, "empty-input", "the file is empty", "fill it in or delete it")
    message = "the file does not consist of keys and values"
    return Problem(tree.place, "wrong-type", message, "begin with `title: …`")
