"""A wrong key or value is put right where it can mean one thing alone."""

import pytest

from claimbook.read import load
from tests.read.test_intact import BASE, STONE

ABOVE = "kind: causal\n    paragraph: 2"


def changes(new: str, old: str = ABOVE) -> list[tuple[str, str]]:
    text = BASE[STONE].decode()
    assert old in text
    found = load({**BASE, STONE: text.replace(old, new, 1).encode()}).problems
    assert found
    return [(change.old, change.new) for problem in found for change in problem.fix]


@pytest.mark.parametrize(
    ("new", "fix"),
    [
        ("knd: causal\n    paragraph: 2", ("knd", "kind")),
        ("kind: cusal\n    paragraph: 2", ("cusal", "causal")),
        ("kind: Causal\n    paragraph: 2", ("Causal", "causal")),
        ('kind: causal\n    paragraph: "2"', ('"2"', "2")),
        ('kind: causal\n    implicit: "True"', ('"True"', "true")),
        ('kind: causal\n    implicit: " false "', ('" false "', "false")),
        ("kind: causal\n    because: bridges-last", ("bridges-last", "[bridges-last]")),
    ],
)
def test_what_is_meant_is_written(new: str, fix: tuple[str, str]) -> None:
    assert changes(new) == [fix]


@pytest.mark.parametrize(
    "new",
    [
        "kind: causal\n    knd: legal",
        "kind: causal\n    weather: fine",
        "kind: weather",
        "kind: [causal]",
        "kind: causal\n    paragraph: two",
        'kind: causal\n    paragraph: "true"',
        'kind: causal\n    implicit: "1"',
        'kind: causal\n    implicit: "perhaps"',
        'kind: causal\n    because: "bridges; floods"',
    ],
)
def test_what_may_be_meant_is_not(new: str) -> None:
    assert changes(new) == []


def test_a_number_for_a_text_is_put_in_quotes() -> None:
    assert changes("claim: 7", "claim: Arches carry more than they must.") == [("7", '"7"')]


def test_an_item_that_is_no_table_is_left_out() -> None:
    assert changes("evidence:\n      - 7\n      - source:", "evidence:\n      - source:") == []
