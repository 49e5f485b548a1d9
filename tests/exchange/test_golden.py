from collections.abc import Callable

import pytest

from claimbook.exchange.apa import apa
from claimbook.exchange.chicago import chicago
from claimbook.exchange.csl_json import csl_json
from claimbook.exchange.line import Line
from claimbook.exchange.work import Work
from tests.exchange.golden_works import GOLDEN, works

STYLES: dict[str, Callable[[Work], Line]] = {"apa": apa, "chicago": chicago}
KEYS = tuple(works())
# Where we do not follow the processor: (part of its line, ours, why).
DIFFERENCES = {
    ("apa", "article-unknown-year"): ("(n.d.)", "(year not confirmed)", "it has a date"),
    ("apa", "online-unknown"): (
        "(n.d.). Retrieved https://example.org/rescued",
        "(year not confirmed). https://example.org/rescued [author not confirmed]",
        "it has a date and an author",
    ),
    ("apa", "techreport"): (" Letters Watch. http", " http", "section 9.29 of the manual"),
    ("apa", "claim"): (
        "The Post, Examined. Retrieved",
        "The post, examined.",
        "a site's name stands as it is, and `Retrieved` needs a date",
    ),
    ("chicago", "article-unknown-year"): ("n.d.", "[year not confirmed].", "it has a date"),
    ("chicago", "foreign"): ("Laan, Piet van der", "van der Laan, Piet", "as the entry has it"),
    ("chicago", "online-unknown"): (
        "n.d. https://example.org/rescued.",
        "[year not confirmed]. https://example.org/rescued. [author not confirmed]",
        "it has a date and an author",
    ),
}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("style", STYLES)
def test_a_reference_reads_as_a_citation_processor_sets_it(style: str, key: str) -> None:
    theirs, ours, _ = DIFFERENCES.get((style, key), ("", "", ""))
    expected = _golden(style)[key]
    assert theirs in expected
    assert _starred(STYLES[style](works()[key])) == expected.replace(theirs, ours)


def test_the_processor_was_given_what_we_export() -> None:
    assert csl_json(works().values()) == (GOLDEN / "works.json").read_text("utf-8")


def _golden(style: str) -> dict[str, str]:
    lines = (GOLDEN / f"{style}.txt").read_text("utf-8").splitlines()
    return {key: text for key, _, text in (line.partition(": ") for line in lines)}


def _starred(line: Line) -> str:
    return "".join(f"*{run.text}*" if run.italic else run.text for run in line)
