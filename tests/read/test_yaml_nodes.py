"""Values of YAML files and the places they know."""

import pytest

from claimbook.model import Number, Text
from claimbook.problems import ProblemsError
from claimbook.read.decoding import SourceText
from claimbook.read.tree import Flag, Nothing, Row, Table, Tree
from claimbook.read.yaml_nodes import DEEPEST, parse


def value(yaml: str) -> Tree:
    """The value under `a` in a file."""
    tree = parse(SourceText("f.yml", yaml)).tree
    assert isinstance(tree, Table)
    found = tree.value("a")
    assert found is not None
    return found


def text(yaml: str) -> Text:
    found = value(yaml)
    assert isinstance(found, Text)
    return found


@pytest.mark.parametrize(
    "scalar",
    [
        "no",
        "on",
        "Yes",
        "2026-11-22",
        "1:30",
        "1_000",
        "0x1F",
        "1.10",
        "12e3",
        "NULL1",
        '"7"',
        "=",
        "<<",
    ],
)
def test_what_yaml_1_1_would_convert_stays_text(scalar: str) -> None:
    assert text(f"a: {scalar}") == scalar.strip('"')


@pytest.mark.parametrize(("scalar", "number"), [("7", 7), ("014", 14), ("-3", -3), ("+2", 2)])
def test_whole_numbers_are_decimal(scalar: str, number: int) -> None:
    found = value(f"a: {scalar}")
    assert isinstance(found, Number)
    assert found == number
    assert str(found.place) == "f.yml:1:4"


@pytest.mark.parametrize("scalar", ["true", "True", "FALSE"])
def test_flags(scalar: str) -> None:
    found = value(f"a: {scalar}")
    assert isinstance(found, Flag)
    assert found.value == (scalar.lower() == "true")


@pytest.mark.parametrize("scalar", ["", "~", "null"])
def test_nothing(scalar: str) -> None:
    assert isinstance(value(f"a: {scalar}"), Nothing)


def test_keys_are_text_or_numbers() -> None:
    tree = parse(SourceText("f.yml", "true: 1\nno: 2\n3: 4\nnull: 5\n")).tree
    assert isinstance(tree, Table)
    assert list(tree) == ["true", "no", 3, "null"]
    assert isinstance(list(tree)[2], Number)


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("a: one two", "f.yml:1:8"),
        ("a: 'it''s two'", "f.yml:1:11"),
        ('a: "say \\"hi\\" two"', "f.yml:1:16"),
        ("a: one\n  and two", "f.yml:2:7"),
        ("a: >-\n  one\n  and two\n", "f.yml:3:7"),
        ("a: >-\n\n  one\n\n  and two\n", "f.yml:5:7"),
        ("a: |  # as it stands\n    one\n      two\n", "f.yml:3:7"),
        ("a: |2\n    one\n    two\n", "f.yml:3:5"),
        ('a: "one\n\n  two"', "f.yml:3:3"),
        ("# é\na: éé two", "f.yml:2:7"),
        ("a: {b: x}\n", "f.yml:1:4"),
    ],
)
def test_a_fragment_is_found_where_it_stands(yaml: str, place: str) -> None:
    found = value(yaml)
    assert str(found.place_of("two") if isinstance(found, Text) else found.place) == place


def test_the_same_word_twice_is_told_apart_by_its_offset() -> None:
    found = text("a: >-\n  two and\n  two\n")
    assert [str(found.place_at(offset)) for offset in (0, 8)] == ["f.yml:2:3", "f.yml:3:3"]


def test_raw_is_the_text_of_the_file() -> None:
    assert text("a: >-\n  one\n  two\nb: 1\n").raw == ">-\n  one\n  two\n"


def test_rows_know_their_place() -> None:
    found = value("a:\n  - x\n  - [y]\n")
    assert isinstance(found, Row)
    assert [str(item.place) for item in found] == ["f.yml:2:5", "f.yml:3:5"]


def test_the_deepest_that_is_allowed_can_be_read() -> None:
    depth = DEEPEST - 1
    assert isinstance(value("a: " + "[" * depth + "]" * depth), Row)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_far_beyond_the_limit_is_a_problem(opening: str) -> None:
    with pytest.raises(ProblemsError, match="too-deep"):
        parse(SourceText("f.yml", opening * 200_000))


def test_many_aliases_are_not_followed() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {problem.rule for problem in parse(SourceText("f.yml", bomb)).problems} == {"anchor"}
