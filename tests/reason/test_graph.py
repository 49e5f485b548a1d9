"""Links in both directions, circles of support, ties to the thesis."""

import itertools

from claimbook.reason.graph import Graph, circles, tied
from tests.making import argument

MADE = argument(
    {
        "thesis": {"because": [(["reason"], ["undercut"])], "but": ["objection"]},
        "reason": {},
        "undercut": {},
        "objection": {"but": ["reply"]},
        "reply": {},
        "alone": {},
    }
)


def test_backlinks() -> None:
    graph = Graph(MADE)
    assert [step.id for step in graph.used_in["reason"]] == ["thesis:1"]
    assert graph.rebuts["reply"] == ("objection",)
    assert [step.id for step in graph.undercuts["undercut"]] == ["thesis:1"]
    assert set(graph.neighbours("thesis")) == {"thesis:1", "objection"}
    assert set(graph.neighbours("thesis:1")) == {"thesis", "reason", "undercut"}


def test_tied_over_links_of_any_kind_and_direction() -> None:
    everything = {*MADE.claims, *MADE.steps}
    assert tied(MADE) == everything - {"alone"}
    assert tied(argument({"reason": {}}, thesis="missing")) == frozenset()


def test_unknown_ids_are_passed_over() -> None:
    made = argument({"thesis": {"because": [(["gone"], [])], "but": ["gone"]}})
    assert Graph(made).rebutted_by["thesis"] == ()
    assert tied(made) == {"thesis", "thesis:1"}


def test_every_circle_is_found_from_claim_to_premise() -> None:
    made = argument(
        {
            "a": {"because": [(["b"], [])]},
            "b": {"because": [(["c"], [])]},
            "c": {"because": [(["a"], [])]},
            "x": {"because": [(["y"], [])]},
            "y": {"because": [(["x"], [])]},
        }
    )
    found = circles(made)
    assert {frozenset(circle) for circle in found} == {frozenset("abc"), frozenset("xy")}
    for circle in found:
        assert circle[0] == circle[-1]
        assert all(
            after in {p for step in made.claims[before].steps for p in step.premises}
            for before, after in itertools.pairwise(circle)
        )


def test_attacks_and_shared_premises_make_no_circle() -> None:
    made = argument(
        {
            "a": {"because": [(["b"], []), (["c"], [])], "but": ["b"]},
            "b": {"because": [(["d"], [])], "but": ["a"]},
            "c": {"because": [(["d"], [])]},
            "d": {},
        }
    )
    assert circles(made) == ()
