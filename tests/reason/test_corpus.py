"""The engine against the cases that the reader's browser must get right as well."""

import json

import pytest

from claimbook.exchange.graph_json import graph_json
from claimbook.reason.verdict import verdicts
from tests.corpus import Case, cases

CASES = {case.name: case for case in cases()}


def test_there_are_cases() -> None:
    assert len(CASES) > 40
    assert any(case.accept for case in CASES.values())
    assert any(":" in node for case in CASES.values() for node in case.reject)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_values_and_statuses(case: Case) -> None:
    found = verdicts(case.argument, frozenset(case.accept), frozenset(case.reject))
    assert {id_: verdict.value for id_, verdict in found.items()} == case.values
    assert {id_: found[id_].status for id_ in case.statuses} == case.statuses


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_case_is_what_the_browser_is_given(case: Case) -> None:
    given = json.loads(graph_json(case.argument))["claims"]
    links = ("id", "label", "alone", "steps", "rebutters")
    assert [{key: claim[key] for key in links if key in claim} for claim in given] == [
        {**claim} for claim in case.graph["claims"]
    ]
