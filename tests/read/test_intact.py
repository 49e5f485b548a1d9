"""A slip that can be understood leaves an argument intact; a value that had to go does not."""

from pathlib import Path

import pytest

from claimbook.model import Number
from claimbook.read import Loaded, collect, load
from claimbook.read.decoding import LARGEST, readable

BASE = collect(Path(__file__).parents[1] / "cases" / "base")
STONE = "claims/stone.yml"


def loaded(old: str, new: str) -> Loaded:
    text = BASE[STONE].decode()
    assert old in text
    return load({**BASE, STONE: text.replace(old, new, 1).encode()})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: causal", "knd: causal"),
        ("kind: causal", "kind: cusal"),
        ("claim: Arches carry more than they must.", "claim: 7"),
        ("claim: Arches carry more than they must.", "claim: true"),
        ("paragraph: 2", 'paragraph: "2"'),
        ("but: [floods-break-bridges]", "but: floods-break-bridges"),
        ("paragraph: 2", 'paragraph: 2\n    implicit: "False"'),
    ],
)
def test_what_was_meant_is_plain(old: str, new: str) -> None:
    made = loaded(old, new)
    assert made.problems
    assert (made.whole, made.intact) == (True, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: causal", "kind: causal\n    weather: fine"),
        ("kind: causal", "kind: causal\n    knd: legal"),
        ("kind: causal", "kind: weather"),
        ("paragraph: 2", "paragraph: two"),
        ("paragraph: 2", "paragraph: 2\n    implicit: perhaps"),
        ("  arches-carry:\n", "  2020:\n"),
        ("but: [floods-break-bridges]", 'but: "floods, rain"'),
        ("claim: Floods break", "claim: Floods: break"),
    ],
)
def test_what_was_meant_is_not_known(old: str, new: str) -> None:
    made = loaded(old, new)
    assert made.problems
    assert (made.whole, made.intact) == (True, False)


def test_what_was_meant_is_read() -> None:
    claims = loaded("claim: Arches carry more than they must.", "claim: true").argument.claims
    assert claims["arches-carry"].statement == "true"
    claims = loaded("paragraph: 2", 'paragraph: "2"').argument.claims
    assert claims["arches-carry"].paragraphs == (Number(2, claims["arches-carry"].place),)
    for word, meant in (("True", True), ("false", False)):
        made = loaded("paragraph: 2", f'paragraph: 2\n    implicit: "{word}"')
        assert made.argument.claims["arches-carry"].implicit is meant


def test_so_many_unknown_keys_are_told_of_and_no_more() -> None:
    keys = "".join(f"    weather-{number}: x\n" for number in range(700))
    made = loaded("    kind: causal\n", f"    kind: causal\n{keys}")
    assert sum(problem.rule == "unknown-key" for problem in made.problems) == 500


def test_every_fault_of_a_file_is_told_in_one_run() -> None:
    made = loaded("kind: causal\n    paragraph: 2", "knd: cusal\n    paragraph: two")
    assert [problem.rule for problem in made.problems] == [
        *("unknown-key", "unknown-value", "wrong-type"),
    ]


def test_a_large_file_is_told_of_with_its_limit() -> None:
    made = load({**BASE, STONE: b"#" * (LARGEST + 1)})
    (problem,) = (problem for problem in made.problems if problem.rule == "too-large")
    assert (problem.message, problem.hint) == (
        "the file is larger than 1 MiB",
        "split it into several files",
    )


def test_a_text_that_cannot_be_read_is_shown_as_far_as_it_can() -> None:
    assert readable(b"\xef\xbb\xbfa\r\nb\rc\xff") == "a\nb\nc\N{REPLACEMENT CHARACTER}"
