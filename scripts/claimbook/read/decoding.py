"""Bytes of a file -> its text, and the place of each character."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from claimbook.problems import Place, Problem, ProblemsError

LARGEST = 1024 * 1024  # bytes; far above any file that people edit by hand
BYTE_ORDER_MARK = "\ufeff"
_UTF16 = frozenset({b"\xff\xfe", b"\xfe\xff"})
_WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") for n in range(0x80, 0x100)}


@dataclass(frozen=True)
class SourceText:
    """The text of a file, its lines ended by a line feed alone."""

    file: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def line_start(self, line: int) -> int:
        """The offset of the first character of a line, counted from 1."""
        return self._starts[min(line, len(self._starts)) - 1]

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)


def decode(file: str, content: bytes) -> SourceText:
    """The text of a file; raises `ProblemsError` where it is too large or not UTF-8."""
    if len(content) > LARGEST:
        raise ProblemsError([_too_large(file)])
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise ProblemsError([_not_utf8(file, content, error)]) from None
    return SourceText(file, _plain(text))


def readable(content: bytes) -> str:
    """The text of a file as far as it can be read, with the lines that problems refer to."""
    return _plain(content.decode(errors="replace"))


def _plain(text: str) -> str:
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def _too_large(file: str) -> Problem:
    return Problem(
        Place(file), "too-large", "the file is larger than 1 MiB", "split it into several files"
    )


def _not_utf8(file: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    before = content[: error.start].decode()
    byte = content[error.start]
    message = f"the byte 0x{byte:02x} is not UTF-8"
    if content[:2] in _UTF16:
        message = "the file is UTF-16, which Windows calls `Unicode`, and not UTF-8"
    elif character := _WINDOWS.get(byte):
        message += f"; in the old encoding of Windows it means `{character}`"
    place = SourceText(file, before).place(len(before))
    return Problem(place, "not-utf8", message, "save the file with the encoding UTF-8")
