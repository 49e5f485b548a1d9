"""What pages explain beside their words, and where the texts of that come from."""

import re
from collections import Counter
from dataclasses import replace
from importlib.resources import files

import pytest

from claimbook.model import SCHEMES, Argument, Document, Text
from claimbook.pages import Book, Page, pages
from claimbook.pages.glossary import Term, glossary
from claimbook.pages.words import slug
from claimbook.pipeline import Edition
from claimbook.problems import Place
from claimbook.reason.verdict import Status

TEMPLATES = [
    path
    for path in (files("claimbook.pages") / "templates").iterdir()
    if path.name.endswith(".html")
]


def hints(body: str) -> dict[str, str]:
    """The words of each hint on a page by its id."""
    found = re.findall(r'<div class="cb-hint" id="(.*?)".*?>(.*?)</div>', body, re.DOTALL)
    return {id_: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for id_, text in found}


def asked(body: str) -> list[str]:
    return re.findall(r'aria-describedby="(.*?)"', body)


def of(argument: Argument, path: str) -> Page:
    return next(page for page in pages(Book(argument)) if page.path == path)


def with_glossary(argument: Argument, text: str) -> Argument:
    page = Document(Text(text, Place("docs/glossary.md")))
    return replace(argument, documents=(page,))


def test_terms_are_read_from_the_glossary_with_their_words_alone(twin: Argument) -> None:
    terms = glossary(twin)
    assert terms["undercut"] == Term(
        "undercut",
        "Undercut",
        "To say that a reason does not lead to its conclusion. See the method.",
    )
    assert not any("Loose words" in term.name for term in terms.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Word { #word }\n:   What it means.", {"word"}),
        ("Word {#word}\n: What it means.", {"word"}),
        ("Word\n:   What it means.", set()),
        ("## Word { #word }\n\nNo meaning.", set()),
        ("", set()),
    ],
)
def test_what_is_an_entry(twin: Argument, text: str, expected: set[str]) -> None:
    assert set(glossary(with_glossary(twin, text))) == expected


def test_a_claim_page_explains_its_words_once_each(twin_edition: Edition) -> None:
    body = twin_edition.pages["claims/keep-the-clock.md"].body
    assert (
        '<a class="cb-term" href="../../glossary/#undercut" aria-describedby="term-undercut">'
        "Unless</a>" in body
    )
    assert Counter(asked(body))["term-undercut"] == 1
    assert hints(body)["term-undercut"].startswith("Undercut To say that a reason does not lead")
    assert ">practical reasoning</a>" in body


def test_every_status_a_reader_can_reach_is_explained_where_one_is(twin_edition: Edition) -> None:
    found = hints(twin_edition.pages["claims/keep-the-clock.md"].body)
    statuses = {"term-disputed", "term-answered", "term-its-reasons-do-not-hold"}
    assert statuses < found.keys()


def test_a_citation_tells_the_finding_for_the_claim_it_stands_with(twin_edition: Edition) -> None:
    body = twin_edition.pages["sections/time.md"].body
    told = hints(body)
    assert told["smith2019counting-people-look-up"].endswith(
        "supports Of 200 passers-by 118 looked up within a minute. Read: full text."
    )
    assert "jones2021phones-people-look-up" in told
    assert 'evidence-2" aria-describedby="jones2021phones-people-look-up"' in body
    note = twin_edition.pages["claims/people-look-up.md"].body
    assert 'aria-describedby="smith2019counting-people-look-up">Smith 2019</a>' in note


def test_a_citation_elsewhere_tells_the_first_finding_and_how_many_more(
    twin_edition: Edition,
) -> None:
    body = twin_edition.pages["sections/time.md"].body
    assert 'aria-describedby="smith2019counting-first">Smith 2019, p. 3</a>' in body
    assert "118 looked up" in hints(body)["smith2019counting-first"]


def test_beside_a_finding_only_the_source_is_told(twin_edition: Edition) -> None:
    told = hints(twin_edition.pages["claims/phones-tell-time.md"].body)["jones2021phones-alone"]
    assert "Phones and time" in told
    assert "Nine in ten" not in told


@pytest.mark.parametrize("which", ["twin", "real"])
def test_whatever_is_asked_for_stands_on_the_page_once(
    which: str, request: pytest.FixtureRequest
) -> None:
    edition: Edition = request.getfixturevalue(f"{which}_edition")
    explaining = 0
    for page in edition.pages.values():
        ids = re.findall(r'<div class="cb-hint" id="(.*?)"', page.body)
        assert len(ids) == len(set(ids)), page.path
        assert set(asked(page.body)) <= set(ids), page.path
        explaining += bool(ids)
    assert explaining > 5


def test_without_a_glossary_words_stay_plain(twin: Argument) -> None:
    body = of(with_glossary(twin, "# Nothing"), "claims/keep-the-clock.md").body
    assert "cb-term" not in body
    assert ">Unless</p>" in body


def test_the_print_edition_explains_nothing_in_place(twin_edition: Edition) -> None:
    body = twin_edition.pages["print.md"].body
    assert "cb-hint" not in body
    assert "aria-describedby" not in body


def test_the_glossary_explains_every_word_that_pages_ask_for(real: Argument) -> None:
    named = {
        id_
        for path in TEMPLATES
        for id_ in re.findall(r'term\("([\w-]+)"', path.read_text("utf-8"))
    }
    assert {"rebut", "undercut", "warrant"} < named
    wanted = named | {slug(status) for status in Status} | set(SCHEMES)
    assert wanted - set(glossary(real)) == set()
