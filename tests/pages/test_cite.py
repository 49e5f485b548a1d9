"""Citing and sharing: the words, the files, the head and the old addresses."""

import json
import re
from html import unescape
from typing import Any

import pytest

from claimbook.model import Argument
from claimbook.pages import Book, Settings, pages, redirects
from claimbook.pages import cite as citing
from claimbook.pages.share import picture
from claimbook.pipeline import Edition

SITE = "https://example.org/clock/"


@pytest.fixture
def book(twin: Argument) -> Book:
    return Book(twin, Settings(site=SITE, author="The villagers"))


def test_a_claim_is_cited_as_a_page_of_the_map(book: Book) -> None:
    cite = citing.of_claim(book, book.argument.claims["people-look-up"])
    apa = "".join(run.text for run in dict(cite.styles)["APA"])
    assert apa == (
        "The villagers. (n.d.). People on the square look at the clock. "
        "Should the village keep its clock? https://example.org/clock/claims/people-look-up/"
    )
    assert cite.link == "https://example.org/clock/claims/people-look-up/"
    assert len(cite.coins) == 2


def test_a_source_is_cited_as_itself(book: Book) -> None:
    cite = citing.of_source(book, book.argument.sources["jones2021phones"])
    chicago = "".join(run.text for run in dict(cite.styles)["Chicago"])
    assert chicago == (
        "Jones, Bo, Chris Lee, and Dee Ng. 2021. “Phones and Time.” "
        "Journal of Small Things 4 (2): 10–19. https://doi.org/10.1000/small.4.2."
    )
    assert cite.link == "https://example.org/clock/sources/jones2021phones/"


def test_what_the_page_shows_is_what_the_files_hold(twin_edition: Edition) -> None:
    body = twin_edition.pages["sources/jones2021phones.md"].body
    shown = [unescape(text) for text in re.findall(r"<pre[^>]*>(.*?)</pre>", body, re.DOTALL)]
    stem = "sources/jones2021phones/jones2021phones"
    assert shown == [twin_edition.files[f"{stem}.{end}"] for end in ("bib", "ris", "json")]
    for end in ("bib", "ris", "json"):
        assert f'href="jones2021phones.{end}"' in body


def test_all_sources_are_to_be_had_at_once(twin_edition: Edition, twin: Argument) -> None:
    items = json.loads(twin_edition.files["data/sources.json"])
    assert {item["id"] for item in items} == set(twin.sources)
    assert twin_edition.files["data/sources.ris"].count("ER  - ") == len(twin.sources)


def test_without_an_address_nothing_claims_to_last(twin: Argument) -> None:
    book = Book(twin)
    assert citing.of_claim(book, twin.claims["people-look-up"]).link == ""
    assert "og:image" not in _head(book, "claims/people-look-up.md")


def test_a_former_id_leads_on_to_the_claim(book: Book) -> None:
    ((path, document),) = redirects(book)
    assert path == "claims/people-look-at-clock/index.html"
    assert 'content="0; url=../people-look-up/"' in document
    assert f'rel="canonical" href="{SITE}claims/people-look-up/"' in document
    assert '<a href="../people-look-up/">' in document


def test_the_head_of_a_source_tells_zotero_what_the_source_is(book: Book) -> None:
    head = _head(book, "sources/jones2021phones.md")
    assert '<meta name="citation_title" content="Phones and time">' in head
    assert head.count("citation_author") == 3
    assert _json_ld(head)["@type"] == "ScholarlyArticle"


def test_the_head_of_a_claim_tells_what_it_claims_and_cites(book: Book) -> None:
    head = _head(book, "claims/people-look-up.md")
    assert "citation_title" not in head
    thing = _json_ld(head)
    assert (thing["@type"], thing["text"]) == ("Claim", "People on the square look at the clock.")
    assert [cited["name"] for cited in thing["citation"]] == ["Counting glances", "Phones and time"]
    assert thing["appearance"]["name"] == "Keep our clock"
    assert f'og:image" content="{SITE}claims/people-look-up/card.png"' in head


def test_the_head_of_the_first_page_offers_the_map_as_data(book: Book) -> None:
    thing = _json_ld(_head(book, "index.md"))
    assert thing["@type"] == "Dataset"
    assert thing["creator"]["name"] == "The villagers"
    assert thing["about"]["name"] == "Keep our clock"
    assert thing["distribution"]["contentUrl"] == f"{SITE}data/argument.json"


def test_zotero_finds_every_source_on_the_list_of_sources(twin_edition: Edition) -> None:
    body = twin_edition.pages["sources/index.md"].body
    assert body.count('class="Z3988"') == 4
    for end in ("bib", "ris", "json"):
        assert f'href="../data/sources.{end}"' in body


def test_an_opponents_claim_does_not_appear_in_the_text(book: Book) -> None:
    assert "appearance" not in _json_ld(_head(book, "claims/phones-tell-time.md"))


def test_pages_without_a_picture_of_their_own_share_that_of_the_map() -> None:
    paths = ("index.md", "claims/index.md", "sources/x.md", "sections/x.md", "claims/x.md")
    assert [picture(path) for path in paths] == [
        *("card.png", "card.png", "card.png", "sections/x/card.png", "claims/x/card.png"),
    ]


def _head(book: Book, path: str) -> str:
    return next(page.head for page in pages(book) if page.path == path)


def _json_ld(head: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(head.split('ld+json">')[1].split("</script>", maxsplit=1)[0])
    return found
