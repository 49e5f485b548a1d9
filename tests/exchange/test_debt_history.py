"""The history of debt, kept as text."""

import pytest

from claimbook.exchange.debt_history import from_text, to_text
from claimbook.problems import ProblemsError
from claimbook.reason.debt import Debt, Moment

EARLY = Moment("2026-11-20T08:00:00Z", "a1", {"": Debt(3, 2), "only": Debt(3, 2)})
LATE = Moment("2026-11-22T08:00:00Z", "b2", {"": Debt(4, 1), "only": Debt(4, 1)})


def test_what_is_written_can_be_read_in_the_order_of_time() -> None:
    text = to_text([LATE, EARLY])
    assert from_text(text) == (EARLY, LATE)
    assert len(text.splitlines()) == 4


@pytest.mark.parametrize("text", ["", "{}", "[{}]", '[{"time": 1}]'])
def test_damage_is_a_problem(text: str) -> None:
    with pytest.raises(ProblemsError, match="damaged-debt"):
        from_text(text)
