"""From a folder to an argument, and from an argument to the files of its site."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claimbook.exchange.argument_json import SCHEMA_NAME, argument_json, argument_schema
from claimbook.model import Argument
from claimbook.pages import Book, Page, Settings, pages
from claimbook.problems import Level, Problem, ProblemsError
from claimbook.read import load
from claimbook.read.files import collect
from claimbook.rules import check


@dataclass(frozen=True)
class Edition:
    """What a site is made of: its pages by path, and the other files by path."""

    title: str
    pages: Mapping[str, Page]
    files: Mapping[str, str]


def problems(root: Path) -> tuple[Argument, tuple[Problem, ...]]:
    """The argument in a project folder, and everything that is wrong with it, in order."""
    loaded = load(collect(root))
    found = (*loaded.problems, *check(loaded.argument, whole=loaded.whole))
    return loaded.argument, tuple(sorted(set(found)))


def argument(root: Path) -> Argument:
    """The argument in a project folder; raises `ProblemsError` where it has an error."""
    read, found = problems(root)
    if any(problem.level is Level.ERROR for problem in found):
        raise ProblemsError(found)
    return read


def edition(argument: Argument, settings: Settings) -> Edition:
    """The pages and data files of an argument's site."""
    book = Book(argument, settings)
    files = {
        "data/argument.json": argument_json(argument, book.labels),
        f"data/{SCHEMA_NAME}": argument_schema(),
    }
    return Edition(argument.title, {page.path: page for page in pages(book)}, files)
