from pathlib import Path

import pytest

from tests.wheel.environment import build_wheel


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the project as it is now."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))
