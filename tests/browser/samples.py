"""Pages of each kind, taken from the site as it was built, so that any argument will do."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from tests.built.site import SITE


def argument() -> dict[str, Any]:
    """The argument as the site publishes it."""
    found: dict[str, Any] = json.loads((SITE / "data" / "argument.json").read_text("utf-8"))
    return found


def addresses() -> list[str]:
    """Every page at the top, and of each folder its index and its longest page."""
    pages = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("index.html"))
    folders = groupby(pages, key=_folder)
    return sorted(
        {page.removesuffix("index.html") for _, group in folders for page in _pick(group)}
    )


def _folder(page: str) -> str:
    return page.split("/", maxsplit=1)[0] if page.count("/") > 1 else ""


def _pick(pages: Iterator[str]) -> list[str]:
    found = list(pages)
    if not _folder(found[0]):
        return found
    return [max(found, key=lambda page: (SITE / page).stat().st_size)]
