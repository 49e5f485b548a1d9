"""Each guess about lines of YAML: what it says, where, and the lines as they were meant."""

import pytest

from claimbook.read.slips import slips
from claimbook.read.slips.columns import colon_inside, indented, item_without_dash, unindented
from claimbook.read.slips.line import Reader, Slip, inside_blocks, neighbours, quoted
from claimbook.read.slips.quotes import bracket, curly, quote, sign
from claimbook.read.slips.signs import colon, dash, strange_space, tab

COLON = "a colon and a space stand inside plain text"
QUOTES = "put the whole text in quotes"
TAB = ("a tab stands where spaces must stand", "replace it by spaces")
NO_DASH = ("this item of a list has no dash", "begin it with `- `")
BELOW = "a text below `>-` or `|` is not indented deeper than its key"
STRAIGHT = "use straight quotation marks around the whole text"

CASES: dict[str, tuple[Reader, list[str], int, list[Slip]]] = {
    "colon in a text": (
        *(colon_inside, ["  claim: One: two"], 0),
        [Slip(1, 13, COLON, QUOTES, ('  claim: "One: two"',))],
    ),
    "colon at the end": (
        *(colon_inside, ["- Name:"], 0),
        [Slip(1, 7, COLON, QUOTES, ('- "Name:"',))],
    ),
    "colon without a space": (colon_inside, ["  claim: At 10:30"], 0, []),
    "colon in quotes": (colon_inside, ['  claim: "One: two"'], 0, []),
    "colon on the line below": (
        *(colon_inside, ["  claim:", "    One", "    two: three", "  kind: x"], 0),
        [
            Slip(
                *(3, 8, COLON, "write `>-` behind the key, or put the whole text in quotes"),
                *(("  claim: >-", "    One", "    two: three"), 2),
            )
        ],
    ),
    "colon below another key": (colon_inside, ["  claim:", "    kind: x: y"], 0, []),
    "colon below an item": (colon_inside, ["  note:", "    - a", "    b: c: d"], 0, []),
    "colon below a key of a table": (colon_inside, ["  scope:", "    one two: three"], 0, []),
    "colon far below": (colon_inside, ["claim:", *["  x"] * 11, "  a: b"], 0, []),
    "colon just near enough": (
        *(colon_inside, ["claim:", *["  x"] * 10, "  a: b"], 0),
        [
            Slip(
                *(12, 4, COLON, "write `>-` behind the key, or put the whole text in quotes"),
                *(("claim: >-", *["  x"] * 10, "  a: b"), 11),
            )
        ],
    ),
    "text that is not indented": (
        *(unindented, ["  note: >-", "  One", "   two", "", "  three"], 0),
        [
            Slip(
                *(2, 3, BELOW, "indent it by two spaces more"),
                *(("  note: >-", "    One", "    two"), 1),
            )
        ],
    ),
    "text of an item that is not indented": (
        *(unindented, ["- note: |", "One", "kind: x"], 0),
        [
            Slip(
                *(2, 1, BELOW, "indent it by two spaces more"),
                *(("- note: |", "    One"), 1),
            )
        ],
    ),
    "text that is indented": (unindented, ["note: >-", "  One"], 0, []),
    "text that is not there": (unindented, ["note: >-", "", "kind: x"], 0, []),
    "text at the end": (unindented, ["note: >-"], 0, []),
    "key below a text": (unindented, ["  note: >-", "  kind: x"], 0, []),
    "item without dash": (
        *(item_without_dash, ["    one"], 0),
        [Slip(1, 5, *NO_DASH, ("    - one",))],
    ),
    "item with dash": (item_without_dash, ["    - one"], 0, []),
    "indented too deep": (
        *(indented, ["a: x", "  b: y", "c: z"], 1),
        [
            Slip(
                *(2, 3, "this line is indented deeper than its neighbours"),
                *("let it begin in column 1", ("b: y",)),
            )
        ],
    ),
    "indented too little": (
        *(indented, ["  - a: x", "  b: y"], 1),
        [
            Slip(
                *(2, 3, "this line is indented less deep than its neighbours"),
                *("let it begin in column 5", ("    b: y",)),
            )
        ],
    ),
    "tab that indents": (
        *(tab, ["  a: x", " \tb: y"], 1),
        [Slip(2, 2, *TAB, ("  b: y",))],
    ),
    "tab behind a colon": (tab, ["  a:\tx"], 0, [Slip(1, 5, *TAB, ("  a: x",))]),
    "tab behind a dash": (tab, ["-\t x"], 0, [Slip(1, 2, *TAB, ("- x",))]),
    "tab behind an item's key": (tab, ["  - a:\tx"], 0, [Slip(1, 7, *TAB, ("  - a: x",))]),
    "tab in a text": (tab, ["  a: x\ty"], 0, []),
    "strange space": (
        *(strange_space, ["  a:\u00a0x\u00a0y"], 0),
        [
            Slip(
                *(1, 5, "a space of another kind (U+00A0) stands where a plain one must"),
                *("type it again with the space bar", ("  a: x\u00a0y",)),
            )
        ],
    ),
    "strange space in a text": (strange_space, ["  a: x\u00a0y"], 0, []),
    "long dash": (
        *(dash, ["  – one"], 0),
        [
            Slip(
                *(1, 3, "`–` is not the dash that begins an item of a list"),
                *("begin it with `- `", ("  - one",)),
            )
        ],
    ),
    "no space behind the dash": (
        *(dash, ["  -one"], 0),
        [Slip(1, 3, "there is no space behind the dash", "put one there", ("  - one",))],
    ),
    "end of a list": (dash, ["---"], 0, []),
    "no dash at the first item": (
        *(dash, ["  evidence:", "    source: x"], 1),
        [Slip(2, 5, *NO_DASH, ("  - source: x",))],
    ),
    "no dash at the first line": (dash, ["    source: x"], 0, []),
    "no dash below another key": (dash, ["  scope:", "    places: x"], 1, []),
    "no colon": (
        *(colon, ["  - source x"], 0),
        [Slip(1, 11, "there is no colon behind `source`", "write `source: `", ("  - source: x",))],
    ),
    "another sign": (
        *(colon, ["  kind = causal"], 0),
        [Slip(1, 7, "`=` stands where a colon must", "write `kind: `", ("  kind: causal",))],
    ),
    "no space behind the colon": (
        *(colon, ["  kind:causal"], 0),
        [Slip(1, 7, "there is no space behind `kind:`", "put one there", ("  kind: causal",))],
    ),
    "unknown word": (colon, ["  weather fine"], 0, []),
    "curly quotes": (
        *(curly, ["  claim: “One: two”"], 0),
        [Slip(1, 10, "`“` does not quote in YAML", STRAIGHT, ('  claim: "One: two"',))],
    ),
    "curly quote that is never closed": (
        *(curly, ["  claim: “One"], 0),
        [Slip(1, 10, "`“` does not quote in YAML", STRAIGHT, ('  claim: "One"',))],
    ),
    "curly quote at the end alone": (
        *(curly, ['  claim: "One”'], 0),
        [Slip(1, 14, "`”` does not quote in YAML", STRAIGHT, ('  claim: "One"',))],
    ),
    "straight quotes": (curly, ['  claim: "One"'], 0, []),
    "quote that is never closed": (
        *(quote, ['  claim: "One'], 0),
        [
            Slip(
                1,
                10,
                "the quotation mark here is never closed",
                'close it with `"`',
                ('  claim: "One"',),
            )
        ],
    ),
    "doubled quotes inside": (
        *(quote, ["  claim: 'It''s"], 0),
        [
            Slip(
                1,
                10,
                "the quotation mark here is never closed",
                "close it with `'`",
                ("  claim: 'It''s'",),
            )
        ],
    ),
    "backslash": (
        *(quote, ['  claim: "One \\stone"'], 0),
        [
            Slip(
                *(1, 15, "a backslash has a meaning of its own between double quotation marks"),
                *("use single ones, `'`", ("  claim: 'One \\stone'",)),
            )
        ],
    ),
    "same quotes inside": (
        *(quote, ['  claim: "One "two" three"'], 0),
        [
            Slip(
                *(1, 15, "a text in quotes has the same quotation marks inside"),
                *("put the other kind around it, `'`", ("  claim: 'One \"two\" three'",)),
            )
        ],
    ),
    "text behind quotes": (
        *(quote, ["  claim: 'One' two"], 0),
        [
            Slip(
                *(1, 15, "the text goes on behind its quotation marks"),
                'put the whole of it in quotes, with `"`',
                ("  claim: \"'One' two\"",),
            )
        ],
    ),
    "list that is never closed": (
        *(bracket, ["  but: [one, two "], 0),
        [
            Slip(
                *(1, 8, "the list that begins here is never closed"),
                *("end it with `]`", ("  but: [one, two]",)),
            )
        ],
    ),
    "table that is never closed": (
        *(bracket, ["  scope: {places: [SE]"], 0),
        [
            Slip(
                *(1, 10, "the table that begins here is never closed"),
                *("end it with `}`", ("  scope: {places: [SE]}",)),
            )
        ],
    ),
    "text that begins like a list": (
        *(bracket, ["  note: [One] two"], 0),
        [
            Slip(
                *(1, 9, "a text cannot begin with `[`, which begins a list or table", QUOTES),
                ('  note: "[One] two"',),
            )
        ],
    ),
    "whole list": (bracket, ["  but: [one]"], 0, []),
    "sign with a meaning": (
        *(sign, ["  claim: @one says"], 0),
        [Slip(1, 10, "a text cannot begin with `@`", QUOTES, ('  claim: "@one says"',))],
    ),
    "beginning of a block": (sign, ["  claim: >-"], 0, []),
}


