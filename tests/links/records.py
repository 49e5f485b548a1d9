"""What the services answer, in their own formats; values of works that do not exist."""

import json
from collections.abc import Mapping

from tests.links.server import Behaviour, Exchange

ARTICLE = {
    "status": "ok",
    "message": {
        "type": "journal-article",
        "title": ["Sex work &amp; <i>safety</i> in NZ"],
        "subtitle": ["A 5% sample"],
        "author": [
            {"given": "Ana María", "family": "O’Brien", "sequence": "first"},
            {"name": "Working Group on Health", "sequence": "additional"},
        ],
        "container-title": ["Journal of Things"],
        "volume": "14",
        "issue": "5",
        "page": "580-592",
        "publisher": "A House",
        "publisher-location": None,
        "issued": {"date-parts": [[2014, 9, 1]]},
        "DOI": "10.1234/ABC.5",
        "ISSN": ["1748-8958"],
    },
}
ARTICLE_ENTRY = """\
@article{obrien2014sex,
  author = {O’Brien, Ana María and {Working Group on Health}},
  title = {Sex work \\& safety in {NZ}: A 5\\% sample},
  journal = {Journal of Things},
  volume = {14},
  number = {5},
  pages = {580--592},
  year = {2014},
  doi = {10.1234/abc.5},
  issn = {1748-8958},
  read = {record},
"""
DATASET = {
    "data": {
        "attributes": {
            "doi": "10.5678/report.1",
            "titles": [{"title": "Counting <b>cases</b>"}, {"title": "x", "titleType": "Subtitle"}],
            "creators": [
                {"name": "Doe, Jo", "familyName": "Doe", "givenName": "Jo"},
                {"name": "Office of Numbers", "nameType": "Organizational"},
            ],
            "publisher": {"name": "Office of Numbers"},
            "publicationYear": 2021,
            "types": {"resourceTypeGeneral": "Report"},
            "container": {},
            "url": "https://example.org/report/1",
        }
    }
}
REPORT_ENTRY = """\
@techreport{doe2021counting,
  author = {Doe, Jo and {Office of Numbers}},
  title = {Counting cases},
  institution = {Office of Numbers},
  year = {2021},
  doi = {10.5678/report.1},
  url = {https://example.org/report/1},
  read = {record},
"""
BOOK = {
    "ISBN:9780199535569": {
        "title": "A book",
        "subtitle": "on things",
        "authors": [{"name": "Jane van Doe"}],
        "publishers": [{"name": "A House"}],
        "publish_places": [{"name": "Oxford"}],
        "publish_date": "June 2008",
    }
}
BOOK_ENTRY = """\
@book{doe2008book,
  author = {Doe, Jane van},
  title = {A book: on things},
  publisher = {A House},
  address = {Oxford},
  year = {2008},
  isbn = {9780199535569},
  read = {record},
"""
PAGE = """<!doctype html><title>Ignored | Site</title>
<meta property="og:title" content="What we found"><meta property="og:site_name" content="A Site">
<script type="application/ld+json">{"@graph": [{"@type": "Article", "datePublished": "2023-05-06",
"author": [{"@type": "Organization", "name": "The Office"}]}]}</script><p>text</p>"""
PAGE_WITH_DOI = """<meta name="citation_title" content="Sex work"><meta name="citation_doi"
content="doi:10.1234/abc.5"><p>text</p>"""
BARE_PAGE = "<title>Only a title</title><p>text</p>"
COPY = {
    "archived_snapshots": {
        "closest": {
            "available": True,
            "status": "200",
            "timestamp": "20261121093000",
            "url": "http://web.archive.org/web/20261121093000/https://example.org/a",
        }
    }
}


def as_json(value: object) -> Behaviour:
    async def answer(exchange: Exchange) -> None:
        assert "json" in exchange.headers["accept"]
        await exchange.answer(json.dumps(value), type_="application/json")

    return answer


def as_page(markup: str) -> Behaviour:
    async def answer(exchange: Exchange) -> None:
        await exchange.answer(markup)

    return answer


BOOKS = "/api/books?bibkeys=ISBN%3A{}&format=json&jscmd=data"
COPIES = "/wayback/available?url=https%3A%2F%2Fexample.org%2F{}&timestamp=20261122"
SERVICES: Mapping[str, Behaviour] = {
    "/works/10.1234%2Fabc.5": as_json(ARTICLE),
    "/works/10.1234%2Fodd": as_json({"message": {"title": "not a list"}}),
    "/works/10.1234%2Fhtml": as_page("<p>maintenance"),
    "/dois/10.5678%2Freport.1": as_json(DATASET),
    BOOKS.format("9780199535569"): as_json(BOOK),
    BOOKS.format("9780306406157"): as_json({}),
    "/page": as_page(PAGE),
    "/page-with-doi": as_page(PAGE_WITH_DOI),
    "/bare-page": as_page(BARE_PAGE),
    COPIES.format("a"): as_json(COPY),
    COPIES.format("b"): as_json({"archived_snapshots": {}}),
}
