"""The page of changes, the feed, and the history on each claim's page."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from claimbook.exchange.chronicle.atom import NAMESPACE
from claimbook.exchange.chronicle.shortening import shortened
from claimbook.exchange.difference.report import Sort, Span, item
from claimbook.judging import argument
from claimbook.pages import Settings
from claimbook.pipeline import Edition, edition, record
from tests.conftest import SITE
from tests.history.repository import edit, repository

ATOM = f"{{{NAMESPACE}}}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = repository(tmp_path_factory.mktemp("history") / "map")
    edit(root, "claims/time.yml", "aliases: [people-look-at-clock]", "aliases: []")
    return root


@pytest.fixture(scope="module")
def made(root: Path) -> Edition:
    return edition(argument(root), Settings(site=SITE), record(root))


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_page_tells_each_change_with_links(made: Edition) -> None:
    body = made.pages["changes.md"].body
    assert "2 March 2026 Costs & <b>benefits</b> 08:00 UTC · 6 claims added" in words(body)
    assert '<a href="../claims/keep-the-clock/">‘Keep the clock’</a>' in body
    assert "Sources: Smith 2019" in words(body)
    assert '<time datetime="2026-03-07T08:00:00Z">' in body
    assert "1 earlier state could not be read" in words(body)


def test_a_claim_tells_its_history_under_every_id_it_had(made: Edition) -> None:
    text = words(made.pages["claims/people-look-up.md"].body)
    assert "History 2 changes, the last on 3 March 2026" in text
    assert "renamed people-look-at-clock to people-look-up" in text
    assert "entered : People on the square look at the clock." in text
    body = made.pages["claims/phones-run-flat.md"].body
    assert "<del>and</del><ins>but</ins>" in body


def test_a_change_of_a_claim_leads_to_the_page_of_changes(made: Edition) -> None:
    (target,) = re.findall(
        r'href="\.\./\.\./changes/#(change-\w+)">Name what',
        made.pages["claims/people-look-up.md"].body,
    )
    assert f'id="{target}"' in made.pages["changes.md"].body


def test_the_feed_is_atom(made: Edition) -> None:
    feed = ET.fromstring(made.files["changes/feed.xml"])  # noqa: S314 - we wrote it
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 4
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    for thing in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert thing.findtext(f"{ATOM}{name}"), name
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    links = [str(link.get("href")) for link in feed.iter(f"{ATOM}link")]
    assert all(link.startswith(f"{SITE}changes/") for link in links)
    assert "Costs & <b>benefits</b>" in [entry.findtext(f"{ATOM}title") for entry in entries]


def test_the_first_page_and_the_page_of_changes_lead_to_the_feed(made: Edition) -> None:
    assert 'type="application/atom+xml"' in made.pages["index.md"].head
    assert 'href="feed.xml"' in made.pages["changes.md"].head
    assert "atom" not in made.pages["map.md"].head


def test_without_an_address_there_is_no_feed(root: Path) -> None:
    made = edition(argument(root), Settings(), record(root))
    assert "changes/feed.xml" not in made.files
    assert "feed" not in made.pages["changes.md"].body


def test_without_history_the_page_says_so(twin_edition: Edition) -> None:
    assert "cannot be told" in twin_edition.pages["changes.md"].body
    assert "changes/feed.xml" not in twin_edition.files
    assert 'id="history"' not in twin_edition.pages["claims/keep-the-clock.md"].body


def test_of_a_long_text_what_stayed_is_cut() -> None:
    long = "word " * 40
    spans = (Span(long), Span("old", Sort.REMOVED), Span(f" {long}"), Span("new", Sort.ADDED))
    start, _, middle, _ = shortened(item(*spans)).spans
    assert start.text == "… word word word word word "
    assert middle.text == " word word word word word … word word word word word "


def test_a_short_text_stays_whole() -> None:
    told = item(Span("short "), Span("old", Sort.REMOVED), items=[item("word " * 40)])
    assert shortened(told) == told
