"""What may have gone wrong in a line of YAML that cannot be read, and the line as it was meant.

Each reader of a line is a guess. Whether it is right shows when the file is read with the line
put right: see `claimbook.read.recovering`.
"""

from collections.abc import Iterator

from claimbook.read.slips.columns import colon_inside, indented, item_without_dash, unindented
from claimbook.read.slips.line import Lines, Reader, Slip, inside_blocks
from claimbook.read.slips.quotes import bracket, curly, quote, sign
from claimbook.read.slips.signs import colon, dash, strange_space, tab

__all__ = ["Slip", "slips"]

_FURTHEST = 2000  # lines that a slip may stand before the line where reading fails
_LONGEST = 1000  # characters of a line that a person wrote

_ANYWHERE: tuple[Reader, ...] = (
    tab,
    strange_space,
    dash,
    colon,
    curly,
    quote,
    bracket,
    sign,
    colon_inside,
    unindented,
)
_AT_THE_END: tuple[Reader, ...] = (indented, item_without_dash)


def slips(lines: Lines, last: int) -> Iterator[Slip]:
    """Every guess about lines up to the one where reading failed, the nearest first."""
    inside = inside_blocks(lines)
    near = range(max(0, last - _FURTHEST), min(last, len(lines)))
    plain = [n for n in near if n not in inside and 0 < len(lines[n].strip()) < _LONGEST]
    for n in reversed(plain):
        for reader in _ANYWHERE:
            yield from reader(lines, n)
    for n in reversed(plain[-2:]):
        for reader in _AT_THE_END:
            yield from reader(lines, n)
