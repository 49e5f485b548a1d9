"""The grounded interpretation, against cases worked out by hand and a slow oracle."""

from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model import Argument, Bearing
from claimbook.reason.status import Value, grounded
from tests.making import argument, piece

IN, OUT, UNDECIDED = Value.IN, Value.OUT, Value.UNDECIDED

Claims = dict[str, dict[str, Any]]

CASES: dict[str, tuple[Claims, dict[str, Value]]] = {
    "a claim that nothing attacks is in": ({"a": {}}, {"a": IN}),
    "a rebutter that stands puts its target out": (
        {"a": {"but": ["b"]}, "b": {}},
        {"a": OUT, "b": IN},
    ),
    "a reply brings the claim back": (
        {"a": {"but": ["b"]}, "b": {"but": ["c"]}, "c": {}},
        {"a": IN, "b": OUT, "c": IN},
    ),
    "mutual rebuttal leaves both undecided": (
        {"a": {"but": ["b"]}, "b": {"but": ["a"]}},
        {"a": UNDECIDED, "b": UNDECIDED},
    ),
    "a claim that rebuts itself is undecided": ({"a": {"but": ["a"]}}, {"a": UNDECIDED}),
    "linked premises must all stand": (
        {"a": {"because": [(["b", "c"], [])]}, "b": {}, "c": {"but": ["d"]}, "d": {}},
        {"a:1": OUT, "a": OUT},
    ),
    "one step that stands is enough": (
        {
            "a": {"because": [(["b"], []), (["c"], [])]},
            "b": {},
            "c": {"but": ["d"]},
            "d": {},
        },
        {"a:1": IN, "a:2": OUT, "a": IN},
    ),
    "an undercutter takes the step, not the premise": (
        {"a": {"because": [(["b"], ["c"])]}, "b": {}, "c": {}},
        {"b": IN, "a:1": OUT, "a": OUT},
    ),
    "supporting evidence lets a claim stand without its steps": (
        {"a": {"because": [(["b"], ["c"])], "evidence": [piece("s")]}, "b": {}, "c": {}},
        {"a:1": OUT, "a": IN},
    ),
    "opposing evidence does not": (
        {"a": {"because": [(["b"], ["c"])], "evidence": [piece("s", "opposes")]}, "b": {}, "c": {}},
        {"a:1": OUT, "a": OUT},
    ),
    "evidence does not save a claim from a rebutter": (
        {"a": {"but": ["b"], "evidence": [piece("s")]}, "b": {}},
        {"a": OUT},
    ),
    "what supports itself in a circle stays undecided": (
        {"a": {"because": [(["b"], [])]}, "b": {"because": [(["a"], [])]}},
        {"a": UNDECIDED, "b": UNDECIDED},
    ),
    "an undecided undercutter leaves the step undecided": (
        {"a": {"because": [(["b"], ["c"])]}, "b": {}, "c": {"but": ["d"]}, "d": {"but": ["c"]}},
        {"a:1": UNDECIDED, "a": UNDECIDED},
    ),
}


@pytest.mark.parametrize(("claims", "expected"), CASES.values(), ids=CASES.keys())
def test_grounded(claims: Claims, expected: dict[str, Value]) -> None:
    values = grounded(argument(claims))
    assert {id_: values[id_] for id_ in expected} == expected


def test_what_a_reader_forces_holds_whatever_stands_against_it() -> None:
    made = argument({"a": {"but": ["b"]}, "b": {}, "c": {"because": [(["a"], [])]}})
    assert grounded(made)["c"] is OUT
    assert grounded(made, accepted=frozenset({"a"}))["c"] is IN
    assert grounded(made, rejected=frozenset({"b"}))["a"] is IN
    assert grounded(made, rejected=frozenset({"c:1"}))["c"] is OUT


def oracle(made: Argument) -> dict[str, Value]:
    """The definition itself, applied to everything again and again until nothing changes."""
    values = dict.fromkeys(chain(made.claims, made.steps), UNDECIDED)
    while True:
        new = {id_: _of_step(made, values, id_) for id_ in made.steps}
        new |= {id_: _of_claim(made, values, id_) for id_ in made.claims}
        if new == values:
            return values
        values = new


def _of_step(made: Argument, values: dict[str, Value], id_: str) -> Value:
    step = made.steps[id_]
    if all(values[p] is IN for p in step.premises) and all(
        values[u] is OUT for u in step.undercutters
    ):
        return IN
    fallen = any(values[p] is OUT for p in step.premises)
    return OUT if fallen or any(values[u] is IN for u in step.undercutters) else UNDECIDED


def _of_claim(made: Argument, values: dict[str, Value], id_: str) -> Value:
    claim = made.claims[id_]
    alone = not claim.steps or any(e.bearing is Bearing.SUPPORTS for e in claim.evidence)
    steps = [values[step.id] for step in claim.steps]
    if any(values[r] is IN for r in claim.rebutters):
        return OUT
    if not alone and all(value is OUT for value in steps):
        return OUT
    free = all(values[r] is OUT for r in claim.rebutters)
    return IN if free and (alone or IN in steps) else UNDECIDED


IDS = "abcdef"
some_ids = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
one_step = st.tuples(st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True), some_ids)
one_claim = st.fixed_dictionaries(
    {
        "because": st.lists(one_step, max_size=2),
        "but": some_ids,
        "evidence": st.lists(st.sampled_from([piece("s"), piece("s", "opposes")]), max_size=1),
    }
)


@settings(max_examples=300, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(IDS, one_claim)))
def test_grounded_agrees_with_its_definition(claims: Claims) -> None:
    made = argument(claims, thesis="a")
    assert grounded(made) == oracle(made)
