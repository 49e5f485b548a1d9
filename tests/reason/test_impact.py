"""What hangs on a source."""

from random import Random
from typing import Any

import pytest

from claimbook.model import Argument
from claimbook.reason.impact import of_source, ranked, without
from claimbook.reason.verdict import Status, verdicts
from tests.making import argument, piece, source


def map_with_two_sources(**fields: str) -> Argument:
    """`thesis` rests on `reason`, whose own reason `basis` has an open challenge."""
    return argument(
        {
            "thesis": {"because": [(["reason"], [])]},
            "reason": {"because": [(["basis"], [])], "evidence": [piece("one")]},
            "basis": {"but": ["objection"], "evidence": [piece("two")]},
            "objection": {"evidence": [piece("one", "context"), piece("two")]},
        },
        sources=[source("one"), source("two", **fields)],
    )


def test_a_claim_whose_reasons_fell_stands_by_its_source_alone() -> None:
    made = map_with_two_sources()
    impact = of_source(made, "one")
    assert impact.touched == ("reason", "objection")
    assert impact.unsupported == ("reason",)
    turned = [(turn.claim, turn.before.status, turn.after.status) for turn in impact.turned]
    assert turned == [
        ("thesis", Status.ANSWERED, Status.REASONS_FAIL),
        ("reason", Status.ANSWERED, Status.REASONS_FAIL),
    ]


def test_a_claim_without_reasons_loses_its_support_and_keeps_its_status() -> None:
    impact = of_source(map_with_two_sources(), "two")
    assert impact.unsupported == ("basis", "objection")
    assert impact.turned == ()


def test_another_source_keeps_the_support() -> None:
    pieces = [piece("one"), piece("two"), piece("two", "opposes")]
    made = argument({"thesis": {"evidence": pieces}}, sources=[source("one"), source("two")])
    impact = of_source(made, "two")
    assert (impact.touched, impact.unsupported) == (("thesis",), ())


def test_what_derives_from_a_source_falls_with_it() -> None:
    impact = of_source(map_with_two_sources(derivedfrom="one"), "one")
    assert impact.fallen == ("one", "two")
    assert impact.unsupported == ("reason", "basis", "objection")


def test_works_that_derive_from_each_other_fall_once() -> None:
    sources = [source("a", derivedfrom="b"), source("b", derivedfrom="a")]
    made = argument({"thesis": {"evidence": [piece("a")]}}, sources=sources)
    assert of_source(made, "a").fallen == ("a", "b")


def test_the_greatest_impact_comes_first_and_none_is_left_out() -> None:
    made = map_with_two_sources()
    sources = [source("idle"), *made.sources.values()]
    made = argument(made.sections, sources=sources)
    assert [impact.source for impact in ranked(made)] == ["one", "two"]


def test_the_rest_of_an_argument_is_untouched() -> None:
    made = map_with_two_sources()
    rest = without(made, ("one",))
    assert rest.claims["basis"] is made.claims["basis"]
    assert rest.claims["reason"].steps == made.claims["reason"].steps
    assert [piece.source for piece in rest.claims["objection"].evidence] == ["two"]


@pytest.mark.parametrize("seed", range(60))
def test_what_turns_is_what_the_definition_says(seed: int) -> None:
    made = tangled(seed)
    before = verdicts(made)
    for impact in ranked(made):
        after = verdicts(without(made, impact.fallen))
        expected = [(id_, before[id_], after[id_]) for id_ in made.claims]
        turned = [(turn.claim, turn.before, turn.after) for turn in impact.turned]
        assert turned == [parts for parts in expected if parts[1].status is not parts[2].status]


def tangled(seed: int) -> Argument:
    """A random argument in which attacks, and sometimes support, run in circles."""
    random = Random(seed)  # noqa: S311 -- for a test
    ids = [f"c{number}" for number in range(14)]

    def some(most: int) -> list[str]:
        return random.sample(ids, random.randint(0, most))

    def parts() -> dict[str, Any]:
        steps = [(some(2) or ids[:1], some(1)) for _ in range(random.randint(0, 2))]
        pieces = [piece(random.choice("xyz"), random.choice(["supports", "opposes"]))]
        return {"because": steps, "but": some(1), "evidence": pieces * random.randint(0, 1)}

    claims = {id_: parts() for id_ in ids}
    return argument(claims, thesis="c0", sources=[source(key) for key in "xyz"])
