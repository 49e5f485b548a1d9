"""Page numbers in references: printed once to learn them, and again with them in place.

Chromium knows no `target-counter()`, but it writes into the PDF where each target stands.
"""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final

from pypdf import PdfReader

_NUMBER: Final = re.compile(r'(<span class="cb-pn" data-target="([^"]+)")(?: data-page="\d+")?>')
_GUESS: Final = 88  # as wide as most numbers, so that the second print breaks where the first did
_TRIES: Final = 3


def numbered(html: str, printer: Callable[[str], bytes]) -> bytes:
    """The PDF of an HTML document whose empty `cb-pn` spans carry the page of their target."""
    pages: Mapping[str, int] = {}
    html = _with_pages(html, pages)
    for _ in range(_TRIES):
        pdf = printer(html)
        found = pages_of(pdf)
        if found == pages:
            break
        pages = found
        html = _with_pages(html, pages)
    return pdf


def pages_of(pdf: bytes) -> Mapping[str, int]:
    """The page, counted from 1, on which each target of a link stands."""
    reader = PdfReader(BytesIO(pdf))
    numbers = {
        name: reader.get_destination_page_number(target)
        for name, target in reader.named_destinations.items()
    }
    return {name.lstrip("/"): number + 1 for name, number in numbers.items() if number is not None}


def _with_pages(html: str, pages: Mapping[str, int]) -> str:
    def numbered_(found: re.Match[str]) -> str:
        return f'{found[1]} data-page="{pages.get(found[2], _GUESS)}">'

    return _NUMBER.sub(numbered_, html)
