"""The parser's words for broken YAML -> words for people, at the place that they must mend."""

import re
from dataclasses import dataclass

import yaml
from yaml.reader import ReaderError

from claimbook.problems import Problem
from claimbook.read.decoding import SourceText

_CURLY_QUOTE = re.compile(r"[^\"']*?[:-]\s+[“”„‘«]")
_KEY_AND_COLON = re.compile(r"\s*(- )?\S.*:\s")


@dataclass(frozen=True)
class _Wording:
    """What a message means; `at_start` where the fault lies where its context starts."""

    message: str
    hint: str
    at_start: bool = False


_COLON = _Wording("a colon and a space stand inside plain text", "put the whole text in quotes")
_CONTROL = _Wording("an invisible control character stands here", "delete it")
_CURLY = _Wording(
    "a curly quotation mark does not quote in YAML", "use straight ones around the whole text"
)
_INDENTED = _Wording(
    "this line is indented deeper than its neighbours",
    "let the keys of one table begin in one column",
)
_SPECIAL = _Wording("no plain text can begin with this character", "put the text in quotes")
_TAB = _Wording("a tab stands where spaces must stand", "replace it by spaces")
_UNCLOSED_QUOTE = _Wording(
    "the quotation mark here is never closed",
    "close it, and inside use the other kind",
    at_start=True,
)

_WORDINGS = {
    "found unexpected end of stream": _UNCLOSED_QUOTE,
    "found unexpected document indicator": _UNCLOSED_QUOTE,
    "found a tab character": _TAB,
    "could not find expected ':'": _Wording(
        "there is no `key:` before this text", "add it, or mind the indentation", at_start=True
    ),
    "did not find expected '-' indicator": _Wording(
        "this item of a list has no dash", "begin it with `- `, or mind its indentation"
    ),
    "did not find expected key": _Wording(
        "this fits neither the table nor the list it stands in",
        "mind the indentation; a text that begins with a quote or bracket stands in quotes wholly",
    ),
    "block sequence entries are not allowed": _Wording(
        "a list cannot begin on the line of its key", "begin each item on a line of its own"
    ),
    "did not find expected ',' or ']'": _Wording(
        "the list that begins here is never closed",
        "end it with `]`, and put a comma between items",
        at_start=True,
    ),
    "did not find expected ',' or '}'": _Wording(
        "the table that begins here is never closed",
        "end it with `}`, and put a comma between keys",
        at_start=True,
    ),
    "found unknown escape character": _Wording(
        "a backslash has a meaning of its own in double quotes", "use single quotes"
    ),
    "did not find expected alphabetic or numeric character": _SPECIAL,
    "did not find expected comment or line break": _Wording(
        "`>` and `|` begin a text on the next line", "put a text that begins with one in quotes"
    ),
}


def reworded(source: SourceText, error: yaml.YAMLError) -> Problem:
    """The problem that a parser's error means."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return _marked(source, error, error.problem_mark.index)
    if isinstance(error, ReaderError):
        return _problem(source, _character(source, error.position), _CONTROL)
    return _problem(source, 0, _unknown(str(error)))


def _marked(source: SourceText, error: yaml.MarkedYAMLError, offset: int) -> Problem:
    begin = source.text.rfind("\n", 0, offset) + 1
    line = source.text[begin:].partition("\n")[0]
    if curly := _CURLY_QUOTE.match(line):
        return _problem(source, begin + curly.end() - 1, _CURLY)
    words = error.problem or ""
    if words.startswith("mapping values are not allowed"):
        if _KEY_AND_COLON.match(line[: offset - begin]):
            return _problem(source, offset, _COLON)
        return _problem(source, begin + len(line) - len(line.lstrip()), _INDENTED)
    wording = _wording(source, words, offset)
    start = error.context_mark.index if error.context_mark else offset
    return _problem(source, start if wording.at_start else offset, wording)


def _wording(source: SourceText, words: str, offset: int) -> _Wording:
    if words.startswith("found character that cannot start any token"):
        return _TAB if source.text[offset : offset + 1] == "\t" else _SPECIAL
    known = (wording for start, wording in _WORDINGS.items() if words.startswith(start))
    return next(known, _unknown(words))


def _unknown(words: str) -> _Wording:
    return _Wording(f"this is not YAML: {words}", "compare it with a file that can be read")


def _character(source: SourceText, position: int) -> int:
    """The offset of the character at a position in bytes."""
    return len(source.text.encode()[:position].decode(errors="ignore"))


def _problem(source: SourceText, offset: int, wording: _Wording) -> Problem:
    return Problem(source.place(offset), "yaml-syntax", wording.message, wording.hint)
