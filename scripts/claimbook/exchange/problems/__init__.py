"""Problems in the forms in which people and programs take them; one file a form."""

from collections.abc import Callable, Mapping
from typing import Final

from claimbook.exchange.problems.as_json import as_json
from claimbook.exchange.problems.excerpt import visible
from claimbook.exchange.problems.github import github
from claimbook.exchange.problems.junit import junit
from claimbook.exchange.problems.report import Report, law, summary
from claimbook.exchange.problems.sarif import sarif
from claimbook.exchange.problems.text import listing, text

__all__ = ["FORMS", "Report", "law", "listing", "summary", "text", "visible"]

FORMS: Final[Mapping[str, Callable[[Report], str]]] = {
    "text": text,
    "github": github,
    "sarif": sarif,
    "json": as_json,
    "junit": junit,
}
"""What a report becomes in each form: text that ends in a line feed, or nothing at all."""
