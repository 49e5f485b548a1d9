import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimbook.links.internal import files_of

SITE = Path(__file__).parents[2] / "site"
CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)"')


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
    found = CANONICAL.search(files["index.html"])
    assert found, "the home page does not say where the site will stand"
    return found[1].decode()
