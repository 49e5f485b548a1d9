"""Slips in YAML: what was meant is found, and no file takes long."""

import pytest

from claimbook.problems import ProblemsError
from claimbook.read import load, recovering, yaml_nodes
from claimbook.read.decoding import LARGEST, SourceText
from claimbook.read.recovering import recovered
from claimbook.read.shapes import SectionShape
from claimbook.read.table_reader import TableReader
from claimbook.read.tree import Table
from claimbook.read.yaml_nodes import Parsed

FILE = "claims/a.yml"
WORK = 40_000_000  # characters that reading one file may parse, all attempts together


def test_of_two_guesses_the_one_that_fits_the_shape_is_taken() -> None:
    text = "title: A\nclaims:\n  a:\n    claim: B\n     kind: causal\n    voice: editor\n"
    parsed = read(text)
    assert [problem.hint for problem in parsed.problems] == ["let it begin in column 5"]
    claim = TableReader(table(parsed)).table("claims").value("a")
    assert isinstance(claim, Table)
    assert list(claim) == ["claim", "kind", "voice"]


def test_what_stands_behind_a_slip_keeps_its_place() -> None:
    parsed = read("title: A: B\nquestion: “C: D”\nknid: x\n")
    assert [problem.place.line for problem in parsed.problems] == [1, 2]
    assert [key.place.line for key in table(parsed)] == [1, 2, 3]


def test_what_no_guess_explains_is_told_as_it_is() -> None:
    with pytest.raises(ProblemsError) as raised:
        read("title: A\n} b\n")
    assert len(raised.value.problems) == 1


@pytest.mark.parametrize(
    "line",
    ["\tkind: causal\n", "title: A: B\n", "- a\n", "“: «\n", "[" * 90 + "\n", "a: 'b'c'\n", "*a\n"],
)
def test_the_largest_file_of_slips_is_read_a_bounded_number_of_times(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_so_far = 0

    def counted(source: SourceText) -> Parsed:
        nonlocal read_so_far
        read_so_far += len(source.text)
        return parse(source)

    parse = yaml_nodes.parse
    monkeypatch.setattr(recovering, "parse", counted)
    text = line * (LARGEST // len(line.encode()))
    assert load({FILE: text.encode()}).problems
    assert read_so_far <= WORK


def read(text: str) -> Parsed:
    return recovered(SourceText(FILE, text), SectionShape)


def table(parsed: Parsed) -> Table:
    assert isinstance(parsed.tree, Table)
    return parsed.tree
