"""The smallest change that turns a claim, against a search of everything."""

from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model import Argument
from claimbook.reason.fall import of_claim
from claimbook.reason.flip import LARGEST, Flip, flips
from claimbook.reason.status import Value, grounded
from claimbook.reason.why import Reason, why
from tests.making import argument, claim, piece, section

NAMES = st.sampled_from("abcdef")
STEPS = st.tuples(st.lists(NAMES, min_size=1, max_size=2), st.lists(NAMES, max_size=1))
CLAIMS = st.builds(
    claim,
    NAMES,
    because=st.lists(STEPS, max_size=2),
    but=st.lists(NAMES, max_size=2, unique=True),
    evidence=st.lists(st.builds(piece, NAMES), max_size=1),
)
ARGUMENTS = st.lists(CLAIMS, unique_by=lambda c: c.id, min_size=1).map(
    lambda claims: argument([section("only", claims)], thesis="a")
)


def everything(made: Argument, goal_of: str, goal: Value) -> tuple[int, set[Flip]]:
    """The smallest size at which any choice gives the goal, and all choices of that size."""
    others = [str(id_) for id_ in made.claims if id_ != goal_of]
    for size in range(LARGEST + 1):
        found = set()
        for chosen in combinations(others, size):
            for values in product((Value.IN, Value.OUT), repeat=size):
                forced = dict(zip(chosen, values, strict=True))
                flip = Flip(*(tuple(sorted(c for c in chosen if forced[c] is v)) for v in VALUES))
                accepted, rejected = frozenset(flip.accepted), frozenset(flip.rejected)
                if grounded(made, accepted, rejected)[goal_of] is goal:
                    found.add(flip)
        if found:
            return size, found
    return LARGEST + 1, set()


VALUES = (Value.IN, Value.OUT)


@settings(max_examples=150, deadline=None)
@given(ARGUMENTS, st.sampled_from(VALUES))
def test_as_a_search_of_everything_finds(made: Argument, goal: Value) -> None:
    first = str(next(iter(made.claims)))
    size, expected = everything(made, first, goal)
    if size == 0:
        return
    found = flips(made, first, goal)
    assert not found.gave_up
    assert set(found.found) == expected
    if expected:
        assert found.ruled_out == size - 1
    else:
        assert found.ruled_out in {None, LARGEST}


def test_one_claim_is_enough() -> None:
    made = argument({"a": {"but": ["b"]}, "b": {}}, "a")
    found = flips(made, "a", Value.IN)
    assert (found.found, found.ruled_out) == ((Flip((), ("b",)),), 0)


def test_two_objections_must_both_go() -> None:
    made = argument({"a": {"but": ["b", "c"]}, "b": {}, "c": {}}, "a")
    found = flips(made, "a", Value.IN)
    assert (found.found, found.ruled_out) == ((Flip((), ("b", "c")),), 1)


def test_nothing_can_turn_what_nothing_bears_on() -> None:
    found = flips(argument({"a": {}}, "a"), "a", Value.OUT)
    assert (found.found, found.ruled_out, found.gave_up) == ((), None, False)


def test_it_says_when_it_gave_up() -> None:
    attackers = [f"b{n}" for n in range(4)]
    made = argument({"a": {"but": attackers}, **{id_: {} for id_ in attackers}}, "a")
    assert flips(made, "a", Value.IN).ruled_out == LARGEST
    assert flips(made, "a", Value.IN, tries=2).gave_up


def test_why_follows_what_decides_to_the_end() -> None:
    made = argument({"a": {"because": [(["b"], [])]}, "b": {"but": ["c"]}, "c": {}}, "a")
    chain_ = list(chain.from_iterable(_walk(why(made, "a"))))
    assert chain_ == ["a", "b", "c"]


def test_why_does_not_walk_in_circles() -> None:
    reason = why(argument({"a": {"but": ["b"]}, "b": {"but": ["a"]}}, "a"), "a")
    assert [r.claim for r in reason.reasons] == ["b"]
    assert [(r.claim, r.seen_before) for r in reason.reasons[0].reasons] == [("a", True)]


def _walk(reason: Reason) -> list[list[str]]:
    below = (_walk(r) for r in reason.reasons)
    return [[reason.claim], *chain.from_iterable(below)]


@pytest.mark.parametrize(("fallen", "turned"), [("b", ["a"]), ("c", ["a", "b"]), ("a", [])])
def test_what_a_claim_takes_with_it(fallen: str, turned: list[str]) -> None:
    made = argument(
        {"a": {"because": [(["b"], [])]}, "b": {"because": [(["c"], [])]}, "c": {}}, "a"
    )
    fall = of_claim(made, fallen)
    assert [turn.claim for turn in fall.turned] == turned
    assert fall.bears_on == {"a": (), "b": ("a",), "c": ("b",)}[fallen]
