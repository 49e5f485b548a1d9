from collections.abc import Mapping

import pytest

from claimbook.links.internal import files_of
from tests.built.site import SITE, canonical


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    found = files_of(SITE)
    assert "index.html" in found, "there is no site to check: run scripts/build.py first"
    return found


@pytest.fixture(scope="session")
def pages(files: Mapping[str, bytes]) -> Mapping[str, str]:
    return {name: text.decode() for name, text in files.items() if name.endswith(".html")}


@pytest.fixture(scope="session")
def site_url(files: Mapping[str, bytes]) -> str:
    return canonical(files["index.html"]).geturl()
