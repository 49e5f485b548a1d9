"""The parser's words for broken YAML -> words for people, at the place that they must mend."""

import re
from dataclasses import dataclass

import yaml

from claimbook.problems import Problem
from claimbook.read.decoding import SourceText

_SMART_QUOTE = re.compile(r"""^[^"']*?(?::|-)\s+[“”„‘‚«]""")
_KEY_BEFORE = re.compile(r"^\s*(- )?\S.*:\s")


@dataclass(frozen=True)
class _Wording:
    """What a message of the parser means; `at_start` where the fault lies at the context's start."""

    message: str
    hint: str
    at_start: bool = False


_UNCLOSED_QUOTE = _Wording(
    "a quotation mark is opened here and never closed", "close it, and double one inside", True
)
_TAB = _Wording("a tab stands where spaces must stand", "replace it by spaces")
_COLON = _Wording("a colon and a space stand inside plain text", "put the whole text in quotes")
_CURLY = _Wording(
    "a curly quotation mark does not quote in YAML", "use a straight one around the whole text"
)
_INDENTED = _Wording(
    "this line is indented deeper than its neighbours", "let keys of one table begin in one column"
)
_LEFT_OVER = _Wording(
    "the line fits neither the table nor the list it stands in",
    "mind its indentation, and put a text that begins with a quotation mark or bracket all in quotes",
)
_SPECIAL = _Wording("no plain text can begin with this character", "put the text in quotes")

_WORDINGS = {
    "found unexpected end of stream": _UNCLOSED_QUOTE,
    "found unexpected document indicator": _UNCLOSED_QUOTE,
    "found a tab character": _TAB,
    "could not find expected ':'": _Wording(
        "this line has no key with a colon", "write `key: value`, or mind the indentation", True
    ),
    "did not find expected '-' indicator": _Wording(
        "a dash is missing before this item of a list", "begin it with `- `, or mind its indentation"
    ),
    "did not find expected key": _LEFT_OVER,
    "block sequence entries are not allowed": _Wording(
        "a list cannot begin on the line of its key", "begin each item on a line of its own"
    ),
    "did not find expected ',' or ']'": _Wording(
        "the list that begins here has no `]`", "close it, and put a comma between its items", True
    ),
    "did not find expected ',' or '}'": _Wording(
        "the table that begins here has no `}`", "close it, and put a comma between its keys", True
    ),
    "found unknown escape character": _Wording(
        "a backslash has a meaning of its own in double quotes", "use single quotes"
    ),
    "did not find expected alphabetic or numeric character": _SPECIAL,
    "did not find expected comment or line break": _Wording(
        "`>` and `|` begin a text on the next line", "put a text that begins with one in quotes"
    ),
    "control characters are not allowed": _Wording(
        "an invisible control character stands here", "delete it"
    ),
}


def reworded(source: SourceText, error: yaml.YAMLError) -> Problem:
    """The problem that a parser's error means."""
    if isinstance(error, yaml.MarkedYAMLError):
        return _marked(source, error)
    offset = len(source.text.encode()[: error.position].decode(errors="ignore"))
    return _problem(source, offset, _WORDINGS["control characters are not allowed"])


def _marked(source: SourceText, error: yaml.MarkedYAMLError) -> Problem:
    offset = error.problem_mark.index
    wording = _wording(source, error.problem, offset)
    if wording.at_start and error.context_mark:
        offset = error.context_mark.index
    return _problem(source, offset, wording)


def _wording(source: SourceText, words: str, offset: int) -> _Wording:
    begin = source.text.rfind("\n", 0, offset) + 1
    before, line = source.text[begin:offset], source.text[begin:].partition("\n")[0]
    if _SMART_QUOTE.match(line):
        return _CURLY
    if words.startswith("mapping values are not allowed"):
        return _COLON if _KEY_BEFORE.match(before) else _INDENTED
    if words.startswith("found character that cannot start any token"):
        return _TAB if source.text[offset : offset + 1] == "\t" else _SPECIAL
    known = (wording for start, wording in _WORDINGS.items() if words.startswith(start))
    return next(known, _Wording(f"this is not YAML: {words}", "see docs/ for the form of a file"))


def _problem(source: SourceText, offset: int, wording: _Wording) -> Problem:
    return Problem(source.place(offset), "yaml-syntax", wording.message, wording.hint)
