"""A batch of damaged files in every run of the tests; the bench tries tens of thousands.

Each run of a host's checks takes seeds of its own, after its number, so that every 84 runs try
50,000 inputs; the name of a test tells its seed.
"""

import os

import pytest

from tests.bench.mutations import TWIN, tried

EACH = 150
BATCHES = 4
FIRST = BATCHES * int(os.environ.get("GITHUB_RUN_NUMBER") or "0")


@pytest.mark.parametrize("seed", range(FIRST, FIRST + BATCHES))
def test_damaged_files_end_as_an_argument_or_as_problems(seed: int) -> None:
    ends, _ = tried(TWIN, EACH, seed)
    assert sum(ends.values()) == EACH
    assert ends["problems"] > EACH / 3
