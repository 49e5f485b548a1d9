"""Mistakes that newcomers make, each made in the real files.

A mistake finds its place by a pattern, so that it can be made whatever the claims say just now.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from claimbook.read import collect
from tests.conftest import ROOT

Files = Mapping[str, bytes]
Make = Callable[[str], tuple[str, int]]

REAL: Final[Files] = collect(ROOT)
SOURCES: Final = "references.bib"
MAP: Final = "claims/map.yml"
SECTION: Final = max((f for f in REAL if f.startswith("claims/")), key=lambda f: len(REAL[f]))
OTHER: Final = next(f for f in REAL if f.startswith("claims/") and f not in {MAP, SECTION})


@dataclass(frozen=True)
class Mistake:
    """What somebody does, and what must be said: in `file`, at a line, by `rule`, in one message.

    `told` are words of its message or hint. `follow` does by hand what the hint says; without it
    `--fix` must do it. The file is saved under the name that it `becomes`; `told_in` is the file
    that is named where that is another.
    """

    name: str
    file: str
    make: Make
    rule: str
    told: str
    follow: Callable[[Files], Files] | None = None
    becomes: str = ""
    told_in: str = ""

    def made(self) -> tuple[Files, str, int]:
        """The real files with the mistake, and the file and line where it is to be reported."""
        text, line = self.make(REAL[self.file].decode())
        files = {file: content for file, content in REAL.items() if file != self.file}
        name = self.becomes or self.file
        content = text.encode("utf-8", "surrogateescape")
        return {**files, name: content}, self.told_in or name, line


def swap(pattern: str, new: str, below: int = 0) -> Make:
    """Write something else in the first place where a pattern fits; it is told `below` that."""

    def make(text: str) -> tuple[str, int]:
        found = re.search(pattern, text, re.MULTILINE)
        if found is None:
            raise LookupError(f"nowhere stands {pattern}")
        line = text.count("\n", 0, found.start()) + 1 + below
        return text[: found.start()] + found.expand(new) + text[found.end() :], line

    return make


def append(lines: str, below: int = 0) -> Make:
    """Write lines at the end of a file."""
    return lambda text: (text + lines, text.count("\n") + 1 + below)


def again(file: str, pattern: str, new: str) -> Callable[[Files], Files]:
    """Write what should stand where a pattern fits first."""

    def follow(files: Files) -> Files:
        text, _ = swap(pattern, new)(files[file].decode())
        return {**files, file: text.encode()}

    return follow


def saved(file: str, encoding: str) -> Callable[[Files], Files]:
    """Save a file that has another encoding as UTF-8."""
    return lambda files: {**files, file: files[file].decode(encoding).encode()}


def named(old: str, new: str) -> Callable[[Files], Files]:
    """Give a file another name."""
    return lambda files: {new if name == old else name: files[name] for name in files}


def encoded(encoding: str) -> Make:
    """Save the file in another encoding."""

    def make(text: str) -> tuple[str, int]:
        first = next(n for n, c in enumerate(text) if ord(c) > 127)
        line = 1 if encoding == "utf-16" else text.count("\n", 0, first) + 1
        safe = text.encode(encoding)
        return safe.decode("utf-8", "surrogateescape"), line

    return make
