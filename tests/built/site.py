"""The site as it was built, and where it will stand."""

import re
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

SITE = Path(__file__).parents[2] / "site"

_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)"')


def canonical(home: bytes) -> SplitResult:
    """The address that a home page gives for itself."""
    found = _CANONICAL.search(home)
    assert found, "the home page does not say where the site will stand"
    return urlsplit(found[1].decode())
