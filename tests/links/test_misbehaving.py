"""Every way to misbehave is seen for what it is, and nothing more is said of it."""

from collections.abc import Mapping

import pytest

from claimbook.links.results import Result
from claimbook.links.states import State
from tests.links.cases import BEHAVIOURS, CASES, Case
from tests.links.seeing import see
from tests.links.server import served


@pytest.fixture(scope="module")
def seen() -> Mapping[str, Result]:
    with served(BEHAVIOURS) as server:
        return see(server)


def test_there_are_at_least_thirty_ways_to_misbehave() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_misbehaviour_is_seen_for_what_it_is(case: Case, seen: Mapping[str, Result]) -> None:
    result = seen[case.name]
    sights = {words.text: words.sight for words in result.words}
    assert (result.state, sights, len(result.hops)) == (case.state, case.words, case.hops)


def test_every_state_is_met_but_those_that_need_a_resolver_or_a_snapshot() -> None:
    assert {*State} - {case.state for case in CASES} == {State.RESOLVED, State.CHANGED}
