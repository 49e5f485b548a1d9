"""What readers find on each kind of page."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from claimbook.model import Argument, Claim, Text
from claimbook.pages import Book, Page, Settings, pages
from claimbook.pages.address import link
from claimbook.pipeline import Edition
from claimbook.problems import Place


def words(page: Page) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.body)))


@pytest.mark.parametrize("which", ["twin", "real"])
def test_every_section_claim_and_source_has_a_page(
    which: str, request: pytest.FixtureRequest
) -> None:
    argument: Argument = request.getfixturevalue(which)
    made = [page.path for page in pages(Book(argument))]
    assert len(made) == len(set(made))
    expected = {f"sections/{section.id}.md" for section in argument.sections}
    expected |= {f"claims/{id_}.md" for id_ in argument.claims}
    expected |= {f"sources/{key}.md" for key in argument.sources}
    assert expected <= set(made)
    rest = {"index.md", "article.md", "map.md", "objections.md", "gaps.md"}
    assert rest | {"claims/index.md", "sources/index.md"} <= set(made)


def test_a_claim_page_says_who_where_how_it_stands_and_why(twin_edition: Edition) -> None:
    page = twin_edition.pages["claims/keep-the-clock.md"]
    text = words(page)
    assert page.title == "Keep the clock"
    assert '<h1 id="claim">The village should keep its clock.</h1>' in page.body
    assert "The article , Telling the time ¶1 · a normative claim" in text
    assert "its reasons do not hold what decides is ‘The money is needed for the school’" in text
    assert "These together, an argument practical reasoning" in text
    assert "Since What is used and costs little should stay." in text
    assert "Unless The money is needed for the school." in text
    assert "Reply Phones run flat, and not everybody has one." in text
    assert "The letter’s case rests on a small count." in text
    assert "No source bears on this claim directly. It rests on its reasons." in text


def test_links_are_told_in_both_directions(twin_edition: Edition) -> None:
    uses = {
        "people-look-up": "is a reason for The village should keep its clock. together with",
        "phones-tell-time": "challenges The village should keep its clock.",
        "money-is-needed-elsewhere": "challenges the step to The village should keep its clock.",
        "phones-run-flat": "answers Everybody carries a phone that tells the time.",
    }
    for id_, expected in uses.items():
        assert expected in words(twin_edition.pages[f"claims/{id_}.md"])


def test_evidence_shows_bearing_locator_limits_and_reading(twin_edition: Edition) -> None:
    text = words(twin_edition.pages["claims/people-look-up.md"])
    for expected in (
        "Smith 2019 Table 1 quantitative study supports Of 200 passers-by",
        "“looked up” Limits One square, one morning.",
        "Resolves : yes Reachable : open Words found : open Supports : yes 22 Nov 2026",
        "What the four marks mean Full text",
        "Opposes say the editors after one reading of the abstract",
        "1 source for, 1 against · 2 independent origins",
        "Places Norway, Sweden",
    ):
        assert expected in text
    text = words(twin_edition.pages["claims/phones-tell-time.md"])
    assert "it was looked for again and not found, 22 November 2026" in text


def test_citations_in_texts_lead_to_their_source(twin_edition: Edition) -> None:
    body = twin_edition.pages["claims/people-look-up.md"].body
    assert 'href="../../sources/smith2019counting/"' in body
    body = twin_edition.pages["sections/time.md"].body
    assert ">Smith 2019, p. 3</a>" in body


def test_edit_links_lead_to_the_line(twin_edition: Edition) -> None:
    body = twin_edition.pages["claims/keep-the-clock.md"].body
    assert 'href="https://example.org/edit/claims/time.yml#L11"' in body
    body = twin_edition.pages["sources/smith2019counting.md"].body
    assert 'href="https://example.org/edit/references.bib#L25"' in body


def test_without_an_address_to_edit_the_place_is_told(twin: Argument) -> None:
    made = {page.path: page for page in pages(Book(twin, Settings()))}
    assert "claims/time.yml, line 11" in words(made["claims/keep-the-clock.md"])


def test_a_source_page_tells_what_it_bears_on_and_what_is_not_confirmed(
    twin_edition: Edition,
) -> None:
    text = words(twin_edition.pages["sources/jones2021phones.md"])
    assert "Jones, B., Lee, C. and Ng, D. (2021). Phones and time. Journal of Small Things" in text
    assert "10–19" in text
    assert "opposes Most people under 30 check a phone instead." in text
    text = words(twin_edition.pages["sources/village2020accounts.md"])
    assert "Not confirmed year" in text


def test_the_article_is_followed_paragraph_by_paragraph(twin_edition: Edition) -> None:
    text = words(twin_edition.pages["article.md"])
    assert "3 paragraphs, 2 of them mapped." in text
    assert "¶ 1 The clock is what everybody goes by. The village should keep its clock." in text
    assert "¶ 2 A greeting to the reader. No claim: It only greets the reader." in text


def test_objections_and_gaps(twin_edition: Edition) -> None:
    text = words(twin_edition.pages["objections.md"])
    assert "1 stand open, 0 are in dispute, 1 are answered" in text
    text = words(twin_edition.pages["gaps.md"])
    for heading in ("No source", "Only sources of the text's own circle", "One origin only"):
        assert heading in text


def test_home_gives_figures_ways_in_and_the_thesis(twin_edition: Edition) -> None:
    text = words(twin_edition.pages["index.md"])
    assert "Follow the article its 3 paragraphs" in text
    assert "The village should keep its clock." in text
    assert "claims without an independent source 4" in text


def test_what_people_write_cannot_become_markup(twin: Argument) -> None:
    evil = "<script>alert(1)</script> \"'><img src=x onerror=alert(1)> [x](javascript:alert(1))"
    section = twin.sections[0]
    claim = section.claims[0]
    place = Place("claims/time.yml")
    fields = dict.fromkeys(("statement", "short", "assessment", "note"), Text(evil, place))
    hostile = _with_claim(twin, claim, fields)
    for page in pages(Book(hostile)):
        assert "<script>" not in page.html, page.path
        assert "<img" not in page.html, page.path
        assert 'href="javascript' not in page.html, page.path


def _with_claim(argument: Argument, claim: Claim, fields: dict[str, Any]) -> Argument:
    sections = tuple(
        replace(s, claims=tuple(replace(c, **fields) if c is claim else c for c in s.claims))
        for s in argument.sections
    )
    return replace(argument, sections=sections)


@pytest.mark.parametrize(
    ("start", "target", "expected"),
    [
        ("index.md", "claims/x.md", "claims/x/"),
        ("claims/x.md", "claims/y.md", "../y/"),
        ("claims/x.md", "index.md", "../../"),
        ("claims/x.md", "claims/x.md", "./"),
        ("claims/index.md", "claims/x.md", "x/"),
        ("map.md", "data/argument.json", "../data/argument.json"),
    ],
)
def test_relative_addresses(start: str, target: str, expected: str) -> None:
    assert link(start, target) == expected
