"""A batch of damaged files in every run of the tests; the bench tries tens of thousands."""

import pytest

from tests.bench.mutations import TWIN, tried

EACH = 150


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_end_as_an_argument_or_as_problems(seed: int) -> None:
    ends, _ = tried(TWIN, EACH, seed)
    assert sum(ends.values()) == EACH
    assert ends["problems"] > EACH / 2
