"""What nobody sees in a file, and other programs trip over."""

import re
from collections.abc import Iterable, Iterator

from claimbook.problems import Change, Level, Place, Problem
from claimbook.read.decoding import BYTE_ORDER_MARK, SourceText

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def faults_of_form(source: SourceText, content: bytes) -> Iterator[Problem]:
    """Warnings of what a file has around its text; each once, with the fix of the whole file."""
    start = Place(source.file)
    anew = (Change(start, "", ""),)
    if content.startswith(BYTE_ORDER_MARK.encode()):
        message = "an invisible byte-order mark stands before the first character"
        hint = "save the file as `UTF-8`, not as `UTF-8 with BOM`"
        yield Problem(start, "byte-order-mark", message, hint, Level.WARNING, anew)
    if (ends := content.count(b"\r")) and (line := content.find(b"\r")) >= 0:
        place = Place(source.file, content[:line].count(b"\n") + 1)
        message = f"{_lines(ends)} as on Windows"
        hint = "choose `LF` for the line ends in your editor"
        yield Problem(place, "windows-line-ends", message, hint, Level.WARNING, anew)
    spaces = [(source.place(found.start()), found[0]) for found in _trailing(source.text)]
    if spaces:
        message = f"{_lines(len(spaces))} in spaces or tabs"
        fix = tuple(Change(place, old, "") for place, old in spaces)
        hint = "delete them"
        yield Problem(spaces[0][0], "trailing-space", message, hint, Level.WARNING, fix)


def _trailing(text: str) -> Iterable[re.Match[str]]:
    """Spaces at the ends of lines; most files have none, which is seen much faster."""
    there = " \n" in text or "\t\n" in text or text.endswith((" ", "\t"))
    return _TRAILING.finditer(text) if there else ()


def _lines(count: int) -> str:
    return "one line ends" if count == 1 else f"{count} lines end"