@pytest.mark.parametrize(("reader", "lines", "n", "found"), CASES.values(), ids=CASES.keys())
def test_a_guess(reader: Reader, lines: list[str], n: int, found: list[Slip]) -> None:
    assert list(reader(lines, n)) == found


def test_lines_inside_a_block_are_text() -> None:
    lines = ["a: >-", "  b: c", "", "  d", "e: x", "- f: |", "    g", "  h: y", "i: |", "j: z"]
    assert inside_blocks(lines) == {1, 2, 3, 6}


def test_the_columns_of_neighbours_the_next_line_first() -> None:
    assert neighbours(["a: x", "  b: y", "c", "    - d: z"], 2) == [6, 4, 2]
    assert neighbours(["a: x", "b"], 1) == [0]
    assert neighbours(["b", "  a: x"], 0) == [2]
    assert neighbours(["a: |", "  text: x", "b"], 2) == [0]
    assert neighbours(["b"], 0) == []


@pytest.mark.parametrize(
    ("text", "mark", "whole"),
    [("a", '"', '"a"'), ('a "b" \\c', '"', '"a \\"b\\" \\\\c"'), ("it's", "'", "'it''s'")],
)
def test_a_text_in_quotes(text: str, mark: str, whole: str) -> None:
    assert quoted(text, mark) == whole


def test_the_nearest_line_is_guessed_at_first_and_no_line_beyond() -> None:
    lines = ["kind causal", "", "note: >-", "  kind causal", "kind legal", "kind empirical"]
    assert [slip.line for slip in slips(lines, 5) if "no colon" in slip.message] == [5, 1]
    assert [
        slip.line for slip in slips(["kind " + "x" * 1000, "kind y"], 2) if slip.line == 1
    ] == []
    ends = [slip.line for slip in slips(["a", "b", "c"], 3) if slip.message == NO_DASH[0]]
    assert ends == [3, 2]
