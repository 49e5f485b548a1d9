"""The little map that says how maps are read."""

import re
from datetime import date
from importlib.resources import files

from claimbook.judging import judged
from claimbook.model import Argument
from claimbook.pages import Book
from claimbook.pages.legend import WEIGHINGS, example, legend
from claimbook.pipeline import Edition
from claimbook.reason.verdict import Status
from claimbook.rules import Outside

FOLDER = files("claimbook.pages.legend")


def test_the_little_argument_keeps_every_rule() -> None:
    names = {"map.yml": "claims/map.yml", "bridge.yml": "claims/bridge.yml"}
    bibliography = {"references.bib": "references.bib"}
    found = {path: (FOLDER / name).read_bytes() for name, path in (names | bibliography).items()}
    assert judged(found, Outside(date(2026, 11, 23), {})).problems == ()
    assert len(example().claims) == 4


def test_statuses_answer_to_the_weighing(twin: Argument) -> None:
    found = {each.words: each.verdict.status for each in legend(Book(twin), "index.md")}
    assert found == {
        "As it stands": Status.ANSWERED,
        "Without the answer": Status.OPEN_CHALLENGE,
        "Without the reason": Status.REASONS_FAIL,
    }


def test_what_is_left_out_is_a_part_of_the_argument() -> None:
    assert set().union(*WEIGHINGS.values()) <= set(example().claims)


def test_the_home_page_shows_each_weighing_with_its_words(twin_edition: Edition) -> None:
    page = twin_edition.pages["index.md"]
    html = page.html
    for number in range(len(WEIGHINGS)):
        assert html.count(f'id="legend-{number}-title"') == 1
    assert html.count('name="legend"') == len(WEIGHINGS)
    assert "Open challenge" in html
    assert "Rejected by the reader" in html
    assert "claimbook:legend" not in html


def test_boxes_lead_to_the_glossary_where_it_has_the_word(twin: Argument, real: Argument) -> None:
    svg = legend(Book(real), "index.md")[0].svg
    assert set(re.findall('href="(.*?)"', svg)) == {
        f"glossary/#{id_}" for id_ in ("thesis", "premise", "rebut", "reply")
    }
    assert set(re.findall('href="(.*?)"', legend(Book(twin), "index.md")[0].svg)) == {
        "#how-to-read"
    }
