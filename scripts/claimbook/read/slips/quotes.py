"""Texts that would have to stand in quotes, and quotes that do not do what was meant."""

import re
from collections.abc import Iterator

from claimbook.read.slips.line import BLOCK, IN_QUOTES, START, Lines, Slip, quoted

_OPENING = "“”„‟‘‚‛«»‹›「『"  # noqa: RUF001 -- it is their likeness to straight marks that matters
_CLOSING = "“”‟‘’‛«»‹›」』"  # noqa: RUF001 -- likewise


def curly(lines: Lines, n: int) -> Iterator[Slip]:
    """Curly or angled quotation marks where straight ones quote."""
    found = re.fullmatch(rf"{START}(?P<quote>[\"'{_OPENING}])(?P<text>.*)", lines[n].rstrip())
    if not found or (found["quote"] in "\"'" and found["text"][-1:] not in _CLOSING):
        return
    curly = found.start("quote") if found["quote"] in _OPENING else len(lines[n].rstrip()) - 1
    told = f"`{lines[n][curly]}` does not quote in YAML"
    text = found["text"][:-1] if found["text"][-1:] in f"\"'{_CLOSING}" else found["text"]
    meant = found["start"] + quoted(text.strip())
    hint = "use straight quotation marks around the whole text"
    yield Slip(n + 1, curly + 1, told, hint, (meant,))


def quote(lines: Lines, n: int) -> Iterator[Slip]:
    """A straight quotation mark that is not closed, or closed before the text ends."""
    found = re.fullmatch(rf"{START}(?P<quote>[\"'])(?P<text>.*)", lines[n].rstrip())
    if not found:
        return
    mark, text = found["quote"], found["text"]
    at = found.start("quote") + 1
    if mark not in text.replace("''", ""):
        told, hint = "the quotation mark here is never closed", f"close it with `{mark}`"
        yield Slip(n + 1, at, told, hint, (f"{lines[n].rstrip()}{mark}",))
    elif mark == '"' and text.endswith(mark) and "\\" in text:
        told = "a backslash has a meaning of its own between double quotation marks"
        meant = found["start"] + quoted(text[:-1], "'")
        at += 1 + text.index("\\")
        yield Slip(n + 1, at, told, "use single ones, `'`", (meant,))
    elif text.endswith(mark) and mark in text[:-1]:
        told = "a text in quotes has the same quotation marks inside"
        hint = f"put the other kind around it, `{_other(mark)}`"
        at += 1 + text.index(mark)
        yield Slip(n + 1, at, told, hint, (found["start"] + quoted(text[:-1], _other(mark)),))
    elif not text.endswith(mark):
        told = "the text goes on behind its quotation marks"
        hint = f"put the whole of it in quotes, with `{_other(mark)}`"
        at += 1 + text.index(mark)
        yield Slip(n + 1, at + 1, told, hint, (found["start"] + quoted(mark + text, _other(mark)),))


def bracket(lines: Lines, n: int) -> Iterator[Slip]:
    """A list that is never closed, or a text that begins like a list."""
    for opening, closing, what in (("[", "]", "list"), ("{", "}", "table")):
        pattern = rf"{START}(?P<list>{re.escape(opening)}[^{re.escape(closing)}]*)"
        if open_ := re.fullmatch(pattern, lines[n].rstrip()):
            told, hint = f"the {what} that begins here is never closed", f"end it with `{closing}`"
            closed = f"{lines[n].rstrip()}{closing}"
            yield Slip(n + 1, open_.start("list") + 1, told, hint, (closed,))
    found = re.fullmatch(rf"{START}(?P<text>(?:\[[^\]]*\]|\{{[^}}]*\}}).+)", lines[n].rstrip())
    if found:
        told = f"a text cannot begin with `{found['text'][0]}`, which begins a list or table"
        meant = found["start"] + quoted(found["text"])
        yield Slip(n + 1, found.start("text") + 1, told, IN_QUOTES, (meant,))


def sign(lines: Lines, n: int) -> Iterator[Slip]:
    """A text that begins with a sign which has a meaning of its own."""
    found = re.fullmatch(rf"{START}(?P<text>[@`%*&!|>\[{{?].*)", lines[n].rstrip())
    if found and not BLOCK.match(lines[n]):
        told = f"a text cannot begin with `{found['text'][0]}`"
        meant = found["start"] + quoted(found["text"])
        yield Slip(n + 1, found.start("text") + 1, told, IN_QUOTES, (meant,))


def _other(mark: str) -> str:
    return "'" if mark == '"' else '"'
