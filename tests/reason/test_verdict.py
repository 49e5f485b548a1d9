"""The status shown to readers, and its reason in words."""

from typing import Any

import pytest

from claimbook.reason.verdict import Status, verdicts
from tests.making import argument, piece

Claims = dict[str, dict[str, Any]]

CASES: dict[str, tuple[Claims, Status, str]] = {
    "nothing against it": (
        {"a": {}},
        Status.UNCHALLENGED,
        "nothing in this map speaks against it",
    ),
    "an attack on the way is told": (
        {"a": {"because": [(["b"], [])]}, "b": {"but": ["c"]}, "c": {"but": ["d"]}, "d": {}},
        Status.ANSWERED,
        "what speaks against its reasons is answered",
    ),
    "an answered objection": (
        {"a": {"but": ["b"]}, "b": {"but": ["c"]}, "c": {}},
        Status.ANSWERED,
        "nothing that stands speaks against it; answered: ‘Claim b’",
    ),
    "an objection without an answer": (
        {"a": {"but": ["b"]}, "b": {}},
        Status.OPEN_CHALLENGE,
        "‘Claim b’ stands and nothing answers it",
    ),
    "an objection whose answer fails": (
        {"a": {"but": ["b"]}, "b": {"but": ["c"]}, "c": {"but": ["d"]}, "d": {}},
        Status.OPEN_CHALLENGE,
        "‘Claim b’ stands and the replies to it do not hold",
    ),
    "two objections": (
        {"a": {"but": ["b", "c"]}, "b": {}, "c": {}},
        Status.OPEN_CHALLENGE,
        "‘Claim b’ and ‘Claim c’ stand unanswered",
    ),
    "a fallen reason is named": (
        {"a": {"because": [(["b"], [])]}, "b": {"but": ["c"]}, "c": {}},
        Status.REASONS_FAIL,
        "what decides is ‘Claim b’",
    ),
    "a reason fell, another holds": (
        {"a": {"because": [(["b"], ["c"])], "evidence": [piece("s")]}, "b": {}, "c": {}},
        Status.ANSWERED,
        "holds on other grounds; a reason for it fell with ‘Claim c’",
    ),
    "a reason hangs in the balance, another holds": (
        {
            "a": {"because": [(["b"], [])], "evidence": [piece("s")]},
            "b": {"but": ["c"]},
            "c": {"but": ["b"]},
        },
        Status.ANSWERED,
        "holds on other grounds; a reason for it hangs on ‘Claim b’",
    ),
    "a balance it is part of": (
        {"a": {"but": ["b"]}, "b": {"but": ["a"]}},
        Status.DISPUTED,
        "it and ‘Claim b’ hold each other in the balance",
    ),
    "a balance it hangs on": (
        {"a": {"but": ["b"]}, "b": {"but": ["c"]}, "c": {"but": ["b"]}},
        Status.DISPUTED,
        "‘Claim b’ and ‘Claim c’ hold each other in the balance",
    ),
    "a premise in the balance": (
        {"a": {"because": [(["b"], [])]}, "b": {"but": ["c"]}, "c": {"but": ["b"]}},
        Status.DISPUTED,
        "‘Claim b’ and ‘Claim c’ hold each other in the balance",
    ),
}


@pytest.mark.parametrize(("claims", "status", "reason"), CASES.values(), ids=CASES.keys())
def test_status_and_reason(claims: Claims, status: Status, reason: str) -> None:
    verdict = verdicts(argument(claims))["a"]
    assert (verdict.status, verdict.reason) == (status, reason)


def test_a_step_has_a_verdict_of_its_own() -> None:
    found = verdicts(argument({"a": {"because": [(["b"], ["c"])]}, "b": {}, "c": {}}))
    assert found["a:1"].status is Status.OPEN_CHALLENGE
    assert found["a:1"].deciding == ("c",)
    assert found["a"].status is Status.REASONS_FAIL
    assert found["a"].deciding == ("c",)


CHOICES: dict[str, tuple[Claims, set[str], set[str], Status, str]] = {
    "a choice is told as such": (
        {"a": {"but": ["b"]}, "b": {}},
        {"a"},
        set(),
        Status.ACCEPTED,
        "the reader’s own choice",
    ),
    "rejection goes before acceptance": (
        {"a": {}},
        {"a"},
        {"a"},
        Status.REJECTED,
        "the reader’s own choice",
    ),
    "an objection set aside": (
        {"a": {"but": ["b"]}, "b": {}},
        set(),
        {"b"},
        Status.ANSWERED,
        "nothing that stands speaks against it; answered: ‘Claim b’ (rejected by the reader)",
    ),
    "an answered objection accepted all the same": (
        {"a": {"but": ["b"]}, "b": {"but": ["c"]}, "c": {}},
        {"b"},
        set(),
        Status.OPEN_CHALLENGE,
        "it is challenged by ‘Claim b’ (accepted by the reader)",
    ),
    "a rejected premise": (
        {"a": {"because": [(["b"], [])]}, "b": {}},
        set(),
        {"b"},
        Status.REASONS_FAIL,
        "what decides is ‘Claim b’ (rejected by the reader)",
    ),
    "a rejected step": (
        {"a": {"because": [(["b", "c"], [])]}, "b": {}, "c": {}},
        set(),
        {"a:1"},
        Status.REASONS_FAIL,
        "what decides is the step from ‘Claim b’ and ‘Claim c’ (rejected by the reader)",
    ),
    "a rejected step beside another that hangs in the balance": (
        {
            "a": {"because": [(["b"], []), (["c"], [])]},
            "b": {},
            "c": {"but": ["d"]},
            "d": {"but": ["c"]},
        },
        set(),
        {"a:1"},
        Status.DISPUTED,
        "‘Claim c’ and ‘Claim d’ hold each other in the balance",
    ),
}


@pytest.mark.parametrize(
    ("claims", "accepted", "rejected", "status", "reason"), CHOICES.values(), ids=CHOICES.keys()
)
def test_what_a_reader_chooses(
    claims: Claims, accepted: set[str], rejected: set[str], status: Status, reason: str
) -> None:
    verdict = verdicts(argument(claims), frozenset(accepted), frozenset(rejected))["a"]
    assert (verdict.status, verdict.reason) == (status, reason)
