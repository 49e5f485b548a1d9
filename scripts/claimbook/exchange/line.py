"""A reference as a line of text, parts of it in italics."""

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

_STOPPED: Final = (".", "?", "!", "…")
_QUOTED: Final = re.compile(r"‘([^‘]*?)’(?!\w)")


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    italic: bool = False


Line: TypeAlias = tuple[Run, ...]


def roman(text: str) -> Line:
    """Upright text; an empty line where there is none."""
    return (Run(text),) if text else ()


def italic(text: str) -> Line:
    """Text in italics; an empty line where there is none."""
    return (Run(text, italic=True),) if text else ()


def plain(line: Line) -> str:
    """The line without its styles."""
    return "".join(run.text for run in line)


def sentences(*lines: Line) -> Line:
    """The lines that are not empty, each closed with a full stop, a space between them."""
    return spaced(*map(closed, lines))


def spaced(*lines: Line) -> Line:
    """The lines that are not empty, a space between them."""
    return _joined(" ", *lines)


def listed(*lines: Line) -> Line:
    """The lines that are not empty, a comma between them."""
    return _joined(", ", *lines)


def closed(line: Line) -> Line:
    """The line with a full stop, which stands inside a closing quotation mark."""
    text = plain(line)
    if not text or text.rstrip("”’").endswith(_STOPPED):
        return line
    if text.endswith("”"):
        last = line[-1]
        return (*line[:-1], Run(f"{last.text[:-1]}.”", last.italic))
    return (*line, Run("."))


def double_quotes(text: str) -> str:
    """Text in which what stood in single quotation marks stands in double ones."""
    return _QUOTED.sub(r"“\1”", text)


def in_quotes(text: str) -> str:
    """Text in double quotation marks, those inside it single; empty where there is none."""
    inner = double_quotes(text).replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if text else ""


def _joined(between: str, *lines: Line) -> Line:
    first, *rest = filter(None, lines) if any(lines) else ((),)
    return first + tuple(run for line in rest for run in (Run(between), *line))
