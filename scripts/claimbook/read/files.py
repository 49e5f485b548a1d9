"""The files of a project: the only room that opens them."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from claimbook.problems import Place, Problem, ProblemsError
from claimbook.read.decoding import LARGEST

PATTERNS = ("claims/**/*.yml", "claims/**/*.yaml", "references.bib", "docs/**/*.md")


def collect(root: Path) -> dict[str, bytes]:
    """The files that make up an argument, by their path relative to `root`, sorted.

    Of a file that is too large no more is read than shows it to be so. Raises `ProblemsError`
    with one problem for each file that cannot be opened or is a symbolic link.
    """
    contents: dict[str, bytes] = {}
    problems = []
    for path in sorted(set(chain.from_iterable(map(root.glob, PATTERNS)))):
        name = path.relative_to(root).as_posix()
        try:
            contents[name] = _content(root, path)
        except OSError as error:
            problems.append(_refused(name, error))
    if problems:
        raise ProblemsError(problems)
    return contents


def _content(root: Path, path: Path) -> bytes:
    if any(step.is_symlink() for step in _within(root, path)):
        raise OSError("it is a symbolic link or stands behind one")
    if not path.is_file():
        raise OSError("it is no plain file")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _within(root: Path, path: Path) -> Iterator[Path]:
    yield path
    yield from (parent for parent in path.parents if parent.is_relative_to(root) and parent != root)


def _refused(name: str, error: OSError) -> Problem:
    return Problem(
        Place(name),
        "unreadable-file",
        f"the file cannot be read: {error.strerror or error}",
        "put a plain file there that everybody may read",
    )
